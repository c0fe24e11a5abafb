import Foundation
import GRDB
import TestSupport
import Testing

/// What an agent hands to its hook is recorded at once, under the names that its history gives later.
struct HookCommandTests {
    private let folder: TemporaryFolder
    private var store: String { folder.path + "/store.sqlite" }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/work", withIntermediateDirectories: true)
    }

    private func hook(_ agent: String, _ json: String) throws -> ProgramRun {
        let file = try folder.write("hook.json", json)
        return try ProgramRun(
            "/bin/sh", ["-c", "'\(BuiltProgram.path("colophon"))' hook \(agent) < '\(file)'"], in: folder)
    }

    private func rows(_ sql: String) throws -> [[String]] {
        try DatabaseQueue(path: store).read { (db) throws in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { "\($0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0)")" }
            }
        }
    }

    private var edit: String {
        """
        {"session_id":"3f6c2c1e-0000-4000-8000-000000000001","transcript_path":"/nowhere.jsonl","cwd":"\(folder.path)/work",\
        "permission_mode":"default","hook_event_name":"PostToolUse","tool_name":"Edit","tool_use_id":"toolu_01",\
        "tool_input":{"file_path":"\(folder.path)/work/a.py","old_string":"x = 1","new_string":"x = 2\\ny = 3"},\
        "tool_response":{"filePath":"\(folder.path)/work/a.py","oldString":"x = 1","newString":"x = 2\\ny = 3",\
        "originalFile":"# a\\nx = 1\\n","structuredPatch":[{"oldStart":1,"oldLines":2,"newStart":1,"newLines":3,\
        "lines":[" # a","-x = 1","+x = 2","+y = 3"]}]}}
        """
    }

    /// What the agent's history has of the same.
    private var history: String {
        let common =
            "\"sessionId\":\"3f6c2c1e-0000-4000-8000-000000000001\",\"cwd\":\"\(folder.path)/work\",\"version\":\"2.1.0\""
        return [
            "{\"type\":\"user\",\"uuid\":\"u1\",\(common),\"timestamp\":\"2026-11-22T12:00:00Z\",\"message\":{\"content\":\"Make it two.\"}}",
            "{\"type\":\"assistant\",\"uuid\":\"a1\",\(common),\"timestamp\":\"2026-11-22T12:00:01Z\",\"message\":{\"id\":\"msg_01\",\"model\":\"opus\",\"content\":[{\"type\":\"tool_use\",\"id\":\"toolu_01\",\"name\":\"Edit\",\"input\":{\"file_path\":\"\(folder.path)/work/a.py\",\"old_string\":\"x = 1\",\"new_string\":\"x = 2\\ny = 3\"}}],\"usage\":{\"output_tokens\":9}}}",
            "{\"type\":\"user\",\"uuid\":\"u2\",\(common),\"timestamp\":\"2026-11-22T12:00:02Z\",\"message\":{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_01\",\"content\":\"ok\"}]},\"toolUseResult\":{\"filePath\":\"\(folder.path)/work/a.py\",\"structuredPatch\":[{\"oldStart\":1,\"oldLines\":2,\"newStart\":1,\"newLines\":3,\"lines\":[\" # a\",\"-x = 1\",\"+x = 2\",\"+y = 3\"]}]}}",
        ].asLines
    }

    private static let edits = """
        SELECT e.uid, e.kind, e.status, e.added, e.removed, e.first_line, a.text, b.text, p.text FROM edit e
        LEFT JOIN body a ON a.id = e.after LEFT JOIN body b ON b.id = e.before JOIN path p ON p.id = e.path
        """

    @Test func `An edit is there at once, and the history read later completes the same rows`() throws {
        let run = try hook("claude-code", edit)
        #expect(run.status == 0)
        #expect(run.output.isEmpty && run.complaint.isEmpty, "\(run.complaint)")
        let atOnce = try rows(Self.edits)
        #expect(atOnce.count == 1)
        #expect(atOnce[0][2] == "applied")
        #expect(atOnce[0][3...5] == ["2", "1", "2"])
        #expect(atOnce[0][6] == "x = 2\ny = 3")
        #expect(try rows("SELECT maker_id FROM generation") == [["toolu_01"]])
        let file = try folder.write("claude/projects/p/3f6c2c1e-0000-4000-8000-000000000001.jsonl", history)
        #expect(try ProgramRun.colophon(["ingest", file], in: folder).status == 0)
        #expect(try rows(Self.edits) == atOnce)
        #expect(try rows("SELECT maker_id, model FROM generation") == [["msg_01", "opus"]])
        #expect(try rows("SELECT count(*) FROM turn WHERE edits = 1") == [["1"]])
        // Told again, it changes nothing.
        #expect(try hook("claude-code", edit).status == 0)
        #expect(try rows(Self.edits) == atOnce)
        #expect(try rows("SELECT maker_id FROM generation") == [["msg_01"]])
    }

    @Test func `What a hook tells is the same as what the history alone tells`() throws {
        let file = try folder.write("claude/projects/p/3f6c2c1e-0000-4000-8000-000000000001.jsonl", history)
        #expect(try ProgramRun.colophon(["ingest", file], in: folder).status == 0)
        let alone = try rows(Self.edits)
        try FileManager.default.removeItem(atPath: store)
        _ = try? FileManager.default.removeItem(atPath: store + "-wal")
        _ = try? FileManager.default.removeItem(atPath: store + "-shm")
        _ = try hook("claude-code", edit)
        #expect(try rows(Self.edits) == alone)
    }

    @Test(arguments: [
        ("claude-code", ""), ("claude-code", "{"), ("claude-code", "[1]"), ("nobody", "{}"), ("--help-me", "{}"),
        ("", "{}"),
        ("claude-code", "{\"hook_event_name\":\"PostToolUse\"}"),
        ("claude-code", "{\"hook_event_name\":\"PostToolUse\",\"session_id\":\"s\",\"tool_name\":\"Edit\"}"),
        (
            "gemini",
            "{\"hook_event_name\":\"AfterTool\",\"session_id\":\"s\",\"tool_name\":\"replace\",\"transcript_path\":\"/nowhere/at/all.json\"}"
        ),
        ("claude-code extra words --and options", "{}"),
    ])
    func `Whatever comes, it ends well and says nothing`(agent: String, json: String) throws {
        let run = try hook(agent, json)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.output.isEmpty && run.complaint.isEmpty, "\(run.output)\(run.complaint)")
    }

    @Test func `Problems are in a log beside the store`() throws {
        _ = try hook("claude-code", "{\"hook_event_name\":\"PostToolUse\",\"session_id\":\"s\",\"tool_name\":\"Edit\"}")
        let log = FileManager.default.contents(atPath: folder.path + "/hook.log").map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(log?.contains("claude-code: It lacks tool_use_id") == true)
    }

    @Test
    func `While somebody writes, a hook does not wait: what it told lies beside the store until the next process`()
        throws
    {
        _ = try hook("claude-code", edit.replacing("toolu_01", with: "toolu_00"))
        let secret = "ghp_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: store, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let run = try hook("claude-code", edit.replacing("y = 3", with: "y = '\(secret)'"))
        #expect(run.status == 0)
        try queue.inDatabase { try $0.execute(sql: "ROLLBACK") }
        try queue.close()
        let spool = try #require(FileManager.default.contents(atPath: store + "-spool"))
        #expect(!spool.isEmpty)
        #expect(!String(decoding: spool, as: UTF8.self).contains(secret))
        #expect(try rows("SELECT count(*) FROM edit") == [["1"]])
        #expect(try ProgramRun.colophon(["list", "edits"], in: folder).status == 0)
        #expect(try rows("SELECT count(*) FROM edit") == [["2"]])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("-spool") }
        #expect(left.isEmpty, "\(left)")
    }

    @Test func `A patch of Codex is recorded by the name of its call`() throws {
        let json = """
            {"session_id":"0199a213-81c0-7800-8aa1-bbab2a035a53","turn_id":"t","cwd":"\(folder.path)/work","model":"gpt-5",\
            "hook_event_name":"PostToolUse","tool_name":"apply_patch","tool_use_id":"call_7",\
            "tool_input":{"command":"*** Begin Patch\\n*** Add File: b.py\\n+b = 1\\n*** End Patch"},\
            "tool_response":"Success. Updated the following files:\\nA b.py\\n"}
            """
        #expect(try hook("codex", json).status == 0)
        let found = try rows(Self.edits)
        #expect(found.count == 1)
        #expect(found.first?[1...2] == ["create", "applied"])
        #expect(try rows("SELECT maker_id, model FROM generation") == [["call_7", "gpt-5"]])
    }

    private var geminiShown: String {
        """
        {"fileDiff":"Index: a.py\\n===\\n--- a.py\\tCurrent\\n+++ a.py\\tProposed\\n@@ -1,2 +1,3 @@\\n # a\\n-x = 1\\n+x = 2\\n+y = 3\\n",\
        "fileName":"a.py","originalContent":"# a\\nx = 1\\n","newContent":"# a\\nx = 2\\ny = 3\\n",\
        "diffStat":{"model_added_lines":2,"model_removed_lines":1,"user_added_lines":0,"user_removed_lines":0}}
        """
    }

    private func geminiCall(_ arguments: String) -> (hook: String, chat: String) {
        let session = "4a1f0000-0000-4000-8000-000000000009"
        let hook = """
            {"session_id":"\(session)","transcript_path":"/nowhere.json","cwd":"\(folder.path)/work","hook_event_name":\
            "AfterTool","timestamp":"2026-11-22T12:00:02Z","tool_name":"replace","tool_input":\(arguments),\
            "tool_response":{"llmContent":"Done.","returnDisplay":\(geminiShown),"error":null}}
            """
        let chat = [
            "{\"sessionId\":\"\(session)\",\"projectHash\":\"0\",\"startTime\":\"2026-11-22T12:00:00Z\",\"lastUpdated\":\"2026-11-22T12:00:03Z\",\"kind\":\"main\",\"directories\":[\"\(folder.path)/work\"]}",
            "{\"id\":\"m1\",\"timestamp\":\"2026-11-22T12:00:00Z\",\"type\":\"user\",\"content\":\"Make it two.\"}",
            "{\"id\":\"m2\",\"timestamp\":\"2026-11-22T12:00:01Z\",\"type\":\"gemini\",\"content\":\"So be it.\",\"model\":\"gemini-3-pro\",\"toolCalls\":[{\"id\":\"replace-17-a\",\"name\":\"replace\",\"args\":\(arguments),\"status\":\"success\",\"timestamp\":\"2026-11-22T12:00:02Z\",\"resultDisplay\":\(geminiShown),\"result\":[]}]}",
        ].asLines
        return (hook, chat)
    }

    @Test func `An edit of Gemini is there at once, and its chat completes the same row, whichever is read first`()
        throws
    {
        let call = geminiCall(
            "{\"file_path\":\"\(folder.path)/work/a.py\",\"old_string\":\"x = 1\",\"new_string\":\"x = 2\\ny = 3\"}")
        #expect(try hook("gemini", call.hook).status == 0)
        let atOnce = try rows(Self.edits)
        #expect(atOnce.map { Array($0[1...6]) } == [["update", "applied", "2", "1", "2", "x = 2\ny = 3"]])
        let file = try folder.write("home/.gemini/tmp/p/chats/session-2026-11-22T12-00-4a1f0000.jsonl", call.chat)
        #expect(try ProgramRun.colophon(["ingest", file], in: folder).status == 0)
        let completed = try rows(Self.edits)
        #expect(completed.map { Array($0[1...]) } == atOnce.map { Array($0[1...]) })
        #expect(try rows("SELECT maker_id, model FROM generation") == [["m2", "gemini-3-pro"]])
        #expect(try rows("SELECT count(*) FROM turn WHERE edits = 1") == [["1"]])
        // Its hook may be late, or come from the spool.
        let late = call.hook
        try FileManager.default.removeItem(atPath: store)
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) }
        #expect(try ProgramRun.colophon(["ingest", file], in: folder).status == 0)
        #expect(try rows(Self.edits) == completed, "the same as the chat alone tells")
        _ = try DatabaseQueue(path: store).write {
            try $0.execute(sql: "UPDATE edit SET at = ?", arguments: [Int64(Date().timeIntervalSince1970 * 1000)])
        }
        #expect(try hook("gemini", late).status == 0)
        #expect(try rows(Self.edits).count == 1)
    }
}
