import GRDB
import Provenance
import Testing

@testable import Store

/// What a prompt of a few words answers.
struct ReplyTests {
    @Test(
        arguments: [
            ("I read it.\n\nShall I split export.py?", "Shall I split export.py?"),
            ("Two ways. **Shall I take `a.py`?**\n\n- the first, e.g. this\n- the second", "Shall I take a.py?"),
            ("Is it so? It is.\n\nx\n\ny\n\nz\n\nI am done. All tests pass.", "All tests pass."),
            ("Do you want it?\n\n```py\nx = a ? b\n```", "Do you want it?"), ("see e.g. this one", "see e.g. this one"),
            ("要拆分吗？\n好。", "要拆分吗？"), ("1. one\n2. two", "two"),
            ("## Heading\nText without an end", "Text without an end"),
            ("```\nonly code\n```", nil), ("", nil), ("\n \n", nil), ("?", "?"),
        ] as [(String, String?)])
    func `the last question counts, else the last sentence`(answer: String, excerpt: String?) {
        #expect(ClosingWords(of: answer).excerpt == excerpt)
    }

    @Test func `the paragraphs from the question on are what was answered`() {
        let words = ClosingWords(of: "First.\n\nShall I? Or:\n\n- not\n- at all\n")
        #expect(words.paragraphs == "Shall I? Or:\n\n- not\n- at all\n")
        #expect(ClosingWords(of: String(repeating: "long ", count: 100) + "?").excerpt?.unicodeScalars.count == 160)
    }

    /// A session with an answer, an answer without words, a sub-agent's, and then these prompts.
    private func store(_ prompts: [String], answer: String = "Done. Shall I go on?") throws -> Store {
        let store = try Store.inMemory()
        try store.write { db in
            try db.execute(sql: "INSERT INTO session (id, uid, agent, maker_id) VALUES (1, 's', 'codex', 'x')")
            func body(_ text: String) throws -> Int64 {
                try db.execute(
                    sql: "INSERT INTO body (sha256, text) VALUES (randomblob(32), ?)", arguments: [text])
                return db.lastInsertedRowID
            }
            let texts = [try body(answer), try body("The inner one asks: is this so?")]
            try db.execute(
                sql: """
                    INSERT INTO turn (id, uid, session, at, ended_at, title) VALUES (1, 't1', 1, 10, 20, 'ask me something');
                    INSERT INTO generation (uid, session, turn, thread, started_at, ended_at, output) VALUES
                        ('g1', 1, 1, '', 11, 12, \(texts[0])), ('g2', 1, 1, '', 13, 14, NULL),
                        ('g3', 1, 1, 'a1', 15, 16, \(texts[1]));
                    """)
            for (index, prompt) in prompts.enumerated() {
                try db.execute(
                    sql: "INSERT INTO turn (uid, session, at, ended_at, title) VALUES (?, 1, ?, ?, ?)",
                    arguments: ["p\(index)", 100 + index, 100 + index, prompt])
            }
        }
        return store
    }

    @Test func `a prompt of under eight words is told with the answer that it answers`() throws {
        let store = try store([
            "yes, do it", "this one has just eight words in it", "", "seven words are few enough for this",
        ])
        let rows = try store.turns(limit: 10)
        #expect(rows.map(\.inReplyTo) == ["Shall I go on?", nil, nil, "Shall I go on?", nil])
        let yes = try #require(rows.first { $0.title == "yes, do it" })
        #expect(try store.turn(yes.id)?.turn.inReplyTo == "Shall I go on?")
        #expect(try store.turn(yes.id)?.inReplyTo == "Done. Shall I go on?")
        #expect(try store.turns(in: 1).last { $0.title == "yes, do it" }?.inReplyTo == "Shall I go on?")
    }

    @Test func `what it answers is looked up by the session, not by looking through all answers`() throws {
        let plan = try store([]).read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT g.output FROM generation g WHERE g.session = 1 AND g.thread = ''
                        AND g.started_at <= 5 AND g.turn IS NOT 1 ORDER BY g.started_at DESC, g.id DESC LIMIT 200
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan.count == 1 && plan[0].contains("generation_session"), "\(plan)")
    }

    @Test func `a session's turns come in pages from both ends, with what comes before them counted`() throws {
        let store = try store((0..<50).map { "turn number \($0)" })
        let (start, before) = try store.turns(ofSession: "s", limit: 20)
        #expect(start.map(\.uid).prefix(2) == ["t1", "p0"] && start.count == 20 && before == 0)
        let (next, skipped) = try store.turns(ofSession: "s", from: start.last?.key, limit: 20)
        #expect(next.first?.uid == "p19" && skipped == 20)
        let (earlier, rest) = try store.turns(ofSession: "s", from: next.first?.key, .older, limit: 5)
        #expect(earlier.map(\.uid) == ["p14", "p15", "p16", "p17", "p18"] && rest == 15)
        #expect(try store.turns(ofSession: "other", limit: 5).turns.isEmpty)
        let facts = try #require(try store.session("s"))
        #expect(facts.session.turns == 51 && facts.models == [] && facts.outputTokens == nil)
    }

    @Test func `the story of a turn holds what went to the model since the turn before it, and where it was compacted`()
        throws
    {
        let store = try store(["go on"])
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO path (id, text) VALUES (1, 'a.py');
                    INSERT INTO segment (uid, session, number, origin, tool, path, first_line, line_count, body, at)
                    VALUES ('1', 1, 1, 'file', NULL, 1, 1, 9, 1, 9), ('2', 1, 2, 'summary', NULL, NULL, NULL, NULL, 1, 99),
                        ('3', 1, 3, 'user', NULL, NULL, NULL, NULL, 1, 100),
                        ('4', 1, 4, 'tool', 'Bash', NULL, NULL, NULL, 1, 101), ('5', 1, 5, 'tool', 'Read', NULL, NULL, NULL, 1, 102);
                    UPDATE generation SET first_segment = 1, last_segment = 1 WHERE uid = 'g1';
                    INSERT INTO generation (uid, session, turn, started_at, ended_at, first_segment, last_segment)
                        SELECT 'g9', 1, id, 101, 102, 2, 4 FROM turn WHERE uid = 'p0';
                    """)
        }
        let turn = try #require(try store.turns(limit: 1).first)
        #expect(try store.story(turn.id)?.pieces.map(\.origin) == ["summary", "tool"])
        #expect(try store.story(1)?.pieces.map(\.path) == ["a.py"])
        #expect(try store.story(99) == nil)
    }

    @Test func `every record is seen somewhere: in its session, or in its turn`() throws {
        let store = try Store.inMemory()
        try store.write { try $0.execute(sql: FilterStore.rows) }
        #expect(try store.place(of: .session, 1) == .session(uid: "s1"))
        guard case .turn(1, _, nil, nil) = try store.place(of: .turn, 1) else { return #expect(Bool(false)) }
        let finding = try store.read { try Int64.fetchOne($0, sql: "SELECT id FROM finding WHERE uid = 'f4'") ?? 0 }
        guard case .turn(3, _, _, _) = try store.place(of: .finding, finding) else { return #expect(Bool(false)) }
        #expect(try store.place(of: .edit, 999) == nil)
    }
}
