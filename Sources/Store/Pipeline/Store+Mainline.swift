import GRDB

extension Store {
    /// Keeps the commits of a main branch in place of those that were there; what was measured of one stays.
    ///
    /// - Parameters:
    ///   - repository: as `change` names it.
    ///   - changes: the requests that brought them: those that no host told of are made, with what git knows.
    package func keep(
        mainline commits: [MainlineCommit], changes: [ChangeRecord], releases: [ReleaseRecord], of repository: String,
        now: Int64
    ) throws {
        _ = try take(changes.map { .change($0) } + releases.map { .release($0) }, now: now)
        var rest = commits[...]
        while !rest.isEmpty {
            let some = rest.prefix(500)
            rest = rest.dropFirst(some.count)
            try write { db in
                let statement = try db.cachedStatement(
                    sql: """
                        INSERT INTO mainline (repository, hash, authored_at, committed_at, landed_at, parents, is_first,
                            is_bot, change, kind, reverts, marks)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
                            (SELECT id FROM change WHERE repository = ?1 AND number = ?9), ?10, ?11, ?12)
                        ON CONFLICT (repository, hash) DO UPDATE SET landed_at = excluded.landed_at,
                            is_first = excluded.is_first, is_bot = excluded.is_bot, change = excluded.change,
                            kind = excluded.kind, reverts = excluded.reverts, marks = excluded.marks
                        """)
                for commit in some {
                    try statement.execute(arguments: [
                        repository, commit.hash, commit.authoredAt, commit.committedAt, commit.landedAt, commit.parents,
                        commit.isFirst, commit.isBot, commit.change, commit.kind, commit.reverts, commit.marks,
                    ])
                }
            }
        }
    }

    /// Takes out the commits of a main branch that it no longer holds: its history was written anew.
    package func forgetMainline(of repository: String, except hashes: Set<String>) throws {
        let known = try read { db in
            try String.fetchAll(db, sql: "SELECT hash FROM mainline WHERE repository = ?", arguments: [repository])
        }
        let gone = known.filter { !hashes.contains($0) }
        guard !gone.isEmpty else { return }
        try write { db in
            let statement = try db.cachedStatement(sql: "DELETE FROM mainline WHERE repository = ? AND hash = ?")
            for hash in gone { try statement.execute(arguments: [repository, hash]) }
        }
    }

    /// A fact about the store itself.
    package func note(_ value: String?, for key: String) throws {
        try write { db in
            if let value {
                try db.execute(
                    sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    arguments: [key, value])
            } else {
                try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [key])
            }
        }
    }

    package func noted(_ key: String) throws -> String? {
        try read { db in try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key]) }
    }
}

extension Store {
    /// The commits of which other programs say that lines of theirs were generated.
    package func notedCommits() throws -> Set<String> {
        try read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT DISTINCT v.hash FROM attribution a JOIN revision v ON v.id = a.revision
                    WHERE a.contributor = 'ai' OR a.contributor = 'mixed'
                    """)
        }
    }

    /// Marks the changes that sessions of this store are part of, where nothing better is known of them.
    package func markChangesOfSessions() throws {
        let waiting = try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT c.id FROM link l CROSS JOIN change c ON \(Self.isNamed(by: "l.to_uid"))
                    WHERE l.to_kind = 'change' AND l.from_kind = 'session' AND c.state IS NOT NULL
                        AND (c.generated_by IS NULL OR c.generated_by = 'nothing')
                    """)
        }
        guard !waiting.isEmpty else { return }
        try write { db in
            let statement = try db.cachedStatement(
                sql: """
                    UPDATE change SET generated = max(coalesce(generated, 0), 1), generated_by = 'session'
                    WHERE id = ? AND (generated_by IS NULL OR generated_by = 'nothing')
                    """)
            for change in waiting { try statement.execute(arguments: [change]) }
        }
    }
}

extension Store {
    /// Merges of two parents that were not done again yet, the newest first.
    package func mergesToReplay(of repository: String, limit: Int) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT hash FROM mainline WHERE repository = ? AND parents = 2 AND conflicts IS NULL
                    ORDER BY landed_at DESC LIMIT ?
                    """, arguments: [repository, limit])
        }
    }

    /// Notes of merges how many files were in conflict.
    package func note(conflicts: [(hash: String, conflicts: Int)], of repository: String) throws {
        var rest = conflicts[...]
        while !rest.isEmpty {
            let some = rest.prefix(500)
            rest = rest.dropFirst(some.count)
            try write { db in
                let statement = try db.cachedStatement(
                    sql: "UPDATE mainline SET conflicts = ? WHERE repository = ? AND hash = ?")
                for (hash, count) in some { try statement.execute(arguments: [count, repository, hash]) }
            }
        }
    }
}
