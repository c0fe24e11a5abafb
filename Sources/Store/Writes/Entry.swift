package import Provenance

/// One line that another program recorded: the store takes all of it or nothing.
package struct Entry: Sendable {
    /// Segments without a number (0) are what the entry's generation saw; they are numbered after the last one of their
    /// session when they are written.
    package var sightings: [Sighting]
    package var repositories: [UID: RepositoryPlace]
    /// The maker gave no time: a generation that is already there keeps its own.
    package var isUndated: Bool
    /// Its generation saw what others of the session saw before it: segments that are already there keep their numbers.
    package var retellsContext: Bool

    package init(
        sightings: [Sighting], repositories: [UID: RepositoryPlace] = [:], isUndated: Bool = false,
        retellsContext: Bool = false
    ) {
        self.sightings = sightings
        self.repositories = repositories
        self.isUndated = isUndated
        self.retellsContext = retellsContext
    }
}
