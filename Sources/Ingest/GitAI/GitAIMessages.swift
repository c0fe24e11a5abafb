import Provenance
import Text

/// The conversation that older notes carry: "`messages[{type: user, assistant or tool_use; text, or name and input;
/// timestamp}]`".
///
/// Nothing in it has an id. A message is named by its conversation, its time (its place, where it has none) and what it
/// says: the same one in the notes of several commits is then one.
struct GitAIMessages {
    private var conversation: Conversation
    private var at: Int64
    private var generation: Generation?
    private var held: [Sighting] = []

    init(conversation: Conversation, at: Int64) {
        self.conversation = conversation
        self.at = at
    }

    /// - Returns: `false` for a message of a kind that is not known.
    mutating func read(_ message: JSONValue, into sightings: inout [Sighting]) -> Bool {
        conversation.records += 1
        let stated = message["timestamp"].string.flatMap { Timestamp(iso: $0)?.milliseconds.moment }
        at = stated ?? at
        let text = message["text"].string ?? ""
        let digest = SHA256.hash(message["type"].equals("tool_use") ? message["input"].source : message["text"].source)
        let place = stated.map { "@\($0)" } ?? "\(conversation.records)"
        let id = "\(GitAINames.answerPrefix)\(conversation.session.makerID)/\(place)/\(digest.hex(16))"
        switch message["type"].string {
        case "user":
            end(into: &sightings)
            conversation.ask(words(in: text), makerID: id, at: at, into: &sightings)
        case "assistant":
            end(into: &sightings)
            var begun = conversation.answer(makerID: id, at: at)
            begun.output = Body(text)
            generation = begun
        case "tool_use":
            let current = generation ?? conversation.answer(makerID: id, at: at)
            generation = current
            generation?.endedAt = max(current.endedAt, at)
            let reading = ToolCallReading(
                makerID: id, generation: current.uid, session: current.session,
                directory: conversation.session.directory, at: at)
            held += reading.edits(by: message["name"].string ?? "", message["input"]).map { .edit($0) }
        case "thinking", "plan": break
        default: return false
        }
        return true
    }

    mutating func end(into sightings: inout [Sighting]) {
        guard let done = generation else { return }
        sightings.append(.generation(done))
        sightings += held
        generation = nil
        held = []
    }

    private func words(in text: String) -> PersonWords {
        switch conversation.session.agent {
        case ClaudeCodeReader.agent: ClaudeWrappers.words(in: text)
        case CodexReader.agent: CodexWrappers.words(in: text)
        case CursorTranscriptReader.agent: CursorWrappers.words(in: text)
        default: PersonWords(text, wrappers: [], prefixes: [])
        }
    }
}
