package import Redaction
package import Store
import Text

/// Takes in what other programs record, one JSON object a line: read → check → redact → store → index.
///
/// The format stands in `README.md` beside this file. A line is stored whole or not at all, and one that cannot be stored
/// hinders no other. Lines wait for each other only as long as more of them are at hand, so that what a long-lived
/// generator writes can be seen at once.
package struct Recording {
    /// A line that was left out.
    package struct Complaint: Equatable, Sendable {
        /// Counted from 1.
        package var line: Int
        /// One sentence.
        package var reason: String
    }

    private let store: Store
    private let redactor: Redactor
    private var reader: RecordReader
    /// Lines that were read and not yet written, in their order.
    private var waiting: [(line: Int, outcome: Result<Entry, BadLine>)] = []
    private var waitingBytes = 0
    private var summary = RecordSummary()

    /// About how much is checked before it is written, and how long a line may be.
    private static let batchBytes = 256 << 10
    private static let batchLines = 256
    private static let lineLimit = 64 << 20

    package init(store: Store, redactor: Redactor = Redactor()) {
        self.store = store
        self.redactor = redactor
        reader = RecordReader(store: store, redactor: redactor)
    }

    /// Records lines up to the end of the input.
    ///
    /// - Parameter complain: called for each line that was left out, in order.
    /// - Throws: `StoreError` or `ReadError`; what was recorded before it stays, and recording it again doubles nothing.
    package mutating func run(_ descriptor: Int32, complain: (Complaint) -> Void) throws -> RecordSummary {
        summary = RecordSummary()
        let lines = LineReader(descriptor: descriptor, limit: Self.lineLimit, direct: Self.lineLimit)
        let tape = JSONTape()
        do {
            while true {
                if !waiting.isEmpty, isFull || !lines.isAtHand {
                    let isIdle = !isFull
                    try flush(complain)
                    if isIdle { try settle() }
                }
                guard let line = try lines.next() else { break }
                try take(line, tape)
            }
        } catch let error as ReadError {
            try flush(complain)
            try settle()
            throw error
        }
        try flush(complain)
        try settle()
        return summary
    }

    private var isFull: Bool { waitingBytes >= Self.batchBytes || waiting.count >= Self.batchLines }

    private mutating func take(_ line: Line, _ tape: JSONTape) throws {
        if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }), !line.isTooLong { return }
        reader.now = Timestamp.now.milliseconds
        do {
            waiting.append((line.number, .success(try read(line, tape))))
            waitingBytes += line.bytes.count
        } catch let bad as BadLine {
            waiting.append((line.number, .failure(bad)))
        }
    }

    private mutating func read(_ line: Line, _ tape: JSONTape) throws -> Entry {
        if line.isTooLong || line.shortened > 0 {
            throw BadLine("it is longer than \(Self.lineLimit >> 20) MB.")
        }
        let value: JSONValue
        do {
            value = try tape.parse(line.bytes)
        } catch {
            throw BadLine("\(error)")
        }
        return try reader.read(value)
    }

    private mutating func flush(_ complain: (Complaint) -> Void) throws {
        let results = try store.record(waiting.compactMap { try? $0.outcome.get() })
        var next = results.makeIterator()
        for (line, outcome) in waiting {
            summary.lines += 1
            switch outcome {
            case .failure(let bad): complain(Complaint(line: line, reason: bad.description))
            case .success:
                switch next.next() {
                case .success(let added):
                    summary.recorded += 1
                    summary.added += added
                case .failure(let refusal): complain(Complaint(line: line, reason: "\(refusal)."))
                case nil: break
                }
            }
        }
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
        reader.references.forget()
    }

    private func settle() throws {
        try Intake(store: store, redactor: redactor).settle()
    }
}
