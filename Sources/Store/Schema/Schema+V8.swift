extension Schema {
    /// Version 8: what the pipeline is measured by: changes in full, commits of the main line, runs, releases, incidents,
    /// other numbers, how much was generated in each quarter of an hour, and what became of it on the main line.
    ///
    /// Repositories are named as `change` names them, for what hosts and alarm systems say comes without a clone.
    static let v8 = """
        ALTER TABLE change ADD COLUMN title TEXT;
        ALTER TABLE change ADD COLUMN state TEXT CHECK (state = 'open' OR state = 'merged' OR state = 'closed');
        ALTER TABLE change ADD COLUMN is_draft INTEGER CHECK (is_draft IN (0, 1));
        ALTER TABLE change ADD COLUMN is_bot INTEGER CHECK (is_bot IN (0, 1));
        ALTER TABLE change ADD COLUMN kind TEXT CHECK (kind <> '');
        ALTER TABLE change ADD COLUMN labels TEXT;
        ALTER TABLE change ADD COLUMN head_ref TEXT;
        ALTER TABLE change ADD COLUMN base_ref TEXT;
        ALTER TABLE change ADD COLUMN head TEXT;
        ALTER TABLE change ADD COLUMN merge_commit TEXT;
        ALTER TABLE change ADD COLUMN created_at INTEGER;
        ALTER TABLE change ADD COLUMN ready_at INTEGER;
        ALTER TABLE change ADD COLUMN first_commit_at INTEGER;
        ALTER TABLE change ADD COLUMN first_review_at INTEGER;
        ALTER TABLE change ADD COLUMN merged_at INTEGER;
        ALTER TABLE change ADD COLUMN closed_at INTEGER;
        ALTER TABLE change ADD COLUMN updated_at INTEGER;
        ALTER TABLE change ADD COLUMN seen_at INTEGER;
        ALTER TABLE change ADD COLUMN added INTEGER CHECK (added >= 0);
        ALTER TABLE change ADD COLUMN removed INTEGER CHECK (removed >= 0);
        ALTER TABLE change ADD COLUMN files INTEGER CHECK (files >= 0);
        ALTER TABLE change ADD COLUMN commits INTEGER CHECK (commits >= 0);
        ALTER TABLE change ADD COLUMN late_commits INTEGER CHECK (late_commits >= 0);
        ALTER TABLE change ADD COLUMN has_conflicts INTEGER CHECK (has_conflicts IN (0, 1));
        ALTER TABLE change ADD COLUMN generated REAL CHECK (generated BETWEEN 0 AND 1);
        ALTER TABLE change ADD COLUMN generated_by TEXT
            CHECK (generated_by = 'record' OR generated_by = 'session' OR generated_by = 'note'
                OR generated_by = 'trailer' OR generated_by = 'nothing');
        CREATE INDEX change_merged ON change (repository, merged_at) WHERE merged_at IS NOT NULL;
        CREATE INDEX change_created ON change (repository, created_at) WHERE created_at IS NOT NULL;
        CREATE INDEX change_generated ON change (repository, merged_at) WHERE generated > 0;

        CREATE TABLE mainline (
            id INTEGER PRIMARY KEY,
            repository TEXT NOT NULL CHECK (repository <> ''),
            hash TEXT NOT NULL CHECK (hash <> ''),
            authored_at INTEGER NOT NULL,
            committed_at INTEGER NOT NULL,
            landed_at INTEGER NOT NULL,
            parents INTEGER NOT NULL CHECK (parents >= 0),
            is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
            is_bot INTEGER NOT NULL DEFAULT 0 CHECK (is_bot IN (0, 1)),
            change INTEGER REFERENCES change (id) ON DELETE SET NULL,
            kind TEXT CHECK (kind <> ''),
            reverts TEXT CHECK (reverts <> ''),
            marks TEXT NOT NULL DEFAULT '',
            lines INTEGER CHECK (lines >= 0),
            generated_lines INTEGER CHECK (generated_lines BETWEEN 0 AND lines),
            other_tokens INTEGER CHECK (other_tokens >= 0),
            other_bits REAL CHECK (other_bits >= 0),
            conflicts INTEGER CHECK (conflicts >= 0),
            UNIQUE (repository, hash)
        ) STRICT;
        CREATE INDEX mainline_landed ON mainline (repository, landed_at);
        CREATE INDEX mainline_change ON mainline (change) WHERE change IS NOT NULL;
        CREATE INDEX mainline_reverts ON mainline (repository, reverts) WHERE reverts IS NOT NULL;
        CREATE INDEX mainline_generated ON mainline (repository, landed_at) WHERE marks <> '' OR generated_lines > 0;

        CREATE TABLE release (
            id INTEGER PRIMARY KEY,
            repository TEXT NOT NULL CHECK (repository <> ''),
            tag TEXT NOT NULL CHECK (tag <> ''),
            commit_id TEXT,
            at INTEGER NOT NULL,
            is_prerelease INTEGER NOT NULL DEFAULT 0 CHECK (is_prerelease IN (0, 1)),
            source TEXT NOT NULL CHECK (source = 'tag' OR source = 'import'),
            UNIQUE (repository, tag)
        ) STRICT;
        CREATE INDEX release_at ON release (repository, at);

        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            repository TEXT NOT NULL CHECK (repository <> ''),
            number INTEGER NOT NULL,
            name TEXT,
            branch TEXT,
            commit_id TEXT,
            event TEXT,
            conclusion TEXT
                CHECK (conclusion = 'success' OR conclusion = 'failure' OR conclusion = 'cancelled'
                    OR conclusion = 'skipped'),
            created_at INTEGER NOT NULL,
            started_at INTEGER,
            ended_at INTEGER,
            UNIQUE (repository, number)
        ) STRICT;
        CREATE INDEX run_created ON run (repository, created_at, conclusion, started_at, ended_at);

        CREATE TABLE incident (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            maker TEXT NOT NULL CHECK (maker <> ''),
            maker_id TEXT NOT NULL CHECK (maker_id <> ''),
            repository TEXT CHECK (repository <> ''),
            title TEXT NOT NULL DEFAULT '',
            service TEXT,
            severity TEXT
                CHECK (severity = 'critical' OR severity = 'high' OR severity = 'medium' OR severity = 'low'
                    OR severity = 'info'),
            cause TEXT,
            url TEXT,
            started_at INTEGER NOT NULL,
            resolved_at INTEGER CHECK (resolved_at >= started_at),
            updated_at INTEGER
        ) STRICT;
        CREATE INDEX incident_started ON incident (started_at);

        CREATE TABLE metric (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            repository TEXT NOT NULL DEFAULT '',
            value REAL NOT NULL,
            unit TEXT,
            at INTEGER NOT NULL,
            UNIQUE (name, repository, at)
        ) STRICT;

        CREATE TABLE usage (
            slot INTEGER NOT NULL,
            repository INTEGER NOT NULL,
            agent TEXT NOT NULL,
            model TEXT NOT NULL,
            generations INTEGER NOT NULL CHECK (generations > 0),
            counted INTEGER NOT NULL,
            input_tokens INTEGER NOT NULL,
            cache_read_tokens INTEGER NOT NULL,
            cache_write_tokens INTEGER NOT NULL,
            output_tokens INTEGER NOT NULL,
            edits INTEGER NOT NULL,
            kept INTEGER NOT NULL,
            refused INTEGER NOT NULL,
            added INTEGER NOT NULL,
            findings INTEGER NOT NULL,
            PRIMARY KEY (slot, repository, agent, model)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE landing (
            id INTEGER PRIMARY KEY,
            repository TEXT NOT NULL CHECK (repository <> ''),
            hash TEXT NOT NULL CHECK (hash <> ''),
            edit INTEGER REFERENCES edit (id) ON DELETE SET NULL,
            origin TEXT NOT NULL
                CHECK (origin = 'record' OR origin = 'mark' OR origin = 'mixed' OR origin = 'other'),
            landed_at INTEGER NOT NULL,
            lines INTEGER NOT NULL CHECK (lines > 0)
        ) STRICT;
        CREATE INDEX landing_landed ON landing (repository, landed_at);
        CREATE INDEX landing_hash ON landing (repository, hash, origin);
        CREATE INDEX landing_edit ON landing (edit) WHERE edit IS NOT NULL;

        CREATE TABLE line_end (
            landing INTEGER NOT NULL REFERENCES landing (id) ON DELETE CASCADE,
            hash TEXT NOT NULL,
            at INTEGER NOT NULL,
            lines INTEGER NOT NULL CHECK (lines > 0),
            means TEXT NOT NULL CHECK (means = 'session' OR means = 'generated' OR means = 'other'),
            is_fix INTEGER NOT NULL CHECK (is_fix IN (0, 1)),
            PRIMARY KEY (landing, hash, means)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE landed (
            repository TEXT NOT NULL CHECK (repository <> ''),
            landed_at INTEGER NOT NULL,
            hash TEXT NOT NULL,
            origin TEXT NOT NULL,
            lines INTEGER NOT NULL CHECK (lines > 0),
            ends BLOB NOT NULL,
            PRIMARY KEY (repository, landed_at, hash, origin)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE edit_fate (
            edit INTEGER PRIMARY KEY REFERENCES edit (id) ON DELETE CASCADE,
            repository TEXT NOT NULL CHECK (repository <> ''),
            session INTEGER NOT NULL,
            model TEXT NOT NULL,
            status TEXT NOT NULL,
            at INTEGER NOT NULL,
            tokens INTEGER NOT NULL CHECK (tokens >= 0),
            hash TEXT CHECK (hash <> ''),
            landed_at INTEGER,
            common INTEGER CHECK (common BETWEEN 0 AND tokens),
            distance INTEGER CHECK (distance >= 0),
            merged INTEGER CHECK (merged >= 0),
            bits REAL CHECK (bits >= 0)
        ) STRICT;
        CREATE INDEX edit_fate_landed
            ON edit_fate (repository, landed_at, session, model, tokens, common, distance, merged)
            WHERE landed_at IS NOT NULL;
        CREATE INDEX edit_fate_at ON edit_fate (repository, at, session, model, status, tokens, landed_at, bits);
        CREATE INDEX edit_fate_refused ON edit_fate (repository, at) WHERE status = 'failed' OR status = 'rejected';
        CREATE TRIGGER edit_fate_of_edit AFTER UPDATE OF status, at ON edit
            WHEN new.status <> old.status OR new.at <> old.at
        BEGIN
            UPDATE edit_fate SET status = new.status, at = new.at WHERE edit = new.id;
        END;
        CREATE TRIGGER edit_fate_of_answer AFTER UPDATE OF session, model ON generation
            WHEN new.session <> old.session OR new.model IS NOT old.model
        BEGIN
            UPDATE edit_fate SET session = new.session, model = coalesce(new.model, '')
                WHERE edit IN (SELECT id FROM edit WHERE generation = new.id);
        END;

        CREATE TABLE line_walk (
            repository TEXT NOT NULL PRIMARY KEY CHECK (repository <> ''),
            hash TEXT NOT NULL,
            at INTEGER NOT NULL,
            first_at INTEGER NOT NULL,
            edits INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE line_state (
            repository TEXT NOT NULL CHECK (repository <> ''),
            path TEXT NOT NULL,
            runs BLOB NOT NULL,
            PRIMARY KEY (repository, path)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE branch_state (
            id INTEGER PRIMARY KEY,
            repository TEXT NOT NULL CHECK (repository <> ''),
            branch TEXT NOT NULL CHECK (branch <> ''),
            head TEXT NOT NULL,
            main TEXT NOT NULL,
            at INTEGER NOT NULL,
            ahead INTEGER NOT NULL CHECK (ahead >= 0),
            behind INTEGER NOT NULL CHECK (behind >= 0),
            files INTEGER NOT NULL CHECK (files >= 0),
            both INTEGER NOT NULL CHECK (both >= 0),
            divergence REAL CHECK (divergence BETWEEN 0 AND 1),
            noise REAL CHECK (noise BETWEEN 0 AND 1),
            dissimilarity REAL CHECK (dissimilarity BETWEEN 0 AND 1),
            conflicts INTEGER CHECK (conflicts >= 0),
            UNIQUE (repository, branch, head, main)
        ) STRICT;
        CREATE INDEX branch_state_at ON branch_state (repository, at);

        CREATE TABLE pending_usage (
            slot INTEGER PRIMARY KEY
        ) STRICT;
        CREATE TRIGGER generation_uncounted AFTER INSERT ON generation BEGIN
            INSERT OR IGNORE INTO pending_usage VALUES (new.started_at / 900000);
        END;
        CREATE TRIGGER generation_recounted
            AFTER UPDATE OF session, model, started_at, input_tokens, cache_read_tokens, cache_write_tokens, output_tokens
            ON generation
        BEGIN
            INSERT OR IGNORE INTO pending_usage VALUES (old.started_at / 900000);
            INSERT OR IGNORE INTO pending_usage VALUES (new.started_at / 900000);
        END;
        CREATE TRIGGER generation_discounted AFTER DELETE ON generation BEGIN
            INSERT OR IGNORE INTO pending_usage VALUES (old.started_at / 900000);
        END;
        CREATE TRIGGER edit_uncounted AFTER INSERT ON edit BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation WHERE id = new.generation;
        END;
        CREATE TRIGGER edit_recounted AFTER UPDATE OF generation, status, added ON edit
            WHEN new.generation <> old.generation OR new.status <> old.status OR new.added IS NOT old.added
        BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation
                WHERE id = new.generation OR id = old.generation;
        END;
        CREATE TRIGGER edit_discounted AFTER DELETE ON edit BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation WHERE id = old.generation;
        END;
        CREATE TRIGGER finding_uncounted AFTER INSERT ON finding WHEN new.edit IS NOT NULL BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation
                WHERE id = (SELECT generation FROM edit WHERE id = new.edit);
        END;
        CREATE TRIGGER finding_recounted AFTER UPDATE OF edit, status ON finding
            WHEN new.edit IS NOT old.edit OR new.status <> old.status
        BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation
                WHERE id IN (SELECT generation FROM edit WHERE id = new.edit OR id = old.edit);
        END;
        CREATE TRIGGER finding_discounted AFTER DELETE ON finding WHEN old.edit IS NOT NULL BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation
                WHERE id = (SELECT generation FROM edit WHERE id = old.edit);
        END;
        CREATE TRIGGER session_recounted AFTER UPDATE OF repository, agent ON session
            WHEN new.repository IS NOT old.repository OR new.agent <> old.agent
        BEGIN
            INSERT OR IGNORE INTO pending_usage SELECT started_at / 900000 FROM generation WHERE session = new.id;
        END;
        INSERT OR IGNORE INTO pending_usage SELECT DISTINCT started_at / 900000 FROM generation;
        """
}
