import Git
import Metrics
import Provenance
import Store
import Syntax

/// The walk itself: one step after the other, what it found in a batch.
struct LineWalker {
    private let store: Store
    private let repository: String
    private let identity: String
    private let objects: GitObjects
    private var edits: KnownEdits
    private var states: [String: LineRuns] = [:]
    private var waiting: WaitingEdits
    private var style: RepositoryStyle
    var batch = LineBatch()

    /// Clocks differ, and a commit's time has no milliseconds.
    private static let tolerance: Int64 = 120_000
    /// So many files' lines are remembered at a time.
    private static let mostStates = 4000

    /// - Parameters:
    ///   - start: the commit behind which it begins; `nil` for the first of all.
    ///   - since: when the last step of an earlier walk came.
    init(
        store: Store, checkout: Checkout, git: GitCommand, repository: String, identity: String, start: String?,
        since: Int64?
    ) throws {
        self.store = store
        self.repository = repository
        self.identity = identity
        objects = GitObjects(of: checkout, by: git)
        edits = KnownEdits(store: store, repository: identity, takesChanged: true)
        waiting = try WaitingEdits(store: store, repository: repository, identity: identity, since: since)
        style = RepositoryStyle(checkout: checkout, git: git, commit: start)
    }

    /// Its own names of landings are those of the store now.
    mutating func settle(_ owners: [Int64: Int64]) {
        for path in batch.states.keys { states[path]?.rename(owners) }
        if states.count > Self.mostStates { states.removeAll() }
        batch = LineBatch()
    }

    mutating func take(_ step: MainLineStep) throws {
        let facts = try store.landingFacts(of: step.hash, in: repository)
        let until = max(step.authoredAt, step.committedAt) + Self.tolerance
        for edit in try waiting.upTo(until) {
            var fate = EditFate(edit: edit.origin.id, tokens: edit.ownTokens.count)
            if !edit.ownTokens.isEmpty { fate.bits = try style.bits(of: edit) }
            batch.fates.append(fate)
        }
        for file in step.files { if let old = file.movedFrom { edits.moved(from: old, to: file.path) } }
        var (lines, generated) = (0, 0)
        var told: [(file: MainLineStep.FileChange, claims: [LineClaim])] = []
        for file in step.files {
            let added = file.added
            lines += added.count
            let candidates = added.isEmpty ? [] : try edits.all(of: file.path).filter { $0.origin.at <= until }
            let claims = candidates.isEmpty ? [] : LineMatching(added).claims(of: candidates)
            generated += claims.reduce(0) { $0 + $1.lines.count }
            if !candidates.isEmpty { try land(file, candidates, claims, step) }
            told.append((file, claims))
        }
        let writers = Set(told.flatMap { $0.claims.map(\.origin.session) })
        var turnover = LineTurnover(step: step, facts: facts, writers: writers)
        for (file, claims) in told where Language.named(by: file.path) != nil {
            try turn(file, claims, &turnover)
            style.take(file, claims, isOther: facts.origin == .other && !facts.isBot)
        }
        turnover.finish(into: &batch)
        if lines > 0 { batch.shares.append((step.hash, lines, min(generated, lines))) }
        if let other = style.other() { batch.styles.append((step.hash, other.tokens, other.bits)) }
        style.went(to: step.hash)
    }

    // MARK: - Lines

    private mutating func state(of path: String) throws -> LineRuns {
        if let known = states[path] { return known }
        return try store.lineState(of: path, in: repository)
    }

    private mutating func turn(
        _ file: MainLineStep.FileChange, _ claims: [LineClaim], _ turnover: inout LineTurnover
    ) throws {
        var runs = try state(of: file.movedFrom ?? file.path)
        if let old = file.movedFrom, old != file.path {
            states[old] = LineRuns()
            batch.states.updateValue(nil, forKey: old)
        }
        var owners: [Int: EditOrigin] = [:]
        for claim in claims { for line in claim.lines { owners[line] = claim.origin } }
        // From the end, so that what stands before keeps its place.
        for hunk in file.hunks.reversed() {
            var added: [LineRuns.Run] = []
            for line in hunk.added {
                let owner = turnover.owner(of: owners[line.number], batch.landings.count)
                if let last = added.indices.last, added[last].owner == owner {
                    added[last].count += 1
                } else {
                    added.append(.init(owner: owner, count: 1))
                }
            }
            let place = hunk.removed == 0 ? hunk.first : hunk.first - 1
            let writers = Set(hunk.added.compactMap { owners[$0.number]?.session })
            for run in runs.replace(max(0, place), hunk.removed, with: added) where run.owner != 0 {
                turnover.end(run, replacedBy: writers, hunk.added.isEmpty)
            }
        }
        if file.isGone { runs = LineRuns() }
        states[file.path] = runs
        batch.states.updateValue(file.isGone ? nil : runs, forKey: file.path)
    }

    // MARK: - Texts

    /// Notes of the edits that come to the main line with this step how much of them does.
    private mutating func land(
        _ file: MainLineStep.FileChange, _ candidates: [OwnedLines], _ claims: [LineClaim], _ step: MainLineStep
    ) throws {
        let open = candidates.filter { waiting.isOpen($0.origin.id) }
        guard !open.isEmpty else { return }
        let claimed = Set(claims.map(\.origin.id))
        let language = Language.named(by: file.path)
        let added = CodeStream(file.added.map(\.text).joined(separator: "\n"), language: language, isPiece: true)
        var whole: MergedFile?
        for edit in open {
            guard let written = try waiting.text(of: edit.origin.id), !written.ownTokens.isEmpty else { continue }
            guard claimed.contains(edit.origin.id) || written.hasMost(of: added) else { continue }
            if whole == nil { whole = try MergedFile(FilePlace(commit: step.hash, path: file.path), from: objects) }
            guard let whole else { return }
            let lines = claims.filter { $0.origin.id == edit.origin.id }.map(\.lines)
            let region = whole.region(of: written, claimed: lines)
            var fate = EditFate(edit: edit.origin.id, tokens: written.ownTokens.count)
            (fate.hash, fate.landedAt) = (step.hash, step.committedAt)
            fate.common = TokenDistance.common(written.ownTokens, region)
            fate.distance = TokenDistance.edits(written.ownTokens, region)
            fate.merged = region.count
            batch.fates.append(fate)
            waiting.close(edit.origin.id)
        }
    }
}
