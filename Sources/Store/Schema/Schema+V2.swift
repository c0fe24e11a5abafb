extension Schema {
    /// Version 2: what was forgotten stays forgotten, whoever brings it again.
    static let v2 = """
        CREATE TABLE forgotten (
            kind TEXT NOT NULL CHECK (kind <> ''),
            uid TEXT NOT NULL CHECK (uid <> ''),
            at INTEGER NOT NULL,
            PRIMARY KEY (kind, uid)
        ) STRICT, WITHOUT ROWID;
        """

    /// A foreign writer's INSERT of a forgotten record does nothing, as one of a record that is there already does.
    ///
    /// Made with the first record that is forgotten: where there is none they would only cost (4 % of an ingest's time).
    static let guards = ["session", "prompt", "segment", "generation", "edit", "finding", "decision", "alert"].map {
        """
        CREATE TRIGGER IF NOT EXISTS \($0)_forgotten BEFORE INSERT ON \($0)
            WHEN EXISTS (SELECT 1 FROM forgotten WHERE kind = '\($0)' AND uid = new.uid)
        BEGIN
            SELECT RAISE(IGNORE);
        END;

        """
    }.joined()
}
