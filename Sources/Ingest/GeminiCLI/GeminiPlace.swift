import Text

/// What a chat's place on the disk says of it: `~/.gemini/tmp/<project>/chats/session-….jsonl`, and sub-agents' chats in
/// `chats/<session of the parent>/`.
struct GeminiPlace {
    /// The session of the agent that called this one.
    private(set) var parent: String?
    /// The project's folder, where a file beside the chats names it.
    private(set) var directory: String?

    init(file: String) {
        let parts = file.split(separator: "/")
        guard let chats = parts.lastIndex(of: "chats"), chats > 0 else { return }
        if chats == parts.count - 3 { parent = String(parts[chats + 1]) }
        let project = "/" + parts[..<chats].joined(separator: "/")
        directory = Self.stated(in: project + "/.project_root") ?? Self.listed(parts[..<chats])
    }

    private static func stated(in file: String) -> String? {
        guard let bytes = FileBytes.read(file, limit: 4096) else { return nil }
        let path = String(decoding: bytes, as: UTF8.self).trimmed
        return path.hasPrefix("/") ? String(path) : nil
    }

    /// `~/.gemini/projects.json` maps folders to the names of theirs in `tmp`.
    private static func listed(_ parts: ArraySlice<Substring>) -> String? {
        guard parts.count >= 3, let name = parts.last else { return nil }
        let file = "/" + parts.dropLast(2).joined(separator: "/") + "/projects.json"
        guard let bytes = FileBytes.read(file, limit: 1 << 20) else { return nil }
        let tape = JSONTape()
        return bytes.withUnsafeBytes { buffer in
            (try? tape.parse(buffer))?["projects"].members.first { $0.value.string == String(name) }?.key
        }
    }
}
