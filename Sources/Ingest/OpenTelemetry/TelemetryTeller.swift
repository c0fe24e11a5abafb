import Provenance
import Text

/// Tells what spans and log records say, one after another.
///
/// Our own export is taken at its word, the agents' own events complete what their transcripts tell, and what follows the
/// GenAI conventions tells conversations of its own.
struct TelemetryTeller {
    enum Answer: Equatable {
        case known
        /// Another program's, or of a kind that is not known.
        case unknown
        /// A demo's.
        case madeUp
    }

    var state: TelemetryState
    let tape = JSONTape()

    mutating func tell(_ record: TelemetryRecord, into sightings: inout [Sighting]) -> Answer {
        if record.resource[ColophonName.madeUp] != nil { return .madeUp }
        if record.resource[ColophonName.session] != nil { return tellOwn(record, into: &sightings) }
        if record.signal == .metric { return Self.isOurs(metric: record.name) ? .known : .unknown }
        let agent = TelemetryAgent(record)
        if let agent, record.signal == .log, let answer = tellEvent(record, of: agent, into: &sightings) {
            return answer
        }
        switch record[.operation].string {
        case "chat", "generate_content", "text_completion", "completion":
            return tellGeneration(record, of: agent, into: &sightings)
        case "execute_tool":
            return agent != nil ? .known : tellTool(record, into: &sightings)
        case "invoke_agent", "create_agent", "invoke_workflow", "embeddings", "retrieval", "plan":
            return .known
        // Before there were operations, a span with a model and its usage was a call of it.
        case nil
        where record.signal == .span && record[.requestModel].string != nil
            && (record[.outputTokens].count != nil || record[.responseID].string != nil):
            return tellGeneration(record, of: agent, into: &sightings)
        case nil: return agent == nil || record.signal == .log ? .unknown : .known
        default: return .unknown
        }
    }

    private static func isOurs(metric name: String) -> Bool {
        ["gen_ai.", "claude_code.", "codex.", "gemini_cli."].contains { name.hasPrefix($0) }
    }

    /// The conversation of a record: known by its id, else by its trace.
    func entry(of record: TelemetryRecord) -> TelemetryState.Entry? {
        guard let at = record.start, let key = record[.conversation].string ?? Self.id(record.trace) else { return nil }
        if var entry = state[key] {
            entry.conversation.session.startedAt = min(entry.conversation.session.startedAt ?? at, at)
            return entry
        }
        var conversation = Conversation(agent: Self.agentName(of: record), makerID: key)
        conversation.session.startedAt = at
        Self.complete(&conversation.session, from: record)
        return TelemetryState.Entry(key: key, conversation: conversation)
    }

    static func complete(_ session: inout Session, from record: TelemetryRecord) {
        session.agentVersion = record.resource["service.version"]?.string
        session.directory = record[ColophonName.directory].string
        session.remote = record[ColophonName.remote].string.map(Self.withoutUser(_:))
        session.branch = record[ColophonName.branch].string
        session.commit = record[ColophonName.commit].string
    }

    /// A trace or span that is one: "all zeroes is an invalid id".
    private static func id(_ text: String) -> String? {
        text.contains { $0 != "0" } ? text : nil
    }

    private static func agentName(of record: TelemetryRecord) -> String {
        let service = record.resource["service.name"]?.string ?? ""
        let name = service.isEmpty || service.hasPrefix("unknown_service") ? record[.agent].string ?? "" : service
        return name.contains { $0 != "\0" } ? name : "otlp"
    }

    private static func withoutUser(_ remote: String) -> String {
        guard let scheme = remote[...].range(of: "://") else { return remote }
        let authority = remote[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return remote }
        return String(remote[..<scheme.upperBound]) + remote[remote.index(after: at)...]
    }
}
