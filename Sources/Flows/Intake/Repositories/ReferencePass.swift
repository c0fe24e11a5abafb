import Git
import Ingest
import Provenance
import Store
import Text

/// One way through the references of a repository, from where each was left.
final class ReferencePass {
    let reading: RepositoryReading
    let git: GitCommand
    let objects: GitObjects
    var tips: TipMemory
    let tape: JSONTape
    /// What happens to what was read before it is written; taken back by the caller at the end.
    var preparation: Preparation
    private let deliver: (RepositoryReading.Piece) -> Bool
    private(set) var isWanted = true
    private var piece = RepositoryReading.Piece()
    private var sightings: [Sighting] = []
    private var retold: [Retelling] = []
    private var own: [UID: Bool] = [:]
    /// Sessions of transcripts that were read, by their blob.
    var transcripts: [String: [UID]] = [:]

    init(
        reading: RepositoryReading, git: GitCommand, objects: GitObjects, tips: TipMemory, tape: JSONTape,
        preparation: Preparation, deliver: @escaping (RepositoryReading.Piece) -> Bool
    ) {
        self.reading = reading
        self.git = git
        self.objects = objects
        self.tips = tips
        self.tape = tape
        self.preparation = preparation
        self.deliver = deliver
    }

    /// One reference; what goes wrong with it does not keep the others from being read.
    func step(_ name: String, _ read: () throws(GitError) -> Void) {
        guard isWanted else { return }
        do throws(GitError) { try read() } catch {
            sightings = []
            retold = []
            piece.summary.strangers.append("\(name) could not be read to its end: \(error)")
            hand(piece)
        }
    }

    // MARK: What is handed over

    /// Keeps what was read until there is enough for a batch.
    func take(_ new: [Sighting]) -> Bool {
        sightings += new
        if sightings.count >= HistoryReading.batchSightings { flush(progress: nil) }
        return isWanted
    }

    func drop(_ retelling: Retelling) { retold.append(retelling) }

    func count(_ change: (inout IntakeSummary) -> Void) { change(&piece.summary) }

    func count(bytes: Int64) { piece.bytes += bytes }

    func add(_ skips: WholeReading, of place: String) {
        piece.summary.skippedLines += max(skips.skipped, skips.skips.count)
        piece.summary.unknownLines += skips.unknown
        for skip in skips.skips where piece.summary.skips.count < IntakeSummary.listed {
            piece.summary.skips.append(.init(file: place, line: skip.place, reason: skip.reason))
        }
    }

    /// Hands over what is left of a reference, and that it is read.
    func finish(_ name: String, format: String, tip: String, isReference: Bool = true) {
        guard isWanted else { return }
        var progress = SourceProgress(location: tips.location(of: name), format: format, readAt: reading.now)
        progress.state = tip
        tips[name] = tip
        piece.summary.referencesRead += isReference ? 1 : 0
        flush(progress: progress)
    }

    private func flush(progress: SourceProgress?) {
        let slices = sightings.slices(of: HistoryReading.batchBytes)
        for (index, slice) in slices.enumerated() where isWanted {
            piece.batch = preparation.batch(of: slice)
            // What is said anew belongs to the first of it.
            if index == 0 {
                piece.batch.retold = retold
                retold = []
            }
            if index == slices.count - 1 { piece.batch.progress = progress }
            if piece.batch.checkouts.isEmpty, let place = preparation.places.place(ofWorkTree: reading.checkout.root) {
                piece.batch.checkouts[reading.checkout.root] = place
            }
            hand(piece)
        }
        sightings.removeAll(keepingCapacity: true)
    }

    /// Lets a history prepare what it hands over by itself.
    func preparing<Value>(_ read: (inout Preparation) -> Value) -> Value {
        if !sightings.isEmpty { flush(progress: nil) }
        var own = preparation
        defer { preparation = own }
        return read(&own)
    }

    /// Hands over a piece that is ready, behind what was kept.
    func pass(_ ready: RepositoryReading.Piece) -> Bool {
        if !sightings.isEmpty { flush(progress: nil) }
        if isWanted { isWanted = deliver(ready) }
        return isWanted
    }

    /// Nothing more is to be said of a reference.
    func handOver() { hand(piece) }

    private func hand(_ full: RepositoryReading.Piece) {
        isWanted = deliver(full) && isWanted
        piece = RepositoryReading.Piece()
    }

    /// Whether the agent's own record of a conversation is in the store.
    func hasOwnTranscript(_ session: UID) -> Bool {
        if let known = own[session] { return known }
        let found = (try? reading.store.hasAnswers(inSession: session.text, besides: GitAINames.answerPrefix)) ?? false
        own[session] = found
        return found
    }
}
