import Provenance
import Text

/// Reads a history of which nothing is open between two records: what it remembers is a conversation, and after each
/// record it may be left.
///
///     struct ExampleReader: ConversationReader {
///         static let agent = "example"
///         var conversation: Conversation?
///         var next = LinePlace.start
///         init(state: String, file: String) { conversation = Conversation(agent: Self.agent, json: state) }
///         mutating func take(_ record: JSONValue, into sightings: inout [Sighting]) -> LineVerdict { … }
///     }
protocol ConversationReader: HistoryReader {
    static var agent: String { get }

    /// `nil` until a record has named it.
    var conversation: Conversation? { get }

    /// Where the next record begins.
    var next: LinePlace { get set }

    /// What a new reader must be given to go on from `next`: the conversation, where nothing else is said.
    var memory: String { get }

    mutating func take(_ record: JSONValue, into sightings: inout [Sighting]) -> LineVerdict
}

extension ConversationReader {
    var memory: String { conversation?.json ?? "" }

    package func resume(into sightings: inout [Sighting]) {
        if let conversation { sightings.append(.session(conversation.session)) }
    }

    package mutating func read(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        defer { next = LinePlace(number: place.number + 1, start: place.end, end: place.end) }
        return take(line, into: &sightings)
    }

    package mutating func end(into sightings: inout [Sighting]) {}

    package var mark: ReadMark { ReadMark(position: next.start, line: next.number, state: memory) }
}

extension LinePlace {
    static let start = LinePlace(number: 1, start: 0, end: 0)
}
