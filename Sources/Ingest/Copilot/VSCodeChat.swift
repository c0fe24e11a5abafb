import Provenance
import Text

/// Tells a chat of VS Code's, request by request.
struct VSCodeChat {
    private(set) var conversation: Conversation
    private let inner = JSONTape()

    /// How far a request is that stands in a history.
    enum Stage {
        case whole
        /// Its answer is still being given: what there is of it has no names yet.
        case open
        /// The person took it back, or sent it anew.
        case gone
    }

    /// - Parameters:
    ///   - chat: what stands beside the requests; `nil` comes of one without an id.
    ///   - directory: the folder that was open.
    init?(_ chat: JSONValue, directory: String?) {
        guard let id = chat["sessionId"].string, !id.isEmpty else { return nil }
        conversation = Conversation(agent: VSCodeChatReader.agent, makerID: id)
        conversation.session.title = chat["customTitle"].string
        conversation.session.startedAt = chat["creationDate"].moment
        conversation.session.directory = directory
    }

    mutating func tell(_ request: JSONValue, _ stage: Stage = .whole, into sightings: inout [Sighting]) -> LineVerdict {
        guard let id = request["requestId"].string, !id.isEmpty else { return .broken("it has no id") }
        guard let at = request["timestamp"].moment ?? conversation.session.startedAt else {
            return .broken("it has no timestamp")
        }
        ask(request, id: id, at: at, into: &sightings)
        addContext(of: request, id: id, at: at, into: &sightings)
        conversation.model = request["modelId"].string ?? request["result"]["metadata"]["resolvedModel"].string
        let rounds = Array(request["result"]["metadata"]["toolCallRounds"].elements)
        if rounds.isEmpty, stage != .open { readAnswer(request, id: id, at: at, into: &sightings) }
        for (index, round) in rounds.enumerated() {
            readRound(
                round, number: index, of: request, isLast: index == rounds.count - 1, id: id, at: at,
                into: &sightings)
        }
        // What comes next has not seen it.
        if stage == .gone { conversation.threads[""]?.hasGap = true }
        return .read
    }

    private mutating func ask(
        _ request: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]
    ) {
        let text = request["message"]["text"].string ?? request["message"].string ?? ""
        // A command in the background has ended, and VS Code says so to the model.
        if request["isSystemInitiated"].bool == true {
            guard !text.isEmpty else { return }
            conversation.addSegment(text, origin: .system, makerID: "\(id)/0", at: at, into: &sightings)
            return
        }
        conversation.ask(PersonWords(text, wrappers: [], prefixes: []), makerID: id, at: at, into: &sightings)
    }

    /// The request as it was sent: the person's words amid the files and the selection that went with them.
    private mutating func addContext(
        of request: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]
    ) {
        for (name, parts) in [
            ("global", request["result"]["metadata"]["renderedGlobalContext"]),
            ("user", request["result"]["metadata"]["renderedUserMessage"]),
        ] {
            let text = parts.string ?? parts.elements.compactMap { $0["text"].string }.joined()
            guard !text.isEmpty else { continue }
            conversation.addSegment(text, origin: .system, makerID: "\(id)/\(name)", at: at, into: &sightings)
        }
    }

    private static func end(of request: JSONValue, begunAt at: Int64) -> Int64 {
        let elapsed = request["result"]["timings"]["totalElapsed"].tokenCount ?? 0
        return (at + Int64(elapsed)).moment ?? at
    }

    /// An answer without tools: its Markdown stands in pieces.
    private mutating func readAnswer(
        _ request: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]
    ) {
        let response = request["response"]
        let text = response.elements.compactMap { piece in
            piece["kind"].exists && !piece["kind"].equals("markdownContent")
                ? nil : piece["value"].string ?? piece["content"]["value"].string
        }.joined()
        guard !text.isEmpty || response.count > 0 else { return }
        var generation = conversation.answer(makerID: request["responseId"].string ?? "\(id)/answer", at: at)
        generation.output = Body(text)
        generation.endedAt = Self.end(of: request, begunAt: at)
        generation.stopReason = request["isCanceled"].bool == true ? "cancelled" : nil
        generation.tokens = Self.tokens(of: request)
        sightings.append(.generation(generation))
    }

    private mutating func readRound(
        _ round: JSONValue, number: Int, of request: JSONValue, isLast: Bool, id: String, at: Int64,
        into sightings: inout [Sighting]
    ) {
        var generation = conversation.answer(makerID: round["id"].string ?? "\(id)/\(number)", at: at)
        generation.output = Body(round["response"].string ?? "")
        // Times and usage are told once a request: its last round has them.
        if isLast {
            generation.endedAt = Self.end(of: request, begunAt: at)
            generation.tokens = Self.tokens(of: request)
        }
        sightings.append(.generation(generation))
        let results = request["result"]["metadata"]["toolCallResults"]
        for (index, call) in round["toolCalls"].elements.enumerated() {
            guard let name = call["name"].string else { continue }
            let callID = call["id"].string ?? "\(id)/\(number)/\(index)"
            let result = results.members.first { $0.key == callID }?.value
            readCall(
                call, name: name, id: callID, result: result, of: generation, into: &sightings)
        }
    }

    private mutating func readCall(
        _ call: JSONValue, name: String, id: String, result: JSONValue?, of generation: Generation,
        into sightings: inout [Sighting]
    ) {
        let at = generation.startedAt
        let reading = ToolCallReading(
            makerID: id, generation: generation.uid, session: generation.session,
            directory: conversation.session.directory, at: at)
        let (edits, path) = call["arguments"].withArguments(inner) { arguments in
            (reading.edits(by: name, arguments), ToolCallReading.path(in: arguments))
        }
        for edit in edits { sightings.append(.edit(edit)) }
        guard let result else { return }
        let text = PromptNodes.text(of: result)
        if let edit = edits.first {
            sightings.append(.outcome(EditOutcome(call: edit.call, status: Self.status(of: text))))
        }
        conversation.addResult(
            text, of: PendingCall(name: name, path: path), makerID: id, at: at, into: &sightings)
    }

    /// The result of a tool says in words alone whether it did what was asked.
    private static func status(of text: String) -> Edit.Status {
        let begin = text.trimmed.prefix(200)
        if begin.hasPrefix("ERROR") || begin.hasPrefix("Error") { return .failed }
        return begin.contains("The user chose to skip") || begin.contains("cancelled by the user")
            ? .rejected : .applied
    }

    private static func tokens(of request: JSONValue) -> TokenCounts {
        let usage = request["result"]["usage"]
        let metadata = request["result"]["metadata"]
        return TokenCounts(
            input: usage["promptTokens"].tokenCount ?? metadata["promptTokens"].tokenCount
                ?? request["promptTokens"].tokenCount,
            output: usage["completionTokens"].tokenCount ?? metadata["outputTokens"].tokenCount
                ?? request["completionTokens"].tokenCount)
    }

    /// The folder that the answer was rendered against.
    static func directory(of request: JSONValue) -> String? {
        for piece in request["response"].elements {
            guard let path = piece["baseUri"]["path"].string, path.hasPrefix("/") else { continue }
            return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
        return nil
    }
}
