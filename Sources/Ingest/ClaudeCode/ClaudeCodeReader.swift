package import Provenance
package import Text

/// Reads Claude Code's transcripts: one JSON object a line, several lines an answer.
///
/// An answer is open from its first line until the next answer begins; what follows it (edits, tool results) is held back
/// until then, so that rows come out whole and the mark stands before them.
package struct ClaudeCodeReader: HistoryReader {
    package static let agent = "claude-code"

    var state: ClaudeState
    var open: OpenAnswer?
    /// The answers closed lately whose lines the state knows.
    var closed: [OpenAnswer] = []
    /// Titles told before anything else of their sessions.
    var titles: [String: String] = [:]

    private var markedState: ClaudeState
    private var markedPlace = LinePlace(number: 1, start: 0, end: 0)

    package init(state: String, file: String) {
        self.state = ClaudeState(json: state)
        markedState = self.state
    }

    package func resume(into sightings: inout [Sighting]) {
        for (_, conversation) in state.conversations.sorted(by: { $0.key < $1.key }) {
            sightings.append(.session(conversation.session))
        }
    }

    package var mark: ReadMark {
        ReadMark(position: markedPlace.start, line: markedPlace.number, state: markedState.json)
    }

    package mutating func read(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        if open == nil { setMark(at: place) }
        let verdict = interpret(line, at: place, into: &sightings)
        if open == nil {
            setMark(at: LinePlace(number: place.number + 1, start: place.end, end: place.end))
        }
        return verdict
    }

    package mutating func end(into sightings: inout [Sighting]) {
        guard let open else { return }
        open.emit(into: &sightings)
    }

    private mutating func setMark(at place: LinePlace) {
        markedPlace = place
        markedState = state
    }

    private mutating func interpret(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        switch line["type"].string {
        case "user", "assistant", "attachment":
            guard let message = ClaudeLine(line) else { return .broken(Self.lacking) }
            return read(message, at: place, into: &sightings)
        case "progress":
            guard let message = ClaudeLine(agentProgress: line) else { return .read }
            return read(message, at: place, into: &sightings)
        case "pr-link":
            return readChange(line, into: &sightings)
        case "ai-title", "custom-title":
            return readTitle(line, into: &sightings)
        case "system", "summary", "file-history-snapshot", "file-history-delta", "queue-operation", "agent-name",
            "last-prompt", "permission-mode", "agent-setting", "bridge-session", "worktree-state", "mode",
            "saved_hook_context":
            return .read
        case nil: return .broken("the record has no type")
        default: return .unknown
        }
    }

    private mutating func read(
        _ message: ClaudeLine, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        switch message.value["type"].string {
        case "user": readUser(message, into: &sightings)
        case "assistant": readAssistant(message, at: place, into: &sightings)
        case "attachment": readAttachment(message, into: &sightings)
        default: break
        }
        return .read
    }

    /// Closes the open answer, so that the mark can move on.
    mutating func closeAnswer(at place: LinePlace, into sightings: inout [Sighting]) {
        guard let answer = open else { return }
        answer.emit(into: &sightings)
        closed.append(answer.withoutHeld)
        if closed.count > ClaudeState.remembered { closed.removeFirst() }
        state.close(answer.generation.uid, lines: answer.lines)
        open = nil
        setMark(at: place)
    }

    /// What belongs to an open answer waits for it.
    mutating func emit(_ sighting: Sighting, into sightings: inout [Sighting]) {
        if open == nil { sightings.append(sighting) } else { open?.held.append(sighting) }
    }
}

/// What a tool was asked, until its result arrives.
struct ToolCall: Equatable {
    var name: String
    var path: String?
    var cell: String?
    /// Where its answer is fetched from.
    var source: String?
    /// Whether the call made edits, which its result may speak of.
    var hasEdits = false
}
