import Ingest
import Provenance
import Text

/// An edit as a line states it, before it is known whose it is.
struct EditDraft {
    private let members: Members
    private let id: String?
    private let path: String
    private let movedFrom: String?
    private let kind: Edit.Kind
    private let status: Edit.Status
    private let at: Int64?
    private let before: Body?
    private let after: Body?
    private let patch: Body?
    private let firstLine: Int?

    init(_ members: Members) throws(BadLine) {
        self.members = members
        id = try members.raw("id")
        path = try members.requiredText("path", "the file that was edited")
        movedFrom = try members.text("moved_from")
        kind = try members.requiredChoice("kind", of: Edit.Kind.self)
        status = try members.choice("status", of: Edit.Status.self) ?? .proposed
        at = try members.time("at")
        before = try members.body("before")
        after = try members.body("after")
        patch = try members.body("patch")
        firstLine = try members.count("first_line", from: 1)
    }

    /// What tells an edit without an id from others of its generation. Its status may change, its time be left out.
    var content: String {
        let texts = [before, after, patch].map { body in
            body.map { members.clean($0.text, path: path) } ?? "\u{0}"
        }
        return ([path, movedFrom ?? "", kind.rawValue] + texts).joined(separator: "\u{1}")
    }

    /// The edit, and what became of it: for a store in which it is still only proposed.
    func sightings(of generation: UID, session: UID, at time: Int64) -> [Sighting] {
        let uid =
            id.map { UID(of: .edit, makerID: $0) } ?? ContentID(generation.text, content).uid(of: .edit)
        var edit = Edit(
            uid: uid, call: uid, generation: generation, session: session, path: path, kind: kind, means: .record,
            at: at ?? time)
        edit.movedFrom = movedFrom
        edit.status = status
        edit.before = before
        edit.after = after
        edit.patch = patch
        edit.firstLine = firstLine
        count(&edit)
        if status == .proposed { return [.edit(edit)] }
        var outcome = EditOutcome(call: uid, status: status)
        outcome.before = before
        outcome.after = after
        outcome.patch = patch
        outcome.added = edit.added
        outcome.removed = edit.removed
        outcome.firstLine = edit.firstLine
        return [.edit(edit), .outcome(outcome)]
    }

    /// Lines added and removed, where there are texts to tell by.
    private func count(_ edit: inout Edit) {
        if before != nil || after != nil { return edit.countLines() }
        guard let patch else { return }
        let hunks = Hunk.unified(patch.text)
        edit.added = hunks.reduce(0) { $0 + $1.addedLines }
        edit.removed = hunks.reduce(0) { $0 + $1.removedLines }
        if edit.firstLine == nil, let hunk = hunks.first, let start = hunk.newStart {
            edit.firstLine = max(1, start + hunk.lines.prefix { $0.kind == .context }.count)
        }
    }
}
