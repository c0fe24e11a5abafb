import Flows
import Synchronization

/// Scoreboards as long as the store stays what it was: their intervals are not made again for one who comes back.
final class PipelineMemory: Sendable {
    struct Key: Equatable {
        var question: PipelineRequest.Question
        var repository: String?
        var version: Int
        /// The quarter of an hour: "the last 90 days" go on.
        var quarter: Int64
    }

    private let kept = Mutex<[(key: Key, account: PipelineAccount)]>([])
    private static let most = 8

    func account(_ key: Key, make: () throws -> PipelineAccount) rethrows -> PipelineAccount {
        let known = kept.withLock { kept in kept.first { $0.key == key }?.account }
        if let known { return known }
        let account = try make()
        kept.withLock { kept in
            kept.removeAll { $0.key.version != key.version }
            if kept.count >= Self.most { kept.removeFirst() }
            kept.append((key, account))
        }
        return account
    }
}
