import GRDB

@testable import Store

/// Three sessions, four turns, five edits: small enough to know by heart.
///
/// It is 2026-11-05 12:00 UTC, 13:00 on the local clock.
struct FilterStore {
    static let now: Int64 = 1_793_880_000_000
    private let queue: DatabaseQueue

    init() throws {
        queue = try DatabaseQueue(configuration: Store.configuration(mode: .create))
        try queue.write { db in
            for sql in Schema.migrations { try db.execute(sql: sql) }
            try db.execute(sql: Self.rows)
            try db.execute(sql: "INSERT INTO search (rowid, text) SELECT id, text FROM body WHERE id < 90")
        }
    }

    static func filter(_ text: String) throws(FilterError) -> Filter {
        try Filter(text, now: now, offset: { _ in 3600 })
    }

    /// The uids that a list shows, newest first: `t1 t3`.
    func turns(_ text: String) throws -> String { try list(.turns, "turn t", "t.at", "t", text) }
    func generations(_ text: String) throws -> String {
        try list(.generations, "generation g", "g.started_at", "g", text)
    }
    func edits(_ text: String) throws -> String { try list(.edits, "edit e", "e.at", "e", text) }
    func sessions(_ text: String) throws -> String { try list(.sessions, "session s", "s.started_at", "s", text) }

