import Dispatch
import Synchronization

/// Work whose parts know nothing of each other, on as many processors as there are.
package enum Shared {
    /// - Returns: what each part came to, in their order.
    package static func map<Part: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Part) -> [Part] {
        guard count > 1 else { return (0..<count).map(make) }
        let parts = Mutex([Part?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let part = make(place)
            parts.withLock { $0[place] = part }
        }
        return parts.withLock { $0.compactMap(\.self) }
    }
}
