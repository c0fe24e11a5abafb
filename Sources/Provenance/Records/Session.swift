/// One conversation with one agent, in one repository.
package struct Session: Equatable, Sendable {
    /// How the id begins of a conversation that passed the recorder: its parent is the one that the agent keeps, where that is
    /// known, to which belongs what both tell.
    package static let passed = "proxy/"

    package var uid: UID
    /// `claude-code`, `codex`, or the name a foreign writer gives itself.
    package var agent: String
    /// The agent's own id of the conversation: what its resume command and git-ai's session hash take.
    package var makerID: String
    package var agentVersion: String?
    package var directory: String?
    /// The work tree whose repository holds this record of it, where its own folder is not told.
    package var checkout: String?
    package var branch: String?
    package var commit: String?
    /// The repository's remote as the history states it, not yet normalised.
    package var remote: String?
    /// The session this one was forked or resumed from; its segments come before our own.
    package var parent: UID?
    package var title: String?
    /// Unix milliseconds UTC.
    package var startedAt: Int64?

    package init(uid: UID, agent: String, makerID: String) {
        self.uid = uid
        self.agent = agent
        self.makerID = makerID
    }
}
