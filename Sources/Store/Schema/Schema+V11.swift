extension Schema {
    /// Version 11: what figures are made from, packed by weeks, for a row takes many times as long to read.
    ///
    /// A page says what the rows of its week say and nothing else. Whatever changes one of them takes the page away and puts
    /// the week on the queue; until it is packed anew the rows themselves are read. Of a store that is there already all
    /// weeks go on the queue. What is older than 1970 is never packed.
    static let v11 = """
        CREATE TABLE fact_page (
            kind TEXT NOT NULL
                CHECK (kind = 'change' OR kind = 'mainline' OR kind = 'run' OR kind = 'landed' OR kind = 'fate'
                    OR kind = 'usage'),
            repository TEXT NOT NULL,
            week INTEGER NOT NULL CHECK (week >= 0),
            bytes BLOB NOT NULL,
            PRIMARY KEY (kind, repository, week)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE pending_page (
            kind TEXT NOT NULL,
            repository TEXT NOT NULL,
            week INTEGER NOT NULL,
            PRIMARY KEY (kind, repository, week)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER page_outdated AFTER INSERT ON pending_page BEGIN
            DELETE FROM fact_page WHERE kind = new.kind AND repository = new.repository AND week = new.week;
        END;
        CREATE TRIGGER change_unpacked AFTER INSERT ON change BEGIN
            INSERT INTO pending_page SELECT 'change', new.repository, new.created_at / 604800000
                WHERE new.created_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'change', new.repository, new.merged_at / 604800000
                WHERE new.merged_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER change_repacked AFTER UPDATE ON change BEGIN
            INSERT INTO pending_page SELECT 'change', old.repository, old.created_at / 604800000
                WHERE old.created_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'change', old.repository, old.merged_at / 604800000
                WHERE old.merged_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'change', new.repository, new.created_at / 604800000
                WHERE new.created_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'change', new.repository, new.merged_at / 604800000
                WHERE new.merged_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER change_departed AFTER DELETE ON change BEGIN
            INSERT INTO pending_page SELECT 'change', old.repository, old.created_at / 604800000
                WHERE old.created_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'change', old.repository, old.merged_at / 604800000
                WHERE old.merged_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER mainline_unpacked AFTER INSERT ON mainline BEGIN
            INSERT INTO pending_page SELECT 'mainline', new.repository, new.landed_at / 604800000
                WHERE new.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER mainline_repacked
            AFTER UPDATE OF repository, hash, authored_at, landed_at, parents, is_first, is_bot, marks, generated_lines,
                reverts, conflicts, other_tokens, other_bits
            ON mainline
        BEGIN
            INSERT INTO pending_page SELECT 'mainline', old.repository, old.landed_at / 604800000
                WHERE old.landed_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'mainline', new.repository, new.landed_at / 604800000
                WHERE new.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER mainline_departed AFTER DELETE ON mainline BEGIN
            INSERT INTO pending_page SELECT 'mainline', old.repository, old.landed_at / 604800000
                WHERE old.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER run_unpacked AFTER INSERT ON run BEGIN
            INSERT INTO pending_page SELECT 'run', new.repository, new.created_at / 604800000
                WHERE new.created_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER run_repacked AFTER UPDATE ON run BEGIN
            INSERT INTO pending_page SELECT 'run', old.repository, old.created_at / 604800000
                WHERE old.created_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'run', new.repository, new.created_at / 604800000
                WHERE new.created_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER run_departed AFTER DELETE ON run BEGIN
            INSERT INTO pending_page SELECT 'run', old.repository, old.created_at / 604800000
                WHERE old.created_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER landed_unpacked AFTER INSERT ON landed BEGIN
            INSERT INTO pending_page SELECT 'landed', new.repository, new.landed_at / 604800000
                WHERE new.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER landed_repacked AFTER UPDATE ON landed BEGIN
            INSERT INTO pending_page SELECT 'landed', old.repository, old.landed_at / 604800000
                WHERE old.landed_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'landed', new.repository, new.landed_at / 604800000
                WHERE new.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER landed_departed AFTER DELETE ON landed BEGIN
            INSERT INTO pending_page SELECT 'landed', old.repository, old.landed_at / 604800000
                WHERE old.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER edit_fate_unpacked AFTER INSERT ON edit_fate BEGIN
            INSERT INTO pending_page SELECT 'fate', new.repository, new.at / 604800000
                WHERE new.at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'fate', new.repository, new.landed_at / 604800000
                WHERE new.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER edit_fate_repacked AFTER UPDATE ON edit_fate BEGIN
            INSERT INTO pending_page SELECT 'fate', old.repository, old.at / 604800000
                WHERE old.at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'fate', old.repository, old.landed_at / 604800000
                WHERE old.landed_at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'fate', new.repository, new.at / 604800000
                WHERE new.at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'fate', new.repository, new.landed_at / 604800000
                WHERE new.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER edit_fate_departed AFTER DELETE ON edit_fate BEGIN
            INSERT INTO pending_page SELECT 'fate', old.repository, old.at / 604800000
                WHERE old.at >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'fate', old.repository, old.landed_at / 604800000
                WHERE old.landed_at >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER usage_unpacked AFTER INSERT ON usage BEGIN
            INSERT INTO pending_page SELECT 'usage', '', new.slot / 672
                WHERE new.slot >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER usage_repacked AFTER UPDATE ON usage BEGIN
            INSERT INTO pending_page SELECT 'usage', '', old.slot / 672
                WHERE old.slot >= 0 ON CONFLICT DO NOTHING;
            INSERT INTO pending_page SELECT 'usage', '', new.slot / 672
                WHERE new.slot >= 0 ON CONFLICT DO NOTHING;
        END;
        CREATE TRIGGER usage_departed AFTER DELETE ON usage BEGIN
            INSERT INTO pending_page SELECT 'usage', '', old.slot / 672
                WHERE old.slot >= 0 ON CONFLICT DO NOTHING;
        END;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'change', repository, created_at / 604800000 FROM change
            WHERE created_at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'change', repository, merged_at / 604800000 FROM change
            WHERE merged_at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'mainline', repository, landed_at / 604800000 FROM mainline
            WHERE landed_at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'run', repository, created_at / 604800000 FROM run
            WHERE created_at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'landed', repository, landed_at / 604800000 FROM landed
            WHERE landed_at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'fate', repository, at / 604800000 FROM edit_fate
            WHERE at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'fate', repository, landed_at / 604800000 FROM edit_fate
            WHERE landed_at >= 0;
        INSERT OR IGNORE INTO pending_page SELECT DISTINCT 'usage', '', slot / 672 FROM usage WHERE slot >= 0;
        """
}
