import GRDB

/// A finding as lists and details show it.
package struct FindingRow: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var at: Int64
    package var rule: String
    package var severity: String
    package var cwe: String?
    package var message: String
    package var status: String
    package var auditor: String?
    package var path: String?
    package var firstLine: Int?
    package var lastLine: Int?
    package var edit: String?
    package var generation: String?
    /// The turn whose code it is about.
    package var turnID: Int64?
    /// The edit that it is about, as a row.
    package var editID: Int64?
    package var model: String?
    /// `security` or `hygiene`, and `low`, `medium` or `high`; `nil` where its auditor does not say.
    package var kind: String?
    package var confidence: String?
    package var fingerprint: String?
    /// The model's tokens under it and the least of their log probabilities, where they are recorded.
    package var tokens: Int?
    package var leastLogprob: Double?
    package var goneAt: Int64?
}

extension FindingRow {
    static let select = """
        SELECT f.*, p.text AS path_text, e.uid AS edit_uid, g.uid AS generation_uid,
            g.turn AS turn_id, g.model AS model
        FROM finding f LEFT JOIN edit e ON e.id = f.edit LEFT JOIN path p ON p.id = coalesce(f.path, e.path)
        LEFT JOIN generation g ON g.id = coalesce(f.generation, e.generation)
        """

    /// Whether a finding is of the turn `?1`: by the turn, so that nobody looks through all findings for it.
    static let isOfTurn = """
        f.id IN (
            SELECT n.id FROM generation o JOIN finding n ON n.generation = o.id WHERE o.turn = ?1
            UNION SELECT n.id FROM generation o JOIN edit d ON d.generation = o.id JOIN finding n ON n.edit = d.id
            WHERE o.turn = ?1)
        """

    init(row: Row) {
        id = row["id"]
        uid = row["uid"]
        at = row["at"]
        rule = row["rule"]
        severity = row["severity"]
        cwe = row["cwe"]
        message = row["message"]
        status = row["status"]
        auditor = row["auditor"]
        path = row["path_text"]
        firstLine = row["first_line"]
        lastLine = row["last_line"]
        edit = row["edit_uid"]
        generation = row["generation_uid"]
        turnID = row["turn_id"]
        editID = row["edit"]
        model = row["model"]
        kind = row["class"]
        confidence = row["confidence"]
        fingerprint = row["fingerprint"]
        tokens = row["tokens"]
        leastLogprob = row["least_logprob"]
        goneAt = row["gone_at"]
    }
}
