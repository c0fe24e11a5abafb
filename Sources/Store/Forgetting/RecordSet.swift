import GRDB
import Provenance

/// The records that are to go, by kind and row, in a table of this connection alone.
///
/// A record takes with it what would be meaningless without it: a turn its prompts, answers and what they read, an answer
/// its edits, an edit its findings and decisions; a session goes with the last of its turns.
struct RecordSet {
    let db: Database
    private var linkedTurns = 0
    /// What goes by its age alone may have its text in what is younger.
    private var namesHolders = true

    init(db: Database, target: ForgetTarget) throws {
        self.db = db
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.chosen;
                DROP TABLE IF EXISTS temp.chosen_text;
                CREATE TEMP TABLE chosen (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;
                CREATE TEMP TABLE chosen_text (id INTEGER PRIMARY KEY);
                """)
        switch target {
        case .records(let records):
            for record in records {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO chosen VALUES (?, ?)", arguments: [record.kind.rawValue, record.id])
            }
        case .turns(let filter):
            let condition = filter.condition(for: .turns, isFrequent: nil)
            try db.execute(
                sql: "INSERT INTO chosen SELECT 'turn', t.id FROM turn t WHERE \(condition.sql)",
                arguments: StatementArguments(condition.arguments.map(\.databaseValue)))
        case .turnsAmong(let turns, let filter):
            // Their ids stand for a moment where the texts will: a bound list has an end.
            for turn in turns {
                try db.execute(sql: "INSERT OR IGNORE INTO chosen_text VALUES (?)", arguments: [turn])
            }
            let condition = filter.condition(for: .turns, isFrequent: nil)
            try db.execute(
                sql: """
                    INSERT INTO chosen
                    SELECT 'turn', t.id FROM chosen_text w JOIN turn t ON t.id = w.id WHERE \(condition.sql)
                    """,
                arguments: StatementArguments(condition.arguments.map(\.databaseValue)))
        case .before(let moment, let withLinked):
            namesHolders = false
            try db.execute(sql: Self.before, arguments: [moment])
            if !withLinked {
                let turns = try number(of: "turn")
                try db.execute(sql: Self.keepLinked)
                linkedTurns = try turns - number(of: "turn")
            }
        }
        try close()
    }

    private func number(of kind: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM chosen WHERE kind = ?", arguments: [kind]) ?? 0
    }

    func drop() throws {
        try db.execute(sql: "DROP TABLE temp.chosen; DROP TABLE temp.chosen_text;")
    }

    /// Takes the records that hold the same texts as well, until no other one holds any.
    func spread() throws {
        while true {
            try db.execute(
                sql: "INSERT OR IGNORE INTO chosen SELECT kind, id FROM (\(Self.holders)) h WHERE NOT \(Self.isDoomed)")
            if db.changesCount == 0 { return }
            try close()
        }
    }

    /// Closes the set over what belongs to it, and gathers its texts.
    private func close() throws {
        for step in Self.closure {
            try db.execute(sql: "INSERT OR IGNORE INTO chosen \(step)")
        }
        try db.execute(sql: "DELETE FROM chosen_text; INSERT OR IGNORE INTO chosen_text \(Self.texts)")
    }

    func plan() throws -> ForgetPlan {
        var plan = ForgetPlan()
        plan.linkedTurns = linkedTurns
        let counts = try Row.fetchAll(db, sql: "SELECT kind, count(*) AS number FROM chosen GROUP BY kind")
        let numbers = Dictionary(uniqueKeysWithValues: counts.map { ($0["kind"] as String, $0["number"] as Int) })
        plan.counts = Self.kinds.compactMap { kind in numbers[kind].map { .init(kind: kind, number: $0) } }
        guard namesHolders else { return plan }
        let others = "FROM (\(Self.holders)) h WHERE NOT \(Self.isDoomed)"
        plan.holderCount = try Int.fetchOne(db, sql: "SELECT count(*) \(others)") ?? 0
        plan.holders = try Row.fetchAll(db, sql: "SELECT kind, id \(others) LIMIT \(ForgetPlan.named)").map { row in
            let kind: String = row["kind"]
            let uid = try String.fetchOne(db, sql: "SELECT uid FROM \(kind) WHERE id = ?", arguments: [row["id"]])
            return "\(kind):\(uid ?? "")"
        }
        return plan
    }

    /// In the order in which they are said, largest first.
    static let kinds = [
        "session", "turn", "prompt", "generation", "edit", "segment", "finding", "decision", "alert",
    ]
}

// MARK: - What belongs to what

extension RecordSet {
    static func all(_ kind: String) -> String { "(SELECT id FROM chosen WHERE kind = '\(kind)')" }

    private static let isDoomed = "EXISTS (SELECT 1 FROM chosen d WHERE d.kind = h.kind AND d.id = h.id)"

    private static let closure = [
        // A person's prompt is its turn.
        "SELECT 'turn', turn FROM prompt WHERE id IN \(all("prompt")) AND asker = 'person' AND turn IS NOT NULL",
        "SELECT 'turn', id FROM turn WHERE session IN \(all("session"))",
        "SELECT 'prompt', id FROM prompt WHERE session IN \(all("session")) OR turn IN \(all("turn"))",
        """
        SELECT 'generation', id FROM generation
        WHERE session IN \(all("session")) OR turn IN \(all("turn")) OR prompt IN \(all("prompt"))
        """,
        "SELECT 'segment', id FROM segment WHERE session IN \(all("session"))",
        segmentsOfPrompts, segmentsOfTurns,
        "SELECT 'edit', id FROM edit WHERE generation IN \(all("generation"))",
        """
        SELECT 'session', s.id FROM session s
        WHERE s.id IN (SELECT session FROM turn WHERE id IN \(all("turn"))
                UNION SELECT session FROM prompt WHERE id IN \(all("prompt"))
                UNION SELECT session FROM generation WHERE id IN \(all("generation")))
            AND NOT EXISTS (SELECT 1 FROM turn WHERE session = s.id AND id NOT IN \(all("turn")))
            AND NOT EXISTS (SELECT 1 FROM prompt WHERE session = s.id AND id NOT IN \(all("prompt")))
            AND NOT EXISTS (SELECT 1 FROM generation WHERE session = s.id AND id NOT IN \(all("generation")))
        """,
        "SELECT 'segment', id FROM segment WHERE session IN \(all("session"))",
        """
        SELECT 'finding', id FROM finding
        WHERE generation IN \(all("generation")) OR edit IN \(all("edit")) OR segment IN \(all("segment"))
        """,
        "SELECT 'decision', id FROM decision WHERE generation IN \(all("generation")) OR edit IN \(all("edit"))",
    ]

    private static let segmentsOfPrompts = """
        SELECT 'segment', s.id FROM prompt p JOIN segment s ON s.session = p.session AND s.thread = p.thread
            AND s.number BETWEEN p.first_segment AND p.last_segment
        WHERE p.id IN \(all("prompt"))
        """

    /// What went to the model until the next thing that a person asked; of a sub-agent all that it read.
    private static let segmentsOfTurns = """
        SELECT 'segment', s.id FROM turn t JOIN segment s ON s.session = t.session
        WHERE t.id IN \(all("turn")) AND (
            s.thread = '' AND s.at >= t.at AND s.at < coalesce((
                SELECT min(n.at) FROM turn n WHERE n.session = t.session AND n.asker = 'person' AND n.at > t.at),
                9223372036854775807)
            OR s.thread IN (SELECT p.thread FROM prompt p WHERE p.turn = t.id AND p.thread <> ''))
        """

    /// Everything that ended before `?1`.
    private static let before = """
        INSERT INTO chosen
        SELECT 'turn', id FROM turn WHERE max(at, ended_at) < ?1
        UNION ALL SELECT 'alert', id FROM alert WHERE at < ?1
        UNION ALL SELECT 'session', s.id FROM session s
            WHERE coalesce(s.ended_at, s.started_at, 9223372036854775807) < ?1
            AND NOT EXISTS (SELECT 1 FROM turn WHERE session = s.id)
        """

    /// That a session is part of a change is said of nearly every one: it holds nothing.
    private static let keepLinked = """
        WITH held (kind, uid) AS (
            SELECT from_kind, from_uid FROM link WHERE to_kind <> 'change'
            UNION SELECT to_kind, to_uid FROM link WHERE from_kind <> 'change' AND to_kind <> 'change'),
        edits (id) AS (
            SELECT id FROM edit WHERE uid IN (SELECT uid FROM held WHERE kind = 'edit')
            UNION SELECT edit FROM finding WHERE uid IN (SELECT uid FROM held WHERE kind = 'finding')),
        answers (id) AS (
            SELECT id FROM generation WHERE uid IN (SELECT uid FROM held WHERE kind = 'generation')
            UNION SELECT generation FROM finding WHERE uid IN (SELECT uid FROM held WHERE kind = 'finding')
            UNION SELECT generation FROM edit WHERE id IN (SELECT id FROM edits))
        DELETE FROM chosen WHERE
            kind = 'alert' AND id IN (SELECT id FROM alert WHERE uid IN (SELECT uid FROM held WHERE kind = 'alert'))
            OR kind = 'session'
                AND id IN (SELECT id FROM session WHERE uid IN (SELECT uid FROM held WHERE kind = 'session'))
            OR kind = 'turn' AND id IN (
                SELECT id FROM turn WHERE uid IN (SELECT uid FROM held WHERE kind IN ('turn', 'prompt'))
                UNION SELECT turn FROM prompt WHERE uid IN (SELECT uid FROM held WHERE kind = 'prompt')
                UNION SELECT turn FROM generation WHERE id IN (SELECT id FROM answers)
                UNION SELECT t.id FROM turn t JOIN session s ON s.id = t.session
                    WHERE s.uid IN (SELECT uid FROM held WHERE kind = 'session'))
        """

    /// Every column that holds a text.
    static let textColumns = [
        ("prompt", "words"), ("segment", "body"), ("generation", "output"), ("edit", "before"), ("edit", "after"),
        ("edit", "patch"), ("alert", "body"),
    ]

    private static let texts = textColumns.map { table, column in
        "SELECT \(column) FROM \(table) WHERE id IN \(all(table)) AND \(column) IS NOT NULL"
    }.joined(separator: " UNION ")

    /// Who else holds one of the texts; blanks are nobody's.
    private static let holders = textColumns.map { table, column in
        """
        SELECT '\(table)' AS kind, x.id AS id FROM \(table) x JOIN chosen_text t ON t.id = x.\(column)
            JOIN body b ON b.id = t.id WHERE trim(b.text, char(9, 10, 13, 32)) <> ''
        """
    }.joined(separator: " UNION ")
}
