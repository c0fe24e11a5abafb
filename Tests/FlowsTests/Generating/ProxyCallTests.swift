import Foundation
import GRDB
import Ingest
import Provenance
import TestSupport
import Testing

@testable import Engines
@testable import Flows
@testable import Store

/// Agents keep their code in calls of tools: what passes of them is edits, and what comes of them later completes the rows.
struct ProxyCallTests {
    private static let session = "3f6c2c1e-0000-4000-8000-000000000001"
    private static let claude = "claude-cli/2.1.0 (external, cli)"
    private static let codex = "codex_cli_rs/0.98.0 (Debian 13.0.0; x86_64)"

    private func exchange(
        _ path: String, _ client: String, _ request: String, _ body: String, at: Int64 = 1_795_348_800_000,
        isWhole: Bool = true
    ) throws -> Exchange {
        let dialect = try #require(Dialect(path: path))
        return Exchange(
            dialect: dialect, path: path, client: client, request: Array(request.utf8), status: 200,
            contentType: body.hasPrefix("data:") ? "text/event-stream" : "application/json", encoding: nil,
            body: Array(body.utf8), isWhole: isWhole, isCancelled: false, startedAt: at, firstByteAt: at + 10,
            endedAt: at + 1000)
    }

    private func record(_ exchanges: [Exchange], in store: Store) {
        let recording = ProxyRecording(store: store, engine: "unknown", host: "h") { _ in }
        for exchange in exchanges { recording.add(exchange) }
        #expect(recording.close() == exchanges.count)
    }

