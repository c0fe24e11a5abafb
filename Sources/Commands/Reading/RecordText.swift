import Provenance
import Store
import Text

/// One record in the forms that `show` writes.
enum RecordText {
    case turn(TurnDetail)
    case generation(TurnDetail.Answer)
    case edit(EditDetail)
    case session(SessionRow, turns: [TurnRow], work: SessionWork)

    static func read(_ link: String, from store: Store) throws -> RecordText {
        let (kind, id) = try Link(link).resolve(in: store)
        let record: RecordText? =
            switch kind {
            case .turn, .prompt: try store.turn(id).map { .turn($0) }
            case .generation: try store.generation(id).map { .generation($0) }
            case .edit: try store.edit(id).map { .edit($0) }
            case .session:
                try store.session(id).map { session in
                    .session(session, turns: try store.turns(in: id), work: try store.work(ofSession: id))
                }
            case .finding:
                if case .turn(let turn, _, _, _)? = try store.place(of: .finding, id) {
                    try store.turn(turn).map { .turn($0) }
                } else {
                    nil
                }
            case .segment, .decision, .alert: nil
            }
        guard let record else {
            throw CommandError("A \(kind.rawValue) cannot be shown alone yet: show the turn it belongs to.")
        }
        return record
    }

    private var answers: [TurnDetail.Answer] {
        switch self {
        case .turn(let detail): detail.answers
        case .generation(let answer): [answer]
        case .edit, .session: []
        }
    }

    private var edits: [EditDetail] {
        if case .edit(let edit) = self { return [edit] }
        return answers.flatMap(\.edits)
    }

    /// The generated code alone, edit after edit.
    var code: String {
        edits.compactMap { $0.after }.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
    }

    /// The edits as one patch.
    var patch: String { edits.map(\.unified).joined() }

    func text(width: Int) -> String {
        var page = Page(width: width)
        switch self {
        case .turn(let detail):
            page.heading(detail)
            page.prompt(detail.prompt, inReplyTo: detail.inReplyTo)
            for finding in detail.findings { page.finding(finding) }
            for answer in detail.answers { page.answer(answer) }
        case .generation(let answer): page.answer(answer)
        case .edit(let edit): page.edit(edit)
        case .session(let session, let turns, let work):
            page.session(session)
            for turn in turns { page.turn(turn) }
            page.work(work)
        }
        return page.text
    }
}

extension EditDetail {
    /// This edit in unified form, with file headers.
    var unified: String {
        let old = edit.kind == "create" ? "/dev/null" : "a/" + (edit.movedFrom ?? edit.path)
        let new = edit.kind == "delete" ? "/dev/null" : "b/" + edit.path
        var lines = ["--- \(old)", "+++ \(new)"]
        if let patch, !patch.isEmpty {
            lines.append(patch)
        } else {
            let removed = before.map { Self.lines($0) } ?? []
            let added = after.map { Self.lines($0) } ?? []
            if removed.isEmpty, added.isEmpty { return "" }
            lines.append("@@ -\(removed.isEmpty ? 0 : 1),\(removed.count) +\(added.isEmpty ? 0 : 1),\(added.count) @@")
            lines += removed.map { "-" + $0 } + added.map { "+" + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ text: String) -> [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
