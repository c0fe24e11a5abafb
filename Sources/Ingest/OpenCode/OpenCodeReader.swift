package import Provenance
import Store
import Text

/// Reads OpenCode's database: sessions, their messages and the parts of each, whose `data` is JSON.
///
/// Only sessions that changed since the last reading are told; messages and parts keep the ids that OpenCode gave them.
package struct OpenCodeReader: WholeHistoryReader {
    package static let agent = "opencode"

    let file: HistoryFile
    /// The newest `time_updated` that was told.
    private var told: Int64?
    private var messages = OpenCodeMessages()

    private static let limit = OpenCodeMessages.limit

    package init(state: String, file: HistoryFile) {
        self.file = file
        told = Int64(state)
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        let database = try ForeignDatabase(path: file.path)
        var copy = self
        try database.read { rows in
            guard try rows.hasTable("message", columns: ["id", "session_id", "time_created", "time_updated", "data"]),
                try rows.hasTable("part", columns: ["id", "message_id", "session_id", "time_updated", "data"])
            else { throw ForeignDatabase.Failure(description: "it holds no sessions of OpenCode's") }
            for id in try copy.changed(in: rows) {
                guard try tell(copy.sightings(ofSession: id, in: rows)) else { return }
            }
        }
        self = copy
        messages.reading.state = told.map(String.init) ?? ""
        return messages.reading
    }

    /// Sessions with something new, the oldest first.
    private mutating func changed(in rows: ForeignDatabase.Rows) throws -> [String] {
        var found: [String] = []
        let since = told
        try rows.forEach(
            """
            SELECT session_id, max(changed) AS changed, min(made) AS made FROM (
                SELECT session_id, max(time_updated) AS changed, min(time_created) AS made FROM message
                GROUP BY session_id
                UNION ALL SELECT session_id, max(time_updated), NULL FROM part GROUP BY session_id)
            GROUP BY session_id ORDER BY made, session_id
            """
        ) { row in
            guard let id = row.text("session_id") else { return true }
            let changed = row.int("changed") ?? .max
            if let since, changed < since { return true }
            // A time to come would hide all that is written until then.
            if changed <= file.changedAt + 86_400_000 { told = max(told ?? changed, changed) }
            found.append(id)
            return true
        }
        return found
    }

    private mutating func sightings(ofSession id: String, in rows: ForeignDatabase.Rows) throws -> [Sighting] {
        var sightings: [Sighting] = []
        var (conversation, thread) = try begin(id, in: rows)
        var found: [(id: String, at: Int64, data: String)] = []
        try rows.forEach(
            """
            SELECT id, time_created, CASE WHEN length(data) <= \(Self.limit) THEN data END AS data FROM message
            WHERE session_id = ? ORDER BY time_created, id
            """, [id]
        ) { row in
            messages.records += 1
            guard let message = row.text("id"), let at = row.int("time_created")?.moment, let data = row.text("data")
            else {
                messages.skip("the message has no id, time or data, or more than \(Self.limit >> 20) MB")
                return true
            }
            found.append((message, at, data))
            return true
        }
        let places = try places(ofSession: id, in: rows)
        for message in found {
            guard let head = messages.head(of: message.data) else {
                messages.skip("message '\(message.id)' is no JSON object with a role")
                continue
            }
            if conversation.session.directory == nil { conversation.session.directory = head.directory }
            if sightings.isEmpty { sightings.append(.session(conversation.session)) }
            let parts = try parts(at: places[message.id] ?? [], in: rows)
            messages.tell(
                head, parts, id: message.id, at: message.at, thread: thread, in: &conversation, into: &sightings)
        }
        return sightings
    }

    /// A session that another one's agent started stands in that one, as a thread of its own.
    private func begin(_ id: String, in rows: ForeignDatabase.Rows) throws -> (Conversation, String) {
        var conversation = Conversation(agent: Self.agent, makerID: id)
        guard try rows.hasTable("session", columns: ["id"]) else { return (conversation, "") }
        var root = id
        var visited: Set<String> = []
        // A parent that is gone is nobody's.
        while visited.insert(root).inserted, visited.count < 64 {
            var above: String?
            try rows.forEach("SELECT * FROM session WHERE id = ?", [root]) { row in
                var session = Session(uid: UID(of: .session, makerID: root), agent: Self.agent, makerID: root)
                session.agentVersion = row.text("version")
                session.directory = row.text("directory")
                session.title = row.text("title")
                session.startedAt = row.int("time_created")?.moment
                conversation.session = session
                above = row.text("parent_id")
                return false
            }
            guard let above, !above.isEmpty, !visited.contains(above) else { break }
            var isThere = false
            try rows.forEach("SELECT id FROM session WHERE id = ?", [above]) { _ in
                isThere = true
                return false
            }
            if !isThere { break }
            root = above
        }
        return (conversation, root == id ? "" : id)
    }

    /// Where the parts of each message stand, by their ids: not every database has an index on them, and a search of the
    /// whole table for each message would never end.
    private func places(ofSession id: String, in rows: ForeignDatabase.Rows) throws -> [String: [Int64]] {
        var places: [String: [Int64]] = [:]
        try rows.forEach(
            "SELECT rowid AS place, message_id FROM part WHERE session_id = ? ORDER BY message_id, id", [id]
        ) { row in
            if let place = row.int("place"), let message = row.text("message_id") {
                places[message, default: []].append(place)
            }
            return true
        }
        return places
    }

    private mutating func parts(at places: [Int64], in rows: ForeignDatabase.Rows) throws -> [(
        id: String, data: String
    )] {
        var parts: [(id: String, data: String)] = []
        for start in stride(from: 0, to: places.count, by: 500) {
            let some = places[start..<min(start + 500, places.count)].map(String.init).joined(separator: ",")
            try rows.forEach(
                """
                SELECT id, CASE WHEN length(data) <= \(Self.limit) THEN data END AS data FROM part
                WHERE rowid IN (\(some)) ORDER BY id
                """
            ) { row in
                messages.records += 1
                guard let id = row.text("id"), let data = row.text("data") else {
                    messages.skip("the part has no id or data, or more than \(Self.limit >> 20) MB")
                    return true
                }
                parts.append((id, data))
                return true
            }
        }
        return parts
    }
}
