import Provenance
import Text

extension TelemetryTeller {
    /// A call of a model: by a span, or by the event that tells all of it.
    mutating func tellGeneration(
        _ record: TelemetryRecord, of agent: TelemetryAgent?, into sightings: inout [Sighting]
    ) -> Answer {
        guard let at = record.start else { return .unknown }
        guard let id = record[.responseID].string ?? spanID(record) else {
            return .unknown
        }
        if let agent {
            // Told by its transcript, under ids that telemetry does not always know.
            guard agent.names(answer: id), let session = agent.session(of: record) else { return .known }
            sightings.append(.session(session))
            sightings.append(.generation(generation(id, of: session.uid, record, at: at)))
            return .known
        }
        guard var entry = entry(of: record) else { return .unknown }
        sightings.append(.session(entry.conversation.session))
        let content = GenAIContent(of: record, by: tape)
        let seen = tellContext(content, of: &entry, at: at, into: &sightings)
        var generation = generation(id, of: entry.conversation.session.uid, record, at: at)
        generation.context = seen.numbers
        generation.prompt = seen.prompt
        let output = content.output.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        generation.output = Body(output)
        generation.stopReason = generation.stopReason ?? content.output.lazy.compactMap(\.finishReason).first
        sightings.append(.generation(generation))
        tellCalls(content.output, of: generation, in: &entry, into: &sightings)
        entry.conversation.answer = generation.uid
        if record.signal == .span { state.note(.init(span: record.span, id: id, conversation: entry.key)) }
        state.keep(entry)
        return .known
    }

    /// A span names its call by itself; a log record names none without the maker's id.
    private func spanID(_ record: TelemetryRecord) -> String? {
        record.signal == .span && record.span.contains { $0 != "0" } ? record.span : nil
    }

    private func generation(_ id: String, of session: UID, _ record: TelemetryRecord, at: Int64) -> Generation {
        var generation = Generation(uid: UID(of: .generation, makerID: id), session: session, startedAt: at)
        generation.makerID = id
        generation.model = record[.responseModel].string ?? record[.requestModel].string
        generation.endedAt = max(at, record.end ?? at)
        generation.tokens = Self.tokens(of: record)
        let reasons = record[.finishReasons].unpacked(by: tape)
        generation.stopReason = reasons.string ?? reasons.elements.lazy.compactMap(\.string).first
        return generation
    }

    /// "gen_ai.usage.input_tokens … SHOULD include all types of input tokens, including cached tokens": the cached ones are
    /// taken out again.
    ///
    /// Anthropic's own count leaves them out, and some instrumentations hand it on as it is. It is taken for that where it
    /// cannot hold the cached ones, being less than they are, or where the total says that they come on top.
    static func tokens(of record: TelemetryRecord) -> TokenCounts {
        var tokens = TokenCounts(
            input: record[.inputTokens].count, cacheRead: record[.cacheReadTokens].count,
            cacheWrite: record[.cacheWriteTokens].count, output: record[.outputTokens].count,
            reasoning: record[.reasoningTokens].count)
        guard let input = tokens.input else { return tokens }
        let cached = (tokens.cacheRead ?? 0) + (tokens.cacheWrite ?? 0)
        let isRaw =
            input < cached || cached > 0 && record[.totalTokens].count == input + cached + (tokens.output ?? 0)
        if !isRaw { tokens.input = input - cached }
        return tokens
    }
}

// MARK: - What it saw

extension TelemetryTeller {
    private struct Seen {
        var numbers: ClosedRange<Int>?
        var prompt: UID?
    }

