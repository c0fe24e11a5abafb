import Provenance
import Text

/// The bubbles of one answer: words, then the calls that follow from them; words after a call begin the next one.
struct CursorAnswer {
    private var generation: Generation?
    private var held: [Sighting] = []
    private var hasCalls = false

    mutating func take(
        _ bubble: JSONValue, id: String, at: Int64, inner: JSONTape, in conversation: inout Conversation,
        into sightings: inout [Sighting]
    ) {
        let text = bubble["text"].string ?? ""
        let call = bubble["toolFormerData"]
        guard !text.isEmpty || call["name"].exists else { return }
        if hasCalls, !text.isEmpty { close(into: &sightings) }
        var current = generation ?? conversation.answer(makerID: id, at: at)
        current.endedAt = max(current.endedAt, at)
        if !text.isEmpty { current.output.text += (current.output.text.isEmpty ? "" : "\n") + text }
        // Most bubbles count nothing, and say so with zeros.
        let usage = bubble["tokenCount"]
        if let input = usage["inputTokens"].tokenCount, let output = usage["outputTokens"].tokenCount,
            input + output > 0
        {
            current.tokens.add(TokenCounts(input: input, output: output))
        }
        generation = current
        if call["name"].exists {
            hasCalls = true
            read(call, id: id, at: at, of: current, inner: inner, in: &conversation)
        }
    }

    mutating func close(into sightings: inout [Sighting]) {
        guard let done = generation else { return }
        sightings.append(.generation(done))
        sightings += held
        self = CursorAnswer()
    }

    private mutating func read(
        _ call: JSONValue, id: String, at: Int64, of generation: Generation, inner: JSONTape,
        in conversation: inout Conversation
    ) {
        let name = call["name"].string ?? ""
        let makerID = call["toolCallId"].string.flatMap { $0.isEmpty ? nil : $0 } ?? id
        let reading = ToolCallReading(
            makerID: makerID, generation: generation.uid, session: generation.session,
            directory: conversation.session.directory, at: at)
        // What the model wrote, and what Cursor made of it; a version has one of them or both.
        var edits: [Edit] = []
        var path: String?
        for arguments in [call["rawArgs"], call["params"]] where edits.isEmpty {
            arguments.withArguments(inner) { value in
                edits = reading.edits(by: name, value)
                path = path ?? ToolCallReading.path(in: value)
            }
        }
        for edit in edits { held.append(.edit(edit)) }
        if let status = Self.status(of: call), let edit = edits.first {
            held.append(.outcome(EditOutcome(call: edit.call, status: status)))
        }
        let text = call["result"].withArguments(inner) { $0["output"].string ?? $0["contents"].string ?? "" }
        conversation.addResult(
            text, of: PendingCall(name: name, path: path), makerID: "\(id)/result", at: at, into: &held)
    }

    private static func status(of call: JSONValue) -> Edit.Status? {
        switch (call["userDecision"].string, call["status"].string) {
        case ("rejected", _), (_, "cancelled"), (_, "rejected"): .rejected
        case (_, "error"): .failed
        case ("accepted", _), (_, "completed"): .applied
        default: nil
        }
    }
}
