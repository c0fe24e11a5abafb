package import Provenance

/// What is written together or not at all: sightings in the order they were read, and how far their history is read
/// with them.
package struct Batch: Sendable {
    package var sightings: [Sighting] = []
    package var progress: SourceProgress?
    /// Where each session works, by uid: identity and name of its repository, and the folder that paths are relative to.
    package var repositories: [UID: RepositoryPlace] = [:]

    /// The repositories of work trees that attributions name.
    package var checkouts: [String: RepositoryPlace] = [:]

    /// What was said before of these revisions no longer holds: it goes before the sightings are written.
    package var retold: [Retelling] = []

    package var isEmpty: Bool { sightings.isEmpty && progress == nil && retold.isEmpty }

    package init() {}
}

/// A note that has changed or is gone: all that its teller said of the lines of a revision.
package struct Retelling: Equatable, Sendable {
    package var revision: String
    package var teller: String

    package init(revision: String, teller: String) {
        self.revision = revision
        self.teller = teller
    }
}
