import Ingest
import TestSupport

/// A conversation of each agent in which nearly everything occurs that a history can hold.
enum Conversation: String, CaseIterable {
    case claude, codex, gemini, copilot, cursor, windsurf, otlp

    var lines: [String] {
        switch self {
        case .claude: Self.claudeLines
        case .codex: Self.codexLines
        case .gemini: Self.geminiLines
        case .copilot: Self.copilotLines
        case .cursor: Self.cursorLines
        case .windsurf: Self.windsurfLines
        case .otlp: Self.otlpLines
        }
    }

    var format: HistoryFormat {
        switch self {
        case .claude: .claudeCode
        case .codex: .codex
        case .gemini: .geminiCLI
        case .copilot: .copilotCLI
        case .cursor: .cursor
        case .windsurf: .windsurf
        case .otlp: .otlp
        }
    }

    private static let claudeLines: [String] = {
        let history = ClaudeHistory()
        var agent = history
        agent.agent = "a1b2"
        let patch = #"[{"oldStart":3,"newStart":3,"lines":[" a","-b","+B","+C"," d"]}]"#
        let read =
            #"{"type":"text","file":{"filePath":"/home/ada/shop/a.py","content":"b","numLines":1,"startLine":4}}"#
        return [
            #"{"type":"file-history-snapshot","messageId":"m","snapshot":{"trackedFileBackups":{}}}"#,
            history.user(1, "make the parser faster"),
            history.answer(
                2, "msg_1", #"{"type":"thinking","thinking":"hm"}"#, usage: ClaudeHistory.usage(output: 2)),
            history.answer(3, "msg_1", ClaudeHistory.text("I will read it."), usage: ClaudeHistory.usage(output: 2)),
            history.call(4, "msg_1", "toolu_1", "Read", #"{"file_path":"/home/ada/shop/a.py"}"#),
            history.call(5, "msg_1", "toolu_2", "Grep", #"{"pattern":"parse"}"#),
            history.result(6, of: "toolu_1", "     4→b", read),
            history.result(7, of: "toolu_2", "a.py:4: b"),
            history.answer(8, "msg_2", ClaudeHistory.text("Now the edit."), usage: ClaudeHistory.usage(output: 40)),
            history.call(
                9, "msg_2", "toolu_3", "Edit",
                #"{"file_path":"/home/ada/shop/a.py","old_string":"b","new_string":"B\nC"}"#),
            history.call(10, "msg_2", "toolu_4", "Bash", #"{"command":"cat > b.py <<'EOF'\nx = 1\nEOF\ntouch c d"}"#),
            history.line("progress", 11, message: nil, #","data":{"type":"bash_progress","output":"…"}"#),
            history.result(12, of: "toolu_3", "updated", #"{"structuredPatch":\#(patch)}"#),
            history.result(13, of: "toolu_4", "", #"{"stdout":"","stderr":"","interrupted":false}"#),
            history.call(14, "msg_3", "toolu_5", "Task", #"{"prompt":"find callers","subagent_type":"Explore"}"#),
            history.progress(15, agent: "a1b2", agent.user(15, "find callers")),
            history.progress(
                16, agent: "a1b2", agent.call(16, "msg_a", "toolu_a", "Read", #"{"file_path":"/home/ada/shop/b.py"}"#)),
            history.progress(17, agent: "a1b2", agent.result(17, of: "toolu_a", "     1→x = 1")),
            history.progress(18, agent: "a1b2", agent.answer(18, "msg_b", ClaudeHistory.text("None found."))),
            history.result(19, of: "toolu_5", "None found."),
            history.answer(20, "msg_4", ClaudeHistory.text("Nobody calls it."), stop: "end_turn"),
            #"{"type":"custom-title","customTitle":"Faster parser","sessionId":"\#(history.session)"}"#,
            "{\"type\":\"user\",",
            history.user(21, "[Request interrupted by user]"),
            history.user(22, "<system-reminder>Be brief.</system-reminder>\nand the tests?"),
            history.answer(23, "msg_5", ClaudeHistory.text("Written.")),
            history.call(
                24, "msg_5", "toolu_6", "Write", #"{"file_path":"/home/ada/shop/t.py","content":"assert True\n"}"#),
            history.result(25, of: "toolu_6", "The user doesn't want to proceed with this tool use.", isError: true),
            history.line("system", 26, message: nil, #","subtype":"compact_boundary""#),
            history.user(27, "So far: a faster parser.", more: #","isCompactSummary":true"#),
            history.line(
                "attachment", 28, message: nil,
                #","attachment":{"type":"queued_command","prompt":"go on","commandMode":"prompt"}"#),
            history.call(
                29, "msg_6", "toolu_7", "MultiEdit",
                #"{"file_path":"/home/ada/shop/a.py","edits":[{"old_string":"B","new_string":"b"}]}"#),
            history.user(30, blocks: ClaudeHistory.result("toolu_7", "done"), ClaudeHistory.text("and the docs")),
            #"{"type":"hologram","sessionId":"\#(history.session)"}"#,
            history.answer(31, "msg_7", ClaudeHistory.text("All done."), usage: ClaudeHistory.usage(output: 9)),
            history.answer(31, "msg_7", ClaudeHistory.text("All done."), usage: ClaudeHistory.usage(output: 9)),
            """
            {"type":"pr-link","sessionId":"\(history.session)","prNumber":12,"prUrl":"https://example.com/o/r/pull/12",\
            "prRepository":"o/r","timestamp":"\(ClaudeHistory.time(32))"}
            """,
            history.user(33, "/help"),
            history.answer(34, "msg_x", ClaudeHistory.text("API Error"), model: "<synthetic>"),
            history.user(35, "thanks"),
            history.answer(36, "msg_8", ClaudeHistory.text("Welcome.")),
        ]
    }()

    private static let codexLines: [String] = {
        let history = CodexHistory()
        let patch = """
            *** Begin Patch
            *** Update File: a.py
            @@ def f():
            -    b
            +    B
            *** Add File: n.py
            +x = 1
            *** End Patch
            """
        return [
            history.meta(1, more: #","base_instructions":{"text":"Be a good agent."}"#),
            history.said(2, "developer", "<permissions instructions>…</permissions instructions>"),
            history.said(2, "user", "# AGENTS.md instructions for /home/ada/shop\n\n<INSTRUCTIONS>x</INSTRUCTIONS>"),
            history.said(2, "user", "<environment_context><cwd>/home/ada/shop</cwd></environment_context>"),
            history.event(3, #"{"type":"task_started"}"#),
            history.said(3, "user", "make the parser faster"),
            history.asked(3, "make the parser faster"),
            history.context(3),
            history.event(3, #"{"type":"token_count","info":null,"rate_limits":null}"#),
            history.thought(4, "enc-1"),
            history.event(5, #"{"type":"agent_message","message":"I will look."}"#),
            history.said(5, "assistant", "I will look."),
            history.call(6, "call_1", "exec_command", #"{"cmd":"sed -n '1,9p' a.py"}"#),
            history.call(6, "call_2", "exec_command", #"{"cmd":"cat > b.py <<'E'\nx\nE\n","workdir":"/tmp/w"}"#),
            history.output(7, "call_1", "b\n"),
            history.tokens(7, total: 100, input: 100, cached: 60, output: 9, reasoning: 4),
            history.tokens(7, total: 100, input: 100, cached: 60, output: 9, reasoning: 4),
            history.output(8, "call_2", "Exit code: 1\nOutput:\nno such folder"),
            history.thought(9, "enc-2"),
            history.patch(9, "call_3", patch),
            history.tokens(10, total: 220, input: 120, cached: 90, output: 30),
            history.event(
                10, #"{"type":"patch_apply_end","call_id":"call_3","success":true,"changes":{}}"#),
            history.output(10, "call_3", "Success. Updated a.py", type: "custom_tool_call_output"),
            history.patch(11, "call_4", patch),
            history.event(11, #"{"type":"token_count","info":null,"rate_limits":null}"#),
            history.output(12, "call_4", "failed to find expected lines", type: "custom_tool_call_output"),
            history.tokens(12, total: 300, input: 80, cached: 70, output: 3),
            history.said(13, "assistant", "Done."),
            history.tokens(13, total: 350, input: 50, cached: 0, output: 5),
            history.event(13, #"{"type":"task_complete"}"#),
            "{\"timestamp\":",
            history.line("compacted", 14, #"{"message":"So far: a faster parser."}"#),
            history.asked(15, "and the docs"),
            history.said(15, "user", "and the docs"),
            history.context(15, model: "gpt-test-2"),
            history.item(16, #"{"type":"web_search_call","status":"completed","action":{"query":"docs"}}"#),
            history.said(16, "assistant", "Written."),
            history.event(17, #"{"type":"turn_aborted","reason":"interrupted"}"#),
            history.line("hologram", 18, "{}"),
            history.said(19, "user", "thanks"),
            history.asked(19, "thanks"),
            history.said(20, "assistant", "Welcome."),
            history.tokens(20, total: 400, input: 50, cached: 40, output: 2),
        ]
    }()
}