    private func rows(_ store: Store, _ sql: String) throws -> [String] {
        try store.read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0)" }
                    .joined(separator: " | ")
            }
        }
    }

    private static let edits = """
        SELECT p.text, e.kind, e.means, e.status, b.text, a.text FROM edit e JOIN path p ON p.id = e.path
        LEFT JOIN body b ON b.id = e.before LEFT JOIN body a ON a.id = e.after ORDER BY e.id
        """
    private static let outputs = "SELECT b.text FROM generation g LEFT JOIN body b ON b.id = g.output ORDER BY g.id"

    private static let ask = #"{"model":"m","messages":[{"role":"user","content":"Write a.py."}]}"#

    // MARK: - Each protocol

    @Test(arguments: [
        (
            "/v1/messages",
            #"{"type":"message","id":"msg_01AbCdEfGhIjKlMnOpQrSt","model":"m","content":[{"type":"text","text":"Now."},"#
                + #"{"type":"tool_use","id":"t1","name":"str_replace_based_edit_tool","input":{"command":"create","path":"/srv/a.py","file_text":"x = 1\n"}},"#
                + #"{"type":"tool_use","id":"t2","name":"weather","input":{"city":"Paris"}}],"stop_reason":"tool_use"}"#
        ),
        (
            "/v1/chat/completions",
            #"{"id":"c","choices":[{"message":{"content":"Now.","tool_calls":["#
                + #"{"id":"t1","function":{"name":"write_file","arguments":"{\"path\":\"/srv/a.py\",\"content\":\"x = 1\\n\"}"}},"#
                + #"{"id":"t2","function":{"name":"weather","arguments":"{\"city\":\"Paris\"}"}}]},"finish_reason":"tool_calls"}]}"#
        ),
        (
            "/v1/responses",
            #"{"object":"response","id":"resp_1","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Now."}]},"#
                + #"{"type":"function_call","call_id":"t1","name":"create_file","arguments":"{\"filePath\":\"/srv/a.py\",\"content\":\"x = 1\\n\"}"},"#
                + #"{"type":"function_call","call_id":"t2","name":"weather","arguments":"{\"city\":\"Paris\"}"}]}"#
        ),
        (
            "/api/chat",
            #"{"model":"m","message":{"content":"Now.","tool_calls":[{"function":{"name":"Write","arguments":{"file_path":"/srv/a.py","content":"x = 1\n"}}},"#
                + #"{"function":{"name":"weather","arguments":{"city":"Paris"}}}]},"done":true}"#
        ),
    ])
    func `A call that writes a file is an edit, one that does not is told after the words`(path: String, body: String)
        throws
    {
        let store = try Store.inMemory()
        record([try exchange(path, "probe/1.0", Self.ask, body)], in: store)
        #expect(try rows(store, Self.edits) == ["/srv/a.py | create | tool | proposed | - | x = 1\n"])
        #expect(try rows(store, Self.outputs) == ["Now.\nweather {\"city\":\"Paris\"}"])
        #expect(try rows(store, "SELECT status, edits FROM turn") == ["proposed | 1"])
    }

    @Test func `Two answers whose calls have the same small name keep their edits apart`() throws {
        let store = try Store.inMemory()
        let exchanges = try (1...2).map { number in
            let call =
                #"{"id":"functions.write_file:0","function":{"name":"write_file","arguments":"#
                + "\"{\\\"path\\\":\\\"a.py\\\",\\\"content\\\":\\\"\(number)\\\"}\"}}"
            return try exchange(
                "/v1/chat/completions", "probe/1.0", Self.ask,
                "{\"id\":\"c\",\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[\(call)]}}]}")
        }
        record(exchanges, in: store)
        #expect(try rows(store, Self.edits).map { $0.suffix(1) } == ["1", "2"])
    }

    @Test func `Of an answer that was cut off the call is told as far as it came, and is no edit`() throws {
        let store = try Store.inMemory()
        let body = [
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"t","function":{"name":"write_file","arguments":"{\"path\":\"a.py\",\"con"}}]}}]}"#
        ].map { "data: \($0)\n\n" }.joined()
        record([try exchange("/v1/chat/completions", "probe/1.0", Self.ask, body, isWhole: false)], in: store)
        #expect(try rows(store, Self.edits).isEmpty)
        #expect(try rows(store, Self.outputs) == [#"write_file {"path":"a.py","con"#])
        #expect(try rows(store, "SELECT ended FROM engine_run") == ["truncated"])
    }

    @Test func `Tokens that an engine told of stay those of the words`() throws {
        let store = try Store.inMemory()
        let body =
            #"{"id":"c","choices":[{"message":{"content":"ab","tool_calls":[{"id":"t","function":{"name":"f","arguments":"{}"}}]},"#
            + #""logprobs":{"content":[{"token":"a","logprob":-1},{"token":"b","logprob":-2}]}}]}"#
        record([try exchange("/v1/chat/completions", "probe/1.0", Self.ask, body)], in: store)
        #expect(try rows(store, Self.outputs) == ["ab\nf {}"])
        let id = try #require(try store.read { try Int64.fetchOne($0, sql: "SELECT id FROM generation") })
        let run = try #require(try store.tokenRun(of: id))
        #expect(run.tokens.map(\.length) == [1, 1, 5])
        #expect(run.tokens.map(\.logprob) == [-1, -2, nil])
        #expect(try rows(store, "SELECT observed_tokens FROM engine_run") == ["2"])
    }

    // MARK: - What became of them

    private static let write =
        #"{"type":"tool_use","id":"toolu_01AbCdEfGhIjKlMnOpQrStU","name":"Write","input":{"file_path":"/srv/a.py","content":"x = 1\n"}}"#

    private func claudeAnswer(_ number: Int, _ content: String, tokens: Int = 9) -> String {
        "{\"type\":\"message\",\"id\":\"msg_01AbCdEfGhIjKlMnOpQr\(number)\",\"model\":\"opus\",\"content\":[\(content)],"
            + "\"stop_reason\":\"tool_use\",\"usage\":{\"input_tokens\":5,\"output_tokens\":\(tokens)}}"
    }

    private func claudeRequest(_ messages: String...) -> String {
        "{\"model\":\"opus\",\"metadata\":{\"user_id\":\"user_00_account_1f_session_\(Self.session)\"},"
            + "\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: cch=\(messages.count)\"},"
            + "{\"type\":\"text\",\"text\":\"Be brief.\\nWorking directory: /srv\\n\"}],"
            + "\"messages\":[\(messages.joined(separator: ","))]}"
    }

    private static let asked =
        ##"{"role":"user","content":[{"type":"text","text":"<system-reminder>Be kind.</system-reminder>"},{"type":"text","text":"Write a.py."}]}"##

    private static func result(_ text: String, isError: Bool? = nil) -> String {
        let flag = isError.map { ",\"is_error\":\($0)" } ?? ""
        return
            #"{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_01AbCdEfGhIjKlMnOpQrStU","content":"\#(text)"\#(flag)}]}"#
    }

    private func loop(_ results: String...) throws -> [Exchange] {
        let said = "{\"role\":\"assistant\",\"content\":[\(Self.write)]}"
        let first = try exchange("/v1/messages", Self.claude, claudeRequest(Self.asked), claudeAnswer(0, Self.write))
        return try [first]
            + results.enumerated().map { index, result in
                try exchange(
                    "/v1/messages", Self.claude, claudeRequest(Self.asked, said, result),
                    claudeAnswer(index + 1, #"{"type":"text","text":"Done."}"#),
                    at: 1_795_348_802_000 + Int64(index) * 2000)
            }
    }

    @Test(arguments: [
        (Self.result("File created."), "applied"), (Self.result("No such folder.", isError: true), "failed"),
        (Self.result("The user doesn't want to proceed.", isError: true), "rejected"),
        (Self.result("The user modified your proposed changes."), "proposed"),
    ])
    func `The next question tells what became of an edit`(result: String, status: String) throws {
        let store = try Store.inMemory()
        record(try loop(result), in: store)
        #expect(try rows(store, "SELECT status FROM edit") == [status])
    }

    @Test func `A protocol that does not say whether a tool failed leaves its edit a proposal`() throws {
        let store = try Store.inMemory()
        let call =
            #"{"id":"call_0123456789abcdef0123","type":"function","function":{"name":"write_file","arguments":"{\"path\":\"a.py\",\"content\":\"x\"}"}}"#
        let request =
            #"{"messages":[{"role":"user","content":"Write."},{"role":"assistant","content":null,"tool_calls":[\#(call)]},"#
            + #"{"role":"tool","tool_call_id":"call_0123456789abcdef0123","content":"Error: no"}]}"#
        record(
            [
                try exchange(
                    "/v1/chat/completions", "probe/1.0", #"{"messages":[{"role":"user","content":"Write."}]}"#,
                    "{\"id\":\"c\",\"choices\":[{\"message\":{\"tool_calls\":[\(call)]}}]}"),
                try exchange(
                    "/v1/chat/completions", "probe/1.0", request,
                    #"{"id":"c","choices":[{"message":{"content":"Oh."}}]}"#),
            ], in: store)
        #expect(try rows(store, "SELECT status FROM edit") == ["proposed"])
        #expect(
            try rows(
                store,
                "SELECT s.origin, s.tool, b.text FROM segment s JOIN body b ON b.id = s.body ORDER BY s.number")
                == ["user | - | Write.", "tool | write_file | Error: no"])
    }

    @Test func `An agent at work is one turn, and what it says again each time is told once`() throws {
        let store = try Store.inMemory()
        record(try loop(Self.result("File created."), Self.result("File created.")), in: store)
        #expect(try rows(store, "SELECT title, generations, edits FROM turn") == ["Write a.py. | 3 | 1"])
        #expect(
            try rows(
                store,
                "SELECT s.number, s.origin, s.tool, b.text FROM segment s JOIN body b ON b.id = s.body ORDER BY s.number"
            )
                == [
                    "1 | system | - | Be brief.\nWorking directory: /srv\n",
                    "2 | system | - | <system-reminder>Be kind.</system-reminder>", "3 | user | - | Write a.py.",
                    "4 | tool | Write | File created.",
                ])
        #expect(
            try rows(store, "SELECT first_segment, last_segment FROM generation ORDER BY id")
                == ["1 | 3", "1 | 4", "1 | 4"])
        #expect(try rows(store, "SELECT directory FROM session") == ["/srv"])
    }

    @Test func `A conversation that takes another way is told whole for that way`() throws {
        let store = try Store.inMemory()
        func ask(_ texts: String...) throws -> Exchange {
            let messages = texts.map { "{\"role\":\"user\",\"content\":\"\($0)\"}" }.joined(separator: ",")
            return try exchange(
                "/v1/chat/completions", "probe/1.0", "{\"messages\":[\(messages)]}",
                #"{"id":"c","choices":[{"message":{"content":"x"}}]}"#)
        }
        record([try ask("a", "b", "c"), try ask("a", "d"), try ask("a", "d", "e"), try ask("a", "b", "c")], in: store)
        let seen = try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT (SELECT group_concat(text, '') FROM (SELECT b.text FROM segment s JOIN body b ON b.id = s.body
                        WHERE s.session = g.session AND s.number BETWEEN g.first_segment AND g.last_segment
                        ORDER BY s.number)) FROM generation g ORDER BY g.id
                    """)
        }
        #expect(seen == ["abc", "ad", "ade", "abc"])
        #expect(try rows(store, "SELECT count(*) FROM segment") == ["6"])
    }

    // MARK: - And the history

    private func history(_ folder: TemporaryFolder) throws -> String {
        let common = "\"sessionId\":\"\(Self.session)\",\"cwd\":\"/srv\",\"version\":\"2.1.0\""
        let lines = [
            "{\"type\":\"user\",\"uuid\":\"u1\",\(common),\"timestamp\":\"2026-11-22T12:00:00Z\",\"message\":{\"content\":\"Write a.py.\"}}",
            "{\"type\":\"assistant\",\"uuid\":\"a1\",\(common),\"timestamp\":\"2026-11-22T12:00:01Z\",\"message\":{\"id\":\"msg_01AbCdEfGhIjKlMnOpQr0\",\"model\":\"opus\",\"content\":[\(Self.write)],\"usage\":{\"input_tokens\":5,\"output_tokens\":9}}}",
            "{\"type\":\"user\",\"uuid\":\"u2\",\(common),\"timestamp\":\"2026-11-22T12:00:02Z\",\"message\":{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_01AbCdEfGhIjKlMnOpQrStU\",\"content\":\"File created.\"}]},\"toolUseResult\":{\"type\":\"update\",\"filePath\":\"/srv/a.py\",\"originalFile\":\"x = 0\\n\",\"structuredPatch\":[{\"oldStart\":1,\"oldLines\":1,\"newStart\":1,\"newLines\":1,\"lines\":[\"-x = 0\",\"+x = 1\"]}]}}",
            "{\"type\":\"assistant\",\"uuid\":\"a2\",\(common),\"timestamp\":\"2026-11-22T12:00:03Z\",\"message\":{\"id\":\"msg_01AbCdEfGhIjKlMnOpQr1\",\"model\":\"opus\",\"content\":[{\"type\":\"text\",\"text\":\"Done.\"}],\"usage\":{\"input_tokens\":5,\"output_tokens\":9}}}",
        ]
        return try folder.write("claude/projects/p/\(Self.session).jsonl", lines.asLines)
    }

    @Test(arguments: [true, false])
    func `The agent's history and what passed are one, whichever is read first`(isHistoryFirst: Bool) throws {
        let folder = try TemporaryFolder()
        let file = try history(folder)
        func ingest() throws {
            let run = try ProgramRun.colophon(["ingest", file], in: folder)
            #expect(run.status == 0, "\(run.complaint)")
        }
        func pass() throws {
            let store = try Store.open(at: folder.path + "/store.sqlite", mode: .create)
            record(try loop(Self.result("File created.")), in: store)
        }
        if isHistoryFirst { try ingest() }
        try pass()
        if !isHistoryFirst { try ingest() }
        let store = try Store.open(at: folder.path + "/store.sqlite", mode: .read)
        #expect(
            try rows(store, Self.edits) == ["/srv/a.py | update | tool | applied | x = 0\n | x = 1\n"]
                || rows(store, Self.edits) == ["a.py | update | tool | applied | x = 0\n | x = 1\n"])
        #expect(
            try rows(
                store,
                "SELECT t.title, t.agent, t.generations, t.edits, t.output_tokens, s.maker_id FROM turn t JOIN session s ON s.id = t.session"
            ) == ["Write a.py. | claude-code | 2 | 1 | 18 | \(Self.session)"])
        #expect(
            try rows(
                store,
                "SELECT s.agent, g.first_segment, g.last_segment FROM generation g JOIN session s ON s.id = g.session ORDER BY g.started_at"
            )
                == ["claude-code | 1 | 1", "claude-code | 1 | 2"])
        #expect(try rows(store, "SELECT count(*) FROM engine_run") == ["2"])
        #expect(try rows(store, "SELECT count(*) FROM prompt") == ["1"])
    }

    @Test(arguments: [true, false])
    func `An edit that a hook tells of, too, is one with what passed`(isHookFirst: Bool) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        let store = try Store.open(at: path, mode: .create)
        let told =
            "{\"session_id\":\"\(Self.session)\",\"cwd\":\"/srv\",\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Write\","
            + #""tool_use_id":"toolu_01AbCdEfGhIjKlMnOpQrStU","tool_input":{"file_path":"/srv/a.py","content":"x = 1\n"},"#
            + #""tool_response":{"type":"create","filePath":"/srv/a.py","content":"x = 1\n","structuredPatch":[]}}"#
        func hook() {
            #expect(
                HookRecording(store: path).record(Array(told.utf8), from: .claudeCode, at: 1_795_348_801_500)
                    == .recorded)
        }
        if isHookFirst { hook() }
        record(
            [try exchange("/v1/messages", Self.claude, claudeRequest(Self.asked), claudeAnswer(0, Self.write))],
            in: store)
        if !isHookFirst { hook() }
        #expect(try rows(store, "SELECT maker_id, output_tokens FROM generation") == ["msg_01AbCdEfGhIjKlMnOpQr0 | 9"])
        #expect(try rows(store, "SELECT status, kind FROM edit") == ["applied | create"])
        try Intake(store: store).settle()
        #expect(
            try rows(store, "SELECT title, edits, status FROM turn WHERE edits > 0") == ["Write a.py. | 1 | applied"])
    }

    @Test func `What Codex asks is one with its history, too`() throws {
        let folder = try TemporaryFolder()
        let sealed = String(repeating: "gAAAAAB", count: 20)
        let patch = "*** Begin Patch\\n*** Add File: a.py\\n+x = 1\\n*** End Patch"
        let thought = "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"\(sealed)\"}"
        let call =
            "{\"type\":\"custom_tool_call\",\"status\":\"completed\",\"call_id\":\"call_0123456789abcdef0123\",\"name\":\"apply_patch\",\"input\":\"\(patch)\"}"
        let output =
            #"{"type":"custom_tool_call_output","call_id":"call_0123456789abcdef0123","output":"{\"output\":\"Success. Updated the following files:\\nA a.py\\n\",\"metadata\":{\"exit_code\":0}}"}"#
        let words =
            #"{"type":"message","role":"user","content":[{"type":"input_text","text":"<environment_context>\n  <cwd>/srv</cwd>\n</environment_context>"}]},"#
            + #"{"type":"message","role":"user","content":[{"type":"input_text","text":"Write a.py."}]}"#
        func ask(_ input: String, _ items: String..., at: Int64) throws -> Exchange {
            let events =
                items.enumerated().map { index, item in
                    "{\"type\":\"response.output_item.done\",\"output_index\":\(index),\"item\":\(item)}"
                } + [
                    #"{"type":"response.completed","response":{"id":"resp_0123456789abcdef\#(at)","model":"gpt","status":"completed","usage":{"input_tokens":3,"output_tokens":4}}}"#
                ]
            return try exchange(
                "/v1/responses", Self.codex,
                "{\"model\":\"gpt\",\"prompt_cache_key\":\"\(Self.session)\",\"instructions\":\"Be brief.\",\"input\":[\(input)]}",
                events.map { "data: \($0)\n\n" }.joined(), at: at)
        }
        let store = try Store.open(at: folder.path + "/store.sqlite", mode: .create)
        record(
            [
                try ask(words, thought, call, at: 1_795_348_801_000),
                try ask(
                    words + "," + call + "," + output,
                    #"{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Done."}]}"#,
                    at: 1_795_348_803_000),
            ], in: store)
        #expect(
            try rows(store, Self.edits).map { $0.hasSuffix("a.py | create | patch | applied | - | x = 1\n") } == [true])
        #expect(try rows(store, "SELECT title, generations, edits FROM turn") == ["Write a.py. | 2 | 1"])
        let lines = [
            "{\"timestamp\":\"2026-11-22T12:00:00Z\",\"type\":\"session_meta\",\"payload\":{\"id\":\"\(Self.session)\",\"timestamp\":\"2026-11-22T12:00:00Z\",\"cwd\":\"/srv\",\"originator\":\"codex_cli_rs\",\"cli_version\":\"0.98.0\"}}",
            "{\"timestamp\":\"2026-11-22T12:00:00Z\",\"type\":\"response_item\",\"payload\":{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"Write a.py.\"}]}}",
            "{\"timestamp\":\"2026-11-22T12:00:01Z\",\"type\":\"response_item\",\"payload\":\(thought)}",
            "{\"timestamp\":\"2026-11-22T12:00:01Z\",\"type\":\"response_item\",\"payload\":\(call)}",
            "{\"timestamp\":\"2026-11-22T12:00:02Z\",\"type\":\"response_item\",\"payload\":\(output)}",
        ]
        let file = try folder.write(
            "codex/sessions/2026/11/22/rollout-2026-11-22T12-00-00-\(Self.session).jsonl", lines.asLines)
        let run = try ProgramRun.colophon(["ingest", file], in: folder)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(try rows(store, "SELECT count(*), count(DISTINCT call) FROM edit") == ["1 | 1"])
        #expect(
            try rows(
                store,
                "SELECT s.maker_id, count(*) FROM generation g JOIN session s ON s.id = g.session WHERE s.agent = 'codex' GROUP BY 1"
            ) == ["\(Self.session) | 1"])
        #expect(try rows(store, "SELECT count(*) FROM generation") == ["2"])
    }
}