    /// Tells those messages that no earlier call of the conversation has told: each call brings all of them again.
    private mutating func tellContext(
        _ content: GenAIContent, of entry: inout TelemetryState.Entry, at: Int64, into sightings: inout [Sighting]
    ) -> Seen {
        let texts = Texts(system: content.system, input: content.input)
        // Its words may follow in log records: until then it stands where its time puts it.
        guard !texts.all.isEmpty else { return Seen() }
        let place = entry.contexts.lastIndex { $0.count <= texts.all.count && texts.digest(of: $0.count) == $0.digest }
        var context = place.map { entry.contexts.remove(at: $0) } ?? .init(count: 0, digest: "", numbers: nil)
        let isWhole = context.count == 0 || context.numbers != nil
        let last = entry.conversation.threads[""]?.last ?? 0
        var first = context.numbers?.lowerBound ?? last + 1
        // What other calls told meanwhile lies between: no longer one range.
        if texts.all.count > context.count, let end = context.numbers?.upperBound, end != last { first = 0 }
        for text in texts.all[context.count...] { tell(text, of: &entry, at: at, into: &sightings) }
        let end = texts.all.count == context.count ? context.numbers?.upperBound : entry.conversation.threads[""]?.last
        context.count = texts.all.count
        context.digest = texts.digest(of: texts.all.count)
        context.numbers = isWhole ? TelemetryState.range(first, end) : nil
        entry.contexts.append(context)
        let session = entry.conversation.session.makerID
        let prompt = texts.all.last { $0.isPerson }.map { UID(of: .prompt, makerID: $0.promptID(in: session)) }
        if let prompt { entry.conversation.threads[""]?.prompt = prompt }
        return Seen(numbers: context.numbers, prompt: prompt ?? entry.conversation.threads[""]?.prompt)
    }

    private mutating func tell(
        _ text: Texts.Text, of entry: inout TelemetryState.Entry, at: Int64, into sightings: inout [Sighting]
    ) {
        let session = entry.conversation.session
        let number = (entry.conversation.threads[""]?.last ?? 0) + 1
        let makerID = "\(session.makerID)/\(number)/\(text.digest)"
        switch text.origin {
        case .tool:
            let call =
                text.call.flatMap { entry.conversation.calls[$0] } ?? text.tool.map { .init(name: $0, path: nil) }
            entry.conversation.addResult(text.text, of: call, makerID: makerID, at: at, into: &sightings)
        default:
            entry.conversation.addSegment(text.text, origin: text.origin, makerID: makerID, at: at, into: &sightings)
        }
        guard text.isPerson else { return }
        var prompt = Prompt(
            uid: UID(of: .prompt, makerID: text.promptID(in: session.makerID)), session: session.uid,
            words: Body(text.text), at: at, segments: number...number)
        prompt.branch = session.branch
        sightings.append(.prompt(prompt))
    }

    /// The texts that went to a model, without its own earlier answers.
    private struct Texts {
        struct Text {
            var origin: Segment.Origin
            var text: String
            var digest: String
            /// The call that it answers, and the tool's name.
            var call: String?
            var tool: String?
            /// How often a person had said the same before.
            var turn = 0

            var isPerson: Bool { origin == .user }

            func promptID(in session: String) -> String { "\(session)/\(digest)/\(turn)" }
        }

        private(set) var all: [Text] = []
        private var tools: [String: String] = [:]
        private var said: [String: Int] = [:]

        init(system: [GenAIMessage], input: [GenAIMessage]) {
            for message in system { add(message.text, .system) }
            for message in input { take(message) }
        }

        private mutating func take(_ message: GenAIMessage) {
            for piece in message.pieces {
                switch piece {
                case .text(let text):
                    switch message.role {
                    case "system", "developer": add(text, .system)
                    case "user", "human": add(text, .user)
                    default: break
                    }
                case .call(let id, let name, _): if let id { tools[id] = name }
                case .result(let id, let text): add(text, .tool, call: id)
                }
            }
        }

        private mutating func add(_ text: String, _ origin: Segment.Origin, call: String? = nil) {
            guard !text.trimmed.isEmpty else { return }
            let digest = String(SHA256.hash("\(origin)\u{0}\(text)").hex.prefix(16))
            var text = Text(origin: origin, text: text, digest: digest, call: call, tool: call.flatMap { tools[$0] })
            if origin == .user {
                text.turn = said[digest, default: 0]
                said[digest] = text.turn + 1
            }
            all.append(text)
        }

        func digest(of count: Int) -> String {
            String(SHA256.hash(all.prefix(count).map(\.digest).joined()).hex.prefix(24))
        }
    }
}
