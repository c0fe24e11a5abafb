import GRDB
package import Provenance

extension Store {
    /// The open findings of one edit, worst first.
    package func findings(ofEdit edit: UID) throws -> [AuditedFinding] {
        let ids = try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT f.id FROM finding f JOIN edit e ON e.id = f.edit WHERE e.uid = ? AND f.status = 'open'
                    ORDER BY CASE f.severity WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2
                        WHEN 'low' THEN 3 ELSE 4 END, f.first_line, f.uid
                    """, arguments: [edit.text])
        }
        return try auditedFindings(ids)
    }
}
