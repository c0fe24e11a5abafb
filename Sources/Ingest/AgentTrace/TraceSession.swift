import Provenance
import Text

/// The conversation that a record names, under the name that the agent's own history has for it.
struct TraceSession: Equatable {
    let id: String
    let session: Session

    init?(id: String?, agent: String?) {
        guard let id = TraceContributor.name(id), let agent = TraceContributor.name(agent) else { return nil }
        self.id = id
        session = Session(uid: UID(of: .session, makerID: id), agent: agent, makerID: id)
    }

    init?(id: String?, tool: String?, version: String?) {
        guard let id = TraceContributor.name(id) else { return nil }
        self.id = id
        let agent =
            tool.flatMap { TraceContributor.isPerson($0) ? nil : AgentName.ours(for: $0) } ?? AgentTraceReader.teller
        var session = Session(uid: UID(of: .session, makerID: id), agent: agent, makerID: id)
        session.agentVersion = version
        self.session = session
    }

    /// `url`, "to look up the conversation"; `id` and `tool` are written by some and proposed.
    init?(conversation: JSONValue, record: TraceContext) {
        let tool = conversation["tool"]["name"].string ?? conversation["tool"].string ?? record.tool
        let stated = ["id", "conversation_id", "session_id"].lazy.compactMap { name in
            conversation.members.first { $0.key == name }?.value.string
        }.first
        self.init(
            id: stated ?? conversation["url"].string.flatMap(Self.id(inURL:)), tool: tool,
            version: conversation["tool"]["version"].string ?? record.toolVersion)
    }

    /// The last part where it is a UUID, as of the agents' own files and pages; else the whole URL, which names it too.
    private static func id(inURL url: String) -> String? {
        let parts = url.split { $0 == "/" || $0 == "\\" }
        guard let last = parts.last?.prefix(while: { $0 != "." && $0 != "?" && $0 != "#" }) else { return nil }
        let isUUID =
            last.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [8, 4, 4, 4, 12]
            && last.allSatisfy { $0.isHexDigit || $0 == "-" }
        return isUUID ? last.lowercased() : url
    }
}
