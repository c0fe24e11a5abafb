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

    package var isEmpty: Bool { sightings.isEmpty && progress == nil }

    package init() {}
}
