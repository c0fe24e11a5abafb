/// What stands in the rows of OpenCode's database.
enum OpenCodeRows {
    static let messages = [
        #"{"role":"user","time":{"created":1}}"#,
        """
        {"role":"assistant","modelID":"m","summary":true,"path":{"cwd":"/s","root":"/s"},"time":{"created":1,"completed":2},\
        "finish":"stop","tokens":{"input":1,"output":2,"reasoning":0,"cache":{"read":3,"write":4}}}
        """,
    ]

    static let parts = [
        #"{"type":"text","text":"words","synthetic":false}"#,
        #"{"type":"step-finish","tokens":{"input":1,"output":2,"reasoning":0,"cache":{"read":0,"write":0}}}"#,
        """
        {"type":"tool","tool":"edit","callID":"c","state":{"status":"completed","time":{"start":1},"input":\
        {"filePath":"a.py","oldString":"b","newString":"c"},"output":"ok","metadata":{"diff":"@@ -1,1 +1,1 @@\\n-b\\n+c\\n",\
        "filediff":{"before":"b","after":"c"}}}}
        """,
        """
        {"type":"tool","tool":"write","callID":"w","state":{"status":"completed","input":{"filePath":"/s/b.py",\
        "content":"x = 1\\n"},"output":"ok","metadata":{"exists":true}}}
        """,
        """
        {"type":"tool","tool":"apply_patch","state":{"status":"completed","input":{"patchText":\
        "*** Begin Patch\\n*** Update File: a.py\\n@@ def a\\n-b\\n+c\\n*** Add File: d\\n+e\\n*** End Patch"},"output":""}}
        """,
        #"{"type":"tool","tool":"bash","callID":"d","state":{"status":"error","input":{"command":"touch x"}}}"#,
        #"{"type":"file","mime":"image/png"}"#,
    ]
}

/// The same of Cursor's store.
enum CursorRows {
    /// As older versions kept it, with the bubbles in it.
    static let whole = """
        {"createdAt":1,"lastUpdatedAt":2,"conversation":[\(bubbles.joined(separator: ","))]}
        """

    static let composer = """
        {"createdAt":1,"lastUpdatedAt":2,"name":"n","modelConfig":{"modelName":"test-1"},"fullConversationHeadersOnly":\
        [{"bubbleId":"a"},{"bubbleId":"b"},{"bubbleId":"c"}],"workspaceIdentifier":{"uri":{"fsPath":"/s"}}}
        """

    static let bubbles = [
        #"{"type":1,"text":"words","createdAt":"2026-01-01T00:00:00Z"}"#,
        #"{"type":2,"text":"said","tokenCount":{"inputTokens":1,"outputTokens":2}}"#,
        """
        {"type":2,"toolFormerData":{"name":"edit_file","toolCallId":"t","status":"completed","rawArgs":\
        "{\\"target_file\\":\\"a\\",\\"code_edit\\":\\"b\\"}","result":"{\\"output\\":\\"ok\\"}"}}
        """,
        """
        {"type":2,"text":"","toolFormerData":{"name":"run_terminal_cmd","userDecision":"accepted","params":\
        {"command":"cat > b.py <<'E'\\nx = 1\\nE\\n"},"result":"{}"}}
        """,
    ]
}

/// Objects as an SDK writes them into a file, one after another.
enum OutfileRows {
    static let objects = [
        """
        {"hrTime":[1767225601,0],"resource":{"attributes":{"service.name":"gemini-cli"}},"instrumentationScope":{"name":"t"},\
        "_body":"x }\\n{","attributes":{"event.name":"gemini_cli.user_prompt","session.id":"s-1","prompt":"go"}}
        """,
        """
        {"hrTime":[1767225602,0],"resource":{"attributes":{"service.name":"shop-agent"}},"instrumentationScope":{"name":"t"},\
        "_body":"","attributes":{"event.name":"gen_ai.client.inference.operation.details","gen_ai.operation.name":"chat",\
        "gen_ai.conversation.id":"c-1","gen_ai.response.id":"r-1","gen_ai.request.model":"m",\
        "gen_ai.usage.output_tokens":3}}
        """,
    ]
}

/// What stands in a note of git-ai's.
enum NoteRows {
    static let lines = [
        "src/a.py", "  s_18b694e06092e7::t_f9e08f07f5bf45 1-4,6,9-12", "  abcdef1234567890 20", "\"a b.py\"",
        "  h_0123456789abcd 30-31",
    ]

    static let rest = """
        {"schema_version":"authorship/3.0.0","git_ai_version":"1.0","base_commit_sha":\
        "0123456789abcdef0123456789abcdef01234567","prompts":{"abcdef1234567890":{"agent_id":{"tool":"cursor","id":"c-1",\
        "model":"m"},"human_author":"Ada <a@example.com>","messages":[{"type":"user","text":"go","timestamp":\
        "2026-01-01T00:00:00Z"},{"type":"assistant","text":"Done."}],"total_additions":1}},"sessions":\
        {"s_18b694e06092e7":{"agent_id":{"tool":"codex","id":"c-2","model":"m"},"human_author":"Ada <a@example.com>"}}}
        """
}
