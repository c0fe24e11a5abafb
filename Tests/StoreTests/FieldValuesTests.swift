import GRDB
import Testing

@testable import Store

/// Values that a filter line offers, and the names of lists.
struct FieldValuesTests {
    private func store() throws -> Store {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO repository (id, identity, name) VALUES (1, 'example.org/shop', 'shop');
                    INSERT INTO session (id, uid, agent, maker_id, repository, branch, title, started_at)
                        VALUES (1, 's1', 'codex', 'm1', 1, 'main', 'Refunds', 5), (2, 's2', 'claude-code', 'm2', NULL, NULL, '', 9);
                    INSERT INTO path (text, language) VALUES ('src/refund.py', 'python'), ('a%b_c.py', 'python'), ('R.swift', NULL);
                    INSERT INTO finding (uid, path, rule, severity, message, at, cwe)
                        VALUES ('f1', 1, 'sql-from-input', 'high', 'm', 1, 'CWE-89');
                    INSERT INTO rule (id, title, severity) VALUES ('secret-in-code', 't', 'high');
                    """)
            for number in 0..<200 {
                try db.execute(
                    sql: """
                        INSERT INTO generation (uid, session, model, started_at, ended_at) VALUES (?, 1, ?, 1, 1)
                        """,
                    arguments: ["g\(number)", number % 4 == 3 ? nil : ["opus-4", "Opus-5", "gpt"][number % 4]])
            }
        }
        return store
    }

    @Test(arguments: [
        (FilterField.model, "", ["Opus-5", "gpt", "opus-4"]), (.model, "OPUS", ["Opus-5", "opus-4"]),
        (.model, "us-4", ["opus-4"]),
        (.agent, "co", ["codex", "claude-code"]), (.repo, "", ["shop"]), (.branch, "", ["main"]),
        (.session, "ref", ["Refunds"]),
        (.file, "r", ["R.swift", "src/refund.py"]), (.file, "%", ["a%b_c.py"]), (.lang, "", ["python"]),
        (.rule, "", ["secret-in-code", "sql-from-input"]), (.cwe, "89", ["CWE-89"]), (.words, "", []), (.risk, "", []),
        (.model, "' OR 1", []),
    ])
    func `values hold what is typed, those that begin so first`(field: FilterField, piece: String, values: [String])
        throws
    {
        #expect(try store().values(of: field, holding: piece, limit: 40) == values)
    }

    @Test func `each model is found by one step on the index`() throws {
        let store = try store()
        let plan = try store.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT min(model) FROM generation WHERE model > 'a'"
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("SEARCH generation USING COVERING INDEX generation_model") })
        #expect(try store.values(of: .model, holding: "", limit: 2).count == 2)
    }

    @Test func `what came last is offered first`() throws {
        #expect(try store().recentPaths(limit: 2) == ["R.swift", "a%b_c.py"])
        #expect(try store().recentSessions(limit: 9).map(\.words) == ["m2  claude-code", "Refunds  shop  codex"])
    }

    @Test func `a view comes back as it was saved, under its name once, and goes`() throws {
        let store = try Store.inMemory()
        let view = SavedView(
            name: "mine", subject: .openFindings, filter: "risk:high", order: RowOrder(.severity, isReversed: true),
            at: 5)
        try store.save(SavedView(name: "mine", subject: .turns))
        try store.save(view)
        try store.save(SavedView(name: "also", subject: .edits))
        #expect(try store.views().map(\.name) == ["also", "mine"])
        #expect(try store.view(named: "mine") == view)
        #expect(try store.deleteView(named: "mine") && !store.deleteView(named: "mine"))
        #expect(try store.view(named: "mine") == nil)
    }

    @Test func `a view that a newer version saved is left out, or ordered by time`() throws {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO saved_view (name, subject, sort, at) VALUES ('a', 'dreams', 'time', 1), ('b', 'alerts', 'mood', 1)
                    """)
        }
        #expect(try store.views() == [SavedView(name: "b", subject: .alerts, at: 1)])
    }
}
