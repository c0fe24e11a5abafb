import Provenance
import Text

/// What a Claude Code reader remembers between lines, kept as JSON in the store with the file's position.
struct ClaudeState: Equatable {
    struct Conversation: Equatable {
        var session: Session
        /// The person gave it a title, which no made-up one replaces.
        var isNamed = false
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
    /// Of a fork that has only copied lines so far: the session they were copied from.
    var origins: [String: String] = [:]
    /// Calls whose results are still to come.
    var calls = OpenCalls<ToolCall>()
    /// The lines of the answers closed lately: one that comes again after the mark is no news there either.
    private var answers: [Answer] = []

    private struct Answer: Equatable {
        var uid: UID
        var lines: Set<String>
    }

    /// Answers whose lines may still come: old versions interleave those of parallel sub-agents.
    static let remembered = 8

    func lines(of answer: UID) -> Set<String> { answers.last { $0.uid == answer }?.lines ?? [] }

    mutating func close(_ answer: UID, lines: Set<String>) {
        answers.removeAll { $0.uid == answer }
        answers.append(Answer(uid: answer, lines: lines))
        if answers.count > Self.remembered { answers.removeFirst() }
    }
}

extension ClaudeState {
    init(json: String) {
        var json = json
        let tape = JSONTape()
        var state = ClaudeState()
        json.withUTF8 { bytes in
            guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return }
            for (id, value) in root["conversations"].members { state.conversations[id] = Conversation(id: id, value) }
            for (fork, origin) in root["origins"].members { state.origins[fork] = origin.string }
            for call in root["calls"].elements {
                guard let id = call["id"].string, let name = call["name"].string else { continue }
                state.calls[id] = ToolCall(
                    name: name, path: call["path"].string, cell: call["cell"].string,
                    source: call["source"].string,
                    hasEdits: call["edits"].bool ?? false)
            }
            for answer in root["answers"].elements {
                guard let uid = answer["uid"].uid else { continue }
                state.close(uid, lines: Set(answer["lines"].elements.compactMap(\.string)))
            }
        }
        self = state
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.object("conversations") { writer in
                for (id, conversation) in conversations.sorted(by: { $0.key < $1.key }) {
                    writer.object(id) { conversation.write(to: &$0) }
                }
            }
            writer.object("origins") { writer in
                for (fork, origin) in origins.sorted(by: { $0.key < $1.key }) { writer.set(fork, origin) }
            }
            writer.array("calls") { writer in
                for (id, call) in calls.all {
                    writer.object { writer in
                        writer.set("id", id)
                        writer.set("name", call.name)
                        writer.set("path", call.path)
                        writer.set("cell", call.cell)
                        if let source = call.source { writer.set("source", source) }
                        writer.set("edits", call.hasEdits)
                    }
                }
            }
            writer.array("answers") { writer in
                for answer in answers {
                    writer.object { writer in
                        writer.set("uid", answer.uid.text)
                        writer.array("lines") { for line in answer.lines.sorted() { $0.add(line) } }
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension ClaudeState.Conversation {
    fileprivate init?(id: String, _ value: JSONValue) {
        guard let uid = value["uid"].uid else { return nil }
        session = Session(uid: uid, agent: ClaudeCodeReader.agent, makerID: id)
        session.agentVersion = value["version"].string
        session.directory = value["directory"].string
        session.branch = value["branch"].string
        session.parent = value["parent"].uid
        isNamed = value["named"].bool ?? false
        session.startedAt = value["started"].moment
        for (name, thread) in value["threads"].members {
            threads[name] = ClaudeState.Thread(
                last: thread["last"].tokenCount ?? 0, first: thread["first"].tokenCount ?? 1,
                prompt: thread["prompt"].uid)
        }
    }

    fileprivate func write(to writer: inout JSONObjectWriter) {
        writer.set("uid", session.uid.text)
        writer.set("version", session.agentVersion)
        writer.set("directory", session.directory)
        writer.set("branch", session.branch)
        writer.set("parent", session.parent?.text)
        // The title is not kept: it is in the store by then, and no text reaches the disk but through the redactor.
        if isNamed { writer.set("named", true) }
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
