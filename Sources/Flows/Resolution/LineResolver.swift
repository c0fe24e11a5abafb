package import Git
import Ingest
import Provenance
package import Store
import Syntax

/// Answers who wrote the lines of a file, by two independent anchors: what edits of the store have in common with the text,
/// and what git's history says of it.
///
/// Keep it between questions: what it has read of edits stays with it.
package struct LineResolver {
    private let store: Store
    /// As sessions of the repository have it.
    private let repository: String?
    private var shelf: EditShelf
    private var histories: FileHistories

    /// A commit's time has no milliseconds. No more is allowed for clocks that differ: who commits and asks for the next thing
    /// within a minute would see the commit's lines given to what was asked.
    static let tolerance: Int64 = 2000

    /// So many lines around those that are asked for are compared with them.
    private static let margin = 60

    /// - Parameters:
    ///   - objects: of the file's repository; `nil` for a file outside of any.
    ///   - asksLinesAlone: see `HistorySearch`; for one line here and one there.
    package init(store: Store, objects: GitObjects?, asksLinesAlone: Bool = false) {
        self.store = store
        shelf = EditShelf(store: store)
        var places = RepositoryPlaces(store: store)
        repository = objects.flatMap { places.place(ofWorkTree: $0.checkout.root)?.identity }
        histories = FileHistories(
            store: store, objects: objects, repository: repository, asksLinesAlone: asksLinesAlone)
    }

    /// As sessions of the repository have it.
    var identity: String? { repository }

    /// Whether the store has edits of a file under its name of today.
    mutating func hasEdits(of path: String) throws -> Bool {
        try !shelf.edits(of: [path], in: repository).isEmpty
    }

    /// - Parameters:
    ///   - asked: the lines, from 1; all of them for `nil`.
    ///   - budgetMilliseconds: how long git may work on history; 0 for content alone.
    ///   - needsHistory: whether it is wanted of lines, too, in which no edit has a part.
    ///   - needsTokens: whether each token is answered for, too.
    ///   - needsOthers: whether earlier edits of the same lines are asked for, too.
    ///   - looksElsewhere: whether edits of other files may have written it.
    package mutating func resolve(
        _ file: SourceFile, lines asked: ClosedRange<Int>? = nil, budgetMilliseconds: Int = 2000,
        needsHistory: Bool = true, needsTokens: Bool = false, needsOthers: Bool = true, looksElsewhere: Bool = true
    ) throws -> FileAnswer {
        let text = Passage(file, asked, margin: Self.margin)
        let lines = asked == nil ? nil : text.asked
        let horizon = try histories.moment(of: file).map { $0 + Self.tolerance } ?? Int64.max
        var history = FileHistories.Answer()
        var found: Compared
        let needsAll = needsOthers || needsTokens
        if needsHistory, needsAll {
            // Git works while edits are compared; nobody else asks for histories meanwhile.
            nonisolated(unsafe) let asking = histories
            (found, history) = try bothAtOnce {
                try compare(text, with: [file.path], until: horizon, looksElsewhere: looksElsewhere)
            } _: {
                try asking.history(of: file, lines: lines, budgetMilliseconds: budgetMilliseconds)
            }
            let names = [file.path] + history.names.filter { $0 != file.path }
            if names.count > 1 {
                found = try compare(text, with: names, until: horizon, looksElsewhere: looksElsewhere)
            }
        } else {
            if needsHistory {
                history = try histories.history(of: file, lines: lines, budgetMilliseconds: budgetMilliseconds)
            }
            found = try compare(
                text, with: [file.path] + history.names.filter { $0 != file.path }, until: horizon,
                looksElsewhere: looksElsewhere, isEnough: needsAll ? nil : isEnough(for: text, history))
        }
        found.search.settleBrackets()
        if !needsHistory, text.inner.contains(where: { !found.search.contenders[$0].isEmpty }) {
            history = try histories.history(of: file, lines: lines, budgetMilliseconds: budgetMilliseconds)
            found.rest = found.search.compare(
                own: found.rest, until: horizon,
                isEnough: needsAll ? nil : isEnough(for: text, history))
        }
        var (search, rest) = (found.search, found.rest)
        if try namesAnyOf(rest, insteadOf: search, text, history) { _ = search.compare(own: rest, until: horizon) }
        var answer = FileAnswer(
            file: file, lines: [], history: history.state, waiting: try store.editsWithoutShingles())
        for line in text.inner {
            let number = text.first + line
            answer.lines.append(
                try self.answer(number, line, of: text, among: search.contenders[line], history: history.lines[number]))
        }
        try settleBrackets(&answer.lines, text)
        fillGaps(&answer.lines, text)
        try addSessions(&answer.lines, file)
        if needsTokens { answer.tokens = tokens(text, search, history) }
        return answer
    }

    /// Reads the edits of a file that will be asked about, while something else is waited for.
    ///
    /// - Parameter lines: those whose history will be asked for, of the file as it is checked out.
    package mutating func expect(_ path: String, lines: ClosedRange<Int>? = nil) throws {
        if let lines { try histories.expect(path, lines: lines.lowerBound..<lines.upperBound + 1) }
        for piece in try shelf.edits(of: [path], in: repository).flatMap(\.pieces) { piece.read() }
    }

    /// What edits have in common with a text, and which of the file's own were not looked at.
    private struct Compared {
        var search: ContentSearch
        var rest: ArraySlice<WrittenEdit>
    }

    /// - Parameter isEnough: whether edits before one that has the line cannot change the answer.
    private mutating func compare(
        _ text: Passage, with names: [String], until horizon: Int64, looksElsewhere: Bool,
        isEnough: ((Int, LineContender) -> Bool)? = nil
    ) throws -> Compared {
        var search = ContentSearch(text.code, lines: text.inner, words: text.words)
        let own = try shelf.edits(of: names, in: repository)
        let rest = search.compare(own: own[...], until: horizon, isEnough: isEnough)
        if looksElsewhere {
            try search.compareStrangers(in: store, from: &shelf, except: Set(own.map(\.origin.id)), until: horizon)
        }
        return Compared(search: search, rest: rest)
    }

    private func isEnough(for text: Passage, _ history: FileHistories.Answer) -> (Int, LineContender) -> Bool {
        { Self.isPossible($1, history.lines[text.first + $0]) }
    }

    // MARK: - One line

    private mutating func answer(
        _ number: Int, _ line: Int, of text: Passage, among contenders: [LineContender], history: LineCommit?
    ) throws -> LineAnswer {
        let tokens = text.code.tokens(ofLine: line)
        var answer = LineAnswer(number: number, tokens: text.code.weight(of: tokens))
        answer.history = history
        var possible = contenders.filter { Self.isPossible($0, history) }
        if let history { try preferNamed(&possible, history, text.path) }
        guard let best = possible.first else { return answer }
        answer.certainty = best.isExact ? .exact : .adapted
        var evidence = text.evidence(best, tokens)
        if possible.count > 1 { evidence.isTied = possible[1].isEqual(to: best) }
        answer.content = evidence
        answer.others = possible.dropFirst().prefix(4).filter { $0.isWhole || !best.isWhole }
            .map { text.evidence($0, tokens) }
        return answer
    }

    /// Whether the commit of a line names a session that is among edits not compared yet, and not that of the best one.
    private mutating func namesAnyOf(
        _ rest: ArraySlice<WrittenEdit>, insteadOf search: ContentSearch, _ text: Passage,
        _ history: FileHistories.Answer
    ) throws -> Bool {
        let sessions = Set(rest.map(\.origin.session))
        guard !sessions.isEmpty else { return false }
        return try text.inner.contains { line in
            guard let commit = history.lines[text.first + line],
                let best = search.contenders[line].first(where: { Self.isPossible($0, commit) })
            else { return false }
            guard sessions != [best.origin.session] else { return false }
            let named = try histories.named(by: commit, path: text.path)
            return !named.contains(best.origin.session) && !named.isDisjoint(with: sessions)
        }
    }

    /// Of edits that hold as much of the line that one counts whose session the commit names.
    private mutating func preferNamed(
        _ contenders: inout [LineContender], _ history: LineCommit, _ path: String
    ) throws {
        guard let best = contenders.first else { return }
        let alike = contenders.prefix { $0.isWhole == best.isWhole }
        guard Set(alike.map(\.origin.session)).count > 1 else { return }
        let named = try histories.named(by: history, path: path)
        guard !named.contains(best.origin.session),
            let place = alike.firstIndex(where: { named.contains($0.origin.session) })
        else { return }
        contenders.insert(contenders.remove(at: place), at: 0)
    }

    /// What a commit brought stood there before any later edit.
    private static func isPossible(_ contender: LineContender, _ history: LineCommit?) -> Bool {
        guard let commit = history?.commit else { return true }
        return contender.origin.at <= max(commit.committedAt, commit.authoredAt) + Self.tolerance
    }

    /// A bracket that came in with the line before it goes with that, where the commit names the session of the one alone:
    /// which of two equal brackets an edit put there no difference of texts can tell.
    private mutating func settleBrackets(_ lines: inout [LineAnswer], _ text: Passage) throws {
        for index in lines.indices.dropFirst() where 1...ContentSearch.fewTokens ~= lines[index].tokens {
            let before = lines[index - 1]
            guard let edit = lines[index].content?.edit, let likelier = before.content?.edit, edit != likelier,
                let history = lines[index].history, history.commit.hash == before.history?.commit.hash
            else { continue }
            let named = try histories.named(by: history, path: text.path)
            guard named.contains(likelier.session), !named.contains(edit.session) else { continue }
            lines[index].certainty = min(lines[index].certainty, before.certainty)
            lines[index].content = before.content
            lines[index].content?.changed = []
        }
    }

    /// A line without tokens of its own (blank, a closing bracket) goes with the lines around it where they agree.
    private func fillGaps(_ lines: inout [LineAnswer], _ text: Passage) {
        var index = 0
        while index < lines.count {
            guard text.isBare(index) else {
                index += 1
                continue
            }
            var end = index
            while end < lines.count, text.isBare(end) { end += 1 }
            let before = index > 0 ? lines[index - 1] : nil
            let after = end < lines.count ? lines[end] : nil
            if let source = joined(before, after, text, index..<end) {
                for place in index..<end {
                    lines[place].certainty = source.certainty
                    lines[place].content = source.content
                    lines[place].content?.changed = []
                }
            }
            index = end
        }
    }

    /// The line before, no more certain than the one behind; nothing where only one side has an edit.
    private func joined(
        _ before: LineAnswer?, _ after: LineAnswer?, _ text: Passage, _ gap: Range<Int>
    ) -> LineAnswer? {
        guard var before, before.content != nil else { return nil }
        guard let after else { return before }
        guard after.content != nil else { return nil }
        before.certainty = min(before.certainty, after.certainty)
        return before
    }

    // MARK: - Sessions

    private mutating func addSessions(_ lines: inout [LineAnswer], _ file: SourceFile) throws {
        for index in lines.indices where lines[index].certainty == .noRecord {
            guard let history = lines[index].history,
                let found = try histories.sessions(of: history, path: file.path)
            else { continue }
            lines[index].certainty = found.isCommit ? .commit : .session
            lines[index].session = found.evidence
        }
    }

    // MARK: - Tokens

    private func tokens(_ text: Passage, _ search: ContentSearch, _ history: FileHistories.Answer) -> [TokenAnswer] {
        text.inner.flatMap { line in
            let tokens = text.code.tokens(ofLine: line)
            let number = text.first + line
            let possible = search.contenders[line].filter { Self.isPossible($0, history.lines[number]) }
            return tokens.map { token in
                let owner = possible.filter { $0.isOwned[token - tokens.lowerBound] }
                    .max { !$0.isBetter(than: $1) && $1.isBetter(than: $0) }
                return TokenAnswer(range: text.bytes(of: token), line: number, edit: owner?.origin)
            }
        }
    }
}
