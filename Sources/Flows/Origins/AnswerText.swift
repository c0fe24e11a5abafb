import Ingest
import Store

/// One text that an answer is made of: its words, or what one of its edits put into a file.
struct AnswerText {
    /// The row's id; `nil` for the words.
    var edit: Int64?
    var path: String?
    var text: String

    /// The words first, then the edits in their order; what is empty is left out.
    static func all(of answer: ContextThread.Answer, in store: Store) throws -> [AnswerText] {
        var texts: [AnswerText] = []
        if let output = answer.output {
            let words = try store.text(ofBody: output)
            if !words.isEmpty { texts.append(AnswerText(text: words)) }
        }
        for edit in try store.writtenTexts(of: answer.id) {
            let text = written(after: edit.after, patch: edit.patch)
            if !text.isEmpty { texts.append(AnswerText(edit: edit.edit, path: edit.path, text: text)) }
        }
        return texts
    }

    /// What stands after an edit; of one that is known by its patch alone the lines that it adds.
    static func written(after: String?, patch: String?) -> String {
        if let after, !after.isEmpty { return after }
        guard let patch else { return "" }
        return Hunk.unified(patch).flatMap(\.lines).filter { $0.kind == .added }.map(\.text).joined(separator: "\n")
    }
}

extension AnswerText {
    /// Both sides of each hunk of a patch.
    static func sides(of patch: String) -> [(String, String)] { Hunk.unified(patch).map { ($0.before, $0.after) } }
}
