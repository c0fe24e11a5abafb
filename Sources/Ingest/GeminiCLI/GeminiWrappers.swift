/// What stands in Gemini CLI's user messages and is not the person's own.
enum GeminiWrappers {
    private static let tags: Set<String> = [
        "session_context", "hook_context", "system-reminder", "environment_context",
    ]
    private static let prefixes = ["This is the Gemini CLI. We are setting up the context"]

    /// Files that the person named with `@` follow their words under this line.
    private static let files = "--- Content from referenced files ---"
    private static let end = "--- End of content ---"
    private static let file = "Content from @"

    /// `/help` and `?` are answered by the program; nothing of them reaches a model. A path is no command.
    static func isLocalCommand(_ text: String) -> Bool {
        let words = text.trimmed
        if words == "?" { return true }
        guard words.hasPrefix("/") else { return false }
        let name = words.dropFirst().prefix { !$0.isWhitespace }
        return !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == "-" || $0 == "?" }
    }

    static func parted(_ text: String) -> (PersonWords, [ContextFile]) {
        guard let start = text[...].range(of: files) else { return (words(text), []) }
        var found: [ContextFile] = []
        var rest = text[start.upperBound...]
        let stop = rest.range(of: end)?.lowerBound ?? rest.endIndex
        rest = rest[..<stop]
        while let begin = rest.range(of: file) {
            rest = rest[begin.upperBound...]
            guard let line = rest.range(of: ":\n") else { break }
            let path = String(rest[..<line.lowerBound])
            rest = rest[line.upperBound...]
            let content = rest[..<(rest.range(of: "\n" + file)?.lowerBound ?? rest.endIndex)]
            rest = rest[content.endIndex...]
            found.append(ContextFile(path: path, text: String(content.trimmed)))
        }
        return (words(String(text[..<start.lowerBound])), found)
    }

    private static func words(_ text: String) -> PersonWords {
        PersonWords(text, wrappers: tags, prefixes: prefixes)
    }
}
