/// What Cursor puts around the person's words, and into the model's.
enum CursorWrappers {
    private static let tags: Set<String> = [
        "user_info", "project_layout", "open_and_recently_viewed_files", "attached_files", "system_reminder",
        "git_status", "rules", "agent_skills", "timestamp", "cursor_commands", "manually_attached_skills",
        "system_notification", "image_files", "external_links", "agent_transcripts", "mcp_file_system", "user_rules",
    ]

    /// Words stand in `<user_query>`; where they do, all around them is context.
    static func words(in text: String) -> PersonWords {
        guard text.contains("<user_query>"), let query = PersonWords.content(of: "user_query", in: text) else {
            return PersonWords(text, wrappers: tags, prefixes: [])
        }
        var words = PersonWords(query, wrappers: [], prefixes: [])
        if let start = text[...].range(of: "<user_query>") {
            let before = text[..<start.lowerBound].trimmed
            if !before.isEmpty { words.pieces.insert(.init(isPerson: false, text: String(before)), at: 0) }
        }
        return words
    }

    /// `[REDACTED]` stands where thoughts were taken out.
    static func spoken(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != "[REDACTED]" }
            .joined(separator: "\n").trimmed.description
    }
}
