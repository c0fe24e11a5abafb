extension Schema {
    /// Version 7: how an engine was asked and what it told of its tokens, what else might have stood there, and commands that
    /// were run on what it wrote.
    static let v7 = """
        ALTER TABLE token_run ADD COLUMN alternatives BLOB;

        CREATE TABLE engine_run (
            generation INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
            engine TEXT NOT NULL CHECK (engine <> ''),
            host TEXT,
            path TEXT,
            model_digest TEXT,
            parameters TEXT NOT NULL DEFAULT '{}',
            seed INTEGER,
            fidelity TEXT NOT NULL CHECK (fidelity = 'ids' OR fidelity = 'pieces' OR fidelity = 'text'),
            reported_tokens INTEGER CHECK (reported_tokens >= 0),
            observed_tokens INTEGER NOT NULL CHECK (observed_tokens >= 0),
            ended TEXT NOT NULL
                CHECK (ended = 'complete' OR ended = 'truncated' OR ended = 'cancelled' OR ended = 'failed'),
            shortfall TEXT,
            first_token_after INTEGER CHECK (first_token_after >= 0),
            prompt_time INTEGER CHECK (prompt_time >= 0),
            generation_time INTEGER CHECK (generation_time >= 0)
        ) STRICT;

        CREATE TABLE trial (
            generation INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
            at INTEGER NOT NULL,
            command TEXT NOT NULL CHECK (command <> ''),
            ended_at INTEGER NOT NULL,
            exit_code INTEGER NOT NULL,
            passed INTEGER CHECK (passed >= 0),
            failed INTEGER CHECK (failed >= 0),
            skipped INTEGER CHECK (skipped >= 0),
            output TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (generation, at, command)
        ) STRICT, WITHOUT ROWID;
        """
}
