import GRDB

extension Store {
    /// The repositories that a reading is of, so that each is read by the index that begins with it.
    ///
    /// - Parameters:
    ///   - repository: the one that is meant; `nil` for all that a table has.
    ///   - table: one with an index that begins with `repository`.
    static func places(_ repository: String?, in table: StaticString, _ db: Database) throws -> [String] {
        if let repository { return [repository] }
        // From one to the next by the index: there are few of them among many rows. Some of these tables have a column
        // `name` of their own: what is meant is said with its table.
        return try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE place (name) AS (
                    SELECT min(repository) FROM \(table)
                    UNION ALL SELECT (
                        SELECT min(one.repository) FROM \(table) one WHERE one.repository > place.name) FROM place
                        WHERE place.name IS NOT NULL)
                SELECT name FROM place WHERE name IS NOT NULL
                """)
    }

    /// In SQL: the row `c` of `change` is the one that a link's end names, `acme/shop#12`; by the index of its names.
    static func isNamed(by end: String) -> String {
        """
        c.repository = substr(\(end), 1, instr(\(end), '#') - 1)
            AND c.number = CAST(substr(\(end), instr(\(end), '#') + 1) AS INTEGER)
        """
    }
}
