import TestSupport

extension Conversation {
    static let otlpLines: [String] = {
        typealias O = OTLPHistory
        let history = OTLPHistory()
        var claude = OTLPHistory()
        claude.service = "claude-code"
        var codex = OTLPHistory()
        codex.service = "codex_cli_rs"
        let session = O.attribute("session.id", "5e551011-0000-4000-8000-000000000009")
        let asked = O.message("user", "make the parser faster")
        let write = O.call("call_w", "write_file", #"{"path":"/home/ada/shop/n.py","content":"x = 1\n"}"#)
        let patch = "*** Begin Patch\n*** Update File: a.py\n@@ def f():\n-    b\n+    B\n*** End Patch"
        return [
            history.spans(
                history.chat(
                    1, at: 1, response: "resp_1", input: O.list(asked), output: O.list(write),
                    system: #"[{"type":"text","content":"Be brief."}]"#)),
            history.spans(
                history.span(
                    2, "execute_tool write_file", at: 3, O.attribute("gen_ai.operation.name", "execute_tool"),
                    O.attribute("gen_ai.tool.name", "write_file"), O.attribute("gen_ai.tool.call.id", "call_w"),
                    O.attribute("gen_ai.conversation.id", "conv-1"))),
            history.spans(
                history.chat(
                    3, at: 5, response: "resp_2", input: O.list(asked, write, O.result("call_w", "Written.")),
                    output: O.list(O.message("assistant", "Done.")),
                    system: #"[{"type":"text","content":"Be brief."}]"#)),
            // Words before their span, in records of their own.
            history.logs(
                history.log(
                    "gen_ai.user.message", at: 9, span: 4,
                    body:
                        #"{"kvlistValue":{"values":[{"key":"content","value":{"stringValue":"and the docs"}}]}}"#)),
            history.logs(
                history.log(
                    "gen_ai.choice", at: 10, span: 4,
                    body: """
                        {"kvlistValue":{"values":[{"key":"finish_reason","value":{"stringValue":"stop"}},{"key":"message",\
                        "value":{"kvlistValue":{"values":[{"key":"content","value":{"stringValue":"Written."}}]}}}]}}
                        """)),
            #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"GET /","kind":2}]}]}]}"#,
            history.spans(history.chat(4, at: 9, conversation: nil)),
            #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.usage"}]}]}]}"#,
            claude.logs(
                claude.log(
                    "user_prompt", at: 20, session, O.attribute("prompt", "why is it slow?"),
                    O.attribute("message.uuid", "00000000-0000-4000-8000-000000000077")),
                claude.log("api_request", at: 21, session, O.attribute("request_id", "req_1")),
                claude.log(
                    "tool_result", at: 22, session, O.attribute("tool_use_id", "toolu_9"),
                    O.attribute("success", "true"), O.attribute("tool_name", "Bash"),
                    O.attribute("tool_parameters", #"{"git_commit_id":"0123456789ABCDEF0123456789abcdef01234567"}"#))),
            codex.logs(
                codex.log(
                    "codex.tool_result", at: 30, O.attribute("conversation.id", "019b-1"),
                    O.attribute("tool_name", "apply_patch"), O.attribute("call_id", "call_3"),
                    O.attribute("arguments", patch), O.attribute("success", "true"),
                    O.attribute("model", "gpt-test-codex")),
                codex.log(
                    "codex.tool_decision", at: 29, O.attribute("conversation.id", "019b-1"),
                    O.attribute("call_id", "call_3"), O.attribute("decision", "approved"),
                    O.attribute("source", "config"))),
            "{\"resourceSpans\":[{",
            history.spans(
                history.chat(
                    5, at: 40, response: "resp_3",
                    input: O.list(O.message("user", "So far: a faster parser."), O.message("user", "thanks")),
                    output: O.list(O.message("assistant", "Welcome.")))),
        ]
    }()
}
