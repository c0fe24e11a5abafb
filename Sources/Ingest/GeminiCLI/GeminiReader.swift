import Provenance
import Text

/// Reads Gemini CLI's chats: JSON Lines of messages and patches, or, from older versions, one object with all messages.
///
/// A message is appended again, whole, whenever a tool of its finishes or its tokens are known: each telling completes the
/// one before, so nothing has to be held back.
package struct GeminiReader: ConversationReader {
    package static let agent = "gemini-cli"

    var state: GeminiState
    let place: GeminiPlace
    var next = LinePlace.start

    package init(state: String, file: String) {
        self.state = GeminiState(json: state)
        place = GeminiPlace(file: file)
    }

    var conversation: Conversation? { state.conversation }

    var memory: String { state.json }

    mutating func take(_ line: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        if line["$set"].exists { return patch(line["$set"], into: &sightings) }
        if let id = line["$rewindTo"].string {
            state.rewind(to: id)
            return .read
        }
        if line["type"].exists || line["id"].exists { return readMessage(line, into: &sightings) }
        guard line["sessionId"].exists else { return .unknown }
        readHeader(line, into: &sightings)
        return readAll(line["messages"], into: &sightings)
    }

    /// `{sessionId, projectHash, startTime, lastUpdated, kind}`, and `directories` from newer versions.
    private mutating func readHeader(_ header: JSONValue, into sightings: inout [Sighting]) {
        guard state.conversation == nil, let id = header["sessionId"].string, !id.isEmpty else { return }
        state.thread = place.parent == nil ? "" : id
        var conversation = Conversation(agent: Self.agent, makerID: place.parent ?? id)
        conversation.session.startedAt = header["startTime"].string.flatMap(Timestamp.init(iso:))?.milliseconds
        conversation.session.directory = place.directory ?? header["directories"][0].string
        conversation.session.title = header["summary"].string
        state.projectHash = header["projectHash"].string
        state.conversation = conversation
        sightings.append(.session(conversation.session))
    }

    private mutating func patch(_ values: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        if let directory = values["directories"][0].string, state.conversation?.session.directory == nil {
            state.conversation?.session.directory = directory
        }
        if var session = state.conversation?.session {
            session.title = values["summary"].string
            sightings.append(.session(session))
        }
        guard values["messages"].exists else { return .read }
        // What stands here is all that the model sees from now on: after a start, a compression, a turn taken back.
        state.replaceContext(with: values["messages"].elements.map { $0["id"].string ?? "" })
        return readAll(values["messages"], into: &sightings)
    }

    private mutating func readAll(_ messages: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        var verdict = LineVerdict.read
        for (index, message) in messages.elements.enumerated() {
            let answer = readMessage(message, into: &sightings)
            if case .broken(let reason) = answer { verdict = .broken("message \(index + 1): \(reason)") }
        }
        return verdict
    }

    private mutating func readMessage(_ message: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        guard let id = message["id"].string, !id.isEmpty else { return .broken("the message has no id") }
        guard let at = message["timestamp"].string.flatMap(Timestamp.init(iso:))?.milliseconds else {
            return .broken("the message has no timestamp")
        }
        switch message["type"].string {
        case "user", "gemini": break
        // What the program told the person; nothing of it goes to a model.
        case "info", "warning", "error": return .read
        case nil: return .broken("the message has no type")
        default: return .unknown
        }
        begin(with: id, at: at, into: &sightings)
        let next = state.returnTo(id)
        if message["type"].equals("user") {
            readUser(message["content"], id: id, at: at, into: &sightings)
        } else {
            readAnswer(message, id: id, at: at, into: &sightings)
        }
        state.goOn(from: next)
        return .read
    }

    /// Where the first lines are gone, or never were, the first message names the session.
    private mutating func begin(with id: String, at: Int64, into sightings: inout [Sighting]) {
        guard state.conversation == nil else { return }
        var conversation = Conversation(agent: Self.agent, makerID: place.parent ?? id)
        state.thread = place.parent == nil ? "" : id
        conversation.session.directory = place.directory
        conversation.session.startedAt = at
        state.conversation = conversation
        sightings.append(.session(conversation.session))
    }

    private mutating func readUser(
        _ content: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]
    ) {
        let text = Self.text(of: content)
        guard !GeminiWrappers.isLocalCommand(text) else { return }
        let (words, files) = GeminiWrappers.parted(text)
        let hasImage = content.elements.contains { $0["inlineData"].exists || $0["fileData"].exists }
        state.conversation?.ask(
            words, files: files, makerID: id, thread: state.thread, asker: state.thread.isEmpty ? .person : .agent,
            hasImage: hasImage, at: at, into: &sightings)
    }

    /// A text, or parts of which some are texts.
    static func text(of content: JSONValue) -> String {
        if let text = content.string { return text }
        if let text = content["text"].string { return text }
        return content.elements.compactMap { $0.string ?? $0["text"].string }.joined()
    }
}
