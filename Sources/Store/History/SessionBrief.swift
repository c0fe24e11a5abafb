import GRDB

/// A session as the history of a commit names it.
package struct SessionBrief: Hashable, Sendable {
    package var uid: String
    package var agent: String
    /// The agent's own id of it.
    package var makerID: String
    package var branch: String?
    package var startedAt: Int64?
    package var endedAt: Int64?

    package init(uid: String, agent: String, makerID: String) {
        self.uid = uid
        self.agent = agent
        self.makerID = makerID
    }

    static let columns = "s.uid, s.agent, s.maker_id, s.branch, s.started_at, s.ended_at"

    init(row: Row) {
        self.init(uid: row["uid"], agent: row["agent"], makerID: row["maker_id"])
        branch = row["branch"]
        startedAt = row["started_at"]
        endedAt = row["ended_at"]
    }
}

/// What a session did before a commit was made.
package struct SessionActivity: Equatable, Sendable {
    package var session: SessionBrief
    /// The last thing that was asked before the commit, in Unix milliseconds UTC.
    package var lastTurn: Int64?
    /// Its last edit of the file before the commit.
    package var lastEdit: Int64?

    package init(session: SessionBrief, lastTurn: Int64? = nil, lastEdit: Int64? = nil) {
        self.session = session
        self.lastTurn = lastTurn
        self.lastEdit = lastEdit
    }
}

/// What another program says of lines of a commit, with the session where it is here.
package struct ToldSession: Equatable, Sendable {
    package var session: SessionBrief
    package var path: String
    package var lines: ClosedRange<Int>
    package var teller: String
}
