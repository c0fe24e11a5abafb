import GRDB
import Provenance

/// A finding as it lies in the text of one edit, be it a draft or the last word.
package struct PlacedFinding: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var rule: String
    package var isOpen: Bool
    /// A person lets it stand.
    package var isWaived: Bool
    /// Bytes of the edit's text; `nil` where only its lines are known, or nothing.
    package var range: Range<Int>?
    /// Another auditor than ours tells of it.
    package var isOfOthers: Bool
    package var leastLogprob: Double?
}

extension Store {
    /// What was found in one edit, by uid, whatever became of it.
    package func placedFindings(in edit: Int64) throws -> [PlacedFinding] {
        try read { db in
            try Row.fetchAll(db.cachedStatement(sql: Self.placed), arguments: [edit, Finding.ownAuditor]).map { row in
                var range: Range<Int>?
                if let start: Int = row["start"], let length: Int = row["length"], length > 0 {
                    range = start..<start + length
                }
                return PlacedFinding(
                    id: row["id"], uid: row["uid"], rule: row["rule"], isOpen: row["status"] == "open",
                    isWaived: ["accepted", "false"].contains(row["status"] as String), range: range,
                    isOfOthers: row["others"], leastLogprob: row["least_logprob"])
            }
        }
    }

    private static let placed = """
        SELECT f.id, f.uid, f.rule, f.status, f.least_logprob,
            CASE f.edit WHEN ?1 THEN f.start ELSE d.start END AS start,
            CASE f.edit WHEN ?1 THEN f.length ELSE d.length END AS length,
            f.auditor IS NULL OR EXISTS (
                SELECT 1 FROM finding_witness w WHERE w.finding = f.id AND w.auditor <> ?2) AS others
        FROM finding f LEFT JOIN finding_draft d ON d.finding = f.id AND d.edit = ?1
        WHERE f.id IN (SELECT id FROM finding WHERE edit = ?1 UNION SELECT finding FROM finding_draft WHERE edit = ?1)
        ORDER BY f.uid
        """

    /// Open findings of an answer as a whole, that no edit of it is named for: by row and, where one is named, file.
    package func placelessFindings(of generation: Int64) throws -> [(id: Int64, path: String?)] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT f.id, p.text AS path FROM finding f LEFT JOIN path p ON p.id = f.path
                        WHERE f.generation = ? AND f.edit IS NULL AND f.status = 'open' ORDER BY f.uid
                        """), arguments: [generation]
            ).map { ($0["id"], $0["path"]) }
        }
    }
}
