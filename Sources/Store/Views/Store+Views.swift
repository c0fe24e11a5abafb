import GRDB

extension Store {
    /// All views, by name; one of a subject that only a newer version knows is left out.
    package func views() throws -> [SavedView] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM saved_view ORDER BY name LIMIT 1000").compactMap(
                SavedView.init(row:))
        }
    }

    package func view(named name: String) throws -> SavedView? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM saved_view WHERE name = ?", arguments: [name])
                .flatMap(SavedView.init(row:))
        }
    }

    /// Keeps a view, in place of one of the same name.
    package func save(_ view: SavedView) throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO saved_view (name, subject, filter, sort, reversed, at) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET subject = excluded.subject, filter = excluded.filter,
                        sort = excluded.sort, reversed = excluded.reversed, at = excluded.at
                    """,
                arguments: [
                    view.name, view.subject.rawValue, view.filter, view.order.column.rawValue,
                    view.order.isReversed ? 1 : 0, view.at,
                ])
        }
    }

    /// - Returns: whether there was one of that name.
    package func deleteView(named name: String) throws -> Bool {
        try write { db in
            try db.execute(sql: "DELETE FROM saved_view WHERE name = ?", arguments: [name])
            return db.changesCount > 0
        }
    }
}

extension SavedView {
    init?(row: Row) {
        guard let subject = Subject(rawValue: row["subject"]) else { return nil }
        let column = RowOrder.Column(rawValue: row["sort"]).flatMap { subject.table.columns.contains($0) ? $0 : nil }
        self.init(
            name: row["name"], subject: subject, filter: row["filter"],
            order: RowOrder(column ?? .time, isReversed: row["reversed"] == 1), at: row["at"])
    }
}
