/// A commit as a list of revisions names it.
package struct CommitFacts: Equatable, Sendable {
    /// The whole hash, in hexadecimal.
    package var hash: String
    package var parents: [String]
    /// Unix milliseconds UTC; an amended or rebased commit keeps the author's time and gets a new committer's.
    package var authoredAt: Int64
    package var committedAt: Int64

    package init(hash: String, parents: [String], authoredAt: Int64, committedAt: Int64) {
        self.hash = hash
        self.parents = parents
        self.authoredAt = authoredAt
        self.committedAt = committedAt
    }

    package init(_ commit: CommitObject) {
        self.init(
            hash: commit.hash, parents: commit.parents, authoredAt: commit.author.at, committedAt: commit.committer.at)
    }

    /// A line of `%H %at %ct %P`.
    init?(line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 3, References.isCommit(words[0]), let authored = Self.moment(words[1]),
            let committed = Self.moment(words[2])
        else { return nil }
        self.init(
            hash: String(words[0]), parents: words.dropFirst(3).map(String.init), authoredAt: authored,
            committedAt: committed)
    }

    private static func moment(_ seconds: Substring) -> Int64? {
        Int64(seconds).map { min(max($0, 0), 253_402_300_799) * 1000 }
    }
}
