import Ingest
import Provenance
import Text

/// A git-ai note (authorship 3.0.0) of one commit: which lines, by which conversation or person.
///
/// A session has one model there; a second one of the same session stands in its `custom_attributes`. Lines of whom nothing
/// is known have no place, nor has a path with a line's end in it.
package struct GitAINote {
    private let revision: String
    private var files: [String: [String: [ClosedRange<Int>]]] = [:]
    private var sessions: [String: Session] = [:]
    private var humans: [String: String] = [:]
    /// How many lines have no place.
    package private(set) var omitted = 0

    private struct Session {
        var tool: String
        var id: String
        var author: String?
        /// How many lines each model wrote, by the key that they stand under.
        var models: [String: (name: String?, lines: Int)] = [:]
    }

    package init(_ facts: RevisionFacts) {
        revision = facts.revision
        for lines in facts.lines {
            guard !lines.path.contains(where: \.isNewline), let key = key(for: lines) else {
                omitted += lines.lines.count
                continue
            }
            files[lines.path, default: [:]][key, default: []].append(lines.lines)
        }
    }

    /// Nothing in it can be told.
    package var isEmpty: Bool { files.isEmpty }

    /// The commit whose note it is.
    package var name: String { revision }

    private mutating func key(for lines: AttributedLines) -> String? {
        if lines.contributor == .human {
            let author = lines.author ?? Self.unknown
            let key = "h_" + SHA256.hash(author).hex(14)
            humans[key] = author
            return key
        }
        guard lines.contributor != .unknown || lines.conversation != nil else { return nil }
        let tool = lines.conversation.map { AgentName.gitAI(for: $0.agent) } ?? Self.unknown
        // Without an id no reader takes it for a conversation.
        let id = lines.conversation?.id ?? ""
        let session =
            lines.conversation == nil
            ? lines.sessionHash ?? Self.nameless(model: lines.model) : GitAINames.session(tool: tool, id: id)
        let trace = "t_" + SHA256.hash("\(session)\u{0}\(lines.model ?? "")").hex(14)
        var entry = sessions[session] ?? Session(tool: tool, id: id, author: lines.author)
        entry.models[trace, default: (lines.model, 0)].lines += lines.lines.count
        sessions[session] = entry
        return "\(session)::\(trace)"
    }

    static let unknown = "unknown"

    /// The key for what a model wrote in a conversation that nobody named.
    static func nameless(model: String?) -> String {
        GitAINames.session(tool: unknown, id: model ?? unknown)
    }

    package var text: String {
        var text = ""
        for (path, keys) in files.sorted(by: { $0.key < $1.key }) {
            text += Self.quoted(path) + "\n"
            for (key, ranges) in keys.sorted(by: { $0.key < $1.key }) {
                let ranges = Self.joined(ranges).map {
                    $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
                }
                text += "  \(key) \(ranges.joined(separator: ","))\n"
            }
        }
        return text + "---\n" + metadata + "\n"
    }

    /// "quoted with `"` if it holds a space, tab or newline"; so is what would be taken for something else.
    private static func quoted(_ path: String) -> String {
        let misleads = path == "---" || path.hasPrefix("\"") || path.contains { $0 == " " || $0 == "\t" }
        return misleads ? "\"\(path)\"" : path
    }

    private var metadata: String {
        var json = JSONWriter()
        json.object { note in
            note.set("schema_version", "authorship/3.0.0")
            note.set("base_commit_sha", revision)
            note.object("prompts") { _ in }
            if !humans.isEmpty {
                note.object("humans") { all in
                    for (key, author) in humans.sorted(by: { $0.key < $1.key }) {
                        all.object(key) { $0.set("author", author) }
                    }
                }
            }
            note.object("sessions") { all in
                for (key, session) in sessions.sorted(by: { $0.key < $1.key }) {
                    all.object(key) { write(session, to: &$0) }
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func write(_ session: Session, to json: inout JSONObjectWriter) {
        let models = session.models.sorted { ($1.value.lines, $0.key) < ($0.value.lines, $1.key) }
        json.object("agent_id") {
            $0.set("tool", session.tool)
            $0.set("id", session.id)
            $0.set("model", models.first?.value.name ?? Self.unknown)
        }
        json.set("human_author", session.author)
        guard models.count > 1 else { return }
        json.object("custom_attributes") { attributes in
            for (trace, model) in models.dropFirst() {
                attributes.set(GitAINames.modelAttribute + trace, model.name ?? Self.unknown)
            }
        }
    }

    /// Sorted, none over or beside another.
    static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var all: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = all.last, range.lowerBound <= last.upperBound + 1 {
                all[all.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                all.append(range)
            }
        }
        return all
    }
}
