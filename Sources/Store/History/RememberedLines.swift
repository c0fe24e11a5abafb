/// What is remembered of the lines of one file at one commit: git's answer, with formatting looked through.
package struct RememberedLines: Equatable, Sendable {
    package struct Commit: Equatable, Sendable {
        package var hash: String
        package var author: String
        package var mail: String
        package var authoredAt: Int64
        package var committedAt: Int64
        package var summary: String
        package var isBoundary: Bool

        package init(
            hash: String, author: String, mail: String, authoredAt: Int64, committedAt: Int64, summary: String,
            isBoundary: Bool
        ) {
            self.hash = hash
            self.author = author
            self.mail = mail
            self.authoredAt = authoredAt
            self.committedAt = committedAt
            self.summary = summary
            self.isBoundary = isBoundary
        }
    }

    package struct Place: Equatable, Sendable {
        package var commit: String
        package var path: String

        package init(commit: String, path: String) {
            self.commit = commit
            self.path = path
        }
    }

    package struct Span: Equatable, Sendable {
        package var lines: Range<Int>
        package var origin: Place
        package var firstLine: Int
        package var previous: Place?
        /// There was no time to see whether the commit only formatted them.
        package var isOpen: Bool
        /// Open, and followed through no commit yet: but for blanks they read in the commit's file as in this one.
        package var isUntouched: Bool

        package init(
            lines: Range<Int>, origin: Place, firstLine: Int, previous: Place?, isOpen: Bool = false,
            isUntouched: Bool = false
        ) {
            self.lines = lines
            self.origin = origin
            self.firstLine = firstLine
            self.previous = previous
            self.isOpen = isOpen
            self.isUntouched = isUntouched
        }
    }

    package var commits: [Commit]
    /// By line, none over another; from 1.
    package var spans: [Span]

    package init(commits: [Commit], spans: [Span]) {
        self.commits = commits
        self.spans = spans
    }
}
