import TestSupport

extension Conversation {
    static let geminiLines: [String] = {
        let history = GeminiHistory()
        let replace = #"{"file_path":"/home/ada/shop/a.py","old_string":"b","new_string":"B\nC"}"#
        let diff = "--- a.py\\n+++ a.py\\n@@ -3,3 +3,4 @@\\n a\\n-b\\n+B\\n+C\\n d\\n"
        let display =
            #"{"fileDiff":"\#(diff)","fileName":"a.py","originalContent":"x","newContent":"y","diffStat":{}}"#
        func edit(_ status: String?) -> String {
            let isOver = status != nil
            return GeminiHistory.call(
                "replace-1", "replace", replace, status: status, result: isOver ? "Replaced." : nil,
                display: isOver ? display : nil)
        }
        return [
            history.header(),
            history.message(1, "i-1", "info", #""content":"Update available.""#),
            history.user(
                2, "u-1", "make the parser faster\n--- Content from referenced files ---\nContent from @a.py:\nb\n"),
            history.answer(3, "g-1", "I will look."),
            history.answer(
                3, "g-1", "I will look.",
                calls: GeminiHistory.call(
                    "read-1", "read_file", #"{"file_path":"/home/ada/shop/a.py"}"#, status: "success", result: "b")),
            history.answer(
                3, "g-1", "I will look.",
                calls: GeminiHistory.call(
                    "read-1", "read_file", #"{"file_path":"/home/ada/shop/a.py"}"#, status: "success", result: "b"),
                tokens: GeminiHistory.tokens(input: 100, cached: 60, output: 9, thoughts: 4)),
            #"{"$set":{"lastUpdated":"\#(ClaudeHistory.time(4))"}}"#,
            history.answer(5, "g-2", "Now the edit.", calls: edit(nil)),
            history.answer(5, "g-2", "Now the edit.", calls: edit("executing")),
            history.answer(
                5, "g-2", "Now the edit.", calls: edit("success"),
                GeminiHistory.call(
                    "shell-1", "run_shell_command", #"{"command":"cat > b.py <<'E'\nx = 1\nE\n"}"#, status: "error",
                    result: "no"),
                tokens: GeminiHistory.tokens(input: 220, cached: 100, output: 20, tool: 5)),
            "{\"id\":\"g-3\",",
            #"{"$set":{"summary":"A faster parser"}}"#,
            history.user(6, "u-2", "/help"),
            history.user(7, "u-3", "no, another way"),
            history.answer(8, "g-3", "All right.", tokens: GeminiHistory.tokens(input: 300, output: 3)),
            #"{"$rewindTo":"u-3"}"#,
            history.user(9, "u-4", "and the tests?"),
            history.message(10, "h-1", "hologram", #""content":"…""#),
            history.answer(
                11, "g-4", "Written.",
                calls: GeminiHistory.call(
                    "write-1", "write_file", #"{"file_path":"/home/ada/shop/t.py","content":"assert True\n"}"#,
                    status: "cancelled", result: "The user said no."),
                tokens: GeminiHistory.tokens(input: 310, cached: 300, output: 30)),
            """
            {"$set":{"messages":[\(history.user(12, "s-1", "So far: a faster parser.")),\
            \(history.answer(13, "g-5", "Noted."))]}}
            """,
            history.user(14, "u-5", "thanks"),
            history.answer(15, "g-6", "Welcome."),
        ]
    }()

    /// The same messages in one object, as older versions keep them.
    static let geminiOlder = GeminiHistory().document(
        geminiLines.filter { $0.hasPrefix(#"{"id""#) && $0.hasSuffix("}") })
}
