import Provenance
import Text

/// Reads a history in which neither the conversation nor a record has an id or a time: names come from
/// `NamelessConversation`, and the time of everything is when the file was changed last, as it was first seen.
protocol NamelessReader: ConversationReader {
    var conversation: Conversation? { get set }
    var file: String { get }
    /// Unix milliseconds UTC.
    var at: Int64 { get }
}

extension NamelessReader {
    static func time(of file: String) -> Int64 { HistoryFile(path: file)?.changedAt ?? 0 }

    /// Counts the record, begins the conversation with the first of them, and gives it a name.
    mutating func name(_ record: JSONValue, into sightings: inout [Sighting]) -> String {
        var named =
            conversation ?? Conversation(agent: Self.agent, makerID: NamelessConversation.id(file: file, first: record))
        if conversation == nil {
            named.session.startedAt = at
            sightings.append(.session(named.session))
        }
        named.records += 1
        conversation = named
        return NamelessConversation.recordID(named, record)
    }
}
