package import Provenance
import Store
import Text

/// Reads the conversations in Cursor's `state.vscdb`: a composer names its bubbles, and each bubble is a message or a call.
/// In older versions the bubbles stand in the composer itself.
///
/// Nothing else of that file is looked at; it also holds keys that are nobody else's business.
package struct CursorStoreReader: WholeHistoryReader {
    private let file: HistoryFile
    /// The newest change of a composer that was told.
    private var told: Int64?
    private let tape = JSONTape()
    private let inner = JSONTape()
    private var reading = WholeReading()
    private var records = 0

    private static let limit = 16 << 20

    package init(state: String, file: HistoryFile) {
        self.file = file
        told = Int64(state)
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        let database = try ForeignDatabase(path: file.path)
        var copy = self
        try database.read { rows in
            // A workspace's own file, beside the one that all share, has no such table or an empty one.
            guard try rows.hasTable("cursorDiskKV", columns: ["key", "value"]) else { return }
            for composer in try copy.changed(in: rows) {
                guard try tell(copy.sightings(of: composer, in: rows)) else { return }
            }
        }
        self = copy
        reading.state = told.map(String.init) ?? ""
        return reading
    }

    private struct Composer {
        var id: String
        var title: String?
        var directory: String?
        var model: String?
        var createdAt: Int64
        var changedAt: Int64?
        var bubbles: [String]
        /// It names no bubbles, and holds them.
        var holdsBubbles: Bool
    }

    private mutating func changed(in rows: ForeignDatabase.Rows) throws -> [Composer] {
        var found: [Composer] = []
        let since = told
        try rows.forEach(
            """
            SELECT key, CASE WHEN length(value) <= \(Self.limit) THEN value END AS value FROM cursorDiskKV
            WHERE key >= 'composerData:' AND key < 'composerData;' ORDER BY key
            """
        ) { row in
            records += 1
            guard let key = row.text("key"), let value = row.text("value") else {
                skip("a conversation has more than \(Self.limit >> 20) MB, or nothing in it")
                return true
            }
            let id = String(key.dropFirst("composerData:".count))
            guard let composer = tape.object(in: value, { Self.composer(id, $0) }) else {
                skip("conversation '\(id)' is no JSON object with a time and messages")
                return true
            }
            if let since, let changed = composer.changedAt, changed < since { return true }
            // A time to come would hide all that is written until then.
            if let changed = composer.changedAt, changed <= file.changedAt + 86_400_000 {
                told = max(told ?? changed, changed)
            }
            if composer.holdsBubbles || !composer.bubbles.isEmpty { found.append(composer) }
            return true
        }
        return found
    }

    private static func composer(_ id: String, _ value: JSONValue) -> Composer? {
        guard let createdAt = moment(value["createdAt"]), !id.isEmpty else { return nil }
        let bubbles = value["fullConversationHeadersOnly"].elements.compactMap { $0["bubbleId"].string }
        return Composer(
            id: id, title: value["name"].string, directory: value["workspaceIdentifier"]["uri"]["fsPath"].string,
            model: value["modelConfig"]["modelName"].string, createdAt: createdAt,
            changedAt: moment(value["lastUpdatedAt"]),
            bubbles: bubbles, holdsBubbles: bubbles.isEmpty && value["conversation"].count > 0)
    }

    /// Milliseconds, or a time in words; versions differ.
    private static func moment(_ value: JSONValue) -> Int64? {
        value.moment ?? value.string.flatMap(Timestamp.init(iso:))?.milliseconds
    }

    private mutating func sightings(of composer: Composer, in rows: ForeignDatabase.Rows) throws -> [Sighting] {
        var conversation = Conversation(agent: CursorTranscriptReader.agent, makerID: composer.id)
        conversation.session.title = composer.title
        conversation.session.directory = composer.directory
        conversation.session.startedAt = composer.createdAt
        conversation.model = composer.model == "default" ? nil : composer.model
        var sightings: [Sighting] = [.session(conversation.session)]
        var answer = CursorAnswer()
        func take(_ bubble: JSONValue, id: String) {
            records += 1
            let at = Self.time(of: bubble) ?? composer.createdAt
            switch bubble["type"].int {
            case 1:
                answer.close(into: &sightings)
                conversation.ask(
                    CursorWrappers.words(in: bubble["text"].string ?? ""), makerID: id,
                    hasImage: bubble["images"].count > 0, at: at, into: &sightings)
            case 2: answer.take(bubble, id: id, at: at, inner: inner, in: &conversation, into: &sightings)
            default: reading.unknown += 1
            }
        }
        for id in composer.bubbles {
            // Bubbles are cleared away before what names them.
            guard let text = try Self.value("bubbleId:\(composer.id):\(id)", in: rows) else { continue }
            if tape.object(in: text, { take($0, id: id) }) == nil { skip("message '\(id)' is no JSON object") }
        }
        if composer.holdsBubbles, let text = try Self.value("composerData:\(composer.id)", in: rows) {
            tape.object(in: text) { value in
                for (number, bubble) in value["conversation"].elements.enumerated() {
                    let id = bubble["bubbleId"].string.flatMap { $0.isEmpty ? nil : $0 }
                    take(bubble, id: id ?? "\(composer.id)/\(number)")
                }
            }
        }
        answer.close(into: &sightings)
        return sightings
    }

    private static func value(_ key: String, in rows: ForeignDatabase.Rows) throws -> String? {
        var text: String?
        try rows.forEach(
            "SELECT CASE WHEN length(value) <= \(limit) THEN value END AS value FROM cursorDiskKV WHERE key = ?", [key]
        ) { row in
            text = row.text("value")
            return false
        }
        return text
    }

    /// Older versions note when a request was sent and settled; the time of its start counts from that of the program.
    private static func time(of bubble: JSONValue) -> Int64? {
        let timing = bubble["timingInfo"]
        return moment(bubble["createdAt"]) ?? timing["clientRpcSendTime"].moment ?? timing["clientSettleTime"].moment
            ?? timing["clientEndTime"].moment
    }

    private mutating func skip(_ reason: String) {
        reading.skips.append(.init(place: records, reason: reason))
    }
}
