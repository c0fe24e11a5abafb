import Audit
package import Git
import Ingest
import Provenance
package import Store
import Text
package import Trace

/// Answers where a failure comes from: its frames in a repository at the revision that ran, and the prompts that wrote their
/// lines.
///
/// Keep it between failures of one log: what it has read of the repository stays with it.
package struct Tracing {
    package struct Options: Sendable {
        /// The revision that ran, as the user names it.
        package var revision: String?
        /// Beginnings of paths as they were where it ran, and what stands for them in the repository.
        package var mappings: [PathMapping] = []
        /// A folder of source maps, beside those that lie next to their bundles.
        package var sourceMaps: String?
        /// How long git may look at history, for each failure.
        package var budgetMilliseconds = 1500
        /// Of how many suspects it is told what else they wrote, and what a revert would do.
        package var reaches = 2

        package init() {}
    }

    private let store: Store
    private let options: Options
    private let repositories: [TracedRepository]
    private let elsewhere: [TracedRepository]

    /// More suspects are not told.
    private static let mostSuspects = 5
    /// Of prompts that came in with a release; so many of those with most lines are weighed.
    private static let mostReleased = 20
    private static let mostWeighed = 100
    private static let mostAnswers = 50

    /// - Parameters:
    ///   - checkouts: the repositories in which frames may lie; where several have some, that with the most counts.
    ///   - elsewhere: those that are looked at where none of the others has a frame.
    package init(
        store: Store, checkouts: [Checkout], elsewhere: [Checkout] = [], options: Options = Options()
    ) throws {
        self.store = store
        self.options = options
        let maps = BundleMaps(folder: options.sourceMaps)
        func repository(_ checkout: Checkout) -> TracedRepository {
            TracedRepository(checkout, store: store, mappings: options.mappings, maps: maps)
        }
        repositories = checkouts.map(repository)
        self.elsewhere = elsewhere.map(repository)
    }

    /// Closes what it has opened itself; nothing more can be asked.
    package func end() throws {
        for repository in repositories + elsewhere { try repository.closeTwin() }
    }

    /// - Throws: `RevisionError` of what the user named, `GitError`, `StoreError`.
    package func answer(_ failure: Failure) throws -> TraceAnswer {
        guard let found = try best(failure) else {
            var answer = TraceAnswer(failure: failure, frames: [])
            answer.frames = failure.exceptions.enumerated().flatMap { number, exception in
                exception.frames.enumerated().map { TracedFrame(exception: number, depth: $0, frame: $1) }
            }
            return answer
        }
        var answer = found.answer
        let (repository, commit) = (found.repository, found.commit)
        try FrameResolving(repository: repository, commit: commit, budgetMilliseconds: options.budgetMilliseconds)
            .resolve(&answer.frames)
        if answer.frames.contains(where: \.isMoved) {
            answer.notes.append(
                "The trace quotes other text than stands on its lines at \(commit.prefix(8)): another revision was running."
            )
        }
        answer.suspects = try suspects(answer)
        try tellConsequences(of: &answer, in: repository, at: commit)
        if !answer.hasOwn { answer.byRelease = try released(answer, in: repository) }
        return answer
    }

    // MARK: - Repository

    private struct Found {
        var repository: TracedRepository
        var commit: String
        var answer: TraceAnswer
        var own: Int
    }

    private func best(_ failure: Failure) throws -> Found? {
        let near = try best(failure, among: repositories)
        if let near, near.own > 0 { return near }
        guard !elsewhere.isEmpty else { return near }
        let far = try best(failure, among: elsewhere)
        return far.flatMap { $0.own > 0 ? $0 : nil } ?? near ?? far
    }

    private func best(_ failure: Failure, among repositories: [TracedRepository]) throws -> Found? {
        var best: Found?
        for repository in repositories {
            guard let revision = try revision(of: failure, in: repository) else { continue }
            let commit = revision.commit.hash
            var answer = TraceAnswer(failure: failure, frames: try repository.mapped(failure, at: commit))
            answer.checkout = repository.checkout
            answer.repository = repository.identity
            answer.revision = revision
            answer.notes = revision.doubts
            let own = answer.frames.count(where: \.isOwn)
            if best.map({ own > $0.own }) ?? true {
                best = Found(repository: repository, commit: commit, answer: answer, own: own)
            }
        }
        return best
    }

    private func revision(of failure: Failure, in repository: TracedRepository) throws -> TracedRevision? {
        do {
            return try repository.revision(of: failure, asked: options.revision)
        } catch let error as RevisionError {
            // Of several repositories one may have the revision.
            if repositories.count + elsewhere.count > 1 { return nil }
            throw error
        }
    }

    // MARK: - Suspects

    private func suspects(_ answer: TraceAnswer) throws -> [Suspect] {
        var found: [(suspect: Suspect, turn: Int64?)] = []
        for (index, frame) in answer.frames.enumerated() {
            guard let line = frame.answer, line.certainty > .noRecord else { continue }
            let edit = line.content?.edit
            guard let session = edit?.session ?? line.session?.session else { continue }
            let turn = edit?.turn ?? line.session?.turn
            if let same = found.firstIndex(where: { $0.suspect.session == session && $0.suspect.edit?.turn == turn }) {
                found[same].suspect.frames.append(index)
                found[same].suspect.certainty = max(found[same].suspect.certainty, line.certainty)
                continue
            }
            var suspect = Suspect(
                frames: [index], certainty: line.certainty, edit: edit, session: session,
                agent: edit?.agent ?? line.session?.agent ?? "")
            suspect.model = edit?.model ?? line.session?.model
            found.append((suspect, turn))
        }
        return try found.sorted { Self.isLikelier($0.suspect, $1.suspect) }.prefix(Self.mostSuspects).map {
            var suspect = $0.suspect
            if let turn = $0.turn, let detail = try store.turn(turn) {
                suspect.prompt = detail.prompt
                suspect.turn = detail.turn.uid
                suspect.findings = detail.findings.filter { $0.path == nil || $0.path == suspect.edit?.path }
            }
            return suspect
        }
    }

    /// The more certain, then the nearer to the place that failed, then the later.
    private static func isLikelier(_ one: Suspect, _ other: Suspect) -> Bool {
        let (first, second) = (max(one.certainty, .commit), max(other.certainty, .commit))
        // Both are answers by the line itself: what failed counts before how little was changed since.
        if (first >= .adapted) != (second >= .adapted) { return first > second }
        if one.frames[0] != other.frames[0] { return one.frames[0] < other.frames[0] }
        return (one.edit?.at ?? 0) > (other.edit?.at ?? 0)
    }

    /// Of the first suspects what else they wrote, and what a revert would do: of half of them on another thread.
    private func tellConsequences(
        of answer: inout TraceAnswer, in repository: TracedRepository, at commit: String
    ) throws {
        let count = min(answer.suspects.count, options.reaches)
        let frames = answer.frames
        let near = Consequences(store: store, repository: repository, commit: commit)
        let (first, second) = (
            Array(answer.suspects.prefix(count - count / 2)), Array(answer.suspects.prefix(count).suffix(count / 2))
        )
        guard !second.isEmpty else {
            answer.suspects.replaceSubrange(..<count, with: try near.told(first, frames))
            return
        }
        nonisolated(unsafe) let shared = repository
        let (one, other) = try bothAtOnce {
            try near.told(first, frames)
        } _: { [store] in
            try Consequences(store: store, repository: shared.twin(), commit: commit).told(second, frames)
        }
        answer.suspects.replaceSubrange(..<count, with: one + other)
    }

    // MARK: - By release

    /// What came in since the deployment before, where no frame is ours.
    private func released(_ answer: TraceAnswer, in repository: TracedRepository) throws -> [ReleasePrompt] {
        guard let identity = repository.identity, let commit = answer.revision?.commit.hash else { return [] }
        let moment = answer.failure.time?.milliseconds ?? Int64.max
        let deployments = Deployments(store: store)
        guard let live = try deployments.live(in: identity, service: answer.failure.service, at: moment),
            let before = try deployments.live(in: identity, service: answer.failure.service, at: live.at - 1),
            before.revision != commit
        else { return [] }
        var lines: [Int64: Int] = [:]
        var commits: [Int64: [String]] = [:]
        try RevisionAttribution(store: store, checkout: repository.checkout).run("\(before.revision)..\(commit)") {
            told in
            for claim in told.files.flatMap(\.claims) {
                guard let turn = claim.origin.turn else { continue }
                lines[turn, default: 0] += claim.lines.count
                if commits[turn]?.last != told.commit.hash { commits[turn, default: []].append(told.commit.hash) }
            }
        }
        // A review that ended before the failure did not hold any more.
        let reading = RiskReading(store: store, now: moment)
        let most = lines.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(Self.mostWeighed)
        let prompts = try most.compactMap { turn, count -> ReleasePrompt? in
            guard let detail = try store.turn(turn) else { return nil }
            var prompt = ReleasePrompt(
                turn: turn, uid: detail.turn.uid, prompt: detail.prompt, agent: detail.turn.agent,
                model: detail.turn.model, lines: count, commits: commits[turn] ?? [])
            prompt.risk = RiskAccount.worst(
                try store.answers(of: .turn, turn, limit: Self.mostAnswers).compactMap { try reading.account(of: $0) })
            return prompt
        }
        // Of equal risk the one with more lines comes first, as they come here.
        let ranked = prompts.enumerated().sorted { one, other in
            let (first, second) = (one.element.risk, other.element.risk)
            let left = (first?.level.rawValue ?? -1, first?.score ?? -1, -one.offset)
            return left > (second?.level.rawValue ?? -1, second?.score ?? -1, -other.offset)
        }
        return ranked.prefix(Self.mostReleased).map(\.element)
    }
}