    private func list(
        _ subject: Filter.Subject, _ table: String, _ time: String, _ alias: String, _ text: String
    ) throws -> String {
        let filter = try Self.filter(text)
        let ways: [((FilterSQL) -> Bool)?] = [nil, { _ in false }, { _ in true }]
        let lists = try ways.map { isFrequent in
            let condition = filter.condition(for: subject, isFrequent: isFrequent)
            return try queue.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT \(alias).uid FROM \(table) WHERE \(condition.sql) AND (\(time), \(alias).id) < (?, ?)
                        ORDER BY \(time) DESC, \(alias).id DESC LIMIT 50
                        """,
                    arguments: StatementArguments(condition.arguments.map(\.value)) + [Int64.max, Int64.max])
            }
        }
        // However a test is written, it shows the same rows.
        guard lists.allSatisfy({ $0 == lists[0] }) else { return "\(lists)" }
        return lists[0].joined(separator: " ")
    }

    func prepare(_ condition: (sql: String, arguments: [FilterValue]), _ table: String) throws {
        try queue.read { db in
            let statement = try db.makeStatement(sql: "SELECT 1 FROM \(table) WHERE \(condition.sql) LIMIT 1")
            try statement.setArguments(StatementArguments(condition.arguments.map(\.value)))
            _ = try Int.fetchOne(statement)
        }
    }

    /// How SQLite walks the list of a filter, one step a line.
    func plan(_ text: String, _ subject: Filter.Subject, _ from: String, order: String) throws -> String {
        let condition = try Self.filter(text).condition(for: subject)
        return try queue.read { db in
            try Row.fetchAll(
                db,
                sql: "EXPLAIN QUERY PLAN SELECT * FROM \(from) WHERE \(condition.sql) ORDER BY \(order) LIMIT 50",
                arguments: StatementArguments(condition.arguments.map(\.value))
            ).map { $0["detail"] as String }.joined(separator: "\n")
        }
    }

    static let rows = """
        INSERT INTO repository VALUES
            (1, 'github.com/acme/shop', 'shop', NULL), (2, 'gitlab.com/acme/infra', 'infra', NULL);
        INSERT INTO path VALUES
            (1, 'src/pay/refund.py', 'python'), (2, 'src/auth/login.ts', 'typescript'),
            (3, 'Tests/refund_test.py', 'python'), (4, 'deploy.sh', 'shell'), (5, 'app/(home)/100%.tsx', 'typescript');
        INSERT INTO body (id, sha256, redactions, text) VALUES
            (1, randomblob(32), 0, 'Refunds must be idempotent; cover retries'),
            (2, randomblob(32), 0, 'Why does the cache miss?'),
            (3, randomblob(32), 0, 'Ship the deploy script'),
            (4, randomblob(32), 0, 'Café: use std::move and "quotes" here'),
            (11, randomblob(32), 0, 'Done, retries are covered'),
            (12, randomblob(32), 0, 'Keys differ by locale'),
            (13, randomblob(32), 0, 'The script is ready'),
            (21, randomblob(32), 0, 'def refund(order): pass'),
            (22, randomblob(32), 0, 'rm -rf build && make locale');
        INSERT INTO session (id, uid, agent, maker_id, repository, branch, commit_id, title, started_at) VALUES
            (1, 's1', 'claude-code', 'A-1', 1, 'main', '9f31c2a077', 'Money back', \(now - 26 * hour)),
            (2, 's2', 'codex', 'B-2', 2, 'feature/x', 'ab00', NULL, \(now - 3 * day)),
            (3, 's3', 'engine', 'C-3', NULL, NULL, NULL, NULL, \(now - 40 * day));
        INSERT INTO turn
            (id, uid, session, asker, at, ended_at, repository, branch, agent, model, output_tokens, risk, status)
            VALUES
            (1, 't1', 1, 'person', \(now - hour), 0, 1, 'main', 'claude-code', 'opus-4.5', 1500, 3, 'applied'),
            (2, 't2', 1, 'person', \(now - 26 * hour), 0, 1, 'main', 'claude-code', 'opus-4.5', 90, NULL, 'answered'),
            (3, 't3', 2, 'person', \(now - 3 * day), 0, 2, 'feature/x', 'codex', 'GPT-5', 2000000, 4, 'changed'),
            (4, 't4', 3, 'agent', \(now - 40 * day), 0, NULL, NULL, 'engine', NULL, NULL, 1, 'rejected');
        INSERT INTO prompt (id, uid, session, turn, asker, words, at) VALUES
            (1, 't1', 1, 1, 'person', 1, \(now - hour)), (2, 't2', 1, 2, 'person', 2, \(now - 26 * hour)),
            (3, 't3', 2, 3, 'person', 3, \(now - 3 * day)), (4, 't4', 3, 4, 'agent', 4, \(now - 40 * day));
        INSERT INTO generation
            (id, uid, session, turn, prompt, model, started_at, ended_at, output_tokens, output) VALUES
            (1, 'g1', 1, 1, 1, 'opus-4.5', \(now - hour), 0, 1500, 11),
            (2, 'g2', 1, 2, 2, 'opus-4.5', \(now - 26 * hour), 0, 90, 12),
            (3, 'g3', 2, 3, 3, 'GPT-5', \(now - 3 * day), 0, 2000000, 13),
            (4, 'g4', 3, 4, 4, NULL, \(now - 40 * day), 0, NULL, NULL),
            (5, 'g5', 1, NULL, NULL, 'haiku', \(now - 50 * day), 0, 5, NULL);
        INSERT INTO edit (id, uid, call, generation, path, kind, means, status, at, after) VALUES
            (1, 'e1', 'c1', 1, 1, 'update', 'tool', 'applied', \(now - hour), 21),
            (2, 'e2', 'c2', 1, 3, 'create', 'tool', 'applied', \(now - hour - 1), NULL),
            (3, 'e3', 'c3', 3, 4, 'create', 'command', 'changed', \(now - 3 * day), 22),
            (4, 'e4', 'c4', 4, 2, 'update', 'patch', 'rejected', \(now - 40 * day), NULL),
            (5, 'e5', 'c5', 4, 5, 'delete', 'patch', 'rejected', \(now - 40 * day - 1), NULL);
        INSERT INTO rule (id, title, severity, cwe, owasp, remedy) VALUES ('secret-in-code', 'Secret', 'critical', 'CWE-798', NULL, NULL);
        INSERT INTO finding (uid, generation, edit, rule, severity, cwe, message, status, at) VALUES
            ('f1', NULL, 1, 'sql-from-input', 'high', 'CWE-89', '', 'open', 0),
            ('f2', NULL, 1, 'broad-except', 'low', NULL, '', 'open', 0),
            ('f3', NULL, 2, 'old-rule', 'medium', NULL, '', 'fixed', 0),
            ('f4', 3, NULL, 'secret-in-code', 'critical', NULL, '', 'open', 0),
            ('f5', NULL, 4, 'broad-except', 'low', NULL, '', 'open', 0);
        INSERT INTO change (id, repository, number, url) VALUES (1, 'acme/shop', 412, 'https://github.com/acme/shop/pull/412');
        INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid) VALUES
            ('session', 's1', 'part of', 'change', 'acme/shop#412');
        """

    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 86_400_000
}

extension FilterValue {
    var value: any DatabaseValueConvertible {
        switch self {
        case .text(let text): text
        case .integer(let integer): integer
        case .real(let real): real
        }
    }
}
