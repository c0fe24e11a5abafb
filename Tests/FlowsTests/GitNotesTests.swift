import Flows
import Foundation
import GRDB
import Git
import Ingest
import TestSupport
import Testing

@testable import Store

/// What git-ai writes to the notes of a repository becomes attributions, once, and follows the notes as they change.
@Suite(.enabled(if: GitFolder.hasGit, "git is not there"))
struct GitNotesTests {
    private let store: Store
    private let shop: GitFolder

    private static let conversation = "5e551011-0000-4000-8000-000000000001"
    private static let key = GitAINames.session(tool: "claude", id: conversation)

    init() throws {
        store = try Store.inMemory()
        shop = try GitFolder()
    }

    /// A note with these attestation lines, of one conversation of Claude Code.
    private func note(_ lines: String, sessions: Bool = true, more: String = "") -> String {
        let record =
            #""\#(Self.key)":{"agent_id":{"tool":"claude","id":"\#(Self.conversation)","model":"opus"},"human_author":null}"#
        return lines + """
            ---
            {"schema_version":"authorship/3.0.0","base_commit_sha":"x","prompts":{\(more)},
             "humans":{"h_00000000000001":{"author":"Ada <ada@example.com>"}},"sessions":{\(sessions ? record : "")}}
            """
    }

