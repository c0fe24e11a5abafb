/// What Codex sends in the user's role and is not the person's own.
enum CodexWrappers {
    static let tags: Set<String> = [
        "environment_context", "user_instructions", "INSTRUCTIONS", "turn_aborted", "skill", "user_shell_command",
        "subagent_notification", "permissions", "collaboration_mode", "apps", "personality_spec",
        "codex_internal_context", "user_action", "hook_prompt",
    ]

    static let prefixes = [
        "# AGENTS.md instructions", "<permissions instructions>", "Warning: apply_patch was requested via",
        "Warning: The maximum number of unified exec processes", "Warning: Your account was flagged",
    ]

    /// Editors put their context before the person's words, which stand under this heading.
    private static let request = "## My request for Codex:"

    static func words(in text: String) -> PersonWords {
        guard let heading = text[...].range(of: request) else {
            return PersonWords(text, wrappers: tags, prefixes: prefixes)
        }
        var words = PersonWords(String(text[heading.upperBound...]), wrappers: tags, prefixes: prefixes)
        words.pieces.insert(.init(isPerson: false, text: String(text[..<heading.upperBound])), at: 0)
        return words
    }
}
