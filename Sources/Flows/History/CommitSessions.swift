package import Store

/// The sessions from which a commit may come, with what that rests on.
package struct CommitSessions: Equatable, Sendable {
    /// What says that a session belongs to the commit, the surest first.
    package enum Ground: Int, Comparable, Sendable {
        /// Notes that another program wrote say so line by line.
        case note
        /// The session itself, or a record of it, says that it made the commit.
        case record
        /// The commit names a checkpoint in which the session is kept.
        case checkpoint
        /// The commit names the session by its agent's own id.
        case name
        /// The commit names the agent, and no other session of it fits.
        case agent
        /// Repository, time and file alone.
        case time

        package static func < (one: Ground, other: Ground) -> Bool { one.rawValue < other.rawValue }
    }

    package struct Entry: Equatable, Sendable {
        package var session: SessionBrief
        package var ground: Ground
        /// One sentence.
        package var evidence: String
        /// Of a note, the lines of the file in the commit that it gives to the session; of all else none.
        package var lines: [ClosedRange<Int>] = []
        /// It edited the file before the commit.
        package var editsFile = false

        package init(session: SessionBrief, ground: Ground, evidence: String) {
            self.session = session
            self.ground = ground
            self.evidence = evidence
        }
    }

    /// Those that the commit holds work of, the surest first: for the level `commit`.
    package var belonging: [Entry] = []
    /// Those that fit by repository, branch and time, the likeliest first: for the level `session`.
    package var fitting: [Entry] = []
    /// The agents that the commit names, whether a session of theirs is here or not.
    package var agents: [String] = []
    /// How it names them, one sentence.
    package var agentEvidence: String?

    package init() {}
}
