import Provenance
import Text

/// What the model was given and what it produced.
extension CodexReader {
    mutating func readItem(
        _ payload: JSONValue, at: Int64, place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        guard state.session != nil else { return .broken("it stands before the session's own record") }
        switch payload["type"].string {
        case "message":
            readMessage(payload, at: at, into: &sightings)
        case "reasoning":
            answer(key: payload["encrypted_content"].string ?? payload["summary"].source, at: at, into: &sightings)
        case "function_call", "custom_tool_call", "local_shell_call", "web_search_call", "tool_search_call":
            let id = payload["call_id"].string ?? payload["id"].string
            answer(key: id ?? payload.source, at: at, into: &sightings)
            if let id { readCall(payload, id: id, at: at, into: &sightings) }
        case "function_call_output", "custom_tool_call_output", "tool_search_output":
            readOutput(payload, at: at, into: &sightings)
        case "ghost_snapshot", "compaction", "context_compaction", "other": break
        default: return .unknown
        }
        return .read
    }

    private mutating func readMessage(_ payload: JSONValue, at: Int64, into sightings: inout [Sighting]) {
        let text = payload["content"].elements.compactMap { block in
            block["type"].equals("input_image") ? "[image]" : block["text"].string
        }.joined(separator: "\n")
        switch payload["role"].string {
        case "assistant":
            answer(key: payload["id"].string ?? "\(state.root)/\(state.answers)/\(text)", at: at, into: &sightings)
            if !text.isEmpty { open?.append(text) }
        case "user":
            closeAnswer(into: &sightings)
            readUser(text, at: at, into: &sightings)
        default:
            closeAnswer(into: &sightings)
            if !text.isEmpty { addSegment(text, origin: .system, at: at, into: &sightings) }
        }
    }

    private mutating func readUser(_ text: String, at: Int64, into sightings: inout [Sighting]) {
        let parted = CodexWrappers.words(in: text)
        var numbers: [Int] = []
        for piece in parted.pieces {
            numbers.append(
                addSegment(piece.text, origin: piece.isPerson ? .user : .system, at: at, into: &sightings))
        }
        guard !parted.words.isEmpty, let first = numbers.first, let last = numbers.last else { return }
        if state.hasUserEvents {
            // The event that follows, or went before, opens the turn.
            return
        }
        openCandidate(into: &sightings)
        candidate = Candidate(words: parted.words, segments: first...last, at: at)
    }

    /// Opens the turn of a message that no event will tell.
    mutating func openCandidate(into sightings: inout [Sighting]) {
        guard let found = candidate else { return }
        candidate = nil
        openTurn(found.words, segments: found.segments, at: found.at, into: &sightings)
    }

    mutating func openTurn(
        _ words: String, segments: ClosedRange<Int>?, at: Int64, into sightings: inout [Sighting]
    ) {
        guard let session = state.session else { return }
        state.turns += 1
        let uid = UID(of: .prompt, makerID: "\(state.root)/\(state.turns)/\(words)")
        var prompt = Prompt(
            uid: uid, session: session.uid, asker: state.thread.isEmpty ? .person : .agent, thread: state.thread,
            words: Body(words), at: at, segments: segments)
        prompt.branch = state.branch
        state.prompt = uid
        emit(.prompt(prompt), into: &sightings)
    }

    /// An answer is named by the first thing in it.
    static func name(ofAnswer key: String) -> String { key.utf8.count > 64 ? SHA256.hash(key).hex : key }

    /// Begins an answer, or goes on with the one that is open.
    private mutating func answer(key: String, at: Int64, into sightings: inout [Sighting]) {
        openCandidate(into: &sightings)
        uncounted = nil
        if open == nil, let session = state.session {
            let makerID = Self.name(ofAnswer: key)
            var generation = Generation(
                uid: UID(of: .generation, makerID: makerID), session: session.uid, thread: state.thread,
                startedAt: at)
            generation.prompt = state.prompt
            generation.model = state.model
            if state.last >= state.first { generation.context = state.first...state.last }
            open = OpenAnswer(generation: generation)
        }
        if let endedAt = open?.generation.endedAt, endedAt < at { open?.generation.endedAt = at }
    }
}
