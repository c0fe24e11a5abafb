extension Schema {
    /// Version 2: what was forgotten stays forgotten, whoever brings it again.
    ///
    /// A foreign writer's INSERT of a forgotten record does nothing, as one of a record that is there already does.
    static let v2 =
        """
        CREATE TABLE forgotten (
            kind TEXT NOT NULL CHECK (kind <> ''),
            uid TEXT NOT NULL CHECK (uid <> ''),
            at INTEGER NOT NULL,
            PRIMARY KEY (kind, uid)
        ) STRICT, WITHOUT ROWID;

        """
        + ["session", "prompt", "segment", "generation", "edit", "finding", "decision", "alert"].map { table in
            """
            CREATE TRIGGER \(table)_forgotten BEFORE INSERT ON \(table)
                WHEN EXISTS (SELECT 1 FROM forgotten WHERE kind = '\(table)' AND uid = new.uid)
            BEGIN
                SELECT RAISE(IGNORE);
            END;

            """
        }.joined()
}
