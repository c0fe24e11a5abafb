import Git
import Ingest
import Provenance
import Store
import Text
import Trace

/// One repository in which frames may lie, at one revision after the other.
final class TracedRepository {
    let checkout: Checkout
    var identity: String? { resolver.identity }
    private let store: Store
    private let git = GitCommand()
    private let objects: GitObjects
    private let mappings: [PathMapping]
    private let maps: BundleMaps
    private(set) lazy var resolver = LineResolver(store: store, objects: objects, asksLinesAlone: true)
    private var knownTwin: TracedRepository?
    private var trees: [String: PathSearch] = [:]
    private var texts: [FilePlace: [Substring]] = [:]
    private var sources: [FilePlace: String] = [:]

    init(_ checkout: Checkout, store: Store, mappings: [PathMapping], maps: BundleMaps) {
        self.checkout = checkout
        self.store = store
        self.mappings = mappings
        self.maps = maps
        objects = GitObjects(of: checkout)
    }

    /// Another view of the same, for one other thread, which alone asks for it.
    func twin() throws -> TracedRepository {
        if let knownTwin { return knownTwin }
        let twin = TracedRepository(checkout, store: try store.beside(), mappings: mappings, maps: maps)
        knownTwin = twin
        return twin
    }

    /// Closes what the other thread read by.
    func closeTwin() throws {
        // In memory both read by the same connection.
        guard let knownTwin, store.location != ":memory:" else { return }
        try knownTwin.store.close()
    }

    // MARK: - Revision

    /// The commit to read a failure's lines at.
    ///
    /// - Parameter asked: as the user named it: then nothing else counts.
    /// - Throws: `RevisionError` of what the user named.
    func revision(of failure: Failure, asked: String?) throws -> TracedRevision? {
        if let asked { return TracedRevision(commit: try git.commit(named: asked, in: checkout), ground: .asked) }
        var doubts: [String] = []
        for told in [failure.revision, failure.release].compactMap(\.self) {
            do {
                return TracedRevision(commit: try git.commit(named: told, in: checkout), ground: .told(told))
            } catch let error as RevisionError {
                doubts.append("The failure says that '\(told)' was running. \(error.description)")
            }
        }
        if let time = failure.time?.milliseconds, let identity,
            let live = try Deployments(store: store).live(
                in: identity, service: failure.service, environment: failure.environment, at: time)
        {
            do {
                return TracedRevision(
                    commit: try git.commit(named: live.revision, in: checkout),
                    ground: .deployed(at: live.at, version: live.version), doubts: doubts)
            } catch let error as RevisionError {
                doubts.append(error.description)
            }
        }
        guard let head = checkout.head else { return nil }
        // What failed then cannot have been committed later.
        if let time = failure.time?.milliseconds, let commit = try git.commit(before: time, from: head, in: checkout),
            commit != head
        {
            return TracedRevision(
                commit: NamedCommit(hash: commit, name: commit), ground: .before(time), doubts: doubts)
        }
        return TracedRevision(commit: NamedCommit(hash: head, name: "HEAD"), ground: .head, doubts: doubts)
    }

    /// What edits say of the lines that a commit brought.
    func attribution(of commit: String) throws -> RevisionAttribution.CommitLines? {
        guard let commit = try objects.commit(commit) else { return nil }
        return try RevisionAttribution(store: store, checkout: checkout).lines(of: CommitFacts(commit))
    }

    // MARK: - Files

    /// The frames of a failure with the files that they mean.
    func mapped(_ failure: Failure, at commit: String) throws -> [TracedFrame] {
        let search = try tree(commit)
        var frames: [TracedFrame] = []
        for (number, exception) in (failure.exceptions + failure.suppressed).enumerated() {
            for (depth, frame) in exception.frames.enumerated() {
                var traced = find(TracedFrame(exception: number, depth: depth, frame: frame), search, failure.language)
                let bundle = traced.path.map { checkout.root + "/" + $0 }
                if let source = maps.original(frame, bundle: bundle) {
                    traced = find(TracedFrame(exception: number, depth: depth, frame: source), search, failure.language)
                }
                frames.append(traced)
            }
        }
        return frames
    }

