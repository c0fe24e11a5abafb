import GRDB

/// Puts rows of one moment into an order that does not depend on which of them came first.
///
/// Lists go by time, then by row; several stores have rows of the same moment. Within one parent the order in which they
/// were told is kept, for it means something; between parents their uids decide.
struct TieOrder {
    private struct Table {
        var name: String
        var time: String
        /// What comes before the row's number within a moment.
        var key: String
        var join: String
        /// Columns that hold the row's number.
        var references: [(table: String, column: String)]
    }

    private static let tables = [
        Table(
            name: "session", time: "coalesce(x.started_at, 0)", key: "x.uid", join: "",
            references: [
                ("turn", "session"), ("prompt", "session"), ("segment", "session"), ("generation", "session"),
                ("attribution", "session"),
            ]),
        Table(
            name: "turn", time: "x.at", key: "s.uid", join: "JOIN session s ON s.id = x.session",
            references: [("prompt", "turn"), ("generation", "turn")]),
        Table(
            name: "generation", time: "x.started_at", key: "s.uid, x.thread",
            join: "JOIN session s ON s.id = x.session",
            references: [
                ("token_run", "generation"), ("edit", "generation"), ("finding", "generation"),
                ("decision", "generation"), ("engine_run", "generation"), ("trial", "generation"),
                ("origin", "generation"), ("generation_trust", "generation"), ("copy", "generation"),
                ("copy", "answer"),
            ]),
        Table(
            name: "edit", time: "x.at", key: "g.uid", join: "JOIN generation g ON g.id = x.generation",
            references: [
                ("finding", "edit"), ("decision", "edit"), ("finding_draft", "edit"), ("audited", "edit"),
                ("pending_audit", "edit"), ("resolution", "edit"), ("origin", "edit"),
                ("copy", "edit"),
            ]),
    ]

    /// - Returns: whether anything moved.
    static func settle(_ store: Store) throws -> Bool {
        var hasMoved = false
        for table in tables
        where try store.read({ try Bool.fetchOne($0, sql: "SELECT EXISTS (\(moves(table)))") == true }) {
            try store.withoutForeignKeys { db in try move(table, db) }
            hasMoved = true
        }
        return hasMoved
    }

    /// The rows that stand in the wrong place, and the number each is to have.
    private static func moves(_ table: Table) -> String {
        """
        WITH tied AS (
            SELECT x.id, \(table.time) AS moment, row_number() OVER (
                PARTITION BY \(table.time) ORDER BY \(table.key), x.id) AS place
            FROM \(table.name) x \(table.join)
            WHERE \(table.time) IN (SELECT \(table.time) FROM \(table.name) x GROUP BY 1 HAVING count(*) > 1)),
        numbered AS (SELECT id, moment, row_number() OVER (PARTITION BY moment ORDER BY id) AS place FROM tied)
        SELECT t.id AS old, n.id AS new FROM tied t JOIN numbered n ON n.moment = t.moment AND n.place = t.place
        WHERE t.id <> n.id
        """
    }

    private static func move(_ table: Table, _ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.moved;
                CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
                INSERT INTO moved \(moves(table));
                """)
        // By way of numbers that no row has: two rows may change places.
        for (name, column) in [(table.name, "id")] + table.references {
            try db.execute(
                sql: """
                    UPDATE \(name) SET \(column) = -(SELECT new FROM moved WHERE old = \(name).\(column))
                        WHERE \(column) IN (SELECT old FROM moved);
                    UPDATE \(name) SET \(column) = -\(column) WHERE \(column) < 0;
                    """)
        }
        // Triggers have queued what is to be counted anew, some of it by those numbers.
        try db.execute(sql: "DELETE FROM pending WHERE record < 0")
        // Shingles hold numbers of edits, and so do runs of copies.
        if table.name == "edit" {
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO pending_edit SELECT new FROM moved;
                    INSERT OR IGNORE INTO pending_origin
                        SELECT generation FROM copy WHERE edit IN (SELECT new FROM moved);
                    """)
        }
        if table.name == "generation" {
            try db.execute(
                sql: """
                    DELETE FROM pending_origin WHERE generation < 0;
                    INSERT OR IGNORE INTO pending_origin SELECT new FROM moved;
                    INSERT OR IGNORE INTO pending_origin
                        SELECT generation FROM copy WHERE answer IN (SELECT new FROM moved);
                    """)
        }
        if table.name == "turn" { try db.execute(sql: "INSERT OR IGNORE INTO pending SELECT 'turn', new FROM moved") }
        try db.execute(sql: "DROP TABLE temp.moved")
    }
}
