import GRDB
import Provenance

// How engines were asked, and what was run on what they wrote: in stores since version 7.
extension RowTaker {
    func takeEngineRuns() throws {
        guard try source.tableExists("engine_run") else { return }
        try take(
            """
            SELECT r.*, g.uid AS generation_uid FROM engine_run r JOIN generation g ON g.id = r.generation
            WHERE \(selection.only("generation", "g")) ORDER BY g.id
            """
        ) { row, db in
            guard let id = try id("generation", row["generation_uid"], db) else { return }
            let known = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM engine_run WHERE generation = ?"), arguments: [id])
            // Of two tellings that which saw more tokens, else always the same.
            if let known, !Self.isFuller(row, than: known) { return }
            try db.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO engine_run (generation, \(Self.columns.joined(separator: ", ")))
                    VALUES (?\(String(repeating: ", ?", count: Self.columns.count)))
                    """
            ).execute(
                arguments: StatementArguments([id.databaseValue])
                    + StatementArguments(
                        Self.columns.map { Self.texts.contains($0) ? clean(row[$0]) : row.raw($0) }))
        }
        try take(
            """
            SELECT t.*, g.uid AS generation_uid FROM trial t JOIN generation g ON g.id = t.generation
            WHERE \(selection.only("generation", "g")) ORDER BY g.id, t.at
            """
        ) { row, db in
            guard let id = try id("generation", row["generation_uid"], db) else { return }
            try db.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO trial
                        (generation, at, command, ended_at, exit_code, passed, failed, skipped, output)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                id, row.raw("at"), clean(row["command"]), row.raw("ended_at"), row.raw("exit_code"), row.raw("passed"),
                row.raw("failed"), row.raw("skipped"), keepsTexts ? clean(row["output"]) : "".databaseValue,
            ])
        }
    }

    private static let columns = [
        "observed_tokens", "fidelity", "ended", "engine", "host", "path", "model_digest", "parameters", "seed",
        "reported_tokens", "shortfall", "first_token_after", "prompt_time", "generation_time",
    ]

    /// What may hold words of a person.
    private static let texts: Set = ["parameters", "shortfall"]

    private static func isFuller(_ row: SourceRow, than known: Row) -> Bool {
        let mine = Int64.fromDatabaseValue(row["observed_tokens"]) ?? 0
        let theirs: Int64 = known["observed_tokens"]
        if mine != theirs { return mine > theirs }
        for column in columns where row.raw(column) != known.raw(column) {
            return "\(row.raw(column))" > "\(known.raw(column))"
        }
        return false
    }
}
