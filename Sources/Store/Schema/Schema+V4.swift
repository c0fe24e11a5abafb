extension Schema {
    /// Version 4: which edit wrote a line, what an alert's frames came to, and what was deployed when.
    ///
    /// Edits wait for their shingles in a table of their own: `pending` is worked off before anything is read, this beside
    /// it.
    static let v4 = """
        CREATE TABLE pending_edit (
            edit INTEGER PRIMARY KEY REFERENCES edit (id) ON DELETE CASCADE
        ) STRICT;
        CREATE TRIGGER edit_unindexed AFTER INSERT ON edit WHEN new.after IS NOT NULL OR new.patch IS NOT NULL BEGIN
            INSERT OR IGNORE INTO pending_edit VALUES (new.id);
        END;
        CREATE TRIGGER edit_outdated AFTER UPDATE OF before, after, patch ON edit
            WHEN new.before IS NOT old.before OR new.after IS NOT old.after OR new.patch IS NOT old.patch
        BEGIN
            INSERT OR IGNORE INTO pending_edit VALUES (new.id);
        END;
        INSERT INTO pending_edit SELECT id FROM edit WHERE after IS NOT NULL OR patch IS NOT NULL;

        CREATE TABLE shingle_run (
            id INTEGER PRIMARY KEY,
            level INTEGER NOT NULL CHECK (level >= 0),
            entries INTEGER NOT NULL CHECK (entries >= 0)
        ) STRICT;
        CREATE TABLE shingle (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL,
            first INTEGER NOT NULL,
            entries BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX shingle_place ON shingle (run, first);

        CREATE TABLE line_history (
            commit_id TEXT NOT NULL CHECK (commit_id <> ''),
            path INTEGER NOT NULL REFERENCES path (id),
            lines BLOB NOT NULL,
            PRIMARY KEY (commit_id, path)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE deployment (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            repository INTEGER REFERENCES repository (id),
            revision TEXT NOT NULL CHECK (revision <> ''),
            version TEXT,
            service TEXT,
            environment TEXT,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX deployment_at ON deployment (repository, at);

        ALTER TABLE alert ADD COLUMN repository INTEGER REFERENCES repository (id);

        CREATE TABLE frame (
            id INTEGER PRIMARY KEY,
            alert INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            exception INTEGER NOT NULL CHECK (exception >= 0),
            depth INTEGER NOT NULL CHECK (depth >= 0),
            type TEXT,
            message TEXT,
            file TEXT NOT NULL,
            line INTEGER CHECK (line > 0),
            function TEXT,
            source TEXT,
            is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
            UNIQUE (alert, exception, depth)
        ) STRICT;

        CREATE TABLE resolution (
            frame INTEGER PRIMARY KEY REFERENCES frame (id) ON DELETE CASCADE,
            revision TEXT,
            path INTEGER REFERENCES path (id),
            line INTEGER CHECK (line > 0),
            level TEXT NOT NULL
                CHECK (level = 'exact' OR level = 'adapted' OR level = 'commit' OR level = 'session'
                    OR level = 'no record'),
            edit INTEGER REFERENCES edit (id) ON DELETE SET NULL,
            session INTEGER REFERENCES session (id) ON DELETE SET NULL,
            commit_id TEXT,
            evidence TEXT NOT NULL DEFAULT '',
            horizon INTEGER NOT NULL DEFAULT 0,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX resolution_edit ON resolution (edit) WHERE edit IS NOT NULL;
        CREATE INDEX resolution_session ON resolution (session) WHERE session IS NOT NULL;
        """
}
