extension Schema {
    /// Version 5: where exactly a finding stands, who saw it, what people said of it; what was audited; who approved what.
    ///
    /// `finding` and `decision` are made anew, for their checks grow: rows keep their ids, so that what names them holds.
    static let v5 = """
        CREATE TABLE finding_new (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            generation INTEGER REFERENCES generation (id) ON DELETE CASCADE,
            edit INTEGER REFERENCES edit (id) ON DELETE CASCADE,
            path INTEGER REFERENCES path (id),
            start INTEGER CHECK (start >= 0),
            length INTEGER CHECK (length >= 0),
            first_line INTEGER CHECK (first_line > 0),
            last_line INTEGER CHECK (last_line >= first_line),
            first_column INTEGER CHECK (first_column > 0),
            last_column INTEGER CHECK (last_column > 0),
            rule TEXT NOT NULL,
            class TEXT CHECK (class IN ('security', 'hygiene')),
            severity TEXT NOT NULL
                CHECK (severity = 'critical' OR severity = 'high' OR severity = 'medium' OR severity = 'low'
                    OR severity = 'info'),
            confidence TEXT CHECK (confidence = 'low' OR confidence = 'medium' OR confidence = 'high'),
            cwe TEXT,
            message TEXT NOT NULL,
            fingerprint TEXT CHECK (fingerprint <> ''),
            tokens INTEGER CHECK (tokens >= 0),
            least_logprob REAL,
            mean_logprob REAL,
            auditor TEXT,
            status TEXT NOT NULL DEFAULT 'open'
                CHECK (status = 'open' OR status = 'fixed' OR status = 'accepted' OR status = 'false'
                    OR status = 'gone'),
            status_before_gone TEXT
                CHECK (status_before_gone = 'open' OR status_before_gone = 'fixed' OR status_before_gone = 'accepted'
                    OR status_before_gone = 'false'),
            gone_at INTEGER,
            at INTEGER NOT NULL,
            CHECK (generation IS NOT NULL OR edit IS NOT NULL OR path IS NOT NULL)
        ) STRICT;
        INSERT INTO finding_new
            (id, uid, generation, edit, path, first_line, last_line, rule, severity, cwe, message, auditor, status, at)
            SELECT id, uid, generation, edit, path, first_line, last_line, rule, severity, cwe, message, auditor, status, at
            FROM finding;
        DROP TABLE finding;
        ALTER TABLE finding_new RENAME TO finding;
        CREATE INDEX finding_edit ON finding (edit);
        CREATE INDEX finding_generation ON finding (generation);
        CREATE INDEX finding_severity ON finding (severity, at);
        CREATE INDEX finding_path ON finding (path) WHERE path IS NOT NULL;
        CREATE INDEX finding_fingerprint ON finding (fingerprint) WHERE fingerprint IS NOT NULL;
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

        CREATE TABLE finding_witness (
            finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
            auditor TEXT NOT NULL CHECK (auditor <> ''),
            rule TEXT NOT NULL CHECK (rule <> ''),
            message TEXT NOT NULL DEFAULT '',
            version TEXT,
            severity TEXT
                CHECK (severity = 'critical' OR severity = 'high' OR severity = 'medium' OR severity = 'low'
                    OR severity = 'info'),
            fingerprint TEXT,
            at INTEGER NOT NULL,
            PRIMARY KEY (finding, auditor, rule)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO finding_witness (finding, auditor, rule, message, severity, at)
            SELECT id, auditor, rule, message, severity, at FROM finding WHERE auditor <> '' AND rule <> '';
        CREATE TRIGGER finding_witnessed AFTER INSERT ON finding WHEN new.auditor <> '' AND new.rule <> '' BEGIN
            INSERT OR IGNORE INTO finding_witness (finding, auditor, rule, message, severity, at)
                VALUES (new.id, new.auditor, new.rule, new.message, new.severity, new.at);
        END;

        CREATE TABLE finding_draft (
            finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
            edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE,
            start INTEGER NOT NULL CHECK (start >= 0),
            length INTEGER NOT NULL CHECK (length >= 0),
            PRIMARY KEY (finding, edit)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX finding_draft_edit ON finding_draft (edit);

        CREATE TABLE finding_status (
            finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
            at INTEGER NOT NULL,
            status TEXT NOT NULL
                CHECK (status = 'open' OR status = 'fixed' OR status = 'accepted' OR status = 'false'),
            who TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            until INTEGER,
            PRIMARY KEY (finding, at, status)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX finding_status_until ON finding_status (until) WHERE until IS NOT NULL;
        CREATE TRIGGER finding_judged AFTER INSERT ON finding_status
            WHEN NOT EXISTS (SELECT 1 FROM finding_status
                WHERE finding = new.finding AND (at, status) > (new.at, new.status))
        BEGIN
            UPDATE finding SET status = new.status
                WHERE id = new.finding AND status <> 'gone' AND status <> new.status;
            UPDATE finding SET status_before_gone = new.status WHERE id = new.finding AND status = 'gone';
        END;

        ALTER TABLE rule ADD COLUMN class TEXT CHECK (class IN ('security', 'hygiene'));
        ALTER TABLE rule ADD COLUMN confidence TEXT
            CHECK (confidence = 'low' OR confidence = 'medium' OR confidence = 'high');
        ALTER TABLE rule ADD COLUMN auditor TEXT;

        CREATE TABLE audit_run (
            id INTEGER PRIMARY KEY,
            auditor TEXT NOT NULL CHECK (auditor <> ''),
            version TEXT NOT NULL DEFAULT '',
            rules TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            at INTEGER NOT NULL,
            UNIQUE (auditor, version, rules, source)
        ) STRICT;

        CREATE TABLE audited (
            edit INTEGER PRIMARY KEY REFERENCES edit (id) ON DELETE CASCADE,
            run INTEGER NOT NULL REFERENCES audit_run (id),
            bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0),
            skipped TEXT CHECK (skipped = 'language' OR skipped = 'size' OR skipped = 'text')
        ) STRICT;

        CREATE INDEX edit_moved ON edit (moved_from) WHERE moved_from IS NOT NULL;

        CREATE TABLE pending_audit (
            edit INTEGER PRIMARY KEY REFERENCES edit (id) ON DELETE CASCADE
        ) STRICT;
        CREATE TRIGGER edit_unaudited AFTER INSERT ON edit WHEN new.after IS NOT NULL OR new.patch IS NOT NULL BEGIN
            INSERT OR IGNORE INTO pending_audit VALUES (new.id);
        END;
        CREATE TRIGGER edit_changed AFTER UPDATE OF before, after, patch, path, status ON edit
            WHEN new.before IS NOT old.before OR new.after IS NOT old.after OR new.patch IS NOT old.patch
                OR new.path <> old.path
                OR (new.status IN ('failed', 'rejected')) <> (old.status IN ('failed', 'rejected'))
        BEGIN
            INSERT OR IGNORE INTO pending_audit VALUES (new.id);
        END;
        INSERT INTO pending_audit SELECT id FROM edit WHERE after IS NOT NULL OR patch IS NOT NULL;

        CREATE TABLE decision_new (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            generation INTEGER REFERENCES generation (id) ON DELETE CASCADE,
            edit INTEGER REFERENCES edit (id) ON DELETE CASCADE,
            change INTEGER REFERENCES change (id) ON DELETE CASCADE,
            revision INTEGER REFERENCES revision (id) ON DELETE CASCADE,
            verdict TEXT NOT NULL CHECK (verdict = 'allow' OR verdict = 'review' OR verdict = 'block'),
            reasons TEXT NOT NULL DEFAULT '',
            policy TEXT,
            digest TEXT,
            risk INTEGER CHECK (risk BETWEEN 0 AND 4),
            score REAL CHECK (score BETWEEN 0 AND 1),
            at INTEGER NOT NULL,
            CHECK (generation IS NOT NULL OR edit IS NOT NULL OR change IS NOT NULL OR revision IS NOT NULL)
        ) STRICT;
        INSERT INTO decision_new (id, uid, generation, edit, verdict, reasons, policy, at)
            SELECT id, uid, generation, edit, verdict, reasons, policy, at FROM decision;
        DROP TABLE decision;
        ALTER TABLE decision_new RENAME TO decision;
        CREATE INDEX decision_generation ON decision (generation);
        CREATE INDEX decision_edit ON decision (edit);
        CREATE INDEX decision_change ON decision (change) WHERE change IS NOT NULL;
        CREATE INDEX decision_revision ON decision (revision) WHERE revision IS NOT NULL;
        CREATE INDEX decision_digest ON decision (digest, at) WHERE digest IS NOT NULL;

        CREATE TABLE review (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
            decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
            verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'rejected')),
            reviewer TEXT NOT NULL CHECK (reviewer <> ''),
            reason TEXT NOT NULL DEFAULT '',
            until INTEGER,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX review_decision ON review (decision, at);
        """
}
