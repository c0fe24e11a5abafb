import Provenance
import Text

/// What a Gemini reader remembers between lines.
struct GeminiState: Equatable {
    var conversation: Conversation?
    /// The sub-agent's own id where the session is its parent's.
    var thread = ""
    /// The SHA-256 of the project's path.
    var projectHash: String?
    /// Messages told lately, and the number of the last segment before each: they come again.
    private var messages: [Message] = []

    private struct Message: Equatable {
        var id: String
        var before: Int
    }

    /// Messages that come again are mostly the last one, and at most those of one context.
    private static let remembered = 400

    private var last: Int { conversation?.threads[thread]?.last ?? 0 }

    /// Numbers on from where this message stood the first time.
    ///
    /// - Returns: where to go on after it.
    mutating func returnTo(_ id: String) -> Int {
        let next = last
        if let known = messages.last(where: { $0.id == id }) {
            conversation?.threads[thread]?.last = known.before
        } else {
            messages.append(Message(id: id, before: next))
            if messages.count > Self.remembered { messages.removeFirst() }
        }
        return next
    }

    mutating func goOn(from next: Int) {
        if last < next { conversation?.threads[thread]?.last = next }
    }

    /// "deletes from that id on"; an id that is not known clears all.
    mutating func rewind(to id: String) {
        let visible = conversation?.threads[thread]?.first ?? 1
        if let known = messages.last(where: { $0.id == id }), known.before >= visible {
            conversation?.threads[thread]?.hasGap = true
        } else {
            beginContext()
        }
    }

    /// The model sees these messages alone from now on.
    mutating func replaceContext(with ids: [String]) {
        let known = Set(messages.map(\.id))
        let visible = conversation?.threads[thread]?.first ?? 1
        if !ids.contains(where: known.contains) {
            beginContext()
        } else if ids.first != messages.first(where: { $0.before + 1 >= visible })?.id {
            conversation?.threads[thread]?.hasGap = true
        }
    }

    private mutating func beginContext() {
        let next = last + 1
        conversation?.threads[thread]?.first = next
        conversation?.threads[thread]?.hasGap = false
    }
}

extension GeminiState {
    init(json: String) {
        var json = json
        let tape = JSONTape()
        var state = GeminiState()
        json.withUTF8 { bytes in
            guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return }
            state.conversation = Conversation(agent: GeminiReader.agent, root["conversation"])
            state.thread = root["thread"].string ?? ""
            state.projectHash = root["project"].string
            for message in root["messages"].elements {
                guard let id = message["id"].string else { continue }
                state.messages.append(Message(id: id, before: message["before"].tokenCount ?? 0))
            }
        }
        self = state
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            if let conversation { writer.object("conversation") { conversation.write(to: &$0) } }
            writer.set("thread", thread)
            writer.set("project", projectHash)
            writer.array("messages") { writer in
                for message in messages {
                    writer.object { writer in
                        writer.set("id", message.id)
                        writer.set("before", message.before)
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
