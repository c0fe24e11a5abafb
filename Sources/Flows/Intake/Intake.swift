import Foundation
package import Git
package import Ingest
import Provenance
package import Redaction
package import Store
import Text

/// Brings histories into the store: read → redact → store → index, on two threads.
///
/// One reads and prepares, the caller's thread writes. Each batch is written together with how far its file is read
/// with it, in short transactions, so that a process that is killed anywhere loses nothing and doubles nothing.
package struct Intake: Sendable {
    package var store: Store
    /// `nil` only where the user asked for it twice.
    package var redactor: Redactor?

    /// How far a long run is.
    package struct Progress: Sendable {
        package var bytes: Int64
        package var totalBytes: Int64
    }

    /// Made-up records and a user's own must not be mixed: no list could tell them apart again.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// After so much history the queue is worked off: the index of words grows best in pieces of some size.
    private static let settleBytes: Int64 = 8 << 20

    package init(store: Store, redactor: Redactor? = Redactor()) {
        self.store = store
        self.redactor = redactor
    }

    /// Reads what is new in these files and repositories, and works off the queue.
    ///
    /// - Parameters:
    ///   - repositories: whose references are read: notes and checkpoints.
    ///   - report: called on the caller's thread after each batch.
    @discardableResult package func run(
        _ files: [HistoryFile], repositories: [Checkout] = [], report: (Progress) -> Void = { _ in }
    ) throws -> IntakeSummary {
        guard try !store.isSynthetic else {
            throw Refusal(
                description: "'\(store.location)' is a demo of made-up records, so no histories are read into it: "
                    + "name another store with --store.")
        }
        try store.joinRepositories()
        try HookSpool(store: store.location).take(into: store, redactor: redactor ?? Redactor())
        var summary = IntakeSummary()
        var progress = Progress(bytes: 0, totalBytes: 0)
        let sources = Dictionary(try store.sources().map { ($0.location, $0) }, uniquingKeysWith: { $1 })
        for file in files {
            progress.totalBytes += max(0, file.size - (sources[file.path]?.position ?? 0))
        }
        let handoff = Handoff<HistoryReading.Piece>(capacity: 16)
        startReading(files, repositories, sources: sources, into: handoff)
        defer { handoff.close() }
        var unsettled: Int64 = 0
        while let first = handoff.take() {
            var pieces = [first]
            if !first.batch.isEmpty {
                summary.added += try store.apply(first.batch) {
                    guard let piece = handoff.take(waiting: false) else { return nil }
                    pieces.append(piece)
                    return piece.batch
                }
            }
            for piece in pieces {
                unsettled += piece.bytes
                summary.add(piece.summary)
                summary.bytes += piece.bytes
                progress.bytes += piece.bytes
            }
            if unsettled >= Self.settleBytes {
                try settle()
                unsettled = 0
            }
            report(progress)
        }
        try settle()
        try join(summary.added)
        return summary
    }

    /// What notes and checkpoints say of sessions and commits that came from elsewhere, in whatever order.
    package func join(_ added: Tally) throws {
        if added.sessions + added.attributions > 0 {
            try store.joinSessionHashes { GitAINames.sessions(agent: $0, makerID: $1) }
        }
        if added.links > 0 { try store.joinCheckpoints() }
    }

    /// Works off what waits: rows that foreign writers left, or a process that was killed.
    ///
    /// - Parameter isStopped: asked between transactions; what is left stays queued.
    package func settle(until isStopped: () -> Bool = { false }) throws {
        try store.settle(until: isStopped, redact: clean(_:))
    }

    /// Works off what waits of one answer, however much waits before it.
    func settle(answer: UID) throws { try store.settle(answer: answer, redact: clean(_:)) }

    private func clean(_ text: String) -> Body? {
        redactor?.redact(text).map { redacted in
            var body = Body(redacted.text)
            body.redactions = redacted.redactions.count
            return body
        }
    }

    /// Notes what the repository in which the user stands is called and where it lies, so that the next start knows it
    /// without starting git.
    package func note(workTree: String) throws {
        var places = RepositoryPlaces(store: store)
        guard let place = places.place(ofWorkTree: workTree) else { return }
        try store.note(place)
    }

    private func startReading(
        _ files: [HistoryFile], _ repositories: [Checkout], sources: [String: SourceProgress],
        into handoff: Handoff<HistoryReading.Piece>
    ) {
        let store = store
        let redactor = redactor
        let thread = Thread {
            defer { handoff.close() }
            var preparation = Preparation(redactor: redactor, places: RepositoryPlaces(store: store))
            let tape = JSONTape()
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            var isWanted = true
            for file in files where isWanted {
                let reading = HistoryReading(file: file, earlier: sources[file.path], now: now)
                reading.run(&preparation, tape: tape) { piece in
                    isWanted = handoff.put(piece)
                    return isWanted
                }
            }
            for repository in repositories where isWanted {
                let reading = RepositoryReading(checkout: repository, sources: sources, store: store, now: now)
                reading.run(&preparation, tape: tape) { piece in
                    isWanted = handoff.put(piece)
                    return isWanted
                }
            }
        }
        // Deep JSON is read by recursion; the default of secondary threads is too small for it on macOS.
        thread.stackSize = 8 << 20
        thread.start()
    }
}

extension IntakeSummary {
    mutating func add(_ more: IntakeSummary) {
        filesSeen += more.filesSeen
        filesRead += more.filesRead
        referencesSeen += more.referencesSeen
        referencesRead += more.referencesRead
        missingObjects += more.missingObjects
        skippedLines += more.skippedLines
        unknownLines += more.unknownLines
        shortenedTexts += more.shortenedTexts
        skips += more.skips.prefix(max(0, Self.listed - skips.count))
        strangers += more.strangers
    }
}
