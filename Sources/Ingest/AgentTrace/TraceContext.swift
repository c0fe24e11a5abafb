import Provenance
import Text

/// What one record says of all its lines.
struct TraceContext {
    var id: String
    var at: Int64?
    var revision: String?
    var remote: String?
    var tool: String?
    var toolVersion: String?
    var session: TraceSession?
    /// git-ai's name of the session, where it is known by that alone.
    var sessionHash: String?
    var author: String?
    var excerpt: String?
    var promptHash: String?
    /// Models by the names under which they were written, where a provider was put before them.
    var models: [String: String] = [:]

    init(_ record: JSONValue) {
        let metadata = record["metadata"]
        let agentdiff = metadata["agentdiff"].exists ? metadata["agentdiff"] : metadata
        let ours = metadata["dev.colophon"]
        id = record["id"].string ?? SHA256.hash(record.source).hex
        let told = record["timestamp"]
        at = told.string.flatMap { Timestamp(iso: $0) }?.milliseconds.moment ?? told.moment
        revision = Self.revision(record["vcs"])
        remote = record["vcs"]["repository_url"].string
        tool = TraceContributor.name(record["tool"]["name"].string ?? record["tool"].string)
        toolVersion = record["tool"]["version"].string
        promptHash = agentdiff["prompt_hash"].string
        excerpt = TraceContributor.name(agentdiff["prompt_excerpt"].string)
        author = TraceContributor.name(ours["author"].string ?? agentdiff["author"].string)
        if author == nil, let tool, TraceContributor.isPerson(tool) { author = tool }
        if ours.exists {
            for (name, model) in ours["models"].members { models[name] = model.string }
            sessionHash = TraceContributor.name(ours["session_hash"].string)
            session = TraceSession(id: ours["session"]["id"].string, agent: ours["session"]["agent"].string)
        } else {
            let stated = agentdiff["session_id"].string ?? metadata["session_id"].string ?? record["session_id"].string
            session = TraceSession(id: stated, tool: tool, version: toolVersion)
        }
    }

    /// A whole hash of a commit, or a beginning of it that names one; nothing for `HEAD` and the numbers of other systems.
    private static func revision(_ vcs: JSONValue) -> String? {
        guard let text = vcs["revision"].string?.lowercased(), (7...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        else { return nil }
        return ["git", "jj", nil].contains(vcs["type"].string) ? text : nil
    }
}