    @discardableResult
    private func ingest() throws -> IntakeSummary {
        try Intake(store: store).run([], repositories: [try #require(Checkout.at(shop.root))])
    }

    private func told() throws -> [String] {
        try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT p.text || ' ' || first_line || '-' || last_line || ' ' || contributor || ' '
                        || coalesce(s.agent, '?')
                    FROM attribution a JOIN path p ON p.id = a.path LEFT JOIN session s ON s.id = a.session ORDER BY 1
                    """)
        }
    }

    @Test func `every kind of key is read, in paths with blanks too`() throws {
        let legacy = #""abcdef1":{"agent_id":{"tool":"cursor","id":"c-1","model":"m"}}"#
        try shop.note(
            note(
                """
                src/a.py
                  \(Self.key)::t_00000000000001 1-3,7
                  h_00000000000001 4
                "my file.py"
                  abcdef1 2-2
                  0123456789abcdef 9
                  who 10

                """, more: legacy))
        let summary = try ingest()
        #expect(summary.referencesRead == 1)
        #expect(
            try told() == [
                "my file.py 10-10 unknown ?", "my file.py 2-2 ai cursor", "my file.py 9-9 ai ?",
                "src/a.py 1-3 ai claude-code", "src/a.py 4-4 human ?", "src/a.py 7-7 ai claude-code",
            ])
        let places = try store.read { try String.fetchAll($0, sql: "SELECT identity FROM repository") }
        #expect(places == ["example.com/acme/shop"])
    }

    @Test func `a conversation that a note knows by its hash alone is joined to ours, whichever comes first`() throws {
        let history = ClaudeHistory(session: Self.conversation)
        let lines = [history.user(1, "go"), history.answer(2, "m1", ClaudeHistory.text("Done."))].asLines
        try shop.note(note("a.py\n  \(Self.key)::t_1 1\n", sessions: false))
        try ingest()
        #expect(try told() == ["a.py 1-1 ai ?"])
        try shop.folder.write("h/h.jsonl", lines)
        _ = try Intake(store: store).run(HistoryFile.all(below: shop.folder.path + "/h"))
        #expect(try told() == ["a.py 1-1 ai claude-code"])
        try shop.note(note("a.py\n  \(Self.key)::t_1 1\n  \(Self.key)::t_2 5\n", sessions: false))
        try ingest()
        #expect(try told() == ["a.py 1-1 ai claude-code", "a.py 5-5 ai claude-code"])
        let id = try store.read { try Int64.fetchOne($0, sql: "SELECT session FROM attribution") }
        let work = try store.work(ofSession: try #require(id))
        #expect(work.files == [.init(path: "a.py", lines: 2, revisions: 1)])
        #expect(try work.revisions == [shop.git("rev-parse", "HEAD")])
    }

    @Test func `only what changed is read, and a note that changed or went is no longer told as it was`() throws {
        try shop.note(note("a.py\n  \(Self.key)::t_1 1-4\n"))
        #expect(try ingest().added.attributions == 1)
        #expect(try ingest().referencesRead == 0)
        let second = try shop.commit("Second")
        try shop.note(note("b.py\n  \(Self.key)::t_1 5\n"))
        #expect(try ingest().added.attributions == 1)
        try shop.note(note("b.py\n  \(Self.key)::t_1 6\n"), on: second)
        try ingest()
        #expect(try told() == ["a.py 1-4 ai claude-code", "b.py 6-6 ai claude-code"])
        try shop.git("notes", "--ref", "refs/notes/ai", "remove", second)
        try ingest()
        #expect(try told() == ["a.py 1-4 ai claude-code"])
        // A history of notes that has nothing in common with the one that was read.
        try shop.git("update-ref", "-d", "refs/notes/ai")
        try shop.note(note("c.py\n  \(Self.key)::t_1 1\n"), on: second)
        try shop.git("reflog", "expire", "--expire=now", "--all")
        try shop.git("gc", "-q", "--prune=now")
        try ingest()
        #expect(try told().last == "c.py 1-1 ai claude-code")
    }

    @Test func `messages of old notes are prompts, answers and edits, once for all commits`() throws {
        let messages = """
            "abcdef1234567890":{"agent_id":{"tool":"cursor","id":"c-1","model":"m"},"messages":[
             {"type":"user","text":"make it","timestamp":"2026-01-02T03:04:05Z"},
             {"type":"assistant","text":"Here.","timestamp":"2026-01-02T03:04:06Z"},
             {"type":"tool_use","name":"write","input":{"file_path":"a.py","contents":"x = 1\\n"}}]}
            """
        try shop.note(note("a.py\n  abcdef1234567890 1\n", more: messages))
        let second = try shop.commit("Second")
        try shop.note(note("a.py\n  abcdef1234567890 2\n", more: messages), on: second)
        let added = try ingest().added
        #expect((added.turns, added.generations, added.edits, added.attributions) == (1, 1, 1, 2))
        let text = try store.read {
            try String.fetchOne($0, sql: "SELECT b.text FROM edit e JOIN body b ON b.id = e.after")
        }
        #expect(text == "x = 1\n")
    }

    @Test func `older references and notes of h5i are read as they are`() throws {
        let head = try shop.git("rev-parse", "HEAD")
        let old = try shop.folder.write(
            "old",
            #"{"files":{"a.py":{"file":"a.py","authors":[{"author":"Claude","lines":[9,[1,3]],"agent_metadata":null},{"author":"Ada","lines":[4]}]}}}"#
        )
        try shop.git("update-ref", "refs/ai/authorship/\(head)", shop.git("hash-object", "-w", old))
        let record =
            #"{"git_oid":"\#(head)","ai_metadata":{"model_name":"m","prompt":"do it","agent_id":"claude-code","#
            + #""usage":null},"timestamp":"2026-04-01T04:11:13.8Z"}"#
        try shop.put([head: record], on: "refs/h5i/notes")
        let added = try ingest().added
        #expect(try told() == ["a.py 1-3 ai ?", "a.py 4-4 unknown ?", "a.py 9-9 ai ?"])
        #expect((added.turns, added.generations, added.links) == (1, 1, 1))
    }

    @Test func `traces that agentdiff keeps are read from its reference, and again when it moves`() throws {
        let head = try shop.git("rev-parse", "HEAD")
        func record(_ number: Int) -> String {
            #"{"version":"0.1.0","id":"11111111-2222-4333-8444-55555555555\#(number)","timestamp":"2026-01-01T10:00:00Z","#
                + #""vcs":{"type":"git","revision":"\#(head)"},"tool":{"name":"Claude Code"},"#
                + #""metadata":{"session_id":"\#(Self.conversation)","prompt_excerpt":"make it"},"#
                + #""files":[{"path":"\#(shop.root)/a.py","conversations":[{"contributor":{"type":"ai"},"#
                + #""ranges":[{"start_line":\#(number),"end_line":\#(number)}]}]}]}"#
        }
        try shop.put(["traces.jsonl": [record(1)].asLines, "other.jsonl": "{}\n"], on: "refs/agentdiff/meta")
        let added = try ingest().added
        #expect((added.sessions, added.attributions) == (1, 1))
        #expect(try told() == ["a.py 1-1 ai claude-code"])
        let place = try store.read { try String.fetchAll($0, sql: "SELECT identity FROM repository") }
        #expect(place == ["example.com/acme/shop"])
        #expect(try ingest().referencesRead == 0)
        try shop.put(["traces.jsonl": [record(1), record(2), "{"].asLines], on: "refs/agentdiff/meta")
        let summary = try ingest()
        #expect((summary.added.attributions, summary.skippedLines) == (1, 1))
        #expect(summary.skips.first?.file == "refs/agentdiff/meta:traces.jsonl")
        #expect(try told() == ["a.py 1-1 ai claude-code", "a.py 2-2 ai claude-code"])
    }

    @Test func `a session that notes alone tell of has no beginning, and stands behind the others`() throws {
        try shop.folder.write("n/x.note", note("a.py\n  \(Self.key)::t_1 1\n"))
        try shop.note(note("a.py\n  \(Self.key)::t_1 1\n").replacingOccurrences(of: Self.conversation, with: "c-2"))
        try ingest()
        _ = try Intake(store: store).run(HistoryFile.all(below: shop.folder.path + "/n"))
        let sessions = try store.sessions(limit: 9)
        #expect(sessions.map(\.makerID) == ["c-2", Self.conversation])
        #expect(sessions.last?.startedAt == nil)
        #expect(try store.sessions(from: sessions.first?.key, limit: 9).map(\.makerID) == [Self.conversation])
    }

    @Test func `hostile notes do no harm, and what is good in them is kept`() throws {
        let many = (1...200_000).map { "\($0 * 3)" }.joined(separator: ",")
        try shop.note(
            note(
                """
                ../../etc/passwd
                  \(Self.key)::t_1 1
                /etc/passwd
                  \(Self.key)::t_1 1
                ok\u{1B}[31m.py
                  \(Self.key)::t_1 0-0,9-2,1-1000000000000000000,99999999999999999999,-1,x,,2
                big.py
                  \(Self.key)::t_2 \(many)

                """))
        for (number, text) in [
            "", "---\n", "---\n[1]", "a\n  b 1\n---\n{", "{}", "a.py\n  k 1\n---\n{\"x\":1}", "\u{0}\u{0}",
        ].enumerated() {
            let commit = try shop.commit("Commit \(number)")
            if !text.isEmpty { try shop.note(text, on: commit) }
        }
        try shop.git("symbolic-ref", "refs/notes/ai-loop", "refs/notes/ai-pool")
        try shop.git("symbolic-ref", "refs/notes/ai-pool", "refs/notes/ai-loop")
        let summary = try ingest()
        #expect(summary.added.attributions == 200_001)
        #expect(summary.skippedLines >= 13)
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT min(last_line) FROM attribution") } == 2)
    }

    @Test func `an object that is missing is counted, and the rest is read`() throws {
        try shop.note(note("a.py\n  \(Self.key)::t_1 1\n"))
        let second = try shop.commit("Second")
        try shop.note(note("b.py\n  \(Self.key)::t_1 1\n"), on: second)
        let blob = try shop.git("rev-parse", "refs/notes/ai:\(second)")
        try FileManager.default.removeItem(
            atPath: "\(shop.root)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
        let summary = try ingest()
        #expect(summary.missingObjects == 1)
        #expect(try told() == ["a.py 1-1 ai claude-code"])
    }

    @Test func `a file of a note tells the same as the reference`() throws {
        let head = try shop.git("rev-parse", "HEAD")
        let text = note("a.py\n  \(Self.key)::t_1 1-4\n")
        try shop.note(text)
        try ingest()
        try shop.folder.write("n/some__\(head).note", text)
        let summary = try Intake(store: store).run(HistoryFile.all(below: shop.folder.path + "/n"))
        #expect(summary.filesRead == 1)
        #expect(summary.added.attributions == 0)
    }
}
