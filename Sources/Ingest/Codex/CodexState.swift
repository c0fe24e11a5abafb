import Provenance
import Text

/// What a Codex reader remembers between lines, kept as JSON in the store with the file's position.
struct CodexState: Equatable {
    /// Nothing before the `session_meta` line can be placed.
    var session: Session?
    /// The sub-agent's own id where the session is its parent's.
    var thread = ""
    /// The conversation that forks share: ids of turns and segments are made from it.
    var root = ""
    var directory: String?
    var branch: String?
    var model: String?
    /// Number of the last segment, and of the first that the model still sees.
    var last = 0
    var first = 1
    var prompt: UID?
    /// How many turns and answers there have been.
    var turns = 0
    var answers = 0
    /// Whether the file tells the person's messages as events: then items in the user's role open no turn.
    var hasUserEvents = false
    /// The cumulative usage last seen: events repeat it.
    var total = ""
    /// Calls whose output is still to come.
    var calls = OpenCalls<CodexCall>()
}

extension CodexState {
    init(json: String) {
        var json = json
        let tape = JSONTape()
        var state = CodexState()
        json.withUTF8 { bytes in
            guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return }
            state.read(root)
        }
        self = state
    }

    private mutating func read(_ value: JSONValue) {
        if let uid = value["uid"].uid, let id = value["id"].string {
            var session = Session(uid: uid, agent: CodexReader.agent, makerID: id)
            session.agentVersion = value["version"].string
            session.directory = value["home"].string
            session.branch = value["home_branch"].string
            session.commit = value["commit"].string
            session.remote = value["remote"].string
            session.parent = value["parent"].uid
            session.startedAt = value["started"].moment
            self.session = session
        }
        thread = value["thread"].string ?? ""
        root = value["root"].string ?? ""
        directory = value["directory"].string
        branch = value["branch"].string
        model = value["model"].string
        last = value["last"].tokenCount ?? 0
        first = value["first"].tokenCount ?? 1
        prompt = value["prompt"].uid
        turns = value["turns"].tokenCount ?? 0
        answers = value["answers"].tokenCount ?? 0
        hasUserEvents = value["events"].bool ?? false
        total = value["total"].string ?? ""
        for call in value["calls"].elements {
            guard let id = call["id"].string, let name = call["name"].string else { continue }
            let file = call["path"].string.map { path in
                ShellRead(path: path, firstLine: call["line"].tokenCount, lineCount: call["count"].tokenCount)
            }
            calls[id] = CodexCall(name: name, file: file, source: call["source"].string)
        }
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.set("uid", session?.uid.text)
            writer.set("id", session?.makerID)
            writer.set("version", session?.agentVersion)
            writer.set("home", session?.directory)
            writer.set("home_branch", session?.branch)
            writer.set("commit", session?.commit)
            writer.set("remote", session?.remote)
            writer.set("parent", session?.parent?.text)
            writer.set("started", session?.startedAt)
            writer.set("thread", thread)
            writer.set("root", root)
            writer.set("directory", directory)
            writer.set("branch", branch)
            writer.set("model", model)
            writer.set("last", last)
            writer.set("first", first)
            writer.set("prompt", prompt?.text)
            writer.set("turns", turns)
            writer.set("answers", answers)
            writer.set("events", hasUserEvents)
            writer.set("total", total)
            writer.array("calls") { writer in
                for (id, call) in calls.all {
                    writer.object { writer in
                        writer.set("id", id)
                        writer.set("name", call.name)
                        if let source = call.source { writer.set("source", source) }
                        writer.set("path", call.file?.path)
                        writer.set("line", call.file?.firstLine)
                        writer.set("count", call.file?.lineCount)
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
