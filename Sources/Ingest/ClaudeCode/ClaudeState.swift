import Provenance
import Text

/// What a Claude Code reader remembers between lines, kept as JSON in the store with the file's position.
struct ClaudeState: Equatable {
    struct Conversation: Equatable {
        var session: Session
        var threads: [String: Thread] = [:]
    }

    struct Thread: Equatable {
        /// Number of the last segment.
        var last = 0
        /// Number of the first segment that the model still sees: 1, or the summary of the last compaction.
        var first = 1
        var prompt: UID?
    }

    /// By the agent's own session id.
    var conversations: [String: Conversation] = [:]
}

extension ClaudeState {
    init(json: String) {
        var json = json
        let tape = JSONTape()
        let conversations = json.withUTF8 { bytes in
            guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return [String: Conversation]() }
            return Dictionary(
                root.members.compactMap { id, value in Conversation(id: id, value).map { (id, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        self.conversations = conversations
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            for (id, conversation) in conversations.sorted(by: { $0.key < $1.key }) {
                writer.object(id) { conversation.write(to: &$0) }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension ClaudeState.Conversation {
    fileprivate init?(id: String, _ value: JSONValue) {
        guard let uid = value["uid"].string else { return nil }
        session = Session(uid: UID(text: uid), agent: ClaudeCodeReader.agent, makerID: id)
        session.agentVersion = value["version"].string
        session.directory = value["directory"].string
        session.branch = value["branch"].string
        session.parent = value["parent"].string.map { UID(text: $0) }
        session.title = value["title"].string
        session.startedAt = value["started"].int
        for (name, thread) in value["threads"].members {
            threads[name] = ClaudeState.Thread(
                last: thread["last"].int.map(Int.init) ?? 0, first: thread["first"].int.map(Int.init) ?? 1,
                prompt: thread["prompt"].string.map { UID(text: $0) })
        }
    }

    fileprivate func write(to writer: inout JSONObjectWriter) {
        writer.set("uid", session.uid.text)
        writer.set("version", session.agentVersion)
        writer.set("directory", session.directory)
        writer.set("branch", session.branch)
        writer.set("parent", session.parent?.text)
        writer.set("title", session.title)
        writer.set("started", session.startedAt)
        writer.object("threads") { writer in
            for (name, thread) in threads.sorted(by: { $0.key < $1.key }) {
                writer.object(name) { writer in
                    writer.set("last", thread.last)
                    writer.set("first", thread.first)
                    writer.set("prompt", thread.prompt?.text)
                }
            }
        }
    }
}
