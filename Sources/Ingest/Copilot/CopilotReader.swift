import Provenance
import Text

/// Reads Copilot CLI's `events.jsonl`: one event a line, each with id, type, time and data.
package struct CopilotReader: ConversationReader {
    package static let agent = "copilot-cli"

    var conversation: Conversation?
    /// Arguments of calls are an object, or JSON in a string.
    let inner = JSONTape()
    var next = LinePlace.start

    package init(state: String, file: String) {
        conversation = Conversation(agent: Self.agent, json: state)
    }

    mutating func take(_ line: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        guard let type = line["type"].string else { return .broken("the event has no type") }
        guard let id = line["id"].string, !id.isEmpty else { return .broken("the event has no id") }
        guard let at = line["timestamp"].string.flatMap(Timestamp.init(iso:))?.milliseconds else {
            return .broken("the event has no timestamp")
        }
        let data = line["data"]
        if type == "session.start" { return begin(data, at: at, into: &sightings) }
        guard conversation != nil else { return .broken("it stands before the session's own record") }
        switch type {
        case "session.resume": learn(from: data, into: &sightings)
        case "session.model_change":
            if let model = data["newModel"].string { conversation?.model = model }
        case "session.title_changed":
            if var session = conversation?.session {
                session.title = data["title"].string
                sightings.append(.session(session))
            }
        case "session.compaction_complete":
            if data["success"].bool != false, let text = data["summaryContent"].string, !text.isEmpty {
                conversation?.addSegment(text, origin: .summary, makerID: id, at: at, into: &sightings)
            }
        case "session.truncation", "session.snapshot_rewind": conversation?.threads[""]?.hasGap = true
        case "system.message":
            if let text = data["content"].string, !text.isEmpty {
                conversation?.addSegment(text, origin: .system, makerID: id, at: at, into: &sightings)
            }
        case "user.message": readUser(data, id: id, at: at, into: &sightings)
        case "assistant.message": readAnswer(data, id: id, at: at, into: &sightings)
        case "tool.execution_start": readStart(data, at: at, into: &sightings)
        case "tool.execution_complete": readComplete(data, id: id, at: at, into: &sightings)
        default: return Self.isKnown(type) ? .read : .unknown
        }
        return .read
    }

    private mutating func begin(_ data: JSONValue, at: Int64, into sightings: inout [Sighting]) -> LineVerdict {
        guard let id = data["sessionId"].string, !id.isEmpty else { return .broken("the session has no id") }
        if conversation == nil { conversation = Conversation(agent: Self.agent, makerID: id) }
        conversation?.session.agentVersion = data["copilotVersion"].string
        conversation?.session.startedAt = data["startTime"].string.flatMap(Timestamp.init(iso:))?.milliseconds ?? at
        if let model = data["selectedModel"].string { conversation?.model = model }
        learn(from: data, into: &sightings)
        return .read
    }

    private mutating func learn(from data: JSONValue, into sightings: inout [Sighting]) {
        guard var session = conversation?.session else { return }
        let context = data["context"]
        session.directory = context["gitRoot"].string ?? context["cwd"].string ?? session.directory
        session.branch = context["branch"].string ?? session.branch
        session.commit = session.commit ?? context["headCommit"].string
        if let name = context["repository"].string, let host = context["repositoryHost"].string {
            session.remote = "https://\(host)/\(name)"
        }
        conversation?.session = session
        sightings.append(.session(session))
    }

    private mutating func readUser(_ data: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]) {
        let text = data["content"].string ?? ""
        // What skills and other programs put in stands in the user's role too, and says where it came from.
        if let source = data["source"].string, source != "user" {
            if !text.isEmpty {
                conversation?.addSegment(text, origin: .system, makerID: "\(id)/0", at: at, into: &sightings)
            }
            return
        }
        conversation?.ask(
            PersonWords(text, wrappers: ["system_reminder", "system-reminder", "current_datetime"], prefixes: []),
            makerID: id, hasImage: data["attachments"].count > 0, at: at, into: &sightings)
    }

    /// Events that say nothing of words, code, models or tokens.
    private static func isKnown(_ type: String) -> Bool {
        let families: Set<Substring> = [
            "hook", "subagent", "skill", "permission", "user_input", "elicitation", "external_tool", "command",
        ]
        let others: Set<String> = [
            "session.error", "session.idle", "session.info", "session.warning", "session.handoff",
            "session.usage_info", "session.compaction_start", "session.shutdown", "session.mode_changed",
            "session.plan_changed", "session.workspace_file_changed", "session.context_changed",
            "session.task_complete", "assistant.turn_start", "assistant.turn_end", "assistant.intent",
            "assistant.reasoning", "assistant.message_delta", "assistant.reasoning_delta", "assistant.usage",
            "tool.user_requested", "tool.execution_partial_result", "tool.execution_progress", "abort",
            "pending_messages.modified", "system.notification",
        ]
        return others.contains(type) || families.contains(type.prefix { $0 != "." })
    }
}
