package import Git
package import Provenance
package import Store

/// How much of a revision's code can be told: lines by level and folder, and why the rest is not known.
package struct Coverage {
    /// Lines with code tokens, by how certain it is who wrote them.
    package struct Count: Equatable, Sendable {
        package var lines: [Certainty: Int] = [:]

        package var all: Int { lines.values.reduce(0, +) }

        mutating func add(_ other: Count) { lines.merge(other.lines, uniquingKeysWith: +) }
    }

    /// Why lines have no edit.
    package enum Reason: String, CaseIterable, Sendable {
        /// The agents' histories begin later.
        case older = "older than the first history that was read"
        /// No session of the store worked here at that time.
        case quiet = "committed while no session of this repository was under way"
        /// Sessions were under way, but none has an edit of the file.
        case untouched = "in files that no recorded edit touched, while sessions were under way"
        /// There are edits of the file; none holds the line.
        case other = "beside recorded edits of the same file: typed by a person, or changed past telling"
        /// Git was out of time, or the line is not committed.
        case unread = "without history"
    }

    package struct Report: Sendable {
        package var revision: String
        package var folders: [(folder: String, count: Count)] = []
        package var total = Count()
        package var reasons: [Reason: Int] = [:]
        package var files = 0
        /// Files that could not be read as code: too large, or binary.
        package var left = 0
    }

    private let store: Store
    private let checkout: Checkout
    private let git = GitCommand()

    package init(store: Store, checkout: Checkout) {
        self.store = store
        self.checkout = checkout
    }

    /// - Parameters:
    ///   - revision: the whole hash of a commit.
    ///   - depth: folders are counted down to so many components.
    ///   - budgetMilliseconds: of git's history, for each file.
    ///   - progress: called after each file with how many there are.
    package func report(
        of revision: String, depth: Int = 2, budgetMilliseconds: Int = 2000, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Report {
        var report = Report(revision: revision)
        let objects = GitObjects(of: checkout, by: git)
        var resolver = LineResolver(store: store, objects: objects)
        let sessions = try store.sessionSpans(of: resolver.identity)
        var folders: [String: Count] = [:]
        var paths: [String] = []
        try git.paths(of: revision, in: checkout) { path in
            paths.append(String(decoding: path, as: UTF8.self))
            return true
        }
        for (number, path) in paths.enumerated() {
            defer { progress(number + 1, paths.count) }
            guard let text = try SourceFile.text(of: FilePlace(commit: revision, path: path), in: objects),
                !text.utf8.contains(0)
            else {
                report.left += 1
                continue
            }
            report.files += 1
            let answer = try resolver.resolve(
                SourceFile(path: path, text: text, revision: revision), budgetMilliseconds: budgetMilliseconds)
            var count = Count()
            let isTouched = try resolver.hasEdits(of: path)
            for line in answer.lines where line.tokens > 0 {
                count.lines[line.certainty, default: 0] += 1
                guard line.certainty == .noRecord else { continue }
                report.reasons[Self.reason(line, isTouched, sessions), default: 0] += 1
            }
            let folder = path.split(separator: "/").dropLast().prefix(depth).joined(separator: "/")
            folders[folder.isEmpty ? "." : folder, default: Count()].add(count)
            report.total.add(count)
        }
        report.folders = folders.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return report
    }

    private static func reason(_ line: LineAnswer, _ isTouched: Bool, _ sessions: [ClosedRange<Int64>]) -> Reason {
        guard let commit = line.history?.commit else { return .unread }
        guard let first = sessions.first?.lowerBound, commit.committedAt >= first else { return .older }
        // Work is committed some time after the session in which it was done.
        let isUnderWay = sessions.contains { span in
            span.lowerBound <= commit.committedAt && commit.authoredAt <= span.upperBound + 12 * 3_600_000
        }
        if !isUnderWay { return .quiet }
        return isTouched ? .other : .untouched
    }
}
