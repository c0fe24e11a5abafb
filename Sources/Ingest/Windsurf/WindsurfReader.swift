import Provenance
import Text

/// Reads Windsurf's transcripts: one step a line, `{type, status, <type>: {…}}`, without ids and without times.
///
/// What the model says is a `planner_response`; the steps after it are what it did. Steps that nothing was said before are
/// an answer without words. The time of everything is when the file was changed last, as it was first seen.
package struct WindsurfReader: NamelessReader {
    package static let agent = "windsurf"

    var conversation: Conversation?
    let file: String
    let at: Int64
    var next = LinePlace.start

    package init(state: String, file: String) {
        conversation = Conversation(agent: Self.agent, json: state)
        self.file = file
        at = Self.time(of: file)
    }

    mutating func take(_ line: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        guard let type = line["type"].string else { return .broken("the step has no type") }
        guard let step = line.members.first(where: { $0.key == type })?.value, step.kind == .object else {
            return .unknown
        }
        let id = name(line, into: &sightings)
        switch type {
        case "user_input":
            conversation?.answer = nil
            conversation?.ask(
                PersonWords(step["user_response"].string ?? "", wrappers: [], prefixes: []), makerID: id, at: at,
                into: &sightings)
        case "planner_response":
            beginAnswer(id, saying: step["response"].string ?? "", into: &sightings)
        default:
            readStep(type, step, hasFailed: line["status"].equals("error"), id: id, into: &sightings)
        }
        return .read
    }

    private mutating func beginAnswer(_ id: String, saying text: String, into sightings: inout [Sighting]) {
        guard var generation = conversation?.answer(makerID: id, at: at) else { return }
        generation.makerID = nil
        generation.output = Body(text)
        sightings.append(.generation(generation))
        conversation?.answer = generation.uid
    }

    private mutating func readStep(
        _ type: String, _ step: JSONValue, hasFailed: Bool, id: String, into sightings: inout [Sighting]
    ) {
        if conversation?.answer == nil { beginAnswer(id, saying: "", into: &sightings) }
        if let folder = step["cwd"].string, folder.hasPrefix("/"), conversation?.session.directory == nil {
            conversation?.session.directory = folder
            if let session = conversation?.session { sightings.append(.session(session)) }
        }
        guard let conversation, let generation = conversation.answer else { return }
        switch type {
        case "code_action":
            sightings.append(contentsOf: action(step, hasFailed: hasFailed, id: id, by: generation, in: conversation))
        case "run_command":
            guard let command = step["command"].string else { break }
            for var edit in CommandEdits.read(
                command, makerID: id, generation: generation, session: conversation.session.uid,
                directory: step["cwd"].string ?? conversation.session.directory, at: at)
            {
                edit.status = Self.status(ofCommand: step, hasFailed: hasFailed)
                sightings.append(.edit(edit))
            }
        default: break
        }
        guard type != "code_action" else { return }
        let path = step["path"].string.map(ToolCallReading.plainPath(_:))
        self.conversation?.addResult(
            step["content"].string ?? step["output"].string ?? "", of: PendingCall(name: type, path: path), makerID: id,
            at: at, into: &sightings)
    }

    private func action(
        _ step: JSONValue, hasFailed: Bool, id: String, by generation: UID, in conversation: Conversation
    ) -> [Sighting] {
        guard let path = step["path"].string, !path.isEmpty else { return [] }
        let before = step["original_content"].string ?? ""
        let call = UID(of: .edit, makerID: id)
        var edit = Edit(
            uid: call, call: call, generation: generation, session: conversation.session.uid,
            path: ToolCallReading.plainPath(path), kind: before.isEmpty ? .create : .update, means: .tool, at: at)
        if !before.isEmpty { edit.before = Body(before) }
        edit.after = Body(step["new_content"].string ?? "")
        edit.countLines()
        edit.firstLine = before.isEmpty ? 1 : nil
        // Both are the whole file, so that the places of the change are known.
        var outcome = EditOutcome(call: call, status: hasFailed ? .failed : .applied)
        if let word = step["acknowledgement_type"].string {
            if word.hasSuffix("REJECT") { outcome.status = .rejected }
            if !word.hasSuffix("REJECT"), !word.hasSuffix("ACCEPT") { return [.edit(edit)] }
        }
        outcome.path = edit.path
        if edit.kind == .update { outcome.take(LineDiff.hunks(before: before, after: edit.after?.text ?? "")) }
        return [.edit(edit), .outcome(outcome)]
    }

    private static func status(ofCommand step: JSONValue, hasFailed: Bool) -> Edit.Status {
        if step["user_rejected"].bool == true { return .rejected }
        return hasFailed || (step["exit_code"].int ?? 0) != 0 ? .failed : .applied
    }
}
