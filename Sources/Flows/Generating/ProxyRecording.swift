package import Engines
import Foundation
import Provenance
import Redaction
package import Store
import Synchronization
import Text

/// Records what passes through to an engine, on a thread of its own: no client waits for the store.
package final class ProxyRecording: Sendable {
    private let store: Store
    private let engine: String
    private let host: String
    private let queue = Mutex(Queue())
    private let arrived = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct Queue {
        var waiting: [Exchange] = []
        var recorded = 0
        var isClosed = false
    }

    /// - Parameters:
    ///   - engine: what it is, as records name it.
    ///   - say: is told of each answer, and of what could not be recorded.
    package init(store: Store, engine: String, host: String, say: @escaping @Sendable (String) -> Void) {
        self.store = store
        self.engine = engine
        self.host = host
        Thread.detachNewThread { [self] in work(say) }
    }

    package func add(_ exchange: Exchange) {
        queue.withLock { $0.waiting.append(exchange) }
        arrived.signal()
    }

    /// Writes what still waits.
    ///
    /// - Returns: how many answers were recorded in all.
    package func close() -> Int {
        queue.withLock { $0.isClosed = true }
        arrived.signal()
        ended.wait()
        return queue.withLock { $0.recorded }
    }

    private func work(_ say: (String) -> Void) {
        let tape = JSONTape()
        let redactor = Redactor()
        var preparation = Preparation(redactor: redactor, places: RepositoryPlaces(store: store))
        while true {
            arrived.wait()
            let (some, isClosed) = queue.withLock { queue in
                defer { queue.waiting = [] }
                return (queue.waiting, queue.isClosed)
            }
            for exchange in some { record(exchange, &preparation, tape, say) }
            if !some.isEmpty { try? Intake(store: store, redactor: redactor).settle() }
            if isClosed, queue.withLock(\.waiting.isEmpty) { break }
        }
        ended.signal()
    }

    private func record(
        _ exchange: Exchange, _ preparation: inout Preparation, _ tape: JSONTape, _ say: (String) -> Void
    ) {
        guard let unpacked = exchange.unpacked else {
            let packing = Visible.text(exchange.encoding ?? "")
            return say("an answer at \(exchange.path) is packed as '\(packing)', and could not be recorded")
        }
        let record = ExchangeRecord(unpacked, engine: engine, host: host, newID: CodeGeneration.newID())
        if record.isNone { return }
        let batch = preparation.batch(of: record.sightings(by: tape))
        guard !batch.sightings.isEmpty else { return say("a question to \(exchange.path) could not be read") }
        do {
            for result in try store.record([
                Entry(sightings: batch.sightings, repositories: batch.repositories, retellsContext: true)
            ]) {
                _ = try result.get()
            }
            queue.withLock { $0.recorded += 1 }
            for case .generation(let generation) in batch.sightings { say(Self.line(of: generation, in: batch)) }
        } catch {
            say("an answer could not be recorded: \(error)")
        }
    }

    /// `qwen2.5-coder:7b  4f2a91c07d13  812 bytes, 2 edits`
    private static func line(of generation: Generation, in batch: Batch) -> String {
        let edits = batch.sightings.count { if case .edit = $0 { true } else { false } }
        let written = edits == 0 ? "" : edits == 1 ? ", 1 edit" : ", \(edits) edits"
        let size = "\(generation.output.text.utf8.count) bytes"
        return "\(generation.model ?? "a model")  \(generation.uid.text.prefix(12))  \(size)\(written)"
    }
}
