import Provenance
import Text

/// A call of a tool that writes a file: by what it does where nobody tells its id, and what came of it.
struct GeminiCall {
    /// The same from a hook as from the chat's file.
    let name: String

    /// `nil` where the call names no file.
    init?(_ session: String, _ arguments: JSONValue, _ edit: Edit) {
        guard let path = ToolCallReading.path(in: arguments) else { return nil }
        let texts = [path, edit.before?.text ?? "", edit.after?.text ?? ""]
        name = "gemini/\(session)/" + SHA256.hash(texts.map { "\($0.utf8.count):\($0)" }.joined()).hex
    }

    /// - Parameter shown: what the person saw of it: `{fileDiff, originalContent, newContent, diffStat}`.
    static func outcome(of edit: Edit, _ status: Edit.Status, _ shown: JSONValue?) -> EditOutcome {
        var outcome = EditOutcome(call: edit.call, status: status)
        guard status == .applied, let shown, shown["fileDiff"].exists else { return outcome }
        outcome.path = edit.path
        let original = shown["originalContent"].string
        if edit.kind == .create, let original, !original.isEmpty {
            outcome.kind = .update
            outcome.before = Body(original)
        }
        let stat = shown["diffStat"]
        if (stat["user_added_lines"].int ?? 0) != 0 || (stat["user_removed_lines"].int ?? 0) != 0 {
            outcome.status = .changed
            if edit.kind == .create { outcome.after = shown["newContent"].string.map(Body.init(_:)) }
        }
        let hunks = shown["fileDiff"].string.map(Hunk.unified(_:)) ?? []
        if !hunks.isEmpty { outcome.take(hunks) }
        return outcome
    }
}
