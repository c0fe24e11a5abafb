import Provenance
import Text

extension Conversation {
    /// `nil` where the value holds no session.
    init?(agent: String, _ value: JSONValue) {
        guard let uid = value["uid"].uid, let id = value["id"].string else { return nil }
        session = Session(uid: uid, agent: agent, makerID: id)
        session.agentVersion = value["version"].string
        session.directory = value["directory"].string
        session.branch = value["branch"].string
        session.commit = value["commit"].string
        session.remote = value["remote"].string
        session.parent = value["parent"].uid
        session.startedAt = value["started"].moment
        model = value["model"].string
        records = value["records"].tokenCount ?? 0
        answer = value["answer"].uid
        for (name, thread) in value["threads"].members {
            threads[name] = Thread(
                last: thread["last"].tokenCount ?? 0, first: thread["first"].tokenCount ?? 1,
                hasGap: thread["gap"].bool ?? false, prompt: thread["prompt"].uid)
        }
        for call in value["calls"].elements {
            guard let id = call["id"].string, let name = call["name"].string else { continue }
            calls[id] = PendingCall(
                name: name, path: call["path"].string, source: call["source"].string)
        }
    }

    func write(to writer: inout JSONObjectWriter) {
        writer.set("uid", session.uid.text)
        writer.set("id", session.makerID)
        writer.set("version", session.agentVersion)
        writer.set("directory", session.directory)
        writer.set("branch", session.branch)
        writer.set("commit", session.commit)
        writer.set("remote", session.remote)
        writer.set("parent", session.parent?.text)
        // The title is not kept: no text reaches the disk but through the redactor.
        writer.set("started", session.startedAt)
        writer.set("model", model)
        writer.set("records", records)
        writer.set("answer", answer?.text)
        writer.object("threads") { writer in
            for (name, thread) in threads.sorted(by: { $0.key < $1.key }) {
                writer.object(name) { writer in
                    writer.set("last", thread.last)
                    writer.set("first", thread.first)
                    if thread.hasGap { writer.set("gap", true) }
                    writer.set("prompt", thread.prompt?.text)
                }
            }
        }
        writer.array("calls") { writer in
            for (id, call) in calls.all {
                writer.object { writer in
                    writer.set("id", id)
                    writer.set("name", call.name)
                    writer.set("path", call.path)
                    if let source = call.source { writer.set("source", source) }
                }
            }
        }
    }
}

extension Conversation {
    /// What a reader that remembers nothing else left behind; `nil` where that is no session.
    init?(agent: String, json: String) {
        var json = json
        let tape = JSONTape()
        let found = json.withUTF8 { bytes in
            (try? tape.parse(UnsafeRawBufferPointer(bytes))).flatMap { Conversation(agent: agent, $0) }
        }
        guard let found else { return nil }
        self = found
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { write(to: &$0) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONValue {
    /// A uid as a reader left it behind; an empty one names nothing.
    var uid: UID? { string.flatMap { $0.isEmpty ? nil : UID(text: $0) } }
}
