import Provenance
import Store
import Testing
import Text

@Suite struct `Recorded judgements` {
    private static let generation = #"{"type":"generation","id":"g","agent":"a","prompt":"p","directory":"/nowhere/r"}"#
    private static let edit = #"{"type":"edit","id":"e","generation":"g","path":"a.py","kind":"create","after":"x"}"#

    @Test func `A finding stands at its generation and edit, and its turn is at risk while it is open`() throws {
        let lines = try RecordedLines()
        func finding(_ status: String) -> String {
            #"{"type":"finding","edit":"e","generation":"g","path":"/nowhere/r/a.py","line":2,"end_line":4,"rule":"r1","#
                + #""severity":"high","message":"Bad.","cwe":79,"auditor":"scan","at":1795351267000"# + status + "}"
        }
        let outcome = try lines.record(Self.generation, Self.edit, finding(""))
        #expect(outcome.complaints == [])
        let sql = """
            SELECT e.uid, g.uid, p.text, f.first_line, last_line, rule, severity, cwe, message, auditor, f.status, f.at
            FROM finding f JOIN edit e ON e.id = f.edit JOIN generation g ON g.id = f.generation
            JOIN path p ON p.id = f.path
            """
        let edit = UID(of: .edit, makerID: "e")
        let generation = UID(of: .generation, makerID: "g")
        #expect(
            try lines.rows(sql)
                == ["\(edit)|\(generation)|a.py|2|4|r1|high|CWE-79|Bad.|scan|open|1795351267000"])
        #expect(try lines.rows("SELECT risk FROM turn") == ["3"])
        try lines.record(finding(#","status":"fixed""#))
        #expect(try lines.rows("SELECT count(*), min(status) FROM finding") == ["1|fixed"])
        #expect(try lines.rows("SELECT risk FROM turn") == ["-"])
    }

    @Test func `A decision keeps its verdict and its reasons, one a line`() throws {
        let lines = try RecordedLines()
        try lines.record(
            Self.generation, Self.edit,
            #"{"type":"decision","id":"d1","edit":"e","verdict":"block","reasons":["one","two"],"policy":"strict","at":5}"#,
            #"{"type":"decision","generation":"g","verdict":"allow","reasons":"fine","at":6}"#)
        #expect(
            try lines.rows(
                "SELECT edit IS NULL, generation IS NULL, verdict, reasons, policy, at FROM decision ORDER BY at")
                == ["0|1|block|one\ntwo|strict|5", "1|0|allow|fine|-|6"])
    }

    @Test func `A rule's newer edition stands`() throws {
        let lines = try RecordedLines()
        try lines.record(
            #"{"type":"rule","id":"r","title":"Old","severity":"low","owasp":"A03:2021","remedy":"Do not."}"#,
            #"{"type":"rule","id":"r","title":"New","severity":"high","cwe":"cwe-95"}"#)
        #expect(
            try lines.rows("SELECT id, title, severity, cwe, owasp, remedy FROM rule") == [
                "r|New|high|CWE-95|A03:2021|Do not."
            ])
    }

    @Test func `An alert is completed by what comes later, and links join records with things elsewhere`() throws {
        let lines = try RecordedLines()
        let outcome = try lines.record(
            Self.generation,
            #"{"type":"alert","id":"a1","title":"500s","service":"shop","severity":"critical","at":7}"#,
            #"{"type":"alert","id":"a1","title":"500s","text":"Traceback","revision":"abc"}"#,
            #"{"type":"link","from":"generation:g","relation":"resolved to","to":"alert:a1","at":8}"#,
            #"{"type":"link","from":"turn:\#(UID(of: .prompt, makerID: "generation/\(UID(of: .generation, makerID: "g"))"))","#
                + #""relation":"part of","to":"change:o/n#12"}"#)
        #expect(outcome.complaints == [])
        #expect(
            try lines.rows("SELECT title, text, service, revision, severity, at FROM alert JOIN body b ON b.id = body")
                == ["500s|Traceback|shop|abc|critical|7"])
        #expect(
            try lines.rows("SELECT from_kind, from_uid, relation, to_kind, to_uid, at FROM link WHERE at = 8") == [
                "generation|\(UID(of: .generation, makerID: "g"))|resolved to|alert|\(UID(of: .alert, makerID: "a1"))|8"
            ])
        #expect(try lines.rows("SELECT from_kind, to_kind, to_uid FROM link WHERE at <> 8") == ["turn|change|o/n#12"])
    }

    @Test func `A record is named by its maker's id or by its uid, in the same run or a later one`() throws {
        let lines = try RecordedLines()
        func finding(_ edit: String, _ rule: String) -> String {
            #"{"type":"finding","edit":"\#(edit)","rule":"\#(rule)","severity":"info","message":"m"}"#
        }
        let uid = UID(of: .edit, makerID: "e").text
        let outcome = try lines.record(Self.generation, Self.edit, finding("e", "r1"), finding(uid, "r2"))
        let later = try lines.record(finding("e", "r3"), finding(uid, "r4"), finding("nobody", "r5"))
        #expect(outcome.complaints == [])
        #expect(later.complaints == ["3: 'edit' names no edit that was recorded; it says 'nobody'."])
        #expect(try lines.rows("SELECT rule FROM finding WHERE edit = 1 ORDER BY rule") == ["r1", "r2", "r3", "r4"])
    }

    @Test func `What belongs to a line that was refused is refused with it`() throws {
        let lines = try RecordedLines()
        try lines.record(#"{"type":"generation","id":"g","agent":"a","output":"the whole answer"}"#)
        let outcome = try lines.record(
            #"{"type":"generation","id":"g","agent":"a","tokens":[{"text":"the"}],"edits":[{"id":"e","path":"f","kind":"touch"}]}"#,
            #"{"type":"finding","edit":"e","rule":"r","severity":"info","message":"m"}"#,
            #"{"type":"link","from":"edit:e","relation":"r","to":"generation:g"}"#)
        #expect(
            outcome.complaints.dropFirst() == [
                "2: the edit that it names was not recorded.", "3: the edit that it names was not recorded.",
            ])
        #expect(try lines.count("finding") == 0)
        #expect(try lines.count("link") == 0)
    }

    @Test func `What belongs to a record that is gone by the time it is written is refused`() throws {
        let lines = try RecordedLines()
        let gone = UID(text: "gone")
        var generation = Generation(uid: UID(text: "g"), session: UID(text: "s"), startedAt: 1)
        generation.prompt = gone
        var decision = Decision(uid: UID(text: "d"), verdict: .allow, at: 1)
        decision.generation = gone
        let results = try lines.store.record([
            Entry(sightings: [
                .edit(
                    Edit(
                        uid: gone, call: gone, generation: gone, session: gone, path: "p", kind: .touch, means: .record,
                        at: 1))
            ]),
            Entry(sightings: [
                .session(Session(uid: generation.session, agent: "a", makerID: "s")), .generation(generation),
            ]),
            Entry(sightings: [.decision(decision)]),
        ])
        let reasons = results.map { result in
            if case .failure(let refusal) = result { refusal.description } else { "stored" }
        }
        #expect(
            reasons == [
                "the generation that it names was not recorded", "the prompt that it names was not recorded",
                "the generation that it names was not recorded",
            ])
        #expect(try lines.count("session") == 0)
    }
}
