import GRDB
import Provenance

extension RecordSet {
    /// Deletes the records, their texts where nobody else holds them, and what only they named; remembers their uids.
    ///
    /// Expects `foreign_keys` off: for each text SQLite would look through whole tables whose columns have no index for it.
    func delete(at moment: Int64) throws {
        try db.execute(sql: Schema.guards)
        try remember(at: moment)
        try db.execute(sql: Self.gatherNames)
        for (table, _) in Self.owned.reversed() {
            if table == "session" {
                try db.execute(sql: "DELETE FROM attribution WHERE session IN \(RecordSet.all("session"))")
            }
            if table == "session" || table == "edit" {
                try db.execute(sql: "DELETE FROM resolution WHERE \(table) IN \(RecordSet.all(table))")
            }
            if table == "edit" { try deleteShingles() }
            if table == "edit" { try db.execute(sql: Self.deleteAudits) }
            if table == "finding" { try db.execute(sql: Self.deleteJudgements) }
            if table == "decision" {
                try db.execute(sql: "DELETE FROM review WHERE decision IN \(RecordSet.all("decision"))")
            }
            if table == "alert" { try db.execute(sql: Self.deleteFrames) }
            if table == "generation" {
                for table in ["token_run", "engine_run", "trial"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE generation IN \(RecordSet.all("generation"))")
                }
            }
            try db.execute(sql: "DELETE FROM \(table) WHERE id IN \(RecordSet.all(table))")
        }
        try deleteTexts()
        try deleteNames()
        // What triggers queued of rows that are gone by now.
        for kind in ["prompt", "generation", "turn"] {
            try db.execute(
                sql: "DELETE FROM pending WHERE kind = ? AND record IN \(RecordSet.all(kind))", arguments: [kind])
        }
    }

    /// Shingles of many edits lie in one row, so all are made anew.
    private func deleteShingles() throws {
        try db.execute(
            sql: """
                DELETE FROM pending_origin WHERE generation IN \(RecordSet.all("generation"));
                DELETE FROM origin WHERE generation IN \(RecordSet.all("generation"))
                    OR edit IN \(RecordSet.all("edit"));
                DELETE FROM copy WHERE generation IN \(RecordSet.all("generation"))
                    OR answer IN \(RecordSet.all("generation")) OR edit IN \(RecordSet.all("edit"))
                    OR segment IN \(RecordSet.all("segment"));
                DELETE FROM generation_trust WHERE generation IN \(RecordSet.all("generation"));
                UPDATE generation_trust SET segment = NULL WHERE segment IN \(RecordSet.all("segment"));
                DELETE FROM segment_trust WHERE segment IN \(RecordSet.all("segment"));
                DELETE FROM pending_edit WHERE edit IN \(RecordSet.all("edit"));
                DELETE FROM shingle WHERE EXISTS (SELECT 1 FROM edit WHERE id IN \(RecordSet.all("edit")));
                DELETE FROM shingle_run WHERE NOT EXISTS (SELECT 1 FROM shingle);
                INSERT OR IGNORE INTO pending_edit
                    SELECT id FROM edit WHERE (after IS NOT NULL OR patch IS NOT NULL)
                        AND id NOT IN \(RecordSet.all("edit")) AND NOT EXISTS (SELECT 1 FROM shingle);
                """)
    }

    private static let deleteAudits = """
        DELETE FROM audited WHERE edit IN \(all("edit"));
        DELETE FROM pending_audit WHERE edit IN \(all("edit"));
        DELETE FROM finding_draft WHERE edit IN \(all("edit"));
        """

    /// An earlier draft of the same defect that stays is looked at again.
    private static let deleteJudgements = """
        INSERT OR IGNORE INTO pending_audit SELECT edit FROM finding_draft
            WHERE finding IN \(all("finding")) AND edit NOT IN \(all("edit"));
        DELETE FROM finding_draft WHERE finding IN \(all("finding"));
        DELETE FROM finding_witness WHERE finding IN \(all("finding"));
        DELETE FROM finding_status WHERE finding IN \(all("finding"));
        """

    private static let deleteFrames = """
        DELETE FROM resolution WHERE frame IN (SELECT id FROM frame WHERE alert IN \(all("alert")));
        DELETE FROM frame WHERE alert IN \(all("alert"));
        """

    /// Tables with what they are called in `forgotten`: a turn is its prompt.
    private static let owned: [(table: String, kind: String?)] = [
        ("session", "session"), ("turn", nil), ("prompt", "prompt"), ("segment", "segment"),
        ("generation", "generation"), ("edit", "edit"), ("alert", "alert"), ("decision", "decision"),
        ("finding", "finding"),
    ]

