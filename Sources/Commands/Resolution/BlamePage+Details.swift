import Flows
import Git
import Provenance
import Store
import Text

extension BlamePage {
    /// A line with all that its answer rests on.
    func details(of line: LineAnswer) -> String {
        var text = "\(Visible.text(answer.file.path)):\(line.number)  \(line.certainty.rawValue)\n"
        text += "    \(Visible.text(self.text(of: line)))\n"
        func row(_ name: String, _ value: String) {
            text += name.padding(to: 10) + value + "\n"
        }
        if let content = line.content {
            let edit = content.edit
            row(
                "edit",
                "edit:\(edit.uid.short)  \(Timestamp(milliseconds: edit.at))  \(edit.agent)"
                    + (edit.model.map { "  \(Visible.text($0))" } ?? ""))
            if let turn = edit.turn, let asked = asked[turn] {
                row("asked", "\"\(Visible.text(asked.title))\"  turn:\(asked.uid.short)")
            }
            row("content", sentence(content))
            if content.isUncertain { row("", "what stood before that edit is not recorded") }
            for other in line.others.prefix(3) {
                row(
                    "also",
                    "edit:\(other.edit.uid.short)  \(Timestamp(milliseconds: other.edit.at))  \(sentence(other))")
            }
        }
        if let session = line.session {
            row("session", "session:\(session.session.short)  \(session.agent)")
            if let turn = session.turn, let asked = asked[turn] {
                row("asked", "\"\(Visible.text(asked.title))\"  turn:\(asked.uid.short)")
            }
            row("because", session.reason)
        }
        if let history = line.history {
            let commit = history.commit
            row(
                "commit",
                "\(commit.hash.prefix(8))  \(Visible.text(commit.author))  "
                    + "\(Timestamp(milliseconds: commit.authoredAt))  \(Visible.text(commit.summary))")
            if line.certainty == .noRecord {
                row("", "'colophon bundle --rev \(commit.hash.prefix(8))', run by its author, may hold the record")
            }
        } else {
            row("commit", answer.history == .unfinished ? "history not finished" : "not committed")
        }
        return text
    }

    private func sentence(_ content: ContentEvidence) -> String {
        var text =
            content.aligned == content.of
            ? "all of its \(content.of) tokens are the edit's"
            : "\(content.aligned) of its \(content.of) tokens are the edit's"
        text += ", in a run of \(content.run)"
        if !content.isSameFile { text += " from \(Visible.text(content.edit.path))" }
        if !content.changed.isEmpty {
            let bytes = Array(answer.file.text.utf8)
            let words = content.changed.prefix(6).map { range in
                "'\(Visible.text(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)))'"
            }
            text += "; changed since: \(words.joined(separator: " "))"
        }
        if content.isTied { text += "; another edit wrote the same at the same time" }
        return text
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
