import Provenance
import Text

/// Tells messages of OpenCode and their parts, wherever they are kept.
struct OpenCodeMessages {
    let tape = JSONTape()
    var reading = WholeReading()
    /// How many records have been looked at.
    var records = 0

    /// Bytes of the largest value that is read.
    static let limit = 16 << 20

    mutating func skip(_ reason: String) {
        reading.skips.append(.init(place: records, reason: reason))
    }
}

extension OpenCodeMessages {
    /// What a message says of itself, without its parts.
    struct Head {
        var isUser: Bool
        var isSummary: Bool
        var model: String?
        var directory: String?
        var createdAt: Int64?
        var completedAt: Int64?
        var finish: String?
        var tokens: TokenCounts
    }

    /// `nil` where the data is no JSON object with a role.
    func head(of data: String) -> Head? {
        tape.object(in: data) { value in
            guard let role = value["role"].string else { return nil }
            return Head(
                isUser: role == "user", isSummary: value["summary"].bool == true, model: value["modelID"].string,
                directory: value["path"]["root"].string ?? value["path"]["cwd"].string,
                createdAt: value["time"]["created"].moment, completedAt: value["time"]["completed"].moment,
                finish: value["finish"].string,
                tokens: Self.tokens(value["tokens"]))
        }
    }

    mutating func tell(
        _ head: Head, _ parts: [(id: String, data: String)], id: String, at: Int64, thread: String,
        in conversation: inout Conversation, into sightings: inout [Sighting]
    ) {
        if head.isUser {
            ask(parts, id: id, at: at, thread: thread, in: &conversation, into: &sightings)
            return
        }
        var generation = conversation.answer(makerID: id, thread: thread, at: at)
        generation.model = head.model
        generation.endedAt = max(at, head.completedAt ?? at)
        generation.stopReason = head.finish
        generation.tokens = head.tokens
        var following: [Sighting] = []
        var steps: [TokenCounts] = []
        var texts: [String] = []
        for part in parts {
            let isRead: Void? = tape.object(in: part.data) { value in
                switch value["type"].string {
                case "text": texts.append(value["text"].string ?? "")
                case "step-finish": steps.append(Self.tokens(value["tokens"]))
                case "tool":
                    readTool(value, part: part.id, of: generation, in: &conversation, into: &following)
                case "reasoning", "step-start", "patch", "file", "snapshot", "agent", "retry", "compaction", "subtask":
                    break
                default: reading.unknown += 1
                }
            }
            if isRead == nil { skip("part '\(part.id)' is no JSON object") }
        }
        generation.output = Body(texts.filter { !$0.isEmpty }.joined(separator: "\n"))
        // A message of several steps keeps the tokens of the last one alone.
        if steps.count > 1 { generation.tokens = steps.reduce(into: TokenCounts()) { $0.add($1) } }
        sightings.append(.generation(generation))
        sightings += following
        if head.isSummary, !generation.output.text.isEmpty {
            conversation.addSegment(
                generation.output.text, origin: .summary, makerID: "\(id)/summary", thread: thread, at: at,
                into: &sightings)
        }
    }

    private mutating func ask(
        _ parts: [(id: String, data: String)], id: String, at: Int64, thread: String,
        in conversation: inout Conversation, into sightings: inout [Sighting]
    ) {
        var texts: [String] = []
        var hasImage = false
        for part in parts {
            let isRead: Void? = tape.object(in: part.data) { value in
                switch value["type"].string {
                case "text":
                    guard let text = value["text"].string, !text.isEmpty else { return }
                    guard value["synthetic"].bool != true, value["ignored"].bool != true else {
                        conversation.addSegment(
                            text, origin: .system, makerID: part.id, thread: thread, at: at, into: &sightings)
                        return
                    }
                    texts.append(text)
                case "file": hasImage = hasImage || value["mime"].string?.hasPrefix("image/") == true
                case "agent", "compaction", "subtask", "snapshot", "patch": break
                default: reading.unknown += 1
                }
            }
            if isRead == nil { skip("part '\(part.id)' is no JSON object") }
        }
        conversation.ask(
            PersonWords(texts.joined(separator: "\n"), wrappers: ["system-reminder"], prefixes: []), makerID: id,
            thread: thread, asker: thread.isEmpty ? .person : .agent, hasImage: hasImage, at: at, into: &sightings)
    }

    private func readTool(
        _ value: JSONValue, part: String, of generation: Generation, in conversation: inout Conversation,
        into sightings: inout [Sighting]
    ) {
        guard let name = value["tool"].string else { return }
        let state = value["state"]
        let at = state["time"]["start"].moment ?? generation.startedAt
        let makerID = value["callID"].string ?? part
        let edits = ToolCallReading(
            makerID: makerID, generation: generation.uid, session: generation.session,
            directory: conversation.session.directory, at: at
        ).edits(by: name, state["input"])
        for edit in edits { sightings.append(.edit(edit)) }
        let text = state["output"].string ?? state["error"].string ?? ""
        if !edits.isEmpty, let outcome = Self.outcome(of: state, edits: edits, saying: text) {
            sightings.append(.outcome(outcome))
        }
        conversation.addResult(
            text,
            of: PendingCall(
                name: name, path: ToolCallReading.path(in: state["input"]), source: state["input"].fetchSource),
            makerID: part,
            thread: generation.thread, at: at, into: &sightings)
    }

    /// `nil` while the call is not over.
    private static func outcome(of state: JSONValue, edits: [Edit], saying text: String) -> EditOutcome? {
        guard let edit = edits.first else { return nil }
        let metadata = state["metadata"]
        switch state["status"].string {
        case "completed": break
        case "error":
            return EditOutcome(call: edit.call, status: text.contains("rejected") ? .rejected : .failed)
        default: return nil
        }
        var outcome = EditOutcome(call: edit.call, status: .applied)
        if edit.means == .command, (metadata["exit"].int ?? 0) != 0 { outcome.status = .failed }
        guard edits.count == 1, edit.means == .tool else { return outcome }
        outcome.path = edit.path
        let before = metadata["filediff"]["before"].string ?? ""
        if edit.kind == .create, !before.isEmpty {
            outcome.kind = .update
            outcome.before = Body(before)
        } else if edit.kind == .create, metadata["exists"].bool == true {
            outcome.kind = .update
        }
        let hunks = metadata["diff"].string.map(Hunk.unified(_:)) ?? []
        if !hunks.isEmpty { outcome.take(hunks) }
        return outcome
    }

    private static func tokens(_ value: JSONValue) -> TokenCounts {
        TokenCounts(
            input: value["input"].tokenCount, cacheRead: value["cache"]["read"].tokenCount,
            cacheWrite: value["cache"]["write"].tokenCount, output: value["output"].tokenCount,
            reasoning: value["reasoning"].tokenCount)
    }
}

extension TokenCounts {
    /// Sums what was counted on either side.
    mutating func add(_ other: TokenCounts) {
        func sum(_ one: Int?, _ other: Int?) -> Int? { one == nil && other == nil ? nil : (one ?? 0) + (other ?? 0) }
        input = sum(input, other.input)
        cacheRead = sum(cacheRead, other.cacheRead)
        cacheWrite = sum(cacheWrite, other.cacheWrite)
        output = sum(output, other.output)
        reasoning = sum(reasoning, other.reasoning)
    }
}
