import Git
import Store

/// What git's history says of the lines of files, and which sessions its commits belong to; kept between questions.
struct FileHistories {
    struct Answer: Sendable {
        /// By the line's number, from 1.
        var lines: [Int: LineCommit] = [:]
        var state = FileAnswer.History.none
        /// Names that the file had.
        var names: [String] = []
    }

    private let search: HistorySearch?
    private let sessionSearch: CommitSessionSearch?
    private let objects: GitObjects?
    private var sessions: [FilePlace: CommitSessions] = [:]
    private var moments: [String: Int64?] = [:]

    init(store: Store, objects: GitObjects?, repository: String?, asksLinesAlone: Bool) {
        self.objects = objects
        search = objects.map { HistorySearch(store: store, objects: $0, asksLinesAlone: asksLinesAlone) }
        sessionSearch = objects.map { CommitSessionSearch(store: store, objects: $0, repository: repository) }
    }

    /// Lets git look for what will be asked first of some lines of a file that is checked out.
    func expect(_ path: String, lines: Range<Int>) throws {
        guard let search, let commit = objects?.checkout.head else { return }
        try search.expect(path, at: commit, lines: lines)
    }

    func history(of file: SourceFile, lines: Range<Int>?, budgetMilliseconds: Int) throws -> Answer {
        var answer = Answer()
        guard let search, let checkout = objects?.checkout, budgetMilliseconds > 0,
            let commit = file.revision ?? checkout.head
        else { return answer }
        let history =
            file.isDirty
            ? try search.history(
                of: file.path, at: commit, text: file.text, lines: lines, budgetMilliseconds: budgetMilliseconds)
            : try search.history(
                of: file.path, at: commit, knownText: file.text, lines: lines, budgetMilliseconds: budgetMilliseconds)
        var names: Set<String> = []
        for index in history.lines.indices {
            guard let origin = history.origin(of: index + 1), let facts = history.commits[origin.place.commit] else {
                continue
            }
            names.insert(origin.place.path)
            answer.lines[index + 1] = LineCommit(commit: facts, path: origin.place.path, line: origin.line)
        }
        answer.names = names.sorted()
        answer.state =
            switch history.state {
            case .complete: .complete
            case .unfinished: .unfinished
            case .none: .none
            }
        return answer
    }

    /// No edit after this moment can have written a line of a file; `nil` where it is of today.
    mutating func moment(of file: SourceFile) throws -> Int64? {
        guard let commit = file.revision else { return nil }
        if let known = moments[commit] { return known }
        let moment = try objects?.time(ofCommit: commit)
        moments[commit] = .some(moment)
        return moment
    }

    /// The uids of the sessions whose work the commit of a line says it holds; time alone is no such word.
    mutating func named(by line: LineCommit, path: String) throws -> Set<String> {
        Set(try found(for: line, path: path)?.belonging.map(\.session.uid) ?? [])
    }

    private mutating func found(for line: LineCommit, path: String) throws -> CommitSessions? {
        guard let sessionSearch, let checkout = objects?.checkout else { return nil }
        let place = FilePlace(commit: line.commit.hash, path: line.path)
        if let known = sessions[place] { return known }
        let found = try sessionSearch.sessions(
            of: place.commit, path: place.path, otherNames: path == place.path ? [] : [path], branch: checkout.branch)
        sessions[place] = found
        return found
    }

    /// The session that the commit of a line belongs to, or the one that fits it.
    mutating func sessions(
        of line: LineCommit, path: String
    ) throws -> (evidence: SessionEvidence, isCommit: Bool)? {
        guard let found = try found(for: line, path: path) else { return nil }
        // A note that gives lines to a session says of the others that they are not its.
        let belonging = found.belonging.filter { entry in
            entry.lines.isEmpty ? entry.ground != .note : entry.lines.contains { $0.contains(line.line) }
        }
        if let entry = belonging.first(where: \.editsFile) ?? belonging.first {
            return (SessionEvidence(entry), true)
        }
        guard let entry = found.fitting.first(where: \.editsFile) else { return nil }
        return (SessionEvidence(entry), false)
    }
}

extension SessionEvidence {
    fileprivate init(_ entry: CommitSessions.Entry) {
        self.init(session: entry.session.uid, agent: entry.session.agent, reason: entry.evidence)
    }
}
