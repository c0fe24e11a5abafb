package import Engines
package import Provenance
package import Text

/// What is recorded of a question that passed by and its answer.
package struct ExchangeRecord {
    private let exchange: Exchange
    private let engine: String
    private let host: String
    /// For answers that their engine does not name, or not so that nobody else has the name.
    private let newID: String
    private let answer: EngineAnswer

    package init(_ exchange: Exchange, engine: String, host: String, newID: String) {
        self.exchange = exchange
        self.engine = engine
        self.host = host
        self.newID = newID
        answer = exchange.answer
    }

    /// Nothing was asked for but the model itself.
    package var isNone: Bool { answer.isNone }

    /// One message of the question.
    private struct Message {
        var origin: Segment.Origin
        var text: String
    }

    /// Segments are not yet numbered: the store does that. Empty where the question cannot be read.
    package func sightings(by tape: JSONTape = JSONTape()) -> [Sighting] {
        exchange.request.withUnsafeBytes { bytes in
            guard let request = try? tape.parse(bytes), request.kind == .object else { return [] }
            return sightings(of: request)
        }
    }

    private func sightings(of request: JSONValue) -> [Sighting] {
        let messages = Self.messages(of: request)
        let asked = messages.last { $0.origin == .user } ?? messages.last
        // Small numbers, as some servers give them, are the names of many answers.
        let own = answer.makerID.flatMap { $0.utf8.count >= 20 ? $0 : nil } ?? "colophon/\(newID)"
        let session = session(of: messages)
        var prompt = Prompt(
            uid: UID(of: .prompt, makerID: own), session: session.uid, words: Body(asked?.text ?? ""),
            at: exchange.startedAt)
        prompt.asker = .person
        var sightings: [Sighting] = [.session(session)]
        if asked != nil { sightings.append(.prompt(prompt)) }
        for (index, message) in messages.enumerated() {
            sightings.append(
                .segment(
                    Segment(
                        uid: UID(of: .segment, makerID: "\(own)/\(index)"), session: session.uid, thread: "", number: 0,
                        origin: message.origin, text: Body(message.text), at: exchange.startedAt)))
        }
        var generation = Generation(
            uid: UID(of: .generation, makerID: own), session: session.uid, startedAt: exchange.startedAt)
        generation.prompt = asked == nil ? nil : prompt.uid
        generation.makerID = answer.makerID ?? own
        generation.model = answer.model ?? request["model"].string
        generation.endedAt = max(exchange.startedAt, exchange.endedAt)
        generation.take(answer)
        var run = EngineRun(engine: engine, answer: answer)
        run.host = host
        run.path = exchange.path
        run.parameters = Self.parameters(of: request)
        run.seed = request["seed"].int ?? request["options"]["seed"].int ?? run.seed
        run.firstTokenAfter = exchange.firstByteAt.map { max(0, $0 - exchange.startedAt) }
        if case .failed(let words) = answer.end { run.shortfall = "The engine failed within its answer: \(words)." }
        if answer.end == .truncated {
            run.shortfall = "The stream ended without its end mark: the answer is truncated."
        }
        if answer.end == .cancelled { run.shortfall = "The client went away before the answer was whole." }
        generation.engineRun = run
        sightings.append(.generation(generation))
        return sightings
    }

    /// Protocols of this kind name no conversation: it is known by how it began.
    private func session(of messages: [Message]) -> Session {
        let client = exchange.client.map { $0.prefix { $0 != "/" && $0 != " " } } ?? ""
        let agent = client.isEmpty ? "proxy" : String(client.prefix(40)).lowercased()
        let system = messages.prefix { $0.origin == .system }
        let beginning = system.map(\.text) + [messages.first { $0.origin == .user }?.text ?? newID]
        let id = "proxy/" + SHA256.hash(([agent] + beginning).joined(separator: "\u{0}")).hex(32)
        var session = Session(uid: UID(of: .session, makerID: id), agent: agent, makerID: id)
        session.startedAt = exchange.startedAt
        return session
    }

    private static func messages(of request: JSONValue) -> [Message] {
        var messages: [Message] = []
        func add(_ origin: Segment.Origin, _ value: JSONValue) {
            let parts = value.elements.compactMap { part -> String? in
                part.string ?? part["text"].string ?? part["content"].string ?? part["content"][0]["text"].string
            }
            let text = value.string ?? parts.joined(separator: "\n")
            if !text.isEmpty { messages.append(Message(origin: origin, text: text)) }
        }
        add(.system, request["system"])
        add(.system, request["instructions"])
        if request["input"].kind == .string { add(.user, request["input"]) }
        for message in [request["messages"], request["input"]].flatMap({ Array($0.elements) }) {
            switch message["role"].string ?? message["type"].string {
            case "system", "developer": add(.system, message["content"])
            case "tool", "function": add(.tool, message["content"])
            case "function_call_output": add(.tool, message["output"])
            case "user": add(.user, message["content"])
            // What the model said before is a generation of its own.
            default: break
            }
        }
        add(.user, request["prompt"])
        for name in ["input_prefix", "input_suffix", "suffix"] as [StaticString] { add(.file, request[name]) }
        for file in request["input_extra"].elements { add(.file, file["text"]) }
        return messages
    }

    private static let words: Set<String> = [
        "prompt", "system", "model", "instructions", "input", "input_prefix", "input_suffix", "suffix",
    ]

    /// All of the request that is a number, a word or a switch.
    private static func parameters(of request: JSONValue) -> String {
        var json = JSONWriter()
        json.object { object in
            for (name, value) in request.members where !Self.words.contains(name) {
                set(name, value, in: &object)
                if name == "options" { for (name, value) in value.members { set(name, value, in: &object) } }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func set(_ name: String, _ value: JSONValue, in object: inout JSONObjectWriter) {
        switch value.kind {
        case .bool: object.set(name, value.bool)
        case .number:
            if let number = value.int { object.set(name, number) } else { object.set(name, value.double) }
        case .string: if let text = value.string, text.utf8.count <= 200 { object.set(name, text) }
        default: break
        }
    }
}
