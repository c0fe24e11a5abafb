/// One commit of a main line's first parents, with all that it changes against the one before: of a merge what it brings.
package struct MainLineStep: Equatable, Sendable {
    package var hash: String
    /// Unix milliseconds UTC.
    package var authoredAt: Int64
    package var committedAt: Int64
    package var files: [FileChange] = []

    package init(hash: String, authoredAt: Int64, committedAt: Int64) {
        self.hash = hash
        self.authoredAt = authoredAt
        self.committedAt = committedAt
    }

    package struct FileChange: Equatable, Sendable {
        /// From the top of the repository, as in the commit's tree; of a file that is gone as it was.
        package var path: String
        package var movedFrom: String?
        package var isGone = false
        /// In the order of the file.
        package var hunks: [Hunk] = []

        package init(path: String) { self.path = path }

        package var added: [FileAdditions.Line] { hunks.flatMap(\.added) }
    }

    /// Lines that were taken out, and what stands in their place; no lines around them.
    package struct Hunk: Equatable, Sendable {
        /// The first line that was taken out, from 1; where none was, the line behind which others were put in, 0 at the top.
        package var first: Int
        package var removed: Int
        package var added: [FileAdditions.Line] = []

        package init(first: Int, removed: Int) {
            self.first = first
            self.removed = removed
        }
    }
}
