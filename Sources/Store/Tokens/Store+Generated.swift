import GRDB
package import Provenance

extension Store {
    /// Whether an edit of that agent left just this text.
    package func hasGenerated(_ digest: Digest, agent: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM body b JOIN edit e ON e.after = b.id JOIN generation g ON g.id = e.generation
                        JOIN session s ON s.id = g.session WHERE b.sha256 = ? AND s.agent = ?)
                    """, arguments: [digest.bytes.blob, agent]) ?? false
        }
    }
}
