import Flows
import Foundation
import GRDB
import Git
import Ingest
import Provenance
import TestSupport
import Testing
import Text

@testable import Store

/// Conversations that Entire keeps in a repository are read as from the agents' own homes, and joined to their commits.
@Suite(.enabled(if: GitFolder.hasGit, "git is not there"))
struct CheckpointsTests {
    private let store: Store
    private let shop: GitFolder

    private static let branch = "refs/heads/entire/checkpoints/v1"

    init() throws {
        store = try Store.inMemory()
        shop = try GitFolder()
    }

    private func ingest() throws -> IntakeSummary {
        try Intake(store: store).run([], repositories: [try #require(Checkout.at(shop.root))])
    }

    private func metadata(_ checkpoint: String, _ session: String, _ agent: String) -> String {
        #"{"checkpoint_id":"\#(checkpoint)","session_id":"\#(session)","agent":"\#(agent)","branch":"topic","created_at":"2026-01-15T12:52:56Z"}"#
    }

    private func links(_ relation: String) throws -> [String] {
        try store.read {
            try String.fetchAll(
                $0, sql: "SELECT to_uid FROM link WHERE relation = ? AND from_kind = 'session' ORDER BY 1",
                arguments: [relation])
        }
    }

    @Test func `a transcript kept in git is the one in the agent's home`() throws {
        for conversation in [Conversation.claude, .codex, .gemini] {
            let text = conversation.lines.asLines
            try shop.put(
                [
                    "ab/2b9748b105/0/full.jsonl": text,
                    "ab/2b9748b105/0/metadata.json": metadata("ab2b9748b105", "s-1", "?"),
                ],
                on: Self.branch)
            let kept = try Store.inMemory()
            _ = try Intake(store: kept).run([], repositories: [try #require(Checkout.at(shop.root))])
            let own = try Store.inMemory()
            let folder = try TemporaryFolder()
            try folder.write("h.jsonl", text)
            _ = try Intake(store: own).run(folder.histories)
            for table in ["prompt", "generation", "edit", "segment"] {
                let sql = "SELECT uid FROM \(table) ORDER BY uid"
                let found = try kept.read { try String.fetchAll($0, sql: sql) }
                #expect(try own.read { try String.fetchAll($0, sql: sql) } == found, "\(conversation) \(table)")
                #expect(!found.isEmpty || table == "segment")
            }
        }
    }

    @Test func `sessions are joined to the commits that name their checkpoint, whichever comes first`() throws {
        let first = try shop.commit("Work\n\nEntire-Checkpoint: ab2b9748b105")
        let history = ClaudeHistory()
        let lines = [history.user(1, "go"), history.answer(2, "m1", ClaudeHistory.text("Done."))]
        func put(_ id: String) throws {
            try shop.put(
                [
                    "\(id.prefix(2))/\(id.dropFirst(2))/0/full.jsonl": lines.asLines,
                    "\(id.prefix(2))/\(id.dropFirst(2))/0/metadata.json": metadata(id, history.session, "Claude Code"),
                ], on: Self.branch)
        }
        try put("ab2b9748b105")
        let added = try ingest().added
        #expect((added.sessions, added.turns, added.generations) == (1, 1, 1))
        #expect(try links("committed") == [first])
        #expect(try ingest().referencesRead == 0)
        try put("cd2b9748b105")
        #expect(try ingest().referencesRead == 1)
        #expect(try links("saved in") == ["ab2b9748b105", "cd2b9748b105"])
        let second = try shop.commit("Work\n\nEntire-Checkpoint: cd2b9748b105")
        #expect(try ingest().added.sessions == 0)
        #expect(try links("committed") == [first, second].sorted())
        let row = try store.read { try Row.fetchOne($0, sql: "SELECT agent, repository FROM session") }
        #expect(row?["agent"] == "claude-code")
        let identity = try store.read { try String.fetchAll($0, sql: "SELECT identity FROM repository") }
        #expect(identity == ["example.com/acme/shop"])
    }

    @Test func `a reference for each checkpoint is read, and prompts alone where there is no transcript`() throws {
        try shop.put(
            [
                "0/metadata.json": metadata("01ARZ3NDEKTSV4RRFFQ69G5FAV", "2026-01-15-c-1", "Cursor"),
                "0/prompt.txt": "the first\n\n---\n\nthe second", "0/full.jsonl": "no transcript\n",
                "metadata.json": "{}",
            ],
            on: "refs/entire/checkpoints/AV/01ARZ3NDEKTSV4RRFFQ69G5FAV")
        let summary = try ingest()
        #expect((summary.added.sessions, summary.added.turns) == (1, 2))
        #expect(summary.strangers.count == 1)
        let row = try store.read { try Row.fetchOne($0, sql: "SELECT agent, maker_id, branch FROM session") }
        #expect(row == ["agent": "cursor", "maker_id": "c-1", "branch": "topic"])
        #expect(try links("saved in") == ["01ARZ3NDEKTSV4RRFFQ69G5FAV"])
    }

    @Test func `a folder of a checkpoint is its transcript, completed by its metadata`() throws {
        for conversation in [Conversation.claude, .codex, .gemini] {
            let folder = try TemporaryFolder()
            let id = try #require(try folderSession(conversation))
            try folder.write("ab-2b9748b105/0/full.jsonl", conversation.lines.asLines)
            try folder.write("ab-2b9748b105/0/metadata.json", metadata("ab2b9748b105", id, "?"))
            try folder.write("ab-2b9748b105/metadata.json", "{}")
            let kept = try Store.inMemory()
            let summary = try Intake(store: kept).run(folder.histories)
            #expect(summary.filesRead == 1 && summary.strangers.isEmpty)
            let own = try Store.inMemory()
            let home = try TemporaryFolder()
            try home.write("h.jsonl", conversation.lines.asLines)
            _ = try Intake(store: own).run(home.histories)
            for table in ["session", "prompt", "generation", "edit", "segment"] {
                let sql = "SELECT uid FROM \(table) ORDER BY uid"
                let found = try kept.read { try String.fetchAll($0, sql: sql) }
                #expect(try own.read { try String.fetchAll($0, sql: sql) } == found, "\(conversation) \(table)")
            }
            let saved = try kept.read {
                try String.fetchAll($0, sql: "SELECT to_uid FROM link WHERE relation = 'saved in'")
            }
            #expect(Set(saved) == ["ab2b9748b105"])
            let branch = try kept.read {
                try String.fetchOne($0, sql: "SELECT branch FROM session WHERE maker_id = '\(id)'")
            }
            #expect(branch != nil)
            #expect(try Intake(store: kept).run(folder.histories).filesRead == 0)
        }
    }

    private func folderSession(_ conversation: Conversation) throws -> String? {
        let store = try Store.inMemory()
        let folder = try TemporaryFolder()
        try folder.write("h.jsonl", conversation.lines.asLines)
        _ = try Intake(store: store).run(folder.histories)
        return try store.read { try String.fetchOne($0, sql: "SELECT maker_id FROM session ORDER BY id") }
    }

    @Test func `a merge brings the commits of a session along, and where they lie`() throws {
        let commit = try shop.commit("Work\n\nEntire-Checkpoint: ab2b9748b105")
        let history = ClaudeHistory()
        let lines = [history.user(1, "go"), history.answer(2, "m1", ClaudeHistory.text("Done."))]
        try shop.put(
            [
                "ab/2b9748b105/0/full.jsonl": lines.asLines,
                "ab/2b9748b105/0/metadata.json": metadata("ab2b9748b105", history.session, "Claude Code"),
            ], on: Self.branch)
        let path = shop.folder.path + "/one.sqlite"
        let one = try Store.open(at: path)
        _ = try Intake(store: one).run([], repositories: [try #require(Checkout.at(shop.root))])
        try one.close()
        _ = try Merging(store: store).take(path)
        #expect(try links("committed") == [commit])
        let revisions = try store.read {
            try String.fetchAll(
                $0, sql: "SELECT hash || ' ' || identity FROM revision v JOIN repository r ON r.id = v.repository")
        }
        #expect(revisions == ["\(commit) example.com/acme/shop"])
    }

    @Test func `a repository that is named, stood in or known is read, and nothing else`() throws {
        try shop.put(["ab/2b9748b105/0/metadata.json": metadata("ab2b9748b105", "c-1", "Cursor")], on: Self.branch)
        let named = try ProgramRun.colophon(["ingest", shop.root], in: shop.folder)
        #expect(
            named.output.hasPrefix("read 0 of 0 files and 1 of 1 reference: new are 1 session,"), "\(named.complaint)")
        let known = try ProgramRun.colophon(["ingest"], in: shop.folder)
        #expect(known.output.hasPrefix("read 0 of 0 files and 0 of 1 reference:"), "\(known.output)")
        let session = try ProgramRun.colophon(
            ["show", "session:" + UID(of: .session, makerID: "c-1").text], in: shop.folder)
        #expect(session.status == 0)
        let formats = try ProgramRun.colophon(["ingest", "--formats"], in: shop.folder).output
        #expect(formats.contains("\ngit-ai ") && formats.contains("\nentire ") && formats.contains("\nh5i "))
    }
}
