import GRDB
import Provenance
import Text

/// One short transaction's worth of work on the queue.
///
/// The order matters: a text is redacted before it is indexed, a generation has its turn before the turn is rolled up.
struct Settlement {
    let db: Database
    private let statements: Statements
    private let time: LockTime

    /// - Parameter limit: how long one transaction may work; `nil` where nobody else can wait for the lock.
    init(db: Database, limit: Duration?) {
        self.db = db
        statements = Statements(db: db)
        time = LockTime(limit: limit)
    }

    /// - Returns: how many entries were taken off the queue; 0 when it is empty.
    func step(redact: (String) -> Body?) throws -> Int {
        var count = 0
        for kind in Kind.allCases {
            while let id = try next(kind) {
                try work(kind, id, redact)
                count += 1
                if time.isUp { return count }
            }
        }
        return count
    }

    /// Works off what waits of one answer, whatever waits before it.
    func step(ofAnswer uid: UID, redact: (String) -> Body?) throws {
        for kind in Kind.allCases {
            for id in try Int64.fetchAll(db, sql: Self.waiting(kind), arguments: [uid.text]) {
                try work(kind, id, redact)
            }
        }
    }

    private func work(_ kind: Kind, _ id: Int64, _ redact: (String) -> Body?) throws {
        try run("DELETE FROM pending WHERE kind = ? AND record = ?", [kind.rawValue, id])
        switch kind {
        case .body: try look(at: id, redact: redact)
        case .prompt: try placePrompt(id)
        case .generation: try placeGeneration(id)
        case .turn: try rollUp(id)
        case .search: try index(id)
        }
    }

    /// The queued rows of a kind that are of one answer.
    private static func waiting(_ kind: Kind) -> String {
        let records =
            switch kind {
            case .prompt: "SELECT prompt FROM generation WHERE uid = ?1"
            case .generation: "SELECT id FROM generation WHERE uid = ?1"
            case .turn: "SELECT turn FROM generation WHERE uid = ?1"
            case .body, .search:
                """
                SELECT output FROM generation WHERE uid = ?1
                UNION SELECT p.words FROM generation g JOIN prompt p ON p.id = g.prompt WHERE g.uid = ?1
                UNION SELECT e.after FROM generation g JOIN edit e ON e.generation = g.id WHERE g.uid = ?1
                """
            }
        return "SELECT record FROM pending WHERE kind = '\(kind.rawValue)' AND record IN (\(records))"
    }

    /// In the order they are worked off.
    private enum Kind: String, CaseIterable {
        case body, prompt, generation, turn, search
    }

    private func next(_ kind: Kind) throws -> Int64? {
        try statements.int("SELECT record FROM pending WHERE kind = ? LIMIT 1", [kind.rawValue])
    }
}

// MARK: - Texts

extension Settlement {
    /// A text that arrived by plain SQL: takes its secrets out and gives it the digest of what is left.
    private func look(at id: Int64, redact: (String) -> Body?) throws {
        guard let text = try String.fetchOne(db, sql: "SELECT text FROM body WHERE id = ?", arguments: [id]) else {
            return
        }
        let clean = redact(text)
        // Where a secret was cannot be told here, so tokens of the old text cannot be cut: they go with it.
        if clean != nil {
            try db.execute(
                sql: "DELETE FROM token_run WHERE generation IN (SELECT id FROM generation WHERE output = ?)",
                arguments: [id])
        }
        let digest = SHA256.hash(clean?.text ?? text).bytes.blob
        if let twin = try Int64.fetchOne(
            db, sql: "SELECT id FROM body WHERE sha256 = ? AND id <> ?", arguments: [digest, id])
        {
            try replace(id, by: twin)
        } else if let clean {
            try forgetWords(of: id)
            try db.execute(
                sql: "UPDATE body SET text = ?, sha256 = ?, redactions = ? WHERE id = ?",
                arguments: [clean.text, digest, clean.redactions ?? 0, id])
        } else {
            try db.execute(
                sql: "UPDATE body SET sha256 = ?, redactions = 0 WHERE id = ?", arguments: [digest, id])
        }
    }

