import TestSupport

extension Conversation {
    static let copilotLines: [String] = {
        let history = CopilotHistory()
        let diff = "--- a/a.py\n+++ b/a.py\n@@ -3,3 +3,4 @@\n a\n-b\n+B\n+C\n d\n"
        return [
            history.start(),
            history.model(1),
            history.user(2, "make the parser faster"),
            history.event(3, "assistant.turn_start", #"{"turnId":"0"}"#),
            history.answer(
                4, "msg-1", "I will look.",
                requests: CopilotHistory.request("call-1", "view", #"{"path":"/home/ada/shop/a.py"}"#)),
            history.started(4, "call-1", "view", #"{"path":"/home/ada/shop/a.py"}"#),
            history.completed(5, "call-1", "b"),
            history.answer(
                6, "msg-2", "",
                requests: CopilotHistory.request(
                    "call-2", "edit", #"{"path":"/home/ada/shop/a.py","old_str":"b","new_str":"B\nC"}"#, isText: false),
                CopilotHistory.request("call-3", "bash", #"{"command":"cat > b.py <<'E'\nx = 1\nE\n"}"#),
                more: #","outputTokens":40"#),
            history.started(6, "call-2", "edit", "{}"),
            history.completed(7, "call-2", "Updated.", more: #","detailedContent":\#(quoted(diff))"#),
            history.event(
                8, "tool.execution_complete",
                #"{"toolCallId":"call-3","success":false,"error":{"message":"no","code":"failure"}}"#),
            "{\"type\":\"user.message\",",
            history.event(
                9, "tool.execution_complete",
                #"{"toolCallId":"call-9","success":false,"error":{"message":"no","code":"rejected"}}"#),
            history.event(10, "session.compaction_start", "{}"),
            history.event(
                11, "session.compaction_complete", #"{"success":true,"summaryContent":"So far: a faster parser."}"#),
            history.event(12, "hologram.seen", "{}"),
            history.event(12, "abort", #"{"reason":"user initiated"}"#),
            history.user(13, "Use the tests skill.", more: #","source":"skill-tests""#),
            history.user(14, "and the tests?"),
            history.model(14, "gpt-test-2"),
            history.answer(
                15, "msg-3", "Written.",
                requests: CopilotHistory.request(
                    "call-4", "create", #"{"path":"/home/ada/shop/t.py","file_text":"assert True\n"}"#)),
            history.event(
                16, "subagent.started", #"{"toolCallId":"call-5","agentName":"explore","agentDisplayName":"Explore"}"#),
            history.answer(17, "msg-4", "None found.", more: #","parentToolCallId":"call-5""#),
            history.event(18, "session.shutdown", #"{"shutdownType":"routine"}"#),
            history.event(
                19, "session.resume", #"{"eventCount":20,"context":{"cwd":"/home/ada/shop","branch":"fix"}}"#),
            history.user(20, "thanks"),
            history.answer(21, "msg-5", "Welcome."),
        ]
    }()
}
