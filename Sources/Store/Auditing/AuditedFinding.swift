import GRDB
package import Provenance

/// A finding with all that an output or a screen says of it.
package struct AuditedFinding: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    /// When the code was written, or the finding was recorded.
    package var at: Int64
    package var rule: String
    /// The rule's; `nil` for one that the store does not know.
    package var title: String?
    package var remedy: String?
    /// `A03:2021`, …
    package var owasp: [String] = []
    package var severity: Severity
    /// `security` or `hygiene`; `nil` where its auditor does not tell them apart.
    package var kind: String?
    package var confidence: String?
    /// `CWE-89`
    package var cwe: String?
    package var message: String
    package var fingerprint: String?
    package var auditor: String?
    package var witnesses: [FindingWitness] = []

    /// As the agent named the file: from the top of the repository, or absolute.
    package var path: String?
    /// In the file as the edit left it, from 1; columns in UTF-16 code units, the last one behind the last character.
    package var firstLine: Int?
    package var lastLine: Int?
    package var firstColumn: Int?
    package var lastColumn: Int?
    /// Bytes of the edit's text.
    package var range: Range<Int>?
    package var tokens: Finding.TokenSpan?

    /// `open`, `accepted`, `fixed`, `false` or `gone`.
    package var status: String
    /// What it comes back to when its code does.
    package var statusBeforeGone: String?
    package var goneAt: Int64?
    /// What a person said last.
    package var judgement: FindingJudgement?

    package var repository: String?
    /// `github.com/owner/name`, or another name of it.
    package var repositoryIdentity: String?
    package var repositoryDirectory: String?
    package var sessionDirectory: String?
    package var editID: Int64?
    package var edit: String?
    package var generation: String?
    package var turnID: Int64?
    package var turn: String?
    package var session: String?
    /// Pull and merge requests that its session is part of: `acme/shop#12`.
    package var changes: [String] = []
    package var agent: String?
    package var model: String?
    package var prompt: String?
    /// The beginning of the prompt's words.
    package var words: String?

    /// Where its code stands in the work tree of today, where that was looked up and it does: from 1.
    package var lineToday: Int?
    package var pathToday: String?

    package init(
        id: Int64, uid: String, at: Int64, rule: String, severity: Severity, message: String, status: String = "open"
    ) {
        self.id = id
        self.uid = uid
        self.at = at
        self.rule = rule
        self.severity = severity
        self.message = message
        self.status = status
    }

    /// Who tells of it, each once.
    package var auditors: [String] {
        var seen: Set<String> = []
        return witnesses.map(\.auditor).filter { seen.insert($0).inserted }
    }

    /// The line to show: where it stands today, else where it was written.
    package var line: Int? { lineToday ?? firstLine }
}

extension AuditedFinding {
    static let select = """
        SELECT f.*, p.text AS path_text, l.title, l.remedy, l.owasp AS rule_owasp, l.class AS rule_class,
            l.confidence AS rule_confidence, l.cwe AS rule_cwe,
            r.name AS repository_name, r.identity, r.directory AS repository_directory,
            s.directory AS session_directory, s.uid AS session_uid, s.agent, e.uid AS edit_uid,
            g.uid AS generation_uid, g.model, t.id AS turn_id, t.uid AS turn_uid, q.uid AS prompt_uid,
            (SELECT substr(text, 1, 2000) FROM body WHERE id = q.words) AS words,
            (SELECT group_concat(to_uid, ' ') FROM (SELECT to_uid FROM link WHERE from_kind = 'session'
                AND from_uid = s.uid AND to_kind = 'change' ORDER BY to_uid LIMIT 20)) AS change_names,
            j.status AS judged, j.who, j.reason, j.at AS judged_at, j.until
        FROM finding f LEFT JOIN edit e ON e.id = f.edit
        LEFT JOIN path p ON p.id = coalesce(f.path, e.path)
        LEFT JOIN rule l ON l.id = f.rule
        LEFT JOIN generation g ON g.id = coalesce(f.generation, e.generation)
        LEFT JOIN session s ON s.id = g.session LEFT JOIN repository r ON r.id = s.repository
        LEFT JOIN turn t ON t.id = g.turn
        LEFT JOIN prompt q ON q.id = coalesce(g.prompt, (
            SELECT id FROM prompt WHERE turn = g.turn AND asker = 'person' ORDER BY at, id LIMIT 1))
        LEFT JOIN finding_status j ON j.finding = f.id AND (j.at, j.status) = (
            SELECT at, status FROM finding_status WHERE finding = f.id ORDER BY at DESC, status DESC LIMIT 1)
        """

    init(row: Row) {
        self.init(
            id: row["id"], uid: row["uid"], at: row["at"], rule: row["rule"],
            severity: Severity(rawValue: row["severity"]) ?? .info, message: row["message"], status: row["status"])
        title = row["title"]
        remedy = row["remedy"]
        owasp = (row["rule_owasp"] as String?)?.split(separator: " ").map(String.init) ?? []
        kind = row["class"] ?? row["rule_class"]
        confidence = row["confidence"] ?? row["rule_confidence"]
        cwe = row["cwe"] ?? row["rule_cwe"]
        fingerprint = row["fingerprint"]
        auditor = row["auditor"]
        path = row["path_text"]
        firstLine = row["first_line"]
        lastLine = row["last_line"] ?? firstLine
        firstColumn = row["first_column"]
        lastColumn = row["last_column"]
        if let start: Int = row["start"], let length: Int = row["length"] { range = start..<start + length }
        if let count: Int = row["tokens"] {
            tokens = Finding.TokenSpan(
                count: count, leastLogprob: row["least_logprob"], meanLogprob: row["mean_logprob"])
        }
        statusBeforeGone = row["status_before_gone"]
        goneAt = row["gone_at"]
        if let judged = (row["judged"] as String?).flatMap(Finding.Status.init(rawValue:)) {
            judgement = FindingJudgement(
                status: judged, who: row["who"], reason: row["reason"], at: row["judged_at"], until: row["until"])
        }
        repository = row["repository_name"]
        repositoryIdentity = row["identity"]
        repositoryDirectory = row["repository_directory"]
        sessionDirectory = row["session_directory"]
        editID = row["edit"]
        edit = row["edit_uid"]
        generation = row["generation_uid"]
        turnID = row["turn_id"]
        turn = row["turn_uid"]
        session = row["session_uid"]
        changes = (row["change_names"] as String?)?.split(separator: " ").map(String.init) ?? []
        agent = row["agent"]
        model = row["model"]
        prompt = row["prompt_uid"]
        words = row["words"]
    }
}
