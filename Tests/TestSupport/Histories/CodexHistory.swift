import Text

/// Made-up lines of the shape of Codex's rollouts, one a call; the first number is the second of the day.
package struct CodexHistory: Sendable {
    package var session: String
    package var directory = "/home/ada/shop"

    package init(session: String = "019b0000-0000-7000-8000-000000000001") {
        self.session = session
    }

    package func meta(
        _ second: Int, git: String = #"{"branch":"main","commit_hash":"c0ffee"}"#, source: String = #""cli""#,
        more: String = ""
    ) -> String {
        line(
            "session_meta", second,
            """
            {"id":"\(session)","timestamp":"\(ClaudeHistory.time(second))","cwd":"\(directory)",\
            "originator":"codex_cli_rs","cli_version":"0.77.0","instructions":null,"source":\(source),\
            "model_provider":"openai","git":\(git)\(more)}
            """)
    }

    package func context(_ second: Int, model: String = "gpt-test-1") -> String {
        line(
            "turn_context", second,
            #"{"cwd":"\#(directory)","approval_policy":"on-request","model":"\#(model)","summary":"auto"}"#)
    }

    package func item(_ second: Int, _ payload: String) -> String { line("response_item", second, payload) }

    package func event(_ second: Int, _ payload: String) -> String { line("event_msg", second, payload) }

    package func said(_ second: Int, _ role: String, _ text: String) -> String {
        let type = role == "assistant" ? "output_text" : "input_text"
        return item(
            second, #"{"type":"message","role":"\#(role)","content":[{"type":"\#(type)","text":\#(quoted(text))}]}"#)
    }

    package func asked(_ second: Int, _ words: String) -> String {
        event(second, #"{"type":"user_message","message":\#(quoted(words)),"images":[]}"#)
    }

    package func thought(_ second: Int, _ id: String) -> String {
        item(second, #"{"type":"reasoning","summary":[],"content":null,"encrypted_content":"\#(id)"}"#)
    }

    /// A function call; the arguments, JSON, go into a string.
    package func call(_ second: Int, _ id: String, _ name: String, _ arguments: String) -> String {
        item(
            second,
            #"{"type":"function_call","name":"\#(name)","arguments":\#(quoted(arguments)),"call_id":"\#(id)"}"#)
    }

    package func patch(_ second: Int, _ id: String, _ patch: String) -> String {
        item(
            second,
            """
            {"type":"custom_tool_call","status":"completed","call_id":"\(id)","name":"apply_patch",\
            "input":\(quoted(patch))}
            """)
    }

    package func output(_ second: Int, _ id: String, _ text: String, type: String = "function_call_output") -> String {
        item(second, #"{"type":"\#(type)","call_id":"\#(id)","output":\#(quoted(text))}"#)
    }

    /// Usage so far and of the last answer, as Codex tells them; input holds the cached tokens.
    package func tokens(_ second: Int, total: Int, input: Int, cached: Int, output: Int, reasoning: Int = 0) -> String {
        func usage(_ input: Int) -> String {
            """
            {"input_tokens":\(input),"cached_input_tokens":\(cached),"output_tokens":\(output),\
            "reasoning_output_tokens":\(reasoning),"total_tokens":\(input + output)}
            """
        }
        return event(
            second,
            """
            {"type":"token_count","info":{"total_token_usage":\(usage(total)),"last_token_usage":\(usage(input)),\
            "model_context_window":272000},"rate_limits":null}
            """)
    }

    package func line(_ type: String, _ second: Int, _ payload: String) -> String {
        #"{"timestamp":"\#(ClaudeHistory.time(second))","type":"\#(type)","payload":\#(payload)}"#
    }
}