    private func remember(at moment: Int64) throws {
        for (table, kind) in Self.owned {
            guard let kind else { continue }
            // What Colophon's own audit found follows from the edits that are forgotten, and from others that are not.
            let isOthers = table == "finding" ? "auditor IS NOT '\(Finding.ownAuditor)'" : "1"
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO forgotten
                        SELECT ?, uid, ? FROM \(table) WHERE id IN \(RecordSet.all(table)) AND \(isOthers)
                    """, arguments: [kind, moment])
        }
        // An agent names a session after what was asked in it.
        try db.execute(sql: Self.rememberTitles, arguments: [moment])
        try db.execute(sql: "UPDATE session SET title = NULL WHERE id IN (\(Self.titled))")
    }

    private static let titled = """
        SELECT id FROM session WHERE title IS NOT NULL AND id NOT IN \(all("session"))
            AND id IN (SELECT session FROM turn WHERE id IN \(all("turn")))
        """

    private static let rememberTitles =
        "INSERT OR IGNORE INTO forgotten SELECT 'title', uid, ? FROM session WHERE id IN (\(titled))"

    private func deleteTexts() throws {
        for (table, column) in Self.textColumns {
            try db.execute(
                sql: "DELETE FROM chosen_text WHERE id IN (SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL)")
        }
        // "To delete a row … the values of the columns must match the row's content" (FTS5, external content tables).
        try db.execute(
            sql: """
                INSERT INTO search (search, rowid, text) SELECT 'delete', b.id, b.text FROM body b
                    WHERE b.id IN (SELECT id FROM chosen_text) AND b.id IN (SELECT id FROM search_docsize);
                DELETE FROM body WHERE id IN (SELECT id FROM chosen_text);
                DELETE FROM pending WHERE kind IN ('body', 'search') AND record IN (SELECT id FROM chosen_text);
                """)
    }

    /// Paths, repositories and changes that the records name, before they are gone; and links that begin or end at one.
    private static let gatherNames: String =
        """
        DROP TABLE IF EXISTS temp.chosen_path;
        DROP TABLE IF EXISTS temp.chosen_repository;
        DROP TABLE IF EXISTS temp.chosen_change;
        CREATE TEMP TABLE chosen_path AS
            SELECT path AS id FROM edit WHERE id IN \(all("edit"))
            UNION SELECT moved_from FROM edit WHERE id IN \(all("edit"))
            UNION SELECT path FROM segment WHERE id IN \(all("segment"))
            UNION SELECT path FROM finding WHERE id IN \(all("finding"))
            UNION SELECT path FROM attribution WHERE session IN \(all("session"));
        CREATE TEMP TABLE chosen_repository AS
            SELECT repository AS id FROM session WHERE id IN \(all("session"))
            UNION SELECT repository FROM turn WHERE id IN \(all("turn"));
        CREATE TEMP TABLE chosen_change (uid TEXT);
        """
        + owned.map { table, _ in
            let uids = "(SELECT uid FROM \(table) WHERE id IN \(all(table)))"
            return """
                INSERT INTO chosen_change SELECT to_uid FROM link
                    WHERE to_kind = 'change' AND from_kind = '\(table)' AND from_uid IN \(uids);
                DELETE FROM link WHERE from_kind = '\(table)' AND from_uid IN \(uids);
                DELETE FROM link WHERE to_kind = '\(table)' AND to_uid IN \(uids);

                """
        }.joined()

    private func deleteNames() throws {
        try db.execute(
            sql: """
                DELETE FROM line_history WHERE path IN (SELECT id FROM chosen_path);
                UPDATE turn SET path = NULL WHERE path IN (SELECT id FROM chosen_path)
                    AND id IN (SELECT record FROM pending WHERE kind = 'turn');
                DELETE FROM path WHERE id IN (
                    SELECT id FROM chosen_path
                    EXCEPT SELECT path FROM edit EXCEPT SELECT moved_from FROM edit
                    EXCEPT SELECT path FROM segment EXCEPT SELECT path FROM finding EXCEPT SELECT path FROM turn
                    EXCEPT SELECT path FROM attribution EXCEPT SELECT path FROM resolution);
                DELETE FROM revision WHERE id NOT IN (SELECT revision FROM attribution WHERE revision IS NOT NULL)
                    AND id NOT IN (SELECT revision FROM decision WHERE revision IS NOT NULL)
                    AND hash NOT IN (SELECT to_uid FROM link WHERE to_kind = 'revision');
                DELETE FROM repository WHERE id IN (
                    SELECT id FROM chosen_repository
                    EXCEPT SELECT repository FROM session EXCEPT SELECT repository FROM turn
                    EXCEPT SELECT repository FROM revision EXCEPT SELECT repository FROM alert
                    EXCEPT SELECT repository FROM deployment);
                DELETE FROM link WHERE \(RepositoryNames.isAlias)
                    AND to_uid NOT IN (SELECT identity FROM repository)
                    AND to_uid NOT IN (SELECT from_uid FROM link WHERE \(RepositoryNames.isAlias));
                DELETE FROM change WHERE state IS NULL
                    AND id NOT IN (SELECT change FROM decision WHERE change IS NOT NULL)
                    AND repository || '#' || number IN (
                    SELECT uid FROM chosen_change
                    EXCEPT SELECT to_uid FROM link WHERE to_kind = 'change'
                    EXCEPT SELECT from_uid FROM link WHERE from_kind = 'change');
                DROP TABLE temp.chosen_path;
                DROP TABLE temp.chosen_repository;
                DROP TABLE temp.chosen_change;
                """)
    }
}
