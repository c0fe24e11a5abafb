/// A commit of a repository's main branch.
package struct MainlineCommit: Equatable, Sendable {
    package var hash: String
    package var authoredAt: Int64
    package var committedAt: Int64
    /// When it came to the main line.
    package var landedAt: Int64
    package var parents: Int
    /// Whether it is one of the first parents.
    package var isFirst: Bool
    package var isBot = false
    /// The number of the request that brought it.
    package var change: Int64?
    package var kind: String?
    package var reverts: String?
    package var marks = ""

    package init(
        hash: String, authoredAt: Int64, committedAt: Int64, landedAt: Int64, parents: Int, isFirst: Bool
    ) {
        self.hash = hash
        self.authoredAt = authoredAt
        self.committedAt = committedAt
        self.landedAt = landedAt
        self.parents = parents
        self.isFirst = isFirst
    }
}
