import Provenance
import Text

/// What a reader of telemetry remembers between lines: the conversations of late, and which answer a span told.
struct TelemetryState: Equatable {
    struct Entry: Equatable {
        /// The conversation's id, or the trace's.
        var key: String
        var conversation: Conversation
        /// What its models have lately seen, the newest last.
        var contexts: [Context] = []
    }

    /// The segments that one call of a model saw: how many, a digest of them in their order, and their numbers.
    struct Context: Equatable {
        var count: Int
        var digest: String
        /// `nil` where other segments lie between them.
        var numbers: ClosedRange<Int>?
    }

    private(set) var entries: [Entry] = []
    /// An answer that a span told, for words that come after it in log records.
    struct Answer: Equatable {
        var span: String
        /// The maker's id of the answer.
        var id: String
        var conversation: String
    }

    private(set) var answers: [Answer] = []

    private static let conversationLimit = 24
    private static let contextLimit = 4
    private static let answerLimit = 200

    subscript(_ key: String) -> Entry? { entries.last { $0.key == key } }

    mutating func keep(_ entry: Entry) {
        var entry = entry
        entry.contexts = entry.contexts.suffix(Self.contextLimit)
        if let place = entries.firstIndex(where: { $0.key == entry.key }) { entries.remove(at: place) }
        entries.append(entry)
        if entries.count > Self.conversationLimit { entries.removeFirst() }
    }

    func answer(of span: String) -> Answer? {
        span.isEmpty ? nil : answers.last { $0.span == span }
    }

    mutating func note(_ answer: Answer) {
        guard !answer.span.isEmpty, !answers.contains(answer) else { return }
        answers.append(answer)
        if answers.count > Self.answerLimit { answers.removeFirst() }
    }
}

extension TelemetryState {
    init(json: String) {
        var json = json
        let tape = JSONTape()
        var state = TelemetryState()
        json.withUTF8 { bytes in
            guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return }
            for value in root["conversations"].elements {
                guard let key = value["key"].string, let agent = value["agent"].string, !agent.isEmpty,
                    let conversation = Conversation(agent: agent, value["conversation"])
                else { continue }
                var entry = Entry(key: key, conversation: conversation)
                for context in value["contexts"].elements {
                    entry.contexts.append(
                        Context(
                            count: context["count"].tokenCount ?? 0, digest: context["digest"].string ?? "",
                            numbers: Self.range(context["first"].tokenCount, context["last"].tokenCount)))
                }
                state.keep(entry)
            }
            for value in root["answers"].elements {
                guard let span = value["span"].string, let id = value["id"].string,
                    let conversation = value["conversation"].string
                else { continue }
                state.note(Answer(span: span, id: id, conversation: conversation))
            }
        }
        self = state
    }

    static func range(_ first: Int?, _ last: Int?) -> ClosedRange<Int>? {
        guard let first, let last, 0 < first, first <= last else { return nil }
        return first...last
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("conversations") { writer in
                for entry in entries {
                    writer.object { writer in
                        writer.set("key", entry.key)
                        writer.set("agent", entry.conversation.session.agent)
                        writer.object("conversation") { entry.conversation.write(to: &$0) }
                        writer.array("contexts") { writer in
                            for context in entry.contexts {
                                writer.object { writer in
                                    writer.set("count", context.count)
                                    writer.set("digest", context.digest)
                                    writer.set("first", context.numbers?.lowerBound)
                                    writer.set("last", context.numbers?.upperBound)
                                }
                            }
                        }
                    }
                }
            }
            writer.array("answers") { writer in
                for answer in answers {
                    writer.object { writer in
                        writer.set("span", answer.span)
                        writer.set("id", answer.id)
                        writer.set("conversation", answer.conversation)
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
