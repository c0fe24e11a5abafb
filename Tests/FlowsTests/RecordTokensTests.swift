import GRDB
import Testing

@testable import Store

@Suite struct `Recorded tokens` {
    private func generation(_ output: String, _ tokens: String, id: String = "g") -> String {
        #"{"type":"generation","id":"\#(id)","agent":"a","session":"s","at":1795351267000,\#(output)"tokens":[\#(tokens)]}"#
    }

    @Test func `Tokens come back with lengths in bytes, log probabilities and ids, each where it was recorded`() throws
    {
        let lines = try RecordedLines()
        try lines.record(
            generation(
                #""output":"né — x","#,
                #"{"text":"n","logprob":-0.5,"id":7},{"text":"é —","id":0},{"text":"","logprob":0},{"text":" x"}"#))
        #expect(try lines.tokens() == "1:-0.5:#7 6:#0 0:0.0 2")
        #expect(
            try lines.rows("SELECT count, hex(lengths), hex(logprobs), hex(ids) FROM token_run") == [
                "4|01060002|000000BF0000C07F000000000000C07F|0700000000000000FFFFFFFFFFFFFFFF"
            ])
    }

    @Test func `What no token has takes no room`() throws {
        let lines = try RecordedLines()
        try lines.record(generation(#""output":"ab","#, #"{"text":"a"},{"text":"b"}"#))
        #expect(try lines.rows("SELECT count, hex(lengths), logprobs, ids FROM token_run") == ["2|0101|-|-"])
    }

    @Test func `A long token has a long length`() throws {
        let lines = try RecordedLines()
        let long = String(repeating: "x", count: 300)
        try lines.record(generation("", #"{"text":"\#(long)"}"#))
        #expect(try lines.tokens() == "300")
        #expect(try lines.rows("SELECT hex(lengths) FROM token_run") == ["AC02"])
    }

    @Test func `An output that was left out is made of its tokens, cut characters too`() throws {
        let lines = try RecordedLines()
        try lines.record(generation("", #"{"text":"a"},{"bytes":[226,128]},{"bytes":[148]}"#))
        #expect(try lines.rows("SELECT text FROM body") == ["a—"])
        #expect(try lines.tokens() == "1 2 1")
    }

    @Test func `Tokens that are not the output are refused`() throws {
        let lines = try RecordedLines()
        let outcome = try lines.record(
            generation(#""output":"abc","#, #"{"text":"ab"},{"text":"d"}"#, id: "g1"),
            generation(#""output":"abc","#, #"{"text":"ab"}"#, id: "g2"),
            generation("", #"{"bytes":[226]}"#, id: "g3"),
            generation(#""output":"a","#, #"{"text":"a","logprob":0.9}"#, id: "g4"),
            generation(#""output":"a","#, #"{"text":"a","id":4294967295}"#, id: "g5"),
            generation(#""output":"a","#, #"{"logprob":-1}"#, id: "g6"))
        #expect(
            outcome.complaints == [
                "1: the tokens do not add up to the output: they are 3 bytes, it has 3, and they differ from byte 2 on.",
                "2: the tokens do not add up to the output: they are 2 bytes, it has 3, and they differ from byte 2 on.",
                "3: the tokens are not UTF-8: one of them is cut off, or 'bytes' are missing.",
                "4: token 1: 'logprob' is no number up to 0, as the logarithm of a probability is.",
                "5: token 1: 'id' is no whole number from 0 to 4294967294.",
                "6: token 1 has neither 'text' nor 'bytes' (numbers from 0 to 255).",
            ])
        #expect(try lines.count("generation") == 0)
    }

    @Test func `Tokens over a secret become one, as long as its marker, that tells nothing`() throws {
        let lines = try RecordedLines()
        let key = ["ghp_", "a1B2c3D4e5F6g7H8i9", "J0k1L2m3N4o5P6q7R8"]
        try lines.record(
            generation(
                #""output":"key \#(key.joined()) ok","#,
                #"{"text":"key","logprob":-1},{"text":" \#(key[0])","logprob":-2,"id":5},"#
                    + #"{"text":"\#(key[1])","logprob":-3},{"text":"\#(key[2]) o","logprob":-4},"#
                    + #"{"text":"k","logprob":-5,"id":6}"#))
        #expect(try lines.rows("SELECT text FROM body") == ["key ⟦redacted:github-token⟧ ok"])
        let marker = "⟦redacted:github-token⟧".utf8.count
        #expect(try lines.tokens().description == "3:-1.0 1 \(marker) 2 1:-5.0:#6")
        #expect(try lines.rows("SELECT length(CAST(text AS BLOB)) FROM body") == ["\(3 + 1 + marker + 2 + 1)"])
    }

    @Test func `Tokens of another output than the stored one are refused, with all of their line`() throws {
        let lines = try RecordedLines()
        try lines.record(#"{"type":"generation","id":"g","agent":"a","output":"the whole answer"}"#)
        let outcome = try lines.record(
            #"{"type":"generation","id":"g","session":"other","prompt":"p","agent":"a","tokens":[{"text":"the"}],"#
                + #""segments":[{"origin":"file","path":"f","text":"x"}],"edits":[{"path":"f","kind":"touch"}]}"#,
            #"{"type":"generation","id":"h","agent":"a","prompt":"p","edits":[{"path":"f","kind":"touch"}]}"#)
        #expect(
            outcome.complaints == [
                "1: the store holds another output of this generation, to which the tokens do not add up."
            ])
        #expect(try lines.rows("SELECT maker_id FROM session") == ["g", "h"])
        #expect(try lines.rows("SELECT text FROM edit e JOIN path p ON p.id = e.path") == ["f"])
        #expect(
            try ["turn", "segment", "edit", "path", "token_run"].map { try lines.count($0) } == [2, 0, 1, 1, 0])
    }

    @Test func `A longer output leaves the tokens of the shorter one behind`() throws {
        let lines = try RecordedLines()
        try lines.record(generation("", #"{"text":"half"}"#))
        try lines.record(#"{"type":"generation","id":"g","session":"s","agent":"a","output":"half and whole"}"#)
        #expect(try lines.tokens() == "none")
        try lines.record(generation("", #"{"text":"half"},{"text":" and whole"}"#))
        #expect(try lines.tokens() == "4 10")
    }

    @Test func `Tokens that came by plain SQL go when a secret is taken out of their output`() throws {
        let lines = try RecordedLines()
        let output = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
        try lines.store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'a', 's');
                    INSERT INTO body (id, sha256, text) VALUES (7, zeroblob(32), '\(output)');
                    INSERT INTO generation (id, uid, session, started_at, ended_at, output) VALUES (1, 'g', 1, 1, 1, 7);
                    INSERT INTO token_run (generation, count, lengths) VALUES (1, 2, x'1414');
                    """)
        }
        #expect(try lines.tokens() == "20 20")
        try lines.record(#"{"type":"alert","title":"t"}"#)
        #expect(try lines.rows("SELECT text FROM body") == ["⟦redacted:github-token⟧"])
        #expect(try lines.tokens() == "none")
    }

    @Test func `Columns that do not agree are no tokens`() throws {
        var dice = SystemRandomNumberGenerator()
        #expect(TokenBlobs(count: 1, lengths: [0x80], logprobs: nil, ids: nil).run == nil)
        #expect(TokenBlobs(count: 1, lengths: [1, 1], logprobs: nil, ids: nil).run == nil)
        #expect(TokenBlobs(count: 2, lengths: [1], logprobs: nil, ids: nil).run == nil)
        #expect(TokenBlobs(count: -1, lengths: [], logprobs: nil, ids: nil).run == nil)
        #expect(TokenBlobs(count: 1, lengths: [1], logprobs: [0], ids: nil).run == nil)
        #expect(TokenBlobs(count: 1, lengths: [1], logprobs: nil, ids: []).run == nil)
        let huge = [UInt8](repeating: 0xFF, count: 9) + [0x01]
        #expect(TokenBlobs(count: 1, lengths: huge, logprobs: nil, ids: nil).run == nil)
        for _ in 0..<2000 {
            let lengths = (0..<Int.random(in: 0...24, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice)
            }
            let blobs = TokenBlobs(
                count: Int.random(in: 0...12, using: &dice), lengths: lengths, logprobs: nil, ids: nil)
            if let run = blobs.run { #expect(TokenBlobs(run).run == run) }
        }
    }
}
