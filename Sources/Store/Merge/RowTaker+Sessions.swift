import GRDB
import Provenance

extension RowTaker {
    func takeSessions() throws {
        try take(
            """
            SELECT s.*, r.identity, r.name AS repository_name, r.directory AS repository_directory
            FROM session s LEFT JOIN repository r ON r.id = s.repository
            WHERE \(selection.only("session", "s")) ORDER BY s.id
            """
        ) { row, db in
            if try isForgotten("session", row["uid"], db) { return }
            let repository = try repository(row, db)
            let isTitled = try keepsTexts && !isForgotten("title", row["uid"], db)
            guard let id = try id("session", row["uid"], db) else {
                try insert(
                    "session",
                    [
                        "uid": row.raw("uid"), "agent": row.raw("agent"), "agent_version": row.raw("agent_version"),
                        "maker_id": row.raw("maker_id"), "repository": repository, "directory": row.raw("directory"),
                        "branch": row.raw("branch"), "commit_id": row.raw("commit_id"), "parent": row.raw("parent"),
                        "title": isTitled ? clean(row["title"]) : nil, "started_at": row.raw("started_at"),
                        "ended_at": row.raw("ended_at"),
                    ], db)
                tally.sessions += 1
                return
            }
            let known = try self.row("session", id, db)
            let better = try betterRepository(Int64.fromDatabaseValue(known["repository"]), repository, db)
            let rules: KeyValuePairs<String, JoinRule> = [
                "agent": .least, "agent_version": .least, "maker_id": .least, "directory": .least, "branch": .least,
                "commit_id": .least, "parent": .least, "started_at": .least, "ended_at": .greatest,
            ]
            try join("session", known, row, rules, setting: ["repository": better], db)
            if isTitled {
                try join("session", known, row, ["title": .longest], cleaning: ["title"], db)
            }
            if better != Int64.fromDatabaseValue(known["repository"]) {
                try db.execute(sql: "UPDATE turn SET repository = ? WHERE session = ?", arguments: [better, id])
            }
        }
    }

    /// A work tree's folder is a fact of a machine, not of the record: the first that is known stays.
    func repository(_ row: SourceRow, _ db: Database) throws -> Int64? {
        guard let stated = String.fromDatabaseValue(row["identity"]) else { return nil }
        let identity = try RepositoryNames(db: db).current(of: stated)
        try db.cachedStatement(
            sql: """
                INSERT INTO repository (identity, name, directory) VALUES (?, ?, ?)
                ON CONFLICT (identity) DO UPDATE SET
                    name = min(name, excluded.name), directory = coalesce(directory, excluded.directory)
                WHERE name > excluded.name OR directory IS NULL AND excluded.directory IS NOT NULL
                """
        ).execute(arguments: [identity, row.raw("repository_name"), row.raw("repository_directory")])
        return try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM repository WHERE identity = ?"), arguments: [identity])
    }

