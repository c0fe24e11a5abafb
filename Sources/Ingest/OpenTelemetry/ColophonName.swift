/// Attributes of our own export, for what the conventions have no name for; the reader takes them at their word.
package enum ColophonName {
    /// On the resource: the session's uid. With it a file is our own.
    package static let session = "colophon.session.uid"
    package static let sessionMakerID = "colophon.session.maker_id"
    package static let sessionTitle = "colophon.session.title"
    package static let sessionParent = "colophon.session.parent"
    /// Unix milliseconds.
    package static let sessionStart = "colophon.session.started_at"
    /// Where the records are a demo's: what they were made from.
    package static let madeUp = "colophon.synthetic"
    package static let directory = "process.working_directory"
    package static let remote = "vcs.repository.url.full"
    package static let branch = "vcs.ref.head.name"
    package static let commit = "vcs.ref.head.revision"

    package static let prompt = "colophon.prompt.uid"
    package static let asker = "colophon.prompt.asker"
    package static let promptParent = "colophon.prompt.parent"
    package static let promptBranch = "colophon.prompt.branch"

    package static let generation = "colophon.generation.uid"
    package static let thread = "colophon.thread"
    package static let firstSegment = "colophon.segments.first"
    package static let lastSegment = "colophon.segments.last"
    /// Segments that were too much for one span.
    package static let omitted = "colophon.segments.omitted"

    /// The name of the event that tells one edit.
    package static let edit = "colophon.edit"
    package static let editMember = "colophon.edit."
}
