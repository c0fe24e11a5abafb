/// A file at a revision, and another one in it: of a commit, or of the one before it.
package struct FilePlace: Hashable, Sendable {
    /// The whole hash of a commit.
    package var commit: String
    /// From the top of the repository, as in the commit's tree.
    package var path: String

    package init(commit: String, path: String) {
        self.commit = commit
        self.path = path
    }
}

/// Lines that follow each other in a file and came into it by one commit, in which they follow each other too.
package struct BlameSpan: Equatable, Sendable {
    /// Their numbers in the file that was asked about, from 1.
    package var lines: Range<Int>
    /// The commit, and the file's name in it.
    package var origin: FilePlace
    /// The number of the first of them in the commit's file, from 1.
    package var firstLine: Int
    /// What the commit made its file from; `nil` where it is a new one, or the history ends there.
    package var previous: FilePlace?

    package init(lines: Range<Int>, origin: FilePlace, firstLine: Int, previous: FilePlace? = nil) {
        self.lines = lines
        self.origin = origin
        self.firstLine = firstLine
        self.previous = previous
    }
}

/// A commit that wrote lines, as git's blame tells of it.
package struct BlamedCommit: Equatable, Sendable {
    package var hash: String
    package var author = ""
    package var mail = ""
    /// Unix milliseconds UTC.
    package var authoredAt: Int64 = 0
    package var committedAt: Int64 = 0
    /// The first paragraph of its message on one line.
    package var summary = ""
    /// History was not followed beyond it: a root commit, or where a shallow clone was cut off.
    package var isBoundary = false

    package init(hash: String) {
        self.hash = hash
    }
}

/// Which commit wrote each line of a file, as far as it is known.
package struct FileBlame: Equatable, Sendable {
    package enum Ending: Equatable, Sendable {
        case finished
        /// The time was over, or there was too much: what had been found until then is here.
        case outOfTime
        /// git ended early: objects are missing or broken.
        case brokenOff
    }

    /// By line, none over another; lines between them are not known.
    package var spans: [BlameSpan] = []
    /// By hash.
    package var commits: [String: BlamedCommit] = [:]
    package var ending = Ending.finished

    package init(spans: [BlameSpan] = [], commits: [String: BlamedCommit] = [:], ending: Ending = .finished) {
        self.spans = spans
        self.commits = commits
        self.ending = ending
    }

    /// The span that holds a line, in logarithmic time.
    ///
    /// - Parameter line: from 1.
    package func span(of line: Int) -> BlameSpan? {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].lines.contains(line) ? spans[low] : nil
    }
}
