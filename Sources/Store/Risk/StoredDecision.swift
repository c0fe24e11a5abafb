import GRDB
package import Provenance

/// A decision of the policy as the store has it, with the last word on it.
package struct StoredDecision: Equatable, Sendable {
    /// The row.
    package var id: Int64
    package var uid: String
    package var verdict: Decision.Verdict
    /// One a line.
    package var reasons: [String]
    package var policy: String?
    package var digest: String?
    /// 0 to 4.
    package var risk: Int?
    /// 0 to 1.
    package var score: Double?
    package var at: Int64
    /// What was judged: `acme/shop#12`, a commit, `generation:…`, or the path of an edit.
    package var subject: String
    package var review: Review?

    static let select = """
        SELECT d.*, g.uid AS generation_uid, p.text AS path, v.hash, c.repository || '#' || c.number AS change_name,
            w.verdict AS word, w.reviewer, w.reason, w.until, w.at AS reviewed_at
        FROM decision d LEFT JOIN generation g ON g.id = d.generation
        LEFT JOIN edit e ON e.id = d.edit LEFT JOIN path p ON p.id = e.path
        LEFT JOIN revision v ON v.id = d.revision LEFT JOIN change c ON c.id = d.change
        LEFT JOIN review w ON w.id = (SELECT id FROM review WHERE decision = d.id ORDER BY at DESC, id DESC LIMIT 1)
        """

    init(row: Row) {
        id = row["id"]
        uid = row["uid"]
        verdict = Decision.Verdict(rawValue: row["verdict"]) ?? .review
        reasons = (row["reasons"] as String).split(separator: "\n").map(String.init)
        policy = row["policy"]
        digest = row["digest"]
        risk = row["risk"]
        score = row["score"]
        at = row["at"]
        subject =
            row["change_name"] ?? row["path"] ?? (row["generation_uid"] as String?).map { "generation:\($0)" }
            ?? row["hash"] ?? ""
        if let word = (row["word"] as String?).flatMap(Review.Verdict.init(rawValue:)) {
            review = Review(
                decision: UID(text: uid), verdict: word, reviewer: row["reviewer"], reason: row["reason"],
                at: row["reviewed_at"])
            review?.until = row["until"]
        }
    }
}
