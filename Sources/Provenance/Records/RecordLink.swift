/// An edge of the provenance graph that somebody states: `generation:… resolved to alert:…`.
package struct RecordLink: Equatable, Sendable {
    /// One end: a record of ours by its uid, or a thing elsewhere by the name it has there (`change`, `o/n#12`).
    package struct End: Hashable, Sendable {
        package var kind: String
        package var uid: String

        package init(kind: String, uid: String) {
            self.kind = kind
            self.uid = uid
        }
    }

    package var from: End
    package var relation: String
    package var to: End
    package var at: Int64

    package init(from: End, relation: String, to: End, at: Int64) {
        self.from = from
        self.relation = relation
        self.to = to
        self.at = at
    }

    /// A session's work went into a revision: `session … committed revision:<hash>`.
    package static let committed = "committed"
    /// A session is kept in a checkpoint of the repository: `session … saved in checkpoint:<id>`.
    package static let savedIn = "saved in"
    /// The kind of a commit, whose name is its hash.
    package static let revision = "revision"
    package static let checkpoint = "checkpoint"
}
