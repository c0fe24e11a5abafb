import Provenance
import Text

extension TelemetryTeller {
    /// The calls that an answer makes: edits, where the tool writes files.
    mutating func tellCalls(
        _ output: [GenAIMessage], of generation: Generation, in entry: inout TelemetryState.Entry,
        into sightings: inout [Sighting]
    ) {
        for piece in output.flatMap(\.pieces) {
            guard case .call(let id?, let name, let arguments) = piece else { continue }
            tellEdits(
                of: name, arguments, makerID: id, generation: generation.uid, session: entry.conversation.session,
                at: generation.endedAt, into: &sightings)
            entry.conversation.calls[id] = PendingCall(name: name, path: path(in: arguments))
        }
    }

    /// `execute_tool`: what became of a call; and what it was, where the answer did not say.
    mutating func tellTool(_ record: TelemetryRecord, into sightings: inout [Sighting]) -> Answer {
        guard let name = record[.tool].string, let at = record.start, var entry = entry(of: record) else {
            return .unknown
        }
        let id = record[.toolCall].string ?? record.span
        guard !id.isEmpty else { return .unknown }
        sightings.append(.session(entry.conversation.session))
        if entry.conversation.calls[id] == nil, let answer = entry.conversation.answer {
            tellEdits(
                of: name, record[.toolArguments], makerID: id, generation: answer,
                session: entry.conversation.session, at: at, into: &sightings)
            entry.conversation.calls[id] = PendingCall(name: name, path: path(in: record[.toolArguments]))
        }
        // The result stands among the messages of the next call.
        sightings.append(
            .outcome(EditOutcome(call: UID(of: .edit, makerID: id), status: record.isError ? .failed : .applied)))
        state.keep(entry)
        return .known
    }

    func tellEdits(
        of tool: String, _ arguments: TelemetryValue, makerID: String, generation: UID, session: Session, at: Int64,
        into sightings: inout [Sighting]
    ) {
        let reading = ToolCallReading(
            makerID: makerID, generation: generation, session: session.uid, directory: session.directory, at: at)
        let edits = withJSON(arguments) { reading.edits(by: tool, $0) } ?? []
        for edit in edits where edit.path.contains(where: { $0 != "\0" }) { sightings.append(.edit(edit)) }
    }

    private func path(in arguments: TelemetryValue) -> String? {
        withJSON(arguments) { ToolCallReading.path(in: $0) } ?? nil
    }

    /// The arguments as the tools' reader takes them; some engines write them as JSON in a string.
    private func withJSON<Value>(_ value: TelemetryValue, _ use: (JSONValue) -> Value) -> Value? {
        let value = value.unpacked(by: tape)
        var bytes: [UInt8] = []
        value.writeJSON(to: &bytes)
        return bytes.withUnsafeBytes { buffer in (try? tape.parse(buffer)).map(use) }
    }
}
