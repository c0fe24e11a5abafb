import Provenance
import Text

extension CopilotReader {
    mutating func readAnswer(_ data: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]) {
        guard let conversation else { return }
        let thread = data["parentToolCallId"].string ?? ""
        var generation = conversation.answer(makerID: data["messageId"].string ?? id, thread: thread, at: at)
        generation.model = data["model"].string ?? conversation.model
        generation.output = Body(data["content"].string ?? "")
        // Newer versions count what was produced; what went in is in no event that is kept.
        generation.tokens.output = data["outputTokens"].tokenCount
        sightings.append(.generation(generation))
        for request in data["toolRequests"].elements {
            guard let call = request["toolCallId"].string, let name = request["name"].string else { continue }
            request["arguments"].withArguments(inner) { arguments in
                self.conversation?.calls[call] = PendingCall(
                    name: name, path: ToolCallReading.path(in: arguments), source: arguments.fetchSource)
                let reading = ToolCallReading(
                    makerID: call, generation: generation.uid, session: generation.session,
                    directory: conversation.session.directory, at: at)
                for edit in reading.edits(by: name, arguments) { sightings.append(.edit(edit)) }
            }
        }
    }

    /// Tells the model where no change of it was told: newer versions name it on the tools.
    mutating func readStart(_ data: JSONValue, at: Int64, into sightings: inout [Sighting]) {
        guard let id = data["toolCallId"].string, conversation?.calls[id] == nil, let name = data["toolName"].string
        else { return }
        data["arguments"].withArguments(inner) { arguments in
            conversation?.calls[id] = PendingCall(
                name: name, path: ToolCallReading.path(in: arguments), source: arguments.fetchSource)
        }
    }

    mutating func readComplete(
        _ data: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]
    ) {
        guard let call = data["toolCallId"].string else { return }
        let pending = conversation?.calls.remove(call)
        let result = data["result"]
        let text =
            result["content"].string ?? result["text_result_for_llm"].string ?? result["textResultForLlm"].string
            ?? data["error"]["message"].string ?? result.string ?? ""
        var outcome = EditOutcome(call: UID(of: .edit, makerID: call), status: status(of: data))
        outcome.path = pending?.path
        let hunks = result["detailedContent"].string.map(Hunk.unified(_:)) ?? []
        if outcome.status == .applied, !hunks.isEmpty { outcome.take(hunks) }
        sightings.append(.outcome(outcome))
        conversation?.addResult(
            text, of: pending, makerID: id, thread: data["parentToolCallId"].string ?? "", at: at, into: &sightings)
    }

    private func status(of data: JSONValue) -> Edit.Status {
        let kind = data["result"]["result_type"].string ?? data["result"]["resultType"].string
        let code = data["error"]["code"].string ?? kind ?? ""
        if ["rejected", "denied", "cancelled"].contains(code) { return .rejected }
        if data["success"].bool == false || data["error"].exists || kind == "failure" || kind == "error" {
            return .failed
        }
        return .applied
    }
}