    /// A remote says more than a root commit, and that more than a folder.
    func betterRepository(_ one: Int64?, _ other: Int64?, _ db: Database) throws -> Int64? {
        guard let one, let other, one != other else { return one ?? other }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM repository WHERE id IN (?, ?)
                ORDER BY identity LIKE 'path:%', identity LIKE 'root:%', identity LIMIT 1
                """, arguments: [one, other])
    }

    /// People's prompts first: they open the turns that the others work for.
    func takePrompts() throws {
        try take(
            """
            SELECT p.*, s.uid AS session_uid, t.uid AS turn_uid, t.branch AS turn_branch, t.at AS turn_at
            FROM prompt p JOIN session s ON s.id = p.session LEFT JOIN turn t ON t.id = p.turn
            WHERE \(selection.only("prompt", "p")) ORDER BY p.asker DESC, p.id
            """, texts: ["words"]
        ) { row, db in
            if try isForgotten("prompt", row["uid"], db) { return }
            guard let session = try id("session", row["session_uid"], db) else { return }
            let words = try body(row["words"], db)?.id ?? blank(db)
            if let id = try id("prompt", row["uid"], db) {
                try complete(prompt: self.row("prompt", id, db), row, session: session, words: words, db)
                return
            }
            let isPersons = row.raw("asker") == "person".databaseValue
            let turn = isPersons ? try openTurn(row, session: session, words: words, db) : try workedFor(row, db)
            try insert(
                "prompt",
                [
                    "uid": row.raw("uid"), "session": session, "turn": turn, "asker": row.raw("asker"),
                    "thread": row.raw("thread"), "words": words, "at": row.raw("at"),
                    "first_segment": row.raw("first_segment"), "last_segment": row.raw("last_segment"),
                ], db)
            if isPersons, let turn { try Placement.reopen(around: turn, in: Statements(db: db)) }
        }
    }

    private func openTurn(_ row: SourceRow, session: Int64, words: Int64, _ db: Database) throws -> Int64? {
        let text = try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM body WHERE id = ?"), arguments: [words])
        try db.cachedStatement(
            sql: """
                INSERT INTO turn (uid, session, asker, at, ended_at, title, repository, branch, agent)
                SELECT ?1, id, 'person', ?3, ?3, ?4, repository, coalesce(?5, branch), agent FROM session WHERE id = ?2
                ON CONFLICT (uid) DO UPDATE SET at = min(at, excluded.at)
                """
        ).execute(arguments: [row.raw("uid"), session, row.raw("at"), (text ?? "").title, row.raw("turn_branch")])
        tally.turns += 1
        return try id("turn", row["uid"], db)
    }

    /// The turn that a sub-agent's prompt leads up to, where it is known here.
    private func workedFor(_ row: SourceRow, _ db: Database) throws -> Int64? {
        try id("turn", row["turn_uid"], db)
    }

    private func complete(prompt known: Row, _ row: SourceRow, session: Int64, words: Int64, _ db: Database) throws {
        let longer = try longer(known["words"], words, db)
        var given: [String: Int64?] = ["words": longer]
        let isPersons = known.raw("asker") == "person".databaseValue
        if known.raw("turn").isNull, !isPersons { given["turn"] = try workedFor(row, db) }
        var ownership = Ownership(statements: Statements(db: db))
        let moves = try ownership.belongs(to: session, insteadOf: known["session"])
        let isHere = known.raw("session") == session.databaseValue
        if moves { given["session"] = session }
        let rules: KeyValuePairs<String, JoinRule> =
            isHere ? ["at": .least, "first_segment": .least, "last_segment": .greatest] : ["at": .least]
        try join("prompt", known, row, rules, setting: given, db)
        if moves {
            try db.execute(
                sql: "UPDATE prompt SET first_segment = ?, last_segment = ? WHERE id = ?",
                arguments: [row.raw("first_segment"), row.raw("last_segment"), known.raw("id")])
        }
        guard isPersons, let turn = Int64.fromDatabaseValue(known["turn"]) else { return }
        let here = try self.row("turn", turn, db)
        let isOlder = JoinRule.key(row["at"]) < JoinRule.key(here["at"])
        if longer?.databaseValue != known.raw("words") {
            try db.execute(sql: "UPDATE turn SET title = '' WHERE id = ?", arguments: [turn])
        }
        if moves {
            try db.execute(
                sql: """
                    UPDATE turn SET (session, repository, branch, agent) = (
                        SELECT id, repository, coalesce(?3, branch), agent FROM session WHERE id = ?2)
                    WHERE id = ?1
                    """, arguments: [turn, session, row.raw("turn_branch")])
        } else if isHere, !row.raw("turn_branch").isNull {
            let branch = JoinRule.least.join(here["branch"], row["turn_branch"])
            if branch != here.raw("branch") {
                try db.execute(sql: "UPDATE turn SET branch = ? WHERE id = ?", arguments: [branch, turn])
            }
        }
        if isOlder { try db.execute(sql: "UPDATE turn SET at = ? WHERE id = ?", arguments: [row.raw("at"), turn]) }
        if moves || isOlder {
            try db.execute(sql: "INSERT OR IGNORE INTO pending VALUES ('turn', ?)", arguments: [turn])
            try Placement.reopen(around: turn, in: Statements(db: db))
        }
    }

    func takeSegments() throws {
        guard keepsTexts else { return }
        try take(
            """
            SELECT x.*, s.uid AS session_uid, p.text AS path_text
            FROM segment x JOIN session s ON s.id = x.session LEFT JOIN path p ON p.id = x.path
            WHERE \(selection.only("segment", "x")) ORDER BY x.id
            """, texts: ["body"]
        ) { row, db in
            if try isForgotten("segment", row["uid"], db) { return }
            guard let session = try id("session", row["session_uid"], db), let text = try body(row["body"], db) else {
                return
            }
            guard let id = try id("segment", row["uid"], db) else {
                try insert(
                    "segment",
                    [
                        "uid": row.raw("uid"), "session": session, "thread": row.raw("thread"),
                        "number": row.raw("number"), "origin": row.raw("origin"), "tool": row.raw("tool"),
                        "source": row.raw("source"), "path": try path(row["path_text"], db),
                        "first_line": row.raw("first_line"),
                        "line_count": row.raw("line_count"), "body": text.id, "at": row.raw("at"),
                    ], db)
                tally.segments += 1
                return
            }
            let known = try self.row("segment", id, db)
            var given: [String: Int64?] = ["body": try longer(known["body"], text.id, db)]
            var ownership = Ownership(statements: Statements(db: db))
            if try ownership.belongs(to: session, insteadOf: known["session"]) {
                given["session"] = session
                given["number"] = Int64.fromDatabaseValue(row["number"])
                try join("segment", known, row, ["at": .least], setting: given, db)
            } else if known.raw("session") == session.databaseValue {
                try join("segment", known, row, ["number": .least, "at": .least], setting: given, db)
            }
        }
    }
}
