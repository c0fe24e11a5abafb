import Provenance
import Store
import Text

extension RecordReader {
    mutating func alert(_ members: Members) throws -> [Sighting] {
        let title = try members.requiredText("title", "the alert in a line")
        let text = try members.raw("text").map(Body.init(_:))
        let service = try members.text("service")
        let revision = try members.text("revision")
        let at = try members.time("at")
        let uid =
            try members.raw("id").map { UID(of: .alert, makerID: $0) }
            ?? ContentID(title, text.map { members.clean($0.text) }, service, revision, at.map(String.init))
            .uid(of: .alert)
        var alert = Alert(uid: uid, title: title, at: at ?? now)
        alert.text = text
        alert.service = service
        alert.revision = revision
        alert.severity = try members.choice("severity", of: Severity.self)
        references.remember(.alert, uid)
        return [.alert(alert)]
    }

    func link(_ members: Members) throws -> [Sighting] {
        let link = RecordLink(
            from: try end("from", members), relation: try members.requiredText("relation", "how they belong together"),
            to: try end("to", members), at: try members.time("at") ?? now)
        return [.link(link)]
    }

    /// `generation:my-1` is a record of ours and must be there; `change:o/n#12` is a thing elsewhere.
    private func end(_ name: StaticString, _ members: Members) throws -> RecordLink.End {
        guard let text = try members.raw(name) else { throw members.missing(name, "a record, as generation:ID") }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let word = parts.first, let id = parts.last, Self.isWord(word) else {
            throw members.wrong(name, "names nothing: write its kind and its id, as generation:ID", members.value(name))
        }
        guard let kind = RecordKind(rawValue: word) else {
            return RecordLink.End(kind: word, uid: members.clean(id))
        }
        guard let reference = try references.find(kind, id) else {
            throw members.wrong(name, "names no \(word) that was recorded", members.value(name))
        }
        return RecordLink.End(kind: word, uid: reference.uid.text)
    }

    private static func isWord(_ text: String) -> Bool {
        text.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}
