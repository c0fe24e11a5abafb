package import Provenance
package import Text

/// Reads a chat of VS Code with Copilot: one JSON object that holds all requests, each with what was answered.
package struct VSCodeChatReader: ConversationReader {
    package static let agent = "vscode-copilot"

    private let directory: String?
    /// Each object holds its own, and is told whole.
    let conversation: Conversation? = nil
    var next = LinePlace.start
    private let inner = JSONTape()

    package init(state: String, file: String) {
        directory = VSCodeWorkspace.folder(of: file)
    }

    mutating func take(_ line: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        guard let id = line["sessionId"].string, !id.isEmpty else { return .broken("the chat has no id") }
        var conversation = Conversation(agent: Self.agent, makerID: id)
        conversation.session.title = line["customTitle"].string
        conversation.session.startedAt = line["creationDate"].moment
        conversation.session.directory = directory ?? Self.directory(in: line)
        sightings.append(.session(conversation.session))
        var verdict = LineVerdict.read
        for (index, request) in line["requests"].elements.enumerated() {
            let answer = read(request, in: &conversation, into: &sightings)
            if case .broken(let reason) = answer { verdict = .broken("request \(index + 1): \(reason)") }
        }
        return verdict
    }

    private func read(
        _ request: JSONValue, in conversation: inout Conversation, into sightings: inout [Sighting]
    ) -> LineVerdict {
        guard let id = request["requestId"].string, !id.isEmpty else { return .broken("it has no id") }
        guard let at = request["timestamp"].moment ?? conversation.session.startedAt else {
            return .broken("it has no timestamp")
        }
        let text = request["message"]["text"].string ?? request["message"].string ?? ""
        conversation.ask(
            PersonWords(text, wrappers: [], prefixes: []), makerID: id, at: at, into: &sightings)
        addContext(of: request, id: id, at: at, to: &conversation, into: &sightings)
        conversation.model = request["modelId"].string ?? request["result"]["metadata"]["resolvedModel"].string
        let rounds = Array(request["result"]["metadata"]["toolCallRounds"].elements)
        guard !rounds.isEmpty else {
            readAnswer(request, id: id, at: at, in: &conversation, into: &sightings)
            return .read
        }
        for (index, round) in rounds.enumerated() {
            readRound(
                round, number: index, of: request, isLast: index == rounds.count - 1, id: id, at: at,
                in: &conversation, into: &sightings)
        }
        return .read
    }

    /// The request as it was sent: the person's words amid the files and the selection that went with them.
    private func addContext(
        of request: JSONValue, id: String, at: Int64, to conversation: inout Conversation,
        into sightings: inout [Sighting]
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
    private func readAnswer(
        _ request: JSONValue, id: String, at: Int64, in conversation: inout Conversation,
        into sightings: inout [Sighting]
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

    private func readRound(
        _ round: JSONValue, number: Int, of request: JSONValue, isLast: Bool, id: String, at: Int64,
        in conversation: inout Conversation, into sightings: inout [Sighting]
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
                call, name: name, id: callID, result: result, of: generation, in: &conversation, into: &sightings)
        }
    }

    private func readCall(
        _ call: JSONValue, name: String, id: String, result: JSONValue?, of generation: Generation,
        in conversation: inout Conversation, into sightings: inout [Sighting]
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
            input: usage["promptTokens"].tokenCount ?? metadata["promptTokens"].tokenCount,
            output: usage["completionTokens"].tokenCount ?? metadata["outputTokens"].tokenCount)
    }

    /// The folder that answers were rendered against.
    private static func directory(in chat: JSONValue) -> String? {
        for request in chat["requests"].elements {
            for piece in request["response"].elements {
                guard let path = piece["baseUri"]["path"].string, path.hasPrefix("/") else { continue }
                return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            }
        }
        return nil
    }
}
