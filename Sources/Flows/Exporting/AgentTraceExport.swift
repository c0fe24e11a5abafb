import Provenance
package import Text

/// Writes Agent Trace records as the specification (0.1.0) has them: one for each conversation, or person, of a commit.
///
/// What it has no place for stands in the metadata under a name of our own, so that reading the records back gives the
/// same sessions, models and authors.
package struct AgentTraceExport {
    package static let version = "0.1.0"
    static let vendor = "dev.colophon"

    private let toolVersion: String

    /// - Parameter toolVersion: of this program.
    package init(toolVersion: String) {
        self.toolVersion = toolVersion
    }

    /// One line each.
    package func write(_ facts: RevisionFacts, to json: inout JSONWriter) {
        let groups = Dictionary(grouping: facts.lines, by: Group.init(_:))
        for (group, lines) in groups.sorted(by: { $0.key < $1.key }) {
            write(group, lines, of: facts, to: &json)
        }
    }

    /// What one record is about.
    private struct Group: Hashable, Comparable {
        var conversation: AttributedLines.Conversation?
        var sessionHash: String?
        var author: String?

        init(_ lines: AttributedLines) {
            conversation = lines.conversation
            sessionHash = lines.sessionHash
            author = lines.author
        }

        var name: String {
            [conversation?.agent ?? "", conversation?.id ?? "", sessionHash ?? "", author ?? ""]
                .joined(separator: "\u{0}")
        }

        static func < (one: Group, other: Group) -> Bool { one.name < other.name }
    }

    private func write(
        _ group: Group, _ lines: [AttributedLines], of facts: RevisionFacts, to json: inout JSONWriter
    ) {
        let models = Dictionary(
            lines.compactMap { lines in lines.model.map { (ModelName.withProvider($0), $0) } }.filter { $0.0 != $0.1 }
        ) { one, _ in one }
        json.object { record in
            record.set("version", Self.version)
            record.set("id", Self.uuid("\(facts.revision)\u{0}\(group.name)"))
            record.set("timestamp", Timestamp(milliseconds: facts.at).iso)
            record.object("vcs") {
                $0.set("type", "git")
                $0.set("revision", facts.revision)
            }
            record.object("tool") {
                $0.set("name", "colophon")
                $0.set("version", toolVersion)
            }
            record.array("files") { files in
                for path in Set(lines.map(\.path)).sorted() {
                    files.object { write(lines.filter { $0.path == path }, of: path, to: &$0) }
                }
            }
            guard group.conversation != nil || group.sessionHash != nil || group.author != nil || !models.isEmpty else {
                return
            }
            record.object("metadata") { metadata in
                metadata.object(Self.vendor) { ours in
                    if let conversation = group.conversation {
                        ours.object("session") {
                            $0.set("agent", conversation.agent)
                            $0.set("id", conversation.id)
                        }
                    }
                    if let hash = group.sessionHash { ours.set("session_hash", hash) }
                    if let author = group.author { ours.set("author", author) }
                    if !models.isEmpty {
                        ours.object("models") { names in
                            for (name, model) in models.sorted(by: { $0.key < $1.key }) { names.set(name, model) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ lines: [AttributedLines], of path: String, to file: inout JSONObjectWriter) {
        file.set("path", path)
        file.array("conversations") { conversations in
            let voices = Dictionary(grouping: lines) { Voice(contributor: $0.contributor, model: $0.model) }
            for (voice, lines) in voices.sorted(by: { $0.key < $1.key }) {
                conversations.object { conversation in
                    conversation.object("contributor") {
                        $0.set("type", voice.contributor.rawValue)
                        if let model = voice.model { $0.set("model_id", ModelName.withProvider(model)) }
                    }
                    conversation.array("ranges") { ranges in
                        for lines in lines {
                            ranges.object {
                                $0.set("start_line", lines.lines.lowerBound)
                                $0.set("end_line", lines.lines.upperBound)
                                if let hash = lines.contentHash { $0.set("content_hash", hash) }
                            }
                        }
                    }
                }
            }
        }
    }

    private struct Voice: Hashable, Comparable {
        var contributor: Attribution.Contributor
        var model: String?

        static func < (one: Voice, other: Voice) -> Bool {
            (one.contributor.rawValue, one.model ?? "") < (other.contributor.rawValue, other.model ?? "")
        }
    }

    /// The same for the same words, in the form of a UUID that is made from a name (RFC 9562, 5.5).
    static func uuid(_ name: String) -> String {
        var bytes = Array(SHA256.hash("agent-trace\u{0}\(name)").bytes.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
            .map { $0.joined() }.joined(separator: "-")
    }
}
