package import Git
import Provenance
package import Store

/// Asks git for the history of a file's lines, and looks through commits that only formatted it.
///
/// Answers are remembered in the store by commit and path, where it can be written.
package struct HistorySearch {
    private let store: Store?
    private let checkout: Checkout
    private let git: GitCommand
    private let versions: FileVersions
    private let asksLinesAlone: Bool

    /// How long it may take for one file.
    package static let budgetMilliseconds = 2000

    /// - Parameter asksLinesAlone: whether of a few lines no more is asked than where they come from: sooner for one question,
    ///   but the next line of the file waits as long. Else the first question is answered for the whole file, if its history
    ///   is not too long for that.
    package init(
        store: Store?, objects: GitObjects, git: GitCommand = GitCommand(), asksLinesAlone: Bool = false
    ) {
        self.asksLinesAlone = asksLinesAlone
        self.store = store
        checkout = objects.checkout
        self.git = git
        versions = FileVersions(objects)
    }

    /// The lines of a file at a commit.
    ///
    /// - Parameters:
    ///   - path: from the top of the repository, as in the commit's tree.
    ///   - commit: its whole hash.
    ///   - text: of the file at the commit, where it is known.
    ///   - lines: those that are asked about, from 1: of others formatting may not be looked through. All are given.
    /// - Throws: where git cannot be started, or the store is damaged.
    package func history(
        of path: String, at commit: String, knownText text: String? = nil, lines: Range<Int>? = nil,
        budgetMilliseconds: Int = budgetMilliseconds
    ) throws -> FileHistory {
        let place = FilePlace(commit: commit, path: path)
        if let text { versions.know(text, of: place) }
        guard let version = try versions.version(of: place) else { return try absent(place) }
        return try history(of: place, carried: Array(0..<version.lineCount), lines, budgetMilliseconds)
    }

    /// Lets git look for what the history of some lines needs first, while something else is done.
    func expect(_ path: String, at commit: String, lines: Range<Int>) throws {
        var search = followedBlame(budgetMilliseconds: 0)
        try search.expect(FilePlace(commit: commit, path: path), lines: lines)
    }

    /// The lines of a text that is a file's or is to be: a dirty one, a buffer of an editor. What the commit's file does not
    /// have is not committed.
    ///
    /// - Parameter commit: `nil` before the first one.
    package func history(
        of path: String, at commit: String?, text: String, lines: Range<Int>? = nil,
        budgetMilliseconds: Int = budgetMilliseconds
    ) throws -> FileHistory {
        let count = FileVersion(Array(text.utf8)).lineCount
        let place = commit.map { FilePlace(commit: $0, path: path) }
        guard let place, let committed = try versions.version(of: place)?.text else {
            return FileHistory(lines: Array(repeating: .uncommitted, count: count), state: .none)
        }
        guard committed != text else {
            return try history(of: place, carried: Array(0..<count), lines, budgetMilliseconds)
        }
        let carried = LineCarrying.byText(from: committed, to: text, language: Language.named(by: path)).prefix(count)
        let asked = lines.map { lines in lines.compactMap { carried.indices.contains($0 - 1) ? carried[$0 - 1] : nil } }
        let range = asked.flatMap { numbers in
            numbers.min().flatMap { first in numbers.max().map { (first + 1)..<($0 + 2) } }
        }
        return try history(of: place, carried: Array(carried), asked == nil ? nil : range ?? 0..<0, budgetMilliseconds)
    }

    /// The same with moves and copies from other files looked through, for the lines that are asked about.
    ///
    /// Git finds a moved piece by its size, so each line is asked for with those that the same commit brought beside it.
    ///
    /// - Parameter lines: from 1.
    package func copies(
        of lines: [Int], in history: FileHistory, path: String, at commit: String, text: String? = nil,
        budgetMilliseconds: Int = budgetMilliseconds
    ) throws -> FileHistory {
        var history = history
        let place = FilePlace(commit: commit, path: path)
        guard budgetMilliseconds > 0, let committed = try versions.version(of: place)?.text else { return history }
        let carried =
            text.map { LineCarrying.byText(from: committed, to: $0, language: Language.named(by: path)) }
            ?? Array(0..<history.lines.count)
        var wanted: [ClosedRange<Int>] = []
        for line in Set(lines).sorted() {
            guard let origin = history.origin(of: line)?.place, wanted.last?.contains(line) != true else { continue }
            var (first, last) = (line, line)
            while history.origin(of: first - 1)?.place == origin { first -= 1 }
            while history.origin(of: last + 1)?.place == origin { last += 1 }
            wanted.append(first...last)
        }
        let ranges = wanted.compactMap { range -> ClosedRange<Int>? in
            let numbers = range.compactMap { carried.indices.contains($0 - 1) ? carried[$0 - 1] : nil }.map { $0 + 1 }
            return numbers.min().flatMap { first in numbers.max().map { first...$0 } }
        }
        guard !ranges.isEmpty else { return history }
        let blame = try git.blame(
            path, at: commit, in: checkout, following: .copies, lines: ranges, budgetMilliseconds: budgetMilliseconds)
        for line in wanted.joined() {
            guard carried.indices.contains(line - 1), let number = carried[line - 1],
                let found = blame.origin(of: number + 1), found.place != history.origin(of: line)?.place
            else { continue }
            history.lines[line - 1] = .committed(found)
            history.commits[found.place.commit] = blame.commits[found.place.commit]
        }
        if blame.ending != .finished { history.state = .unfinished }
        return history
    }

    // MARK: -

    private func history(
        of place: FilePlace, carried: [Int?], _ lines: Range<Int>?, _ budgetMilliseconds: Int
    ) throws -> FileHistory {
        var search = followedBlame(budgetMilliseconds: budgetMilliseconds)
        let blame = try search.blame(place, lines: lines)
        var history = FileHistory()
        history.lines = carried.map { number in
            number.map { blame.origin(of: $0 + 1).map(FileHistory.Line.committed) ?? .unknown } ?? .uncommitted
        }
        history.commits = blame.commits
        switch blame.ending {
        case .finished: history.state = .complete
        case .outOfTime: history.state = .unfinished
        case .brokenOff:
            history.state = blame.spans.isEmpty ? .none : .unfinished
            history.reason = Self.missing(place)
        }
        if checkout.isShallow { history.cutOff = checkout.shallowCommits.intersection(blame.commits.keys) }
        return history
    }

    private func followedBlame(budgetMilliseconds: Int) -> FollowedBlame {
        FollowedBlame(
            store: store, checkout: checkout, git: git, versions: versions, budgetMilliseconds: budgetMilliseconds,
            asksLinesAlone: asksLinesAlone)
    }

    private func absent(_ place: FilePlace) throws -> FileHistory {
        var history = FileHistory(state: .none)
        history.reason =
            if try versions.has(place) {
                "'\(place.path)' is too large to look at its history."
            } else if try git.file(place.path, at: place.commit, in: checkout) != nil {
                Self.missing(place)
            } else {
                "There is no file '\(place.path)' in the commit \(place.commit.prefix(12))."
            }
        return history
    }

    /// What git itself fetches when it is asked for it.
    private static func missing(_ place: FilePlace) -> String {
        "Objects of the history of '\(place.path)' are not in this clone: 'git blame \(place.commit.prefix(12)) -- "
            + "\(place.path)' brings them."
    }
}

extension FileBlame {
    func origin(of line: Int) -> LineOrigin? {
        span(of: line).map { span in
            LineOrigin(
                place: span.origin, line: span.firstLine + line - span.lines.lowerBound, previous: span.previous)
        }
    }
}
