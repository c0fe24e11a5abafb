import Provenance
import Text

/// One message of a conversation with the envelope it came in.
struct ClaudeLine {
    /// What holds `message` and `toolUseResult`.
    let value: JSONValue
    /// What holds `cwd`, `gitBranch` and `version`.
    let envelope: JSONValue
    let uuid: String
    /// Of a line that a fork copied: the session it was copied from.
    let sessionID: String
    /// The fork that holds this line as a copy.
    let forkID: String?
    /// The sub-agent's id; empty in the conversation itself.
    let thread: String
    let at: Int64

    var isSidechain: Bool { !thread.isEmpty }

    init?(_ value: JSONValue) {
        let thread = value["isSidechain"].bool == true ? value["agentId"].string ?? "sidechain" : ""
        self.init(value, in: value, thread: thread)
    }

    /// A sub-agent's message inside its parent's history: versions that keep no file of the sub-agent tell it so.
    init?(agentProgress envelope: JSONValue) {
        let data = envelope["data"]
        guard data["type"].equals("agent_progress"), let agent = data["agentId"].string, !agent.isEmpty else {
            return nil
        }
        self.init(data["message"], in: envelope, thread: agent)
    }

    private init?(_ value: JSONValue, in envelope: JSONValue, thread: String) {
        guard let uuid = value["uuid"].string, let session = envelope["sessionId"].string,
            let at = value["timestamp"].string.flatMap(Timestamp.init(iso:))
        else { return nil }
        let origin = envelope["forkedFrom"]["sessionId"].string.flatMap { $0.isEmpty || $0 == session ? nil : $0 }
        self.value = value
        self.envelope = envelope
        self.uuid = uuid
        self.sessionID = origin ?? session
        self.forkID = origin == nil ? nil : session
        self.at = at.milliseconds
        self.thread = thread
    }
}

extension ClaudeCodeReader {
    static let lacking = "the record lacks its uuid, sessionId or timestamp"

    /// The conversation of a line, told when it is new or learned something.
    mutating func note(_ line: ClaudeLine, into sightings: inout [Sighting]) {
        if let fork = line.forkID, state.conversations[fork] == nil { state.origins[fork] = line.sessionID }
        let known = state.conversations[line.sessionID]
        var conversation = known ?? newConversation(line.sessionID)
        conversation.session.agentVersion = conversation.session.agentVersion ?? line.envelope["version"].string
        conversation.session.directory = conversation.session.directory ?? line.envelope["cwd"].string
        if conversation.session.branch == nil, let branch = line.envelope["gitBranch"].string, !branch.isEmpty {
            conversation.session.branch = branch
        }
        conversation.session.startedAt = min(conversation.session.startedAt ?? line.at, line.at)
        if conversation.session != known?.session {
            emit(.session(conversation.session), into: &sightings)
        }
        if conversation.threads[line.thread] == nil { conversation.threads[line.thread] = .init() }
        state.conversations[line.sessionID] = conversation
    }

    /// A fork goes on from what it copied: its parent is the conversation of the copies, and it counts on from there.
    private mutating func newConversation(_ id: String) -> ClaudeState.Conversation {
        var conversation = ClaudeState.Conversation(
            session: Session(uid: UID(of: .session, makerID: id), agent: Self.agent, makerID: id))
        conversation.session.title = titles.removeValue(forKey: id)
        if let parent = state.origins.removeValue(forKey: id), let origin = state.conversations[parent] {
            conversation.session.parent = origin.session.uid
            conversation.threads[""] = origin.threads[""]
        }
        return conversation
    }

    func sessionUID(of line: ClaudeLine) -> UID {
        state.conversations[line.sessionID]?.session.uid ?? UID(of: .session, makerID: line.sessionID)
    }

    /// Numbers and tells one segment of the line's thread.
    @discardableResult
    mutating func addSegment(
        _ text: String, origin: Segment.Origin, part: Int, of line: ClaudeLine, into sightings: inout [Sighting],
        _ complete: (inout Segment) -> Void = { _ in }
    ) -> Int {
        var thread = state.conversations[line.sessionID]?.threads[line.thread] ?? .init()
        thread.last += 1
        if origin == .summary { thread.first = thread.last }
        state.conversations[line.sessionID]?.threads[line.thread] = thread
        var segment = Segment(
            uid: UID(of: .segment, makerID: "\(line.uuid)/\(part)"),
            session: sessionUID(of: line), thread: line.thread, number: thread.last,
            origin: origin, text: Body(text), at: line.at)
        complete(&segment)
        emit(.segment(segment), into: &sightings)
        return thread.last
    }
}
