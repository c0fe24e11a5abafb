/// Made-up Agent Trace records: as they are specified, and as they are really written.
package enum AgentTraceHistory {
    package static let lines = [
        #"""
        {"version":"0.1.0","id":"11111111-2222-4333-8444-000000000001","timestamp":"2026-04-14T10:18:33Z",
        "vcs":{"type":"git","revision":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"},"tool":{"name":"cursor","version":"2.4"},
        "files":[{"path":"src/a.py","conversations":[{"url":"https://cursor.com/c/0f8fad5b-d9cb-469f-a165-70867728950e",
        "contributor":{"type":"ai","model_id":"anthropic/claude-opus-4-5"},"ranges":[{"start_line":3,"end_line":9,
        "content_hash":"murmur3:9f2e8a1b"},{"start_line":12,"end_line":12,"contributor":{"type":"human"}}]}]}]}
        """#,
        #"""
        {"version":"0.1.0","id":"11111111-2222-4333-8444-000000000002","timestamp":"2026-04-14T10:19:33Z",
        "vcs":{"type":"git","revision":"b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"},"tool":{"name":"claude-code"},
        "metadata":{"agentdiff":{"session_id":"s-1","prompt_excerpt":"make it fast...","prompt_hash":"h1",
        "author":"Ann Example"}},"sig":{"alg":"ed25519","key_id":"k","value":"v"},"files":[{"path":"src/b.py",
        "conversations":[{"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":40}]}]}]}
        """#,
        #"""
        {"schema":"agent-trace/v0.1.0","session_id":"s-2","file_path":"/work/shop/src/a.py","start_line":4,"end_line":6,
        "content_hash":"sha256:12","confidence":0.9,"tool":"Edit","tool_use_id":"t1","timestamp":"2026-04-14T10:20:33Z"}
        """#,
        #"""
        {"version":"0.1.0","id":"11111111-2222-4333-8444-000000000003","timestamp":"2026-04-14T10:21:33Z",
        "tool":{"name":"colophon","version":"0.1.0"},"files":[{"path":"src\\c.py","conversations":[{"id":"c-7",
        "tool":{"name":"Codex"},"kind":"agent_action","ranges":[{"start_line":1,"end_line":2}]}]}],
        "metadata":{"dev.colophon":{"session":{"agent":"codex","id":"c-8"},"models":{"openai/gpt-5":"gpt-5"}}}}
        """#,
    ]
}
