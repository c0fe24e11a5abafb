extension Schema {
    /// Version 6: where each token of an answer comes from, how far what it saw can be trusted, and the graph's edges found
    /// from both ends.
    ///
    /// Answers wait in a table of their own, as edits do for their shingles.
    static let v6 = """
        ALTER TABLE segment ADD COLUMN source TEXT;
        ALTER TABLE finding ADD COLUMN segment INTEGER REFERENCES segment (id) ON DELETE CASCADE;
        CREATE INDEX finding_segment ON finding (segment) WHERE segment IS NOT NULL;

        CREATE INDEX session_parent ON session (parent) WHERE parent IS NOT NULL;
        CREATE INDEX deployment_revision ON deployment (revision);
        CREATE INDEX alert_revision ON alert (revision) WHERE revision IS NOT NULL;
        CREATE INDEX resolution_commit ON resolution (commit_id) WHERE commit_id IS NOT NULL;
        DROP INDEX link_to;
        CREATE INDEX link_to ON link (to_kind, to_uid, relation, from_kind, from_uid);

        CREATE TABLE pending_origin (
            generation INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE
        ) STRICT;
        CREATE TRIGGER generation_untraced AFTER INSERT ON generation BEGIN
            INSERT OR IGNORE INTO pending_origin VALUES (new.id);
        END;
        CREATE TRIGGER generation_outdated AFTER UPDATE OF session, output, first_segment, last_segment ON generation
            WHEN new.session <> old.session OR new.output IS NOT old.output
                OR new.first_segment IS NOT old.first_segment OR new.last_segment IS NOT old.last_segment
        BEGIN
            INSERT OR IGNORE INTO pending_origin VALUES (new.id);
        END;
        CREATE TRIGGER edit_untraced AFTER INSERT ON edit WHEN new.after IS NOT NULL OR new.patch IS NOT NULL BEGIN
            INSERT OR IGNORE INTO pending_origin VALUES (new.generation);
        END;
        CREATE TRIGGER edit_retold AFTER UPDATE OF generation, before, after, patch ON edit
            WHEN new.generation <> old.generation OR new.before IS NOT old.before OR new.after IS NOT old.after
                OR new.patch IS NOT old.patch
        BEGIN
            INSERT OR IGNORE INTO pending_origin VALUES (new.generation);
        END;
        INSERT INTO pending_origin SELECT id FROM generation;

        CREATE TABLE origin (
            id INTEGER PRIMARY KEY,
            generation INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
            edit INTEGER REFERENCES edit (id) ON DELETE CASCADE,
            tokens INTEGER NOT NULL CHECK (tokens >= 0),
            copied INTEGER NOT NULL CHECK (copied BETWEEN 0 AND tokens),
            runs BLOB NOT NULL
        ) STRICT;
        CREATE INDEX origin_generation ON origin (generation);
        CREATE INDEX origin_edit ON origin (edit) WHERE edit IS NOT NULL;

        CREATE TABLE segment_trust (
            segment INTEGER PRIMARY KEY REFERENCES segment (id) ON DELETE CASCADE,
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
            hops INTEGER NOT NULL CHECK (hops >= 0),
            reason TEXT NOT NULL
        ) STRICT;
        CREATE TABLE generation_trust (
            generation INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
            segment INTEGER REFERENCES segment (id) ON DELETE SET NULL,
            hops INTEGER NOT NULL CHECK (hops >= 0)
        ) STRICT;
        CREATE INDEX generation_trust_level ON generation_trust (level, generation);
        CREATE INDEX generation_trust_segment ON generation_trust (segment) WHERE segment IS NOT NULL;
        """
}
