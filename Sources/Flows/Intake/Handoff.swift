import Foundation

/// A queue of few places between the thread that reads and the one that writes: whoever is ahead waits.
final class Handoff<Element: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private var elements: [Element] = []
    private var isClosed = false

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// - Returns: `false` once the taker has closed the queue: nobody wants more.
    func put(_ element: Element) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while elements.count >= capacity, !isClosed { condition.wait() }
        if isClosed { return false }
        elements.append(element)
        condition.broadcast()
        return true
    }

    /// `nil` once the queue is closed and empty, or at once where nothing is there and the taker does not wait.
    func take(waiting: Bool = true) -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while elements.isEmpty, waiting, !isClosed { condition.wait() }
        if elements.isEmpty { return nil }
        let element = elements.removeFirst()
        condition.broadcast()
        return element
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
