extension Schema {
    /// Version 3: what other programs say of the lines of a revision, and the views that people gave a name.
    static let v3 = """
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE CHECK (hash <> ''),
            repository INTEGER REFERENCES repository (id)
        ) STRICT;

        CREATE TABLE attribution (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            revision INTEGER REFERENCES revision (id),
            path INTEGER NOT NULL REFERENCES path (id),
            first_line INTEGER NOT NULL CHECK (first_line > 0),
            last_line INTEGER NOT NULL CHECK (last_line >= first_line),
            contributor TEXT NOT NULL
                CHECK (contributor = 'ai' OR contributor = 'human' OR contributor = 'mixed'
                    OR contributor = 'unknown'),
            session INTEGER REFERENCES session (id) ON DELETE CASCADE,
            session_hash TEXT,
            model TEXT,
            author TEXT,
            content_hash TEXT,
            teller TEXT NOT NULL CHECK (teller <> ''),
            at INTEGER
        ) STRICT;
        CREATE INDEX attribution_place ON attribution (path, revision);
        CREATE INDEX attribution_revision ON attribution (revision) WHERE revision IS NOT NULL;
        CREATE INDEX attribution_session ON attribution (session) WHERE session IS NOT NULL;
        CREATE INDEX attribution_session_hash ON attribution (session_hash) WHERE session_hash IS NOT NULL;

        CREATE TABLE saved_view (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            filter TEXT NOT NULL DEFAULT '',
            sort TEXT NOT NULL DEFAULT 'time',
            reversed INTEGER NOT NULL DEFAULT 0 CHECK (reversed IN (0, 1)),
            at INTEGER NOT NULL
        ) STRICT;
        """
}
