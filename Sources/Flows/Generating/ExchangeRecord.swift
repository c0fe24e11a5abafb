package import Engines
package import Ingest
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
    private let agent: PassingAgent

    /// Which of several answers that came at once it is.
    private let choice: Int

    package init(_ exchange: Exchange, engine: String, host: String, newID: String, choice: Int = 0) {
        self.exchange = exchange
        self.engine = engine
        self.host = host
        self.newID = newID
        self.choice = choice
        var answer = exchange.answer(choice)
        // They are counted together, with the first.
        if choice > 0 { answer.forgetCounts() }
        self.answer = answer
        agent = PassingAgent(client: exchange.client)
    }

    /// How many answers came at once.
    package var choices: Int { answer.choices }

    /// Nothing was asked for but the model itself.
    package var isNone: Bool { answer.isNone }

    /// Segments are not yet numbered: the store does that. Empty where the question cannot be read.
    package func sightings(by tape: JSONTape = JSONTape()) -> [Sighting] {
        let request = exchange.isQuestionCut ? Array("{}".utf8) : exchange.request
        return request.withUnsafeBytes { bytes in
            guard let request = try? tape.parse(bytes), request.kind == .object else { return [] }
            return sightings(of: request)
        }
    }

    private func sightings(of request: JSONValue) -> [Sighting] {
        let messages = AskedMessages(of: request, from: agent, choice: choice)
        let own = answerName
        let session = session(of: messages, in: request)
        let context = context(of: messages, in: session)
        let isTalk = request["messages"].kind == .array || request["input"].kind == .array
        var sightings: [Sighting] = [.session(session)]
        let prompt = prompt(of: messages, context, in: session, own: own, isTalk: isTalk)
        if let prompt { sightings.append(.prompt(prompt)) }
        sightings += context.map { .segment($0) }
        let calls = calls(own: own, in: session)
        sightings.append(.generation(generation(own, session.uid, prompt, request, told: calls.told)))
        sightings += calls.edits.map { .edit($0) }
        sightings += messages.outcomes.map { .outcome($0) }
        return sightings
    }

    /// Small numbers, as some servers give them, are the names of many answers.
    private var answerName: String {
        let name =
            agent.answerName(firstItem: answer.firstItem)
            ?? answer.makerID.flatMap { $0.utf8.count >= 20 ? $0 : nil } ?? "colophon/\(newID)"
        return choice == 0 ? name : "\(name)/\(choice)"
    }

    private func generation(
        _ own: String, _ session: UID, _ prompt: Prompt?, _ request: JSONValue, told: [String]
    ) -> Generation {
        var generation = Generation(
            uid: UID(of: .generation, makerID: own), session: session, startedAt: exchange.startedAt)
        generation.prompt = prompt?.uid
        generation.makerID = answer.makerID ?? own
        generation.model = answer.model ?? request["model"].string
        generation.endedAt = max(exchange.startedAt, exchange.endedAt)
        generation.take(answer, told: told)
        var run = EngineRun(engine: engine, answer: answer)
        run.host = host
        run.path = exchange.path
        run.parameters = Self.parameters(of: request)
        run.seed = request["seed"].int ?? request["options"]["seed"].int ?? run.seed
        run.firstTokenAfter = exchange.firstByteAt.map { max(0, $0 - exchange.startedAt) }
        run.shortfall = shortfall
        generation.engineRun = run
        return generation
    }

    /// Why not all of it is there, as sentences.
    private var shortfall: String? {
        var sentences: [String] = []
        if exchange.isQuestionCut {
            sentences.append("The question is longer than what is kept of one, and is missing.")
        }
        switch answer.end {
        case .failed(let words): sentences.append("The engine failed within its answer: \(words).")
        case .unreadable(let words): sentences.append("The engine's answer cannot be read on: \(words).")
        case .truncated where exchange.isAnswerCut:
            sentences.append("The answer is longer than what is kept of one: this is its beginning.")
        case .truncated: sentences.append("The stream ended without its end mark: the answer is truncated.")
        case .cancelled: sentences.append("The client went away before the answer was whole.")
        case .complete: break
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    // MARK: - The conversation

    /// Protocols of this kind name no conversation: it is known by what its agent says of it, and by how it began.
    private func session(of messages: AskedMessages, in request: JSONValue) -> Session {
        let client = exchange.client.map { $0.prefix { $0 != "/" && $0 != " " } } ?? ""
        let name = client.isEmpty ? "proxy" : String(client.prefix(40)).lowercased()
        let told = agent.conversation(of: request)
        // An agent that names its conversation may tell its model something else each time.
        let system = told == nil ? messages.all.prefix { $0.origin == .system }.map(\.text) : []
        let beginning = [told].compactMap(\.self) + system + [messages.all.first { $0.origin == .user }?.text ?? newID]
        let id = Session.passed + SHA256.hash(([name] + beginning).joined(separator: "\u{0}")).hex(32)
        var session = Session(uid: UID(of: .session, makerID: id), agent: name, makerID: id)
        session.startedAt = exchange.startedAt
        session.directory = messages.directory
        // What that tells of the same answers stands there.
        session.parent = told.map { UID(of: .session, makerID: $0) }
        return session
    }

    /// Each question brings all of the conversation again: a message is named by what stands before it, so that it is told
    /// once.
    private func context(of messages: AskedMessages, in session: Session) -> [Segment] {
        var digest = session.makerID
        return messages.all.map { message in
            digest = SHA256.hash([digest, message.origin.rawValue, message.text].joined(separator: "\u{0}")).hex(32)
            var segment = Segment(
                uid: UID(of: .segment, makerID: "\(session.makerID)/\(digest)"), session: session.uid, thread: "",
                number: 0, origin: message.origin, text: Body(message.text), at: exchange.startedAt)
            segment.tool = message.tool
            segment.source = message.result?.source
            segment.path = message.result?.path
            segment.firstLine = message.result?.firstLine
            segment.lineCount = message.result?.lineCount
            return segment
        }
    }

    /// What a person said last; an agent that goes on with its work still works for that.
    private func prompt(
        of messages: AskedMessages, _ context: [Segment], in session: Session, own: String, isTalk: Bool
    ) -> Prompt? {
        let place = messages.all.lastIndex { $0.origin == .user } ?? messages.all.indices.last
        guard let place else { return nil }
        let name = isTalk ? "\(session.makerID)/\(context[place].uid.text)" : own
        return Prompt(
            uid: UID(of: .prompt, makerID: name), session: session.uid, asker: .person,
            words: Body(messages.all[place].text), at: exchange.startedAt)
    }

    // MARK: - Calls of tools

    /// Edits that the answer proposes, and in words those calls that are none.
    private func calls(own: String, in session: Session) -> (edits: [Edit], told: [String]) {
        var edits: [Edit] = []
        var told: [String] = []
        for (index, call) in answer.calls.enumerated() {
            let id = call.id.flatMap { PassingCall.isName($0) ? $0 : nil } ?? "\(own)/\(index)"
            let made = PassingCall(id: id, name: call.name, arguments: call.arguments).edits(
                by: agent, generation: UID(of: .generation, makerID: own), session: session.uid,
                directory: session.directory, at: max(exchange.startedAt, exchange.endedAt))
            edits += made
            if made.isEmpty { told.append(call.arguments.isEmpty ? call.name : "\(call.name) \(call.arguments)") }
        }
        return (edits, told)
    }

    // MARK: - How it was asked

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

extension EngineAnswer {
    fileprivate mutating func forgetCounts() {
        (promptTokens, cachedPromptTokens, reportedTokens, reasoningTokens) = (nil, nil, nil, nil)
    }
}
