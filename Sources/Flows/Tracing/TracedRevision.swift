package import Git

/// The commit at which a failure's lines are read, and why that one.
package struct TracedRevision: Equatable, Sendable {
    package enum Ground: Equatable, Sendable {
        /// The user named it.
        case asked
        /// The failure itself says what was running.
        case told(String)
        /// It was live then.
        case deployed(at: Int64, version: String?)
        /// Nothing says what was running: the last commit of the branch before the failure.
        case before(Int64)
        /// Nothing says what was running, nor when: what is checked out.
        case head
        /// The alert was traced before, at this commit.
        case kept
    }

    package var commit: NamedCommit
    package var ground: Ground
    /// What speaks against it, each a sentence.
    package var doubts: [String] = []

    package init(commit: NamedCommit, ground: Ground, doubts: [String] = []) {
        self.commit = commit
        self.ground = ground
        self.doubts = doubts
    }
}
