extension Schema {
    /// Version 1: what histories and foreign writers fill. Frozen with the first release; later versions add files.
    ///
    /// Words are checked by OR: for an IN of more than two SQLite builds a table of its own with every row it checks.
    static let v1 = """
        CREATE TABLE meta (
            key TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE repository (
            id INTEGER PRIMARY KEY,
            identity TEXT NOT NULL UNIQUE CHECK (identity <> ''),
            name TEXT NOT NULL,
            directory TEXT
        ) STRICT;

        CREATE TABLE path (
            id INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE CHECK (text <> ''),
            language TEXT
        ) STRICT;

        CREATE TABLE body (
            id INTEGER PRIMARY KEY,
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            redactions INTEGER CHECK (redactions >= 0),
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            agent TEXT NOT NULL CHECK (agent <> ''),
            agent_version TEXT,
            maker_id TEXT NOT NULL,
            repository INTEGER REFERENCES repository (id),
            directory TEXT,
            branch TEXT,
            commit_id TEXT,
            parent TEXT,
            title TEXT,
            started_at INTEGER,
            ended_at INTEGER
        ) STRICT;
        CREATE INDEX session_started ON session (started_at);
        CREATE INDEX session_repository ON session (repository, started_at);

        CREATE TABLE turn (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            asker TEXT NOT NULL DEFAULT 'person' CHECK (asker IN ('person', 'agent')),
            at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            title TEXT NOT NULL DEFAULT '',
            repository INTEGER REFERENCES repository (id),
            branch TEXT,
            agent TEXT NOT NULL DEFAULT '',
            model TEXT,
            path INTEGER REFERENCES path (id),
            generations INTEGER NOT NULL DEFAULT 0,
            edits INTEGER NOT NULL DEFAULT 0,
            files INTEGER NOT NULL DEFAULT 0,
            added INTEGER NOT NULL DEFAULT 0,
            removed INTEGER NOT NULL DEFAULT 0,
            input_tokens INTEGER,
            cache_read_tokens INTEGER,
            cache_write_tokens INTEGER,
            output_tokens INTEGER,
            risk INTEGER CHECK (risk BETWEEN 0 AND 4),
            status TEXT NOT NULL DEFAULT 'answered'
                CHECK (status = 'answered' OR status = 'proposed' OR status = 'applied' OR status = 'changed'
                    OR status = 'failed' OR status = 'rejected')
        ) STRICT;
        CREATE INDEX turn_at ON turn (at, id);
        CREATE INDEX turn_session ON turn (session, at);
        CREATE INDEX turn_repository ON turn (repository, at, id);
        CREATE INDEX turn_model ON turn (model, at, id);
        CREATE INDEX turn_risk ON turn (risk, at, id) WHERE risk IS NOT NULL;

        CREATE TABLE prompt (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            turn INTEGER REFERENCES turn (id) ON DELETE SET NULL,
            asker TEXT NOT NULL DEFAULT 'person' CHECK (asker IN ('person', 'agent')),
            thread TEXT NOT NULL DEFAULT '',
            words INTEGER NOT NULL REFERENCES body (id),
            at INTEGER NOT NULL,
            first_segment INTEGER,
            last_segment INTEGER CHECK (last_segment >= first_segment)
        ) STRICT;
        CREATE INDEX prompt_turn ON prompt (turn);
        CREATE INDEX prompt_session ON prompt (session, thread, at);
        CREATE INDEX prompt_words ON prompt (words);

        CREATE TABLE segment (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            thread TEXT NOT NULL DEFAULT '',
            number INTEGER NOT NULL CHECK (number > 0),
            origin TEXT NOT NULL
                CHECK (origin = 'system' OR origin = 'user' OR origin = 'file' OR origin = 'tool'
                    OR origin = 'summary'),
            tool TEXT,
            path INTEGER REFERENCES path (id),
            first_line INTEGER CHECK (first_line > 0),
            line_count INTEGER CHECK (line_count >= 0),
            body INTEGER NOT NULL REFERENCES body (id),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX segment_place ON segment (session, thread, number);

        CREATE TABLE generation (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            turn INTEGER REFERENCES turn (id) ON DELETE SET NULL,
            prompt INTEGER REFERENCES prompt (id) ON DELETE SET NULL,
            thread TEXT NOT NULL DEFAULT '',
            maker_id TEXT,
            model TEXT,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            first_segment INTEGER,
            last_segment INTEGER CHECK (last_segment >= first_segment),
            input_tokens INTEGER CHECK (input_tokens >= 0),
            cache_read_tokens INTEGER CHECK (cache_read_tokens >= 0),
            cache_write_tokens INTEGER CHECK (cache_write_tokens >= 0),
            output_tokens INTEGER CHECK (output_tokens >= 0),
            reasoning_tokens INTEGER CHECK (reasoning_tokens >= 0),
            stop_reason TEXT,
            output INTEGER REFERENCES body (id)
        ) STRICT;
        CREATE INDEX generation_turn ON generation (turn);
        CREATE INDEX generation_session ON generation (session, thread, started_at);
        CREATE INDEX generation_started ON generation (started_at, id);
        CREATE INDEX generation_model ON generation (model, started_at, id);
        CREATE INDEX generation_output ON generation (output);

        CREATE TABLE token_run (
            generation INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
            count INTEGER NOT NULL CHECK (count >= 0),
            lengths BLOB NOT NULL,
            logprobs BLOB CHECK (length(logprobs) = 4 * count),
            ids BLOB CHECK (length(ids) = 4 * count)
        ) STRICT;

        CREATE TABLE edit (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            call TEXT NOT NULL,
            generation INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
            path INTEGER NOT NULL REFERENCES path (id),
            moved_from INTEGER REFERENCES path (id),
            kind TEXT NOT NULL
                CHECK (kind = 'create' OR kind = 'update' OR kind = 'delete' OR kind = 'move' OR kind = 'touch'),
            means TEXT NOT NULL DEFAULT 'record'
                CHECK (means = 'tool' OR means = 'patch' OR means = 'command' OR means = 'record'),
            status TEXT NOT NULL DEFAULT 'proposed'
                CHECK (status = 'proposed' OR status = 'applied' OR status = 'changed' OR status = 'failed'
                    OR status = 'rejected'),
            at INTEGER NOT NULL,
            before INTEGER REFERENCES body (id),
            after INTEGER REFERENCES body (id),
            patch INTEGER REFERENCES body (id),
            added INTEGER CHECK (added >= 0),
            removed INTEGER CHECK (removed >= 0),
            first_line INTEGER CHECK (first_line > 0)
        ) STRICT;
        CREATE INDEX edit_call ON edit (call);
        CREATE INDEX edit_generation ON edit (generation);
        CREATE INDEX edit_path ON edit (path, at, id);
        CREATE INDEX edit_at ON edit (at, id);
        CREATE INDEX edit_after ON edit (after);

        CREATE TABLE rule (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            severity TEXT NOT NULL
                CHECK (severity = 'critical' OR severity = 'high' OR severity = 'medium' OR severity = 'low'
                    OR severity = 'info'),
            cwe TEXT,
            owasp TEXT,
            remedy TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE finding (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            generation INTEGER REFERENCES generation (id) ON DELETE CASCADE,
            edit INTEGER REFERENCES edit (id) ON DELETE CASCADE,
            path INTEGER REFERENCES path (id),
            first_line INTEGER CHECK (first_line > 0),
            last_line INTEGER CHECK (last_line >= first_line),
            rule TEXT NOT NULL,
            severity TEXT NOT NULL
                CHECK (severity = 'critical' OR severity = 'high' OR severity = 'medium' OR severity = 'low'
                    OR severity = 'info'),
            cwe TEXT,
            message TEXT NOT NULL,
            auditor TEXT,
            status TEXT NOT NULL DEFAULT 'open'
                CHECK (status = 'open' OR status = 'fixed' OR status = 'accepted' OR status = 'false'),
            at INTEGER NOT NULL,
            CHECK (generation IS NOT NULL OR edit IS NOT NULL OR path IS NOT NULL)
        ) STRICT;
        CREATE INDEX finding_edit ON finding (edit);
        CREATE INDEX finding_generation ON finding (generation);
        CREATE INDEX finding_severity ON finding (severity, at);

        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            generation INTEGER REFERENCES generation (id) ON DELETE CASCADE,
            edit INTEGER REFERENCES edit (id) ON DELETE CASCADE,
            verdict TEXT NOT NULL CHECK (verdict = 'allow' OR verdict = 'review' OR verdict = 'block'),
            reasons TEXT NOT NULL DEFAULT '',
            policy TEXT,
            at INTEGER NOT NULL,
            CHECK (generation IS NOT NULL OR edit IS NOT NULL)
        ) STRICT;
        CREATE INDEX decision_generation ON decision (generation);
        CREATE INDEX decision_edit ON decision (edit);

        CREATE TABLE alert (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            title TEXT NOT NULL,
            body INTEGER REFERENCES body (id),
            service TEXT,
            revision TEXT,
            severity TEXT
                CHECK (severity = 'critical' OR severity = 'high' OR severity = 'medium' OR severity = 'low'
                    OR severity = 'info'),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX alert_at ON alert (at, id);

        CREATE TABLE change (
            id INTEGER PRIMARY KEY,
            repository TEXT NOT NULL CHECK (repository <> ''),
            number INTEGER NOT NULL,
            url TEXT,
            UNIQUE (repository, number)
        ) STRICT;

        CREATE TABLE link (
            id INTEGER PRIMARY KEY,
            from_kind TEXT NOT NULL,
            from_uid TEXT NOT NULL,
            relation TEXT NOT NULL,
            to_kind TEXT NOT NULL,
            to_uid TEXT NOT NULL,
            at INTEGER,
            UNIQUE (from_kind, from_uid, relation, to_kind, to_uid)
        ) STRICT;
        CREATE INDEX link_to ON link (to_kind, to_uid);

        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            location TEXT NOT NULL UNIQUE,
            format TEXT NOT NULL,
            head BLOB NOT NULL,
            position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
            line INTEGER NOT NULL DEFAULT 1 CHECK (line > 0),
            state TEXT NOT NULL DEFAULT '',
            size INTEGER NOT NULL DEFAULT 0,
            skipped INTEGER NOT NULL DEFAULT 0,
            unknown INTEGER NOT NULL DEFAULT 0,
            read_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE pending (
            kind TEXT NOT NULL
                CHECK (kind = 'body' OR kind = 'prompt' OR kind = 'generation' OR kind = 'turn' OR kind = 'search'),
            record INTEGER NOT NULL,
            PRIMARY KEY (kind, record)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE search USING fts5 (text, content = 'body', content_rowid = 'id');

        CREATE TRIGGER body_arrived AFTER INSERT ON body WHEN new.redactions IS NULL BEGIN
            INSERT OR IGNORE INTO pending VALUES ('body', new.id);
        END;

        CREATE TRIGGER prompt_arrived AFTER INSERT ON prompt BEGIN
            INSERT OR IGNORE INTO pending SELECT 'search', new.words
                WHERE NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = new.words);
            INSERT OR IGNORE INTO pending SELECT 'turn', new.turn WHERE new.turn IS NOT NULL;
            INSERT OR IGNORE INTO pending SELECT 'prompt', new.id
                WHERE new.turn IS NULL AND new.asker = 'person';
        END;
        CREATE TRIGGER prompt_completed AFTER UPDATE OF words ON prompt WHEN new.words <> old.words BEGIN
            INSERT OR IGNORE INTO pending SELECT 'search', new.words
                WHERE NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = new.words);
            INSERT OR IGNORE INTO pending SELECT 'turn', new.turn WHERE new.turn IS NOT NULL;
        END;

        CREATE TRIGGER generation_arrived AFTER INSERT ON generation BEGIN
            INSERT OR IGNORE INTO pending SELECT 'search', new.output
                WHERE new.output IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = new.output);
            INSERT OR IGNORE INTO pending SELECT 'turn', new.turn WHERE new.turn IS NOT NULL;
            INSERT OR IGNORE INTO pending SELECT 'generation', new.id WHERE new.turn IS NULL;
        END;
        CREATE TRIGGER generation_completed AFTER UPDATE ON generation BEGIN
            INSERT OR IGNORE INTO pending SELECT 'search', new.output
                WHERE new.output IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = new.output);
            INSERT OR IGNORE INTO pending SELECT 'turn', new.turn WHERE new.turn IS NOT NULL;
            INSERT OR IGNORE INTO pending SELECT 'turn', old.turn
                WHERE old.turn IS NOT NULL AND old.turn IS NOT new.turn;
            INSERT OR IGNORE INTO pending SELECT 'generation', new.id
                WHERE new.turn IS NULL OR new.prompt IS NOT old.prompt;
        END;
        CREATE TRIGGER generation_removed AFTER DELETE ON generation WHEN old.turn IS NOT NULL BEGIN
            INSERT OR IGNORE INTO pending VALUES ('turn', old.turn);
        END;

        CREATE TRIGGER edit_arrived AFTER INSERT ON edit BEGIN
            INSERT OR IGNORE INTO pending SELECT 'search', new.after
                WHERE new.after IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = new.after);
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE id = new.generation AND turn IS NOT NULL;
        END;
        CREATE TRIGGER edit_completed AFTER UPDATE ON edit BEGIN
            INSERT OR IGNORE INTO pending SELECT 'search', new.after
                WHERE new.after IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = new.after);
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE id = new.generation AND turn IS NOT NULL;
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE id = old.generation AND new.generation <> old.generation AND turn IS NOT NULL;
        END;
        CREATE TRIGGER edit_removed AFTER DELETE ON edit BEGIN
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE id = old.generation AND turn IS NOT NULL;
        END;

        CREATE TRIGGER finding_arrived AFTER INSERT ON finding BEGIN
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE turn IS NOT NULL AND id IN (
                    new.generation, (SELECT generation FROM edit WHERE id = new.edit));
        END;
        CREATE TRIGGER finding_changed AFTER UPDATE ON finding BEGIN
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE turn IS NOT NULL AND id IN (
                    new.generation, (SELECT generation FROM edit WHERE id = new.edit),
                    old.generation, (SELECT generation FROM edit WHERE id = old.edit));
        END;
        CREATE TRIGGER finding_removed AFTER DELETE ON finding BEGIN
            INSERT OR IGNORE INTO pending SELECT 'turn', turn FROM generation
                WHERE turn IS NOT NULL AND id IN (
                    old.generation, (SELECT generation FROM edit WHERE id = old.edit));
        END;

        CREATE TRIGGER session_completed AFTER UPDATE OF repository, branch, agent ON session
            WHEN new.repository IS NOT old.repository OR new.branch IS NOT old.branch OR new.agent <> old.agent
        BEGIN
            INSERT OR IGNORE INTO pending SELECT 'turn', id FROM turn WHERE session = new.id;
        END;
        """
}
