import TestSupport

extension Conversation {
    /// Cursor's agent transcripts: neither ids nor times.
    static let cursorLines: [String] = {
        func said(_ role: String, _ blocks: String...) -> String {
            #"{"role":"\#(role)","message":{"content":[\#(blocks.joined(separator: ","))]}}"#
        }
        func text(_ words: String) -> String { #"{"type":"text","text":\#(quoted(words))}"# }
        func use(_ name: String, _ input: String) -> String {
            #"{"type":"tool_use","name":"\#(name)","input":\#(input)}"#
        }
        return [
            said(
                "user",
                text("<user_info>\nOS: Linux\n</user_info>\n<user_query>\nmake the parser faster\n</user_query>")),
            said("assistant", text("I will look.\n\n[REDACTED]"), use("Read", #"{"path":"/home/ada/shop/a.py"}"#)),
            said("assistant", text("[REDACTED]"), use("Grep", #"{"pattern":"parse","path":"/home/ada/shop"}"#)),
            said(
                "assistant", text("Now the edit."),
                use("StrReplace", #"{"path":"/home/ada/shop/a.py","old_string":"b","new_string":"B\nC"}"#),
                use("Write", #"{"path":"/home/ada/shop/n.py","contents":"x = 1\n"}"#)),
            said("assistant", text("Done.")),
            "{\"role\":\"assistant\",",
            said("hologram", text("…")),
            said("user", text("<user_query>\nand the tests?\n</user_query>")),
            said("assistant", use("Shell", #"{"command":"cat > b.py <<'E'\nx = 1\nE\n"}"#)),
            said("assistant", use("Delete", #"{"path":"/home/ada/shop/old.py"}"#)),
            said("assistant", text("Written.")),
        ]
    }()

    static let windsurfLines: [String] = {
        func step(_ type: String, _ members: String, status: String = "done") -> String {
            #"{"status":"\#(status)","type":"\#(type)","\#(type)":{\#(members)}}"#
        }
        return [
            step("user_input", #""user_response":"make the parser faster""#),
            step("planner_response", #""response":"I will look.""#),
            step("view_file", #""path":"file:///home/ada/shop/a.py","content":"b","start_line":0,"end_line":1"#),
            step(
                "code_action",
                """
                "path":"file:///home/ada/shop/a.py","original_content":"a\\nb\\n","new_content":"a\\nB\\nC\\n",\
                "acknowledgement_type":"ACKNOWLEDGEMENT_TYPE_ACCEPT"
                """),
            step("planner_response", #""response":"Done.""#),
            "{\"status\":\"done\",",
            step("user_input", #""user_response":"and the tests?""#),
            step(
                "run_command",
                #""command":"cat > b.py <<'E'\nx = 1\nE\n","cwd":"/home/ada/shop","exit_code":1,"output":"no""#),
            #"{"status":"done","type":"hologram","other":{}}"#,
            step(
                "code_action",
                """
                "path":"file:///home/ada/shop/t.py","new_content":"assert True\\n",\
                "acknowledgement_type":"ACKNOWLEDGEMENT_TYPE_REJECT"
                """),
            step("list_resources", #""server_name":"memory""#, status: "error"),
            step("planner_response", #""response":"Written.""#),
        ]
    }()
}
