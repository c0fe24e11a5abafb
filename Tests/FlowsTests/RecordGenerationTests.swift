import Flows
import Store
import Testing

@Suite struct `Recorded generations` {
    static let whole = """
        {"type":"generation","id":"g1","session":"s1","agent":"my-generator","agent_version":"2.1","model":"m1",\
        "at":"2026-11-22T12:41:07Z","ended_at":1795351269500,"repository":"git@github.com:o/n.git",\
        "directory":"/nowhere/repo","branch":"main","commit":"abc123","prompt":"Add a sum\\nof squares","output":"Done.",\
        "input_tokens":10,"cache_read_tokens":20,"cache_write_tokens":30,"output_tokens":40,"reasoning_tokens":5,\
        "stop_reason":"end_turn","unheard_of":{"x":[1]},\
        "segments":[{"origin":"system","text":"Be brief."},\
        {"origin":"file","path":"/nowhere/repo/src/a.py","first_line":3,"text":"one\\ntwo\\n"}],\
        "edits":[{"path":"/nowhere/repo/src/a.py","kind":"update","before":"one\\n","after":"one\\nthree\\n",\
        "status":"applied"}]}
        """

    @Test func `A generation brings its session, turn, prompt, context and edits`() throws {
        let lines = try RecordedLines()
        let outcome = try lines.record(Self.whole)
        #expect(outcome.complaints == [])
        #expect(
            try lines.rows(
                """
                SELECT agent, agent_version, maker_id, r.identity, s.directory, branch, commit_id, started_at
                FROM session s JOIN repository r ON r.id = s.repository
                """) == ["my-generator|2.1|s1|github.com/o/n|/nowhere/repo|main|abc123|1795351267000"])
        #expect(
            try lines.rows(
                "SELECT asker, at, ended_at, title, branch, agent, model, edits, added, removed, status FROM turn")
                == ["person|1795351267000|1795351269500|Add a sum of squares|main|my-generator|m1|1|1|0|applied"])
        #expect(
            try lines.rows(
                """
                SELECT g.maker_id, g.model, started_at, g.ended_at, g.first_segment, g.last_segment, g.input_tokens,
                    g.cache_read_tokens, g.cache_write_tokens, g.output_tokens, reasoning_tokens, stop_reason, b.text,
                    p.uid = t.uid
                FROM generation g JOIN body b ON b.id = g.output JOIN prompt p ON p.id = g.prompt
                JOIN turn t ON t.id = g.turn
                """) == ["g1|m1|1795351267000|1795351269500|1|2|10|20|30|40|5|end_turn|Done.|1"])
        #expect(
            try lines.rows(
                """
                SELECT number, origin, p.text, first_line, line_count, b.text
                FROM segment s JOIN body b ON b.id = s.body LEFT JOIN path p ON p.id = s.path ORDER BY number
                """) == ["1|system|-|-|-|Be brief.", "2|file|src/a.py|3|2|one\ntwo\n"])
        #expect(
            try lines.rows(
                """
                SELECT p.text, kind, means, status, at, b.text, a.text, added, removed FROM edit e
                JOIN path p ON p.id = e.path JOIN body b ON b.id = e.before JOIN body a ON a.id = e.after
                """) == ["src/a.py|update|record|applied|1795351269500|one\n|one\nthree\n|1|0"])
    }

    @Test func `Recording twice doubles nothing, with or without ids and times`() throws {
        let lines = try RecordedLines()
        let nameless =
            #"{"type":"generation","agent":"a","prompt":"p","output":"o","edits":[{"path":"f","kind":"touch"}]}"#
        let finding = #"{"type":"finding","generation":"g1","rule":"r","severity":"low","message":"m"}"#
        let decision = #"{"type":"decision","generation":"g1","verdict":"allow"}"#
        let alert = #"{"type":"alert","title":"t"}"#
        try lines.record(Self.whole, nameless, finding, decision, alert)
        let tables = [
            "session", "turn", "prompt", "segment", "generation", "edit", "finding", "decision", "alert", "body",
        ]
        let counts = try tables.map { try lines.count($0) }
        let times = try lines.rows("SELECT started_at, ended_at FROM generation")
        let again = try lines.record(Self.whole, nameless, finding, decision, alert)
        #expect(again.complaints == [])
        #expect(again.summary.recorded == 5)
        #expect(again.summary.added == .init())
        #expect(try tables.map { try lines.count($0) } == counts)
        #expect(try lines.rows("SELECT started_at, ended_at FROM generation") == times)
        #expect(counts == [2, 2, 2, 2, 2, 2, 1, 1, 1, 8])
    }

    @Test func `A later line completes the generation of the same id`() throws {
        let lines = try RecordedLines()
        try lines.record(
            #"{"type":"generation","id":"g","session":"s","agent":"a","at":1795351267000}"#,
            #"{"type":"generation","id":"g","session":"s","agent":"a","model":"m","output":"x","output_tokens":3}"#)
        #expect(
            try lines.rows(
                "SELECT model, started_at, ended_at, output_tokens, text FROM generation JOIN body b ON b.id = output")
                == ["m|1795351267000|1795351267000|3|x"])
    }

    @Test func `Generations share a prompt by its id`() throws {
        let lines = try RecordedLines()
        let outcome = try lines.record(
            #"{"type":"generation","id":"g1","agent":"a","prompt_id":"p1","prompt":"Do it","at":1795351267000}"#,
            #"{"type":"generation","id":"g2","agent":"a","prompt_id":"p1","at":1795351268000}"#,
            #"{"type":"generation","id":"g3","agent":"a","prompt_id":"p2","at":1795351268000}"#)
        #expect(try lines.rows("SELECT title, generations FROM turn") == ["Do it|2"])
        #expect(
            outcome.complaints == [
                "3: 'prompt_id' names no prompt that was recorded, and there is no 'prompt'; it says 'p2'."
            ])
    }

    @Test func `The context of later generations is numbered on in their session`() throws {
        let lines = try RecordedLines()
        for id in ["g1", "g2"] {
            try lines.record(
                """
                {"type":"generation","id":"\(id)","session":"s","agent":"a","at":1795351267000,
                """.replacing("\n", with: "")
                    + #""segments":[{"origin":"user","text":"x"},{"origin":"tool","tool":"t","text":"y"}]}"#)
        }
        #expect(
            try lines.rows("SELECT maker_id, first_segment, last_segment FROM generation ORDER BY id")
                == ["g1|1|2", "g2|3|4"])
        #expect(try lines.rows("SELECT number FROM segment ORDER BY id") == ["1", "2", "3", "4"])
    }

    @Test func `A generation stays in the session in which its context is numbered, whoever names another`() throws {
        let lines = try RecordedLines()
        for session in ["first", "a", "b", "c", "d", "e"] {
            try lines.record(
                #"{"type":"generation","id":"g","session":"\#(session)","agent":"a","at":1795351267000,"#
                    + #""segments":[{"origin":"user","text":"x"}]}"#)
        }
        #expect(
            try lines.rows("SELECT s.maker_id, first_segment FROM generation g JOIN session s ON s.id = g.session")
                == ["first|1"])
        #expect(try lines.rows("SELECT maker_id FROM segment JOIN session s ON s.id = session") == ["first"])
    }

    @Test func `A generation of which no place is known has no repository`() throws {
        let lines = try RecordedLines()
        try lines.record(
            #"{"type":"generation","id":"g1","agent":"a","repository":"github.com/o/n"}"#,
            #"{"type":"generation","id":"g2","agent":"a"}"#)
        #expect(
            try lines.rows("SELECT maker_id, identity FROM session s LEFT JOIN repository r ON r.id = s.repository")
                == ["g1|github.com/o/n", "g2|-"])
    }

    @Test func `A proposed edit takes on what became of it`() throws {
        let lines = try RecordedLines()
        let generation = #"{"type":"generation","id":"g","agent":"a","directory":"/nowhere/repo"}"#
        func edit(_ status: String) -> String {
            #"{"type":"edit","generation":"g","path":"/nowhere/repo/a.py","kind":"create","after":"x\ny","status":"#
                + "\"\(status)\"}"
        }
        try lines.record(generation, edit("proposed"))
        #expect(try lines.rows("SELECT status, added FROM edit") == ["proposed|2"])
        // In a run of its own the session's folder is known from the store.
        try lines.record(edit("rejected"))
        #expect(
            try lines.rows("SELECT status, added, text FROM edit e JOIN path p ON p.id = e.path") == [
                "rejected|2|a.py"
            ])
    }

    @Test func `Paths are relative to the folder of their session, also in a later run`() throws {
        let lines = try RecordedLines()
        try lines.record(#"{"type":"generation","id":"g","agent":"a","directory":"/nowhere/repo"}"#)
        try lines.record(
            #"{"type":"edit","generation":"g","path":"/nowhere/repo/b.py","moved_from":"/nowhere/c.py","kind":"move"}"#,
            #"{"type":"finding","generation":"g","path":"/nowhere/repo/d.py","rule":"r","severity":"low","message":"m"}"#
        )
        #expect(try lines.rows("SELECT text FROM path ORDER BY text") == ["/nowhere/c.py", "b.py", "d.py"])
    }

    @Test func `A patch tells lines and place`() throws {
        let lines = try RecordedLines()
        try lines.record(
            #"{"type":"generation","id":"g","agent":"a"}"#,
            #"{"type":"edit","generation":"g","path":"a","kind":"update","patch":"@@ -4,2 +4,3 @@\n a\n-b\n+c\n+d"}"#)
        #expect(try lines.rows("SELECT added, removed, first_line FROM edit") == ["2|1|5"])
    }
}
