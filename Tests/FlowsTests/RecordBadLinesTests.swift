import Flows
import Testing

@Suite struct `Bad lines` {
    /// A line and the sentence it gets; `…` stands for members that make it whole but for its fault.
    static let faults: [(String, String)] = [
        ("{", "The JSON ends early at byte 1; it was probably cut while being written."),
        ("[1]", "it is no JSON object."),
        ("{}", "'type' is missing: generation, edit, finding, decision, rule, alert, link."),
        (
            #"{"type":"poem"}"#,
            "'type' is none of generation, edit, finding, decision, rule, alert or link; it says 'poem'."
        ),
        (#"{"type":"generation","id":"x"}"#, "'agent' is missing: the name of the program that asked the model."),
        (
            #"{"type":"generation","agent":"a"}"#,
            "'id' is missing: a generation without it needs 'output', 'prompt' or 'edits' to be told by."
        ),
        (#"{"type":"generation","id":"x","agent":7}"#, "'agent' is no text; it says '7'."),
        (
            #"{"type":"generation","id":"x","agent":"a","at":"yesterday"}"#,
            "'at' is no time (2026-11-22T12:41:07Z, or Unix milliseconds); it says 'yesterday'."
        ),
        (
            #"{"type":"generation","id":"x","agent":"a","at":1795351267}"#,
            "'at' seems to be in seconds: write Unix milliseconds; it says '1795351267'."
        ),
        (
            #"{"type":"generation","id":"x","agent":"a","at":-1}"#,
            "'at' is no time (2026-11-22T12:41:07Z, or Unix milliseconds); it says '-1'."
        ),
        (#"{"type":"generation","id":"x","agent":"a","at":9000,"ended_at":8000}"#, "'ended_at' is before 'at'."),
        (
            #"{"type":"generation","id":"x","agent":"a","output_tokens":-1}"#,
            "'output_tokens' is no whole number from 0 up; it says '-1'."
        ),
        (
            #"{"type":"generation","id":"x","agent":"a","input_tokens":1.5}"#,
            "'input_tokens' is no whole number from 0 up; it says '1.5'."
        ),
        (
            #"{"type":"generation","id":"x","agent":"a","repository":"/srv/git/n"}"#,
            "'repository' is no remote (github.com/owner/name, or its URL); it says '/srv/git/n'."
        ),
        (
            #"{"type":"generation","id":"x","agent":"a","directory":"here"}"#,
            "'directory' is no path from the root on; it says 'here'."
        ),
        (#"{"type":"generation","id":"x","agent":"a","edits":{}}"#, "'edits' is no array; it says '{}'."),
        (
            #"{"type":"generation","id":"x","agent":"a","edits":[{"path":"f","kind":"touch"},{"kind":"touch"}]}"#,
            "edit 2: 'path' is missing: the file that was edited."
        ),
        (
            #"{"type":"generation","id":"x","agent":"a","segments":[{"origin":"dream","text":"t"}]}"#,
            "segment 1: 'origin' is none of system, user, file, tool or summary; it says 'dream'."
        ),
        (
            #"{"type":"edit","path":"f","kind":"touch"}"#,
            "'generation' is missing: the id of the generation that the edit is of."
        ),
        (
            #"{"type":"edit","generation":"nobody","path":"f","kind":"touch"}"#,
            "'generation' names no generation that was recorded; it says 'nobody'."
        ),
        (
            #"{"type":"edit","generation":"good","path":"f","kind":"touch","first_line":0}"#,
            "'first_line' is no whole number from 1 up; it says '0'."
        ),
        (
            #"{"type":"finding","generation":"good","rule":"r","severity":"urgent","message":"m"}"#,
            "'severity' is none of critical, high, medium, low or info; it says 'urgent'."
        ),
        (
            #"{"type":"finding","generation":"good","rule":"r","severity":"low","message":"m","line":3,"end_line":2}"#,
            "'end_line' is 2, but 'line' is 3."
        ),
        (
            #"{"type":"finding","generation":"good","rule":"r","severity":"low","message":"m","end_line":2}"#,
            "'end_line' is 2, but 'line' is missing."
        ),
        (
            #"{"type":"finding","rule":"r","severity":"low","message":"m"}"#,
            "a finding names a 'generation', an 'edit' or a 'path'."
        ),
        (
            #"{"type":"finding","path":"p","rule":"r","severity":"low","message":"m","cwe":"CAPEC-1"}"#,
            "'cwe' is no number of a weakness (CWE-79); it says 'CAPEC-1'."
        ),
        (
            #"{"type":"decision","generation":"good","verdict":"maybe"}"#,
            "'verdict' is none of allow, review or block; it says 'maybe'."
        ),
        (
            #"{"type":"decision","generation":"good","verdict":"allow","reasons":[1]}"#,
            "'reasons' holds something that is no text; it says '1'."
        ),
        (#"{"type":"decision","verdict":"allow"}"#, "a decision names a 'generation' or an 'edit'."),
        (#"{"type":"alert","text":"t"}"#, "'title' is missing: the alert in a line."),
        (
            #"{"type":"link","from":"good","relation":"r","to":"generation:good"}"#,
            "'from' names nothing: write its kind and its id, as generation:ID; it says 'good'."
        ),
        (
            #"{"type":"link","from":"generation:good","relation":"r","to":"alert:none"}"#,
            "'to' names no alert that was recorded; it says 'alert:none'."
        ),
    ]

    @Test func `Each bad line gets a sentence that says what is wrong, and nothing of it is stored`() throws {
        let lines = try RecordedLines()
        let good = #"{"type":"generation","id":"good","agent":"a","prompt":"p"}"#
        try lines.record(good)
        for (line, sentence) in Self.faults {
            let outcome = try lines.record(line)
            #expect(outcome.complaints == ["1: \(sentence)"])
            #expect(outcome.summary.lines == 1)
            #expect(outcome.summary.recorded == 0)
        }
        let tables = ["session", "generation", "prompt", "segment", "edit", "finding", "decision", "alert", "link"]
        #expect(try tables.map { try lines.count($0) } == [1, 1, 1, 0, 0, 0, 0, 0, 0])
    }

    @Test func `The good lines between bad ones are stored, blank ones do not count`() throws {
        let lines = try RecordedLines()
        var input: [String] = []
        for number in 1...700 {
            input.append(#"{"type":"generation","id":"g\#(number)","agent":"a","session":"s","output":"o\#(number)"}"#)
            input.append(number % 100 == 0 ? "nonsense" : "  ")
        }
        let outcome = try lines.record(input.joined(separator: "\n"))
        #expect(outcome.summary.lines == 707)
        #expect(outcome.summary.recorded == 700)
        #expect(outcome.complaints.map { $0.prefix { $0 != ":" } } == (1...7).map { "\($0 * 200)" })
        #expect(try lines.rows("SELECT count(*), count(DISTINCT output) FROM generation") == ["700|700"])
    }

    @Test func `Any bytes are taken without harm`() throws {
        let lines = try RecordedLines()
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            var line = Array(`Recorded generations`.whole.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                line[Int.random(in: 0..<line.count, using: &dice)] = UInt8.random(in: 32...126, using: &dice)
            }
            let outcome = try lines.record(String(decoding: line, as: UTF8.self))
            #expect(outcome.summary.recorded + outcome.complaints.count == outcome.summary.lines)
        }
    }
}
