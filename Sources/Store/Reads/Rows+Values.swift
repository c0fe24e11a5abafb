/// Rows made by hand, for screens without a database behind them.

extension SessionRow {
    package init(id: Int64, uid: String, agent: String, makerID: String = "", startedAt: Int64? = 0) {
        self.id = id
        self.uid = uid
        self.agent = agent
        self.makerID = makerID
        self.startedAt = startedAt
        self.turns = 0
    }
}

extension GenerationRow {
    package init(id: Int64, uid: String, at: Int64, session: String = "", agent: String = "", model: String? = nil) {
        self.id = id
        self.uid = uid
        self.at = at
        self.endedAt = at
        self.session = session
        self.agent = agent
        self.thread = ""
        self.model = model
        self.edits = 0
    }
}

extension FindingRow {
    package init(id: Int64, uid: String, at: Int64, rule: String, severity: String, message: String) {
        self.id = id
        self.uid = uid
        self.at = at
        self.rule = rule
        self.severity = severity
        self.message = message
        self.status = "open"
    }
}
