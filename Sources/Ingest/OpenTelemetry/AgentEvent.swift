/// What the agents' own events are good for, beside their transcripts.
enum AgentEvent {
    /// What a person asked, by the id that the transcript gives the same message.
    case prompt
    /// What became of a call, and a commit that it made.
    case result
    /// A patch that the agent applied, with its text.
    case patch
    case decision
    /// Told by the transcript, or named by an id that the transcript does not know: left out.
    case nothing

    static func named(_ name: String, of agent: TelemetryAgent) -> AgentEvent? {
        switch agent {
        case .claudeCode: claudeCode[name.hasPrefix("claude_code.") ? String(name.dropFirst(12)) : name]
        case .codex: name.hasPrefix("codex.") ? codex[String(name.dropFirst(6))] ?? .nothing : nil
        case .geminiCLI: name.hasPrefix("gemini_cli.") || name.hasPrefix("gen_ai.") ? .nothing : nil
        case .copilot: name.hasPrefix("copilot") ? .nothing : nil
        }
    }

    private static let claudeCode: [String: AgentEvent] = [
        "user_prompt": .prompt, "tool_result": .result, "tool_decision": .decision,
        // These name an answer by `request_id`, the transcript by its message.
        "assistant_response": .nothing, "api_request": .nothing, "api_error": .nothing, "api_refusal": .nothing,
        "api_request_body": .nothing, "api_response_body": .nothing, "permission_mode_changed": .nothing,
        "auth": .nothing, "mcp_server_connection": .nothing, "internal_error": .nothing, "plugin_installed": .nothing,
        "skill_activated": .nothing, "at_mention": .nothing, "compaction": .nothing, "hook_execution_start": .nothing,
        "hook_execution_complete": .nothing, "api_retries_exhausted": .nothing, "feedback_survey": .nothing,
    ]

    /// Codex counts a conversation's prompts in its transcript alone, and names no answers: the rest is `nothing`.
    private static let codex: [String: AgentEvent] = ["tool_result": .patch, "tool_decision": .decision]
}
