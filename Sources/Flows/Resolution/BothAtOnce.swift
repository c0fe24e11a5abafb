import Dispatch
import Synchronization

/// Does two things at the same time, the second on a thread of its own, and waits for both.
///
/// - Throws: what the first throws, else what the second does.
func bothAtOnce<First, Second: Sendable>(
    _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
) throws -> (First, Second) {
    let answer = Answer<Second>()
    let group = DispatchGroup()
    DispatchQueue.global(qos: .userInitiated).async(group: group) { answer.take(Result(catching: second)) }
    let own = Result(catching: first)
    group.wait()
    return (try own.get(), try answer.get())
}

/// What the other thread came to; it is there once the group is empty.
private final class Answer<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func take(_ value: sending Result<Value, any Error>) { result.withLock { $0 = value } }

    func get() throws -> Value {
        guard let value = result.withLock({ $0 }) else { preconditionFailure("asked before the other thread ended") }
        return try value.get()
    }
}
