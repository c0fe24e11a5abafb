import Provenance
import Text

extension GeminiReader {
    mutating func readAnswer(_ message: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]) {
        guard let conversation = state.conversation else { return }
        var generation = conversation.answer(makerID: id, thread: state.thread, at: at)
        generation.model = message["model"].string
        generation.output = Body(Self.text(of: message["content"]))
        generation.tokens = Self.tokens(message["tokens"])
        let calls = Array(message["toolCalls"].elements)
        for call in calls { learnDirectory(from: call["args"], into: &sightings) }
        sightings.append(.generation(generation))
        for (index, call) in calls.enumerated() {
            readCall(call, makerID: "\(id)/\(call["id"].string ?? "\(index)")", of: generation, into: &sightings)
        }
    }

    /// Gemini counts cached input within the input, and thoughts beside the output.
    private static func tokens(_ value: JSONValue) -> TokenCounts {
        let cached = value["cached"].tokenCount
        let thoughts = value["thoughts"].tokenCount
        var tokens = TokenCounts(
            input: value["input"].tokenCount, cacheRead: cached, output: value["output"].tokenCount,
            reasoning: thoughts)
        if let input = tokens.input { tokens.input = max(0, input - (cached ?? 0)) + (value["tool"].tokenCount ?? 0) }
        if let output = tokens.output { tokens.output = output + (thoughts ?? 0) }
        return tokens
    }

    private mutating func readCall(
        _ value: JSONValue, makerID: String, of generation: Generation, into sightings: inout [Sighting]
    ) {
        guard let name = value["name"].string else { return }
        let at = value["timestamp"].string.flatMap(Timestamp.init(iso:))?.milliseconds ?? generation.startedAt
        let reading = ToolCallReading(
            makerID: makerID, generation: generation.uid, session: generation.session,
            directory: state.conversation?.session.directory, at: at)
        var edits = reading.edits(by: name, value["args"])
        if edits.count == 1, let session = state.conversation?.session.makerID {
            edits[0].byContent = GeminiCall(session, value["args"], edits[0]).map { UID(of: .edit, makerID: $0.name) }
        }
        for edit in edits { sightings.append(.edit(edit)) }
        if let outcome = outcome(of: value, edits: edits) { sightings.append(.outcome(outcome)) }
        let text = value["result"].elements.map { part in
            let response = part["functionResponse"]["response"]
            return response["output"].string ?? response["error"].string ?? Self.text(of: part)
        }.joined(separator: "\n")
        state.conversation?.addResult(
            text,
            of: PendingCall(
                name: name, path: ToolCallReading.path(in: value["args"]), source: value["args"].fetchSource),
            makerID: makerID,
            thread: generation.thread, at: at, into: &sightings)
    }

    /// `nil` while the call is not over.
    private func outcome(of call: JSONValue, edits: [Edit]) -> EditOutcome? {
        guard let edit = edits.first else { return nil }
        let status: Edit.Status
        switch call["status"].string {
        case "success": status = .applied
        case "error": status = .failed
        case "cancelled": status = .rejected
        default: return nil
        }
        return GeminiCall.outcome(of: edit, status, edits.count == 1 ? call["resultDisplay"] : nil)
    }

    /// Chats name their project by the SHA-256 of its path alone: the folder above an edited file that has it is the one.
    private mutating func learnDirectory(from arguments: JSONValue, into sightings: inout [Sighting]) {
        guard let hash = state.projectHash, state.conversation?.session.directory == nil,
            let path = ToolCallReading.path(in: arguments), path.hasPrefix("/"), path.utf8.count < 4096
        else { return }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = folder[..<slash]
            guard SHA256.hash(String(folder)).hex == hash else { continue }
            state.conversation?.session.directory = String(folder)
            if let session = state.conversation?.session { sightings.append(.session(session)) }
            return
        }
    }
}