    private func find(_ frame: TracedFrame, _ search: PathSearch, _ language: String?) -> TracedFrame {
        var frame = frame
        for path in frame.frame.paths {
            switch search.find(path, as: Self.kind(of: frame.frame, language)) {
            case .one(let file, _):
                frame.path = file
                frame.candidates = []
                return frame
            case .several(let files, _): if frame.candidates.isEmpty { frame.candidates = files }
            case .none: break
            }
        }
        return frame
    }

    private static func kind(of frame: Frame, _ language: String?) -> PathSearch.Kind {
        switch language {
        case "java", "kotlin", "scala", "groovy": .package
        case "swift": .module
        default: .file
        }
    }

    private func tree(_ commit: String) throws -> PathSearch {
        if let known = trees[commit] { return known }
        let search = PathSearch(
            try PathIndex(of: commit, in: checkout), mappings: mappings, repository: checkout.remoteNames.first)
        trees[commit] = search
        return search
    }

    /// Finds the frame's line at the revision: by its number, and by the text that the trace quotes where that is another.
    func locate(_ frame: inout TracedFrame, at commit: String) throws {
        guard let path = frame.path, let number = frame.frame.line else { return }
        let place = FilePlace(commit: commit, path: path)
        let lines = try lines(of: place)
        guard !lines.isEmpty else { return }
        frame.line = (1...lines.count).contains(number) ? number : nil
        frame.text = frame.line.map { String(lines[$0 - 1]) }
        guard let quoted = frame.frame.source.map(Self.bare), !quoted.isEmpty else { return }
        if let text = frame.text, Self.bare(text) == quoted { return }
        // Python quotes the first line of a call that goes on over several, and the number is that of a later one.
        let equal = lines.indices.filter { Self.bare(String(lines[$0])) == quoted }
        guard let nearest = equal.min(by: { abs($0 + 1 - number) < abs($1 + 1 - number) }) else {
            frame.isMoved = true
            return
        }
        frame.isMoved = abs(nearest + 1 - number) > 1
        frame.line = nearest + 1
        frame.text = String(lines[nearest])
    }

    private static func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

    private func lines(of place: FilePlace) throws -> [Substring] {
        if let known = texts[place] { return known }
        guard let text = try text(of: place) else { return [] }
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            Substring($0)
        }
        if text.utf8.last == UInt8(ascii: "\n") { lines.removeLast() }
        texts[place] = lines
        return lines
    }

    private func text(of place: FilePlace) throws -> String? {
        if let known = sources[place] { return known }
        let text = try SourceFile.text(of: place, in: objects)
        sources[place] = text
        return text
    }

    // MARK: - Lines

    /// Who wrote the frame's line.
    ///
    /// - Parameter needsHistory: see `LineResolver.resolve`.
    func resolve(
        _ frame: inout TracedFrame, at commit: String, budgetMilliseconds: Int, needsHistory: Bool
    ) throws {
        guard let path = frame.path, let line = frame.line,
            let text = try text(of: FilePlace(commit: commit, path: path))
        else { return }
        frame.answer = try resolver.resolve(
            SourceFile(path: path, text: text, revision: commit), lines: line...line,
            budgetMilliseconds: budgetMilliseconds, needsHistory: needsHistory, needsOthers: false
        ).lines.first
    }

    /// How many lines of a file at a revision a turn's edits of it wrote.
    func alive(_ path: String, at commit: String, of turn: Int64) throws -> Int? {
        guard let text = try text(of: FilePlace(commit: commit, path: path)) else { return nil }
        let answer = try resolver.resolve(
            SourceFile(path: path, text: text, revision: commit), budgetMilliseconds: 0, looksElsewhere: false)
        return answer.lines.count { $0.content?.edit.turn == turn }
    }
}
