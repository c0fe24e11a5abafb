package import Provenance

/// A node of the graph with what is said of it in a line.
package struct GraphNode: Equatable, Sendable {
    package var name: NodeName
    /// The record's uid; a repository's identity, a commit's hash.
    package var uid: String
    /// One line, not yet safe to print.
    package var title: String
    /// Unix milliseconds.
    package var at: Int64?
    /// `high` of a finding, `applied` of an edit, `exact` of a frame.
    package var mark: String?
    /// How far it can be trusted, of a segment or generation, where that was found out.
    package var trust: Trust?

    package var kind: String { name.kind }
    /// `edit:4f2a91…`, what a link to it says.
    package var link: String { "\(kind):\(uid)" }

    package init(name: NodeName, uid: String, title: String, at: Int64? = nil, mark: String? = nil) {
        self.name = name
        self.uid = uid
        self.title = title
        self.at = at
        self.mark = mark
    }
}