    private func replace(_ id: Int64, by twin: Int64) throws {
        for (table, column) in [
            ("prompt", "words"), ("segment", "body"), ("generation", "output"), ("edit", "before"),
            ("edit", "after"), ("edit", "patch"), ("alert", "body"),
        ] {
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", arguments: [twin, id])
        }
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO pending SELECT 'search', ?2
                WHERE EXISTS (SELECT 1 FROM pending WHERE kind = 'search' AND record = ?1)
                    OR EXISTS (SELECT 1 FROM search_docsize WHERE id = ?1)
                """, arguments: [id, twin])
        try forgetWords(of: id)
        try db.execute(sql: "DELETE FROM body WHERE id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM pending WHERE kind = 'search' AND record = ?", arguments: [id])
    }

    /// "To delete a row … the values of the columns must match the row's content" (FTS5, external content tables).
    private func forgetWords(of id: Int64) throws {
        let isIndexed = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM search_docsize WHERE id = ?)", arguments: [id])
        guard isIndexed == true else { return }
        try db.execute(
            sql: "INSERT INTO search (search, rowid, text) SELECT 'delete', id, text FROM body WHERE id = ?",
            arguments: [id])
        try db.execute(sql: "INSERT OR IGNORE INTO pending VALUES ('search', ?)", arguments: [id])
    }

    /// One row by its values: an INSERT that selects its row, or reads the table it writes, opens a savepoint, and at
    /// each savepoint FTS5 writes out all it has gathered.
    private func index(_ id: Int64) throws {
        let isIndexed = try statements.int("SELECT 1 FROM search_docsize WHERE id = ?", [id]) != nil
        guard !isIndexed, let text = try self.text("SELECT text FROM body WHERE id = ?", [id]) else { return }
        try run("INSERT INTO search (rowid, text) VALUES (?, ?)", [id, text])
    }
}

// MARK: - Turns

extension Settlement {
    /// A person's prompt that came without a turn opens one.
    private func placePrompt(_ id: Int64) throws {
        try run(
            """
            INSERT OR IGNORE INTO turn (uid, session, at, ended_at, repository, branch, agent)
            SELECT p.uid, p.session, p.at, p.at, s.repository, s.branch, s.agent
            FROM prompt p JOIN session s ON s.id = p.session WHERE p.id = ? AND p.turn IS NULL
            """, [id])
        try run(
            """
            UPDATE prompt SET turn = (SELECT id FROM turn WHERE turn.uid = prompt.uid)
            WHERE id = ? AND turn IS NULL
            """, [id])
        guard let turn = try statements.int("SELECT turn FROM prompt WHERE id = ?", [id]) else { return }
        try run("INSERT OR IGNORE INTO pending VALUES ('turn', ?)", [turn])
        try Placement.reopen(around: turn, in: statements)
    }

    /// A generation belongs to its prompt's turn, else to the last one that a person opened before it; a session in which
    /// nobody has asked anything yet gets a turn whose asker is the agent.
    private func placeGeneration(_ id: Int64) throws {
        try run(
            """
            UPDATE generation SET turn = coalesce(
                (SELECT turn FROM prompt WHERE prompt.id = generation.prompt),
                turn,
                (SELECT id FROM turn t WHERE t.session = generation.session AND t.asker = 'person'
                    AND t.at <= generation.started_at ORDER BY t.at DESC, t.uid DESC LIMIT 1),
                (SELECT id FROM turn t WHERE t.session = generation.session AND t.asker = 'person'
                    ORDER BY t.at, t.uid LIMIT 1))
            WHERE id = ?
            """, [id])
        let isPlaced = try statements.int("SELECT turn FROM generation WHERE id = ?", [id]) != nil
        if !isPlaced { try placeInAgentTurn(id) }
        // An update queues the row again where it is still without a turn; here it never is.
        try run("DELETE FROM pending WHERE kind = 'generation' AND record = ?", [id])
    }

    /// One such turn a session, named after it: whichever of its generations is read first.
    private func placeInAgentTurn(_ id: Int64) throws {
        let session = try text(
            "SELECT s.uid FROM generation g JOIN session s ON s.id = g.session WHERE g.id = ?", [id])
        guard let session else { return }
        let uid = UID(of: .turn, makerID: session).text
        try run(
            """
            INSERT OR IGNORE INTO turn (uid, session, asker, at, ended_at, repository, branch, agent)
            SELECT ?2, g.session, 'agent', g.started_at, g.ended_at, s.repository, s.branch, s.agent
            FROM generation g JOIN session s ON s.id = g.session WHERE g.id = ?1
            """, [id, uid])
        try run("UPDATE generation SET turn = (SELECT id FROM turn WHERE uid = ?2) WHERE id = ?1", [id, uid])
    }

    private func run(_ sql: StaticString, _ values: [(any StatementValue)?]) throws {
        try statements.run(sql, values)
    }

    private func text(_ sql: StaticString, _ values: [(any StatementValue)?]) throws -> String? {
        try statements.row(sql, values) { $0.text(0) } ?? nil
    }

    /// What lists show of a turn, counted anew from its generations, edits and findings.
    private func rollUp(_ id: Int64) throws {
        try run(Self.rollUpGenerations, [id])
        try run(Self.rollUpEdits, [id])
        try run(Self.rollUpRisk, [id])
        try run(Self.rollUpSession, [id])
        try run(Self.rollUpOpening, [id])
        try title(id)
        try run(
            """
            DELETE FROM turn WHERE id = ?1 AND asker = 'agent' AND generations = 0
                AND NOT EXISTS (SELECT 1 FROM prompt WHERE turn = ?1)
            """, [id])
    }

    private func title(_ id: Int64) throws {
        let isOpen = try statements.int(
            "SELECT 1 FROM turn WHERE id = ? AND (title = '' OR asker = 'agent')", [id])
        guard isOpen != nil,
            let words = try String.fetchOne(
                db.cachedStatement(sql: "SELECT text FROM body WHERE id = (\(TurnDetail.words))"), arguments: [id])
        else { return }
        try run("UPDATE turn SET title = ? WHERE id = ?", [words.title, id])
    }

    private static let rollUpGenerations: StaticString = """
        UPDATE turn SET
            (generations, ended_at, model, input_tokens, cache_read_tokens, cache_write_tokens, output_tokens) = (
                SELECT count(*), max(turn.at, coalesce(max(ended_at), turn.at)),
                    (SELECT model FROM generation WHERE turn = ?1 AND model IS NOT NULL
                        ORDER BY thread <> '', started_at, id LIMIT 1),
                    sum(input_tokens), sum(cache_read_tokens), sum(cache_write_tokens), sum(output_tokens)
                FROM generation WHERE turn = ?1)
        WHERE id = ?1
        """

    private static let rollUpEdits: StaticString = """
        UPDATE turn SET (edits, files, added, removed, path, status) = (
            SELECT count(*), count(DISTINCT e.path), coalesce(sum(e.added), 0), coalesce(sum(e.removed), 0),
                (SELECT f.path FROM edit f JOIN generation h ON h.id = f.generation WHERE h.turn = ?1
                    ORDER BY f.at, f.id LIMIT 1),
                CASE
                    WHEN count(*) = 0 THEN 'answered'
                    WHEN sum(e.status = 'changed') > 0 THEN 'changed'
                    WHEN sum(e.status = 'applied') > 0 THEN 'applied'
                    WHEN sum(e.status = 'rejected') > 0 THEN 'rejected'
                    WHEN sum(e.status = 'failed') > 0 THEN 'failed'
                    ELSE 'proposed' END
            FROM edit e JOIN generation g ON g.id = e.generation WHERE g.turn = ?1)
        WHERE id = ?1
        """

    private static let rollUpRisk: StaticString = """
        UPDATE turn SET risk = (
            SELECT max(CASE severity
                WHEN 'critical' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END)
            FROM (
                SELECT f.severity, f.status FROM generation g JOIN finding f ON f.generation = g.id WHERE g.turn = ?1
                UNION ALL
                SELECT f.severity, f.status FROM generation g JOIN edit e ON e.generation = g.id
                    JOIN finding f ON f.edit = e.id WHERE g.turn = ?1)
            WHERE status = 'open')
        WHERE id = ?1
        """

    /// What nobody opened begins with its first answer; what the session learned later, its turns learn too.
    private static let rollUpOpening: StaticString = """
        UPDATE turn SET
            at = CASE asker WHEN 'agent'
                THEN coalesce((SELECT min(started_at) FROM generation WHERE turn = ?1), at) ELSE at END,
            repository = coalesce(repository, (SELECT repository FROM session WHERE session.id = turn.session)),
            branch = coalesce(branch, (SELECT branch FROM session WHERE session.id = turn.session)),
            agent = CASE agent WHEN ''
                THEN (SELECT agent FROM session WHERE session.id = turn.session) ELSE agent END
        WHERE id = ?1
        """

    private static let rollUpSession: StaticString = """
        UPDATE session SET ended_at = max(coalesce(ended_at, 0), (SELECT ended_at FROM turn WHERE id = ?1))
        WHERE id = (SELECT session FROM turn WHERE id = ?1)
        """
}
