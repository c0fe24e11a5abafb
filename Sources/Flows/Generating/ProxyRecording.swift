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
    private let limit: Int
    private let queue = Mutex(Queue())
    private let arrived = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct Queue {
        var waiting: [Exchange] = []
        /// Of what waits and of what is being recorded.
        var bytes = 0
        /// What found no room, and was not yet said.
        var dropped = 0
        var recorded = 0
        var lost = 0
        var isClosed = false
    }

    /// What may wait for the store: a slow one must not take all memory.
    package static let mostBytes = 256 << 20

    /// - Parameters:
    ///   - engine: what it is, as records name it.
    ///   - limit: bytes that may wait for the store; one answer always may.
    ///   - say: is told of each answer, and of what could not be recorded.
    package init(
        store: Store, engine: String, host: String, limit: Int = mostBytes, say: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.engine = engine
        self.host = host
        self.limit = limit
        Thread.detachNewThread { [self] in work(say) }
    }

    /// Returns at once, on whatever thread: the client's stream goes on behind it.
    package func add(_ exchange: Exchange) {
        queue.withLock { queue in
            guard queue.bytes == 0 || queue.bytes + exchange.size <= limit else {
                queue.dropped += 1
                queue.lost += 1
                return
            }
            queue.bytes += exchange.size
            queue.waiting.append(exchange)
        }
        arrived.signal()
    }

    /// How many answers passed that are not recorded.
    package var lost: Int { queue.withLock(\.lost) }

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
            for exchange in some {
                record(exchange, &preparation, tape, say)
                queue.withLock { $0.bytes -= exchange.size }
                sayDropped(say)
            }
            sayDropped(say)
            if !some.isEmpty { settle(redactor) }
            if isClosed, queue.withLock(\.waiting.isEmpty) { break }
        }
        ended.signal()
    }

    /// What else waits in the store is worked off while nothing comes, and at the end left to others.
    private func settle(_ redactor: Redactor) {
        let end = ContinuousClock.now + .seconds(1)
        try? Intake(store: store, redactor: redactor).settle {
            queue.withLock { !$0.waiting.isEmpty || $0.isClosed && ContinuousClock.now >= end }
        }
    }

    private func sayDropped(_ say: (String) -> Void) {
        let count = queue.withLock { queue in
            defer { queue.dropped = 0 }
            return queue.dropped
        }
        if count > 0 {
            let answers = count == 1 ? "1 answer was" : "\(count) answers were"
            say("\(answers) not recorded: the store takes them slower than they come, and more may not wait")
        }
    }

    private func record(
        _ exchange: Exchange, _ preparation: inout Preparation, _ tape: JSONTape, _ say: (String) -> Void
    ) {
        func lose(_ sentence: String) {
            queue.withLock { $0.lost += 1 }
            say(sentence)
        }
        guard let unpacked = exchange.unpacked else {
            let packing = Visible.text(exchange.encoding ?? "")
            return lose("an answer at \(exchange.path) is packed as '\(packing)', and could not be recorded")
        }
        let newID = CodeGeneration.newID()
        func record(_ choice: Int) -> ExchangeRecord {
            ExchangeRecord(unpacked, engine: engine, host: host, newID: newID, choice: choice)
        }
        let first = record(0)
        if first.isNone { return }
        let records = [first] + (1..<max(1, first.choices)).map(record)
        let batches = records.map { preparation.batch(of: $0.sightings(by: tape)) }
        guard batches.allSatisfy({ !$0.sightings.isEmpty }) else {
            return lose("a question to \(exchange.path) could not be read")
        }
        do {
            try write(batches, say)
            queue.withLock { $0.recorded += batches.count }
            for batch in batches {
                for case .generation(let generation) in batch.sightings { say(Self.line(of: generation, in: batch)) }
            }
            let most = "longer than \(Exchange.bodyLimit >> 20) MB"
            if unpacked.isQuestionCut {
                say("a question to \(exchange.path) is \(most): its answer is recorded without it")
            }
            if unpacked.isAnswerCut {
                say("an answer at \(exchange.path) is \(most): what came after that is not recorded")
            }
        } catch {
            lose("an answer could not be recorded: \(error)")
        }
    }

    /// While others hold the store, what passes waits; at the end one more time.
    private func write(_ batches: [Batch], _ say: (String) -> Void) throws {
        let entries = batches.map {
            Entry(sightings: $0.sightings, repositories: $0.repositories, retellsContext: true)
        }
        while true {
            do {
                for result in try store.record(entries) { _ = try result.get() }
                return
            } catch let error as StoreError where error.code == .busy && !queue.withLock(\.isClosed) {
                say("another program keeps the store to itself: what passes waits")
            }
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
