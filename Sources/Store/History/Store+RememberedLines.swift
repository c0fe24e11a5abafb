import GRDB
import Provenance

import struct Foundation.Data

extension Store {
    /// The history of a file's lines at a commit, as it was remembered; `nil` where it was not, or is damaged.
    package func rememberedLines(of path: String, at commit: String) throws -> RememberedLines? {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT h.lines FROM path p JOIN line_history h ON h.path = p.id
                    WHERE p.text = ? AND h.commit_id = ? AND length(h.lines) <= \(Self.largestHistory)
                    """)
            let blob = try Row.fetchOne(statement, arguments: [path, commit])?["lines"] as Data?
            return blob.flatMap { RememberedLines(blob: Array($0)) }
        }
    }

    /// Remembers one; of a very large file none is kept.
    package func remember(_ history: RememberedLines, of path: String, at commit: String) throws {
        let blob = history.blob
        guard blob.count <= Self.largestHistory else { return }
        try write { db in
            let kept =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM (SELECT 1 FROM line_history LIMIT \(Self.mostHistories))") ?? 0
            // All of it can be asked of git again.
            if kept >= Self.mostHistories { try db.execute(sql: "DELETE FROM line_history") }
            try db.execute(
                sql: "INSERT INTO path (text, language) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [path, Language.named(by: path)])
            try db.execute(
                sql: """
                    INSERT INTO line_history (commit_id, path, lines) SELECT ?, id, ? FROM path WHERE text = ?
                    ON CONFLICT (commit_id, path) DO UPDATE SET lines = excluded.lines
                    """, arguments: [commit, blob.blob, path])
        }
    }

    private static let largestHistory = 2 << 20
    private static let mostHistories = 2000
}
