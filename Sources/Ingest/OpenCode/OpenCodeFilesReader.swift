package import Provenance
import Text

/// Reads a session that OpenCode kept in files: the same messages and parts as in its database, under the same ids.
package struct OpenCodeFilesReader: WholeHistoryReader {
    private let files: OpenCodeFiles
    private var messages = OpenCodeMessages()

    package init(state: String, file: HistoryFile) {
        files = OpenCodeFiles(ofSession: file)
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        guard let begun = begin() else { throw UnreadableHistory("it holds no session of OpenCode's") }
        var conversation = begun.conversation
        var isFirst = true
        for message in found() {
            let parts = parts(of: message.id)
            var sightings: [Sighting] = []
            if conversation.session.directory == nil { conversation.session.directory = message.head.directory }
            if isFirst { sightings.append(.session(conversation.session)) }
            isFirst = false
            messages.tell(
                message.head, parts, id: message.id, at: message.at, thread: begun.thread, in: &conversation,
                into: &sightings)
            guard tell(sightings) else { break }
        }
        return messages.reading
    }

    private mutating func found() -> [(id: String, at: Int64, head: OpenCodeMessages.Head)] {
        var found: [(id: String, at: Int64, head: OpenCodeMessages.Head)] = []
        for id in files.messages {
            messages.records += 1
            guard let head = files.message(id).flatMap({ messages.head(of: $0) }), let at = head.createdAt else {
                messages.skip("message '\(id)' is no JSON object with a role and a time")
                continue
            }
            found.append((id, at, head))
        }
        return found.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    private mutating func parts(of message: String) -> [(id: String, data: String)] {
        var parts: [(id: String, data: String)] = []
        for id in files.parts(of: message) {
            messages.records += 1
            if let data = files.part(id, of: message) {
                parts.append((id, data))
            } else {
                messages.skip("part '\(id)' cannot be read, or has more than \(OpenCodeMessages.limit >> 20) MB")
            }
        }
        return parts
    }

    /// A session that another one's agent started stands in that one, as a thread of its own.
    private func begin() -> (conversation: Conversation, thread: String)? {
        guard var (session, above) = session(files.id) else { return nil }
        var visited: Set<String> = [files.id]
        // A parent that is gone is nobody's.
        while let parent = above, visited.count < 64, visited.insert(parent).inserted, let next = self.session(parent) {
            (session, above) = next
        }
        var conversation = Conversation(agent: OpenCodeReader.agent, makerID: session.makerID)
        conversation.session = session
        return (conversation, session.makerID == files.id ? "" : files.id)
    }

    private func session(_ id: String) -> (Session, String?)? {
        files.session(id).flatMap { text in
            messages.tape.object(in: text) { value in
                var session = Session(uid: UID(of: .session, makerID: id), agent: OpenCodeReader.agent, makerID: id)
                session.agentVersion = value["version"].string
                session.directory = value["directory"].string
                session.title = value["title"].string
                session.startedAt = value["time"]["created"].moment
                return (session, value["parentID"].string.flatMap { $0.isEmpty ? nil : $0 })
            }
        }
    }
}
