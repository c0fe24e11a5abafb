package import Provenance
package import Text

/// Reads Codex's rollouts: envelopes of time, type and payload.
///
/// Codex names no answers. One answer is the run of what the model produced (reasoning, words, calls) up to the usage
/// that reports it, or to what answers it; its uid comes from the first id in that run.
package struct CodexReader: HistoryReader {
    package static let agent = "codex"

    var state: CodexState
    var open: OpenAnswer?
    /// The last answer that was closed before its usage arrived.
    var uncounted: Generation?
    /// A message in the user's role, until it is known whether an event tells the same.
    var candidate: Candidate?
    /// Arguments of calls are JSON in a string: a tape of their own.
    let inner = JSONTape()

    private var markedState: CodexState
    private var markedPlace = LinePlace(number: 1, start: 0, end: 0)

    struct Candidate {
        var words: String
        var segments: ClosedRange<Int>
        var at: Int64
    }

    package init(state: String, file: String) {
        self.state = CodexState(json: state)
        markedState = self.state
    }

    package func resume(into sightings: inout [Sighting]) {
        if let session = state.session { sightings.append(.session(session)) }
    }

    package var mark: ReadMark {
        ReadMark(position: markedPlace.start, line: markedPlace.number, state: markedState.json)
    }

    /// Whether all that was read is told, so that reading may go on from here.
    private var isSettled: Bool { open == nil && candidate == nil && uncounted == nil }

    package mutating func read(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        if isSettled { setMark(at: place) }
        let verdict = interpret(line, at: place, into: &sightings)
        if isSettled { setMark(at: LinePlace(number: place.number + 1, start: place.end, end: place.end)) }
        return verdict
    }

    package mutating func end(into sightings: inout [Sighting]) {
        openCandidate(into: &sightings)
        open?.emit(into: &sightings)
    }

    private mutating func setMark(at place: LinePlace) {
        markedPlace = place
        markedState = state
    }

    private mutating func interpret(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        let payload = line["payload"]
        guard let type = line["type"].string else { return .broken("the record has no type") }
        guard let at = line["timestamp"].string.flatMap(Timestamp.init(iso:))?.milliseconds else {
            return .broken("the record has no timestamp")
        }
        switch type {
        case "session_meta":
            return readMeta(payload, at: at, into: &sightings)
        case "turn_context":
            state.model = payload["model"].string ?? state.model
            state.directory = payload["cwd"].string ?? state.directory
            return .read
        case "response_item":
            return readItem(payload, at: at, place: place, into: &sightings)
        case "event_msg":
            return readEvent(payload, at: at, place: place, into: &sightings)
        case "compacted":
            closeAnswer(into: &sightings)
            if let text = payload["message"].string, !text.isEmpty {
                addSegment(text, origin: .summary, at: at, into: &sightings)
            }
            return .read
        default: return .unknown
        }
    }

    private mutating func readMeta(
        _ payload: JSONValue, at: Int64, into sightings: inout [Sighting]
    ) -> LineVerdict {
        // A fork repeats its parent's meta line after its own, and that of the parent's parent where there is one.
        if state.session != nil {
            if payload["id"].string == state.root { state.root = payload["forked_from_id"].string ?? state.root }
            return .read
        }
        guard let id = payload["id"].string else { return .broken("the session has no id") }
        let spawn = payload["source"]["subagent"]["thread_spawn"]["parent_thread_id"].string
        var session = Session(
            uid: UID(of: .session, makerID: spawn ?? id), agent: Self.agent, makerID: spawn ?? id)
        state.thread = spawn == nil ? "" : id
        session.agentVersion = payload["cli_version"].string
        session.directory = payload["cwd"].string
        session.branch = payload["git"]["branch"].string
        session.commit = payload["git"]["commit_hash"].string
        session.remote = payload["git"]["repository_url"].string.map(Self.withoutUser(_:))
        let fork = payload["forked_from_id"].string
        session.parent = fork.map { UID(of: .session, makerID: $0) }
        session.startedAt = payload["timestamp"].string.flatMap(Timestamp.init(iso:))?.milliseconds ?? at
        state.root = fork ?? id
        state.directory = session.directory
        state.branch = session.branch
        state.session = session
        sightings.append(.session(session))
        if let text = payload["instructions"].string ?? payload["base_instructions"]["text"].string, !text.isEmpty {
            addSegment(text, origin: .system, at: at, into: &sightings)
        }
        return .read
    }

    /// `https://ada:token@host/path` without what stands before the `@`; it must not reach the disk.
    private static func withoutUser(_ remote: String) -> String {
        guard let scheme = remote[...].range(of: "://") else { return remote }
        let authority = remote[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return remote }
        return String(remote[..<scheme.upperBound]) + remote[remote.index(after: at)...]
    }

    /// Numbers and tells one segment; forks number the same texts alike, so their uids are the same too.
    @discardableResult
    mutating func addSegment(
        _ text: String, origin: Segment.Origin, at: Int64, into sightings: inout [Sighting],
        _ complete: (inout Segment) -> Void = { _ in }
    ) -> Int {
        guard let session = state.session else { return 0 }
        state.last += 1
        if origin == .summary { state.first = state.last }
        let digest = SHA256.hash(text).hex.prefix(16)
        var segment = Segment(
            uid: UID(of: .segment, makerID: "\(state.root)/\(state.last)/\(digest)"), session: session.uid,
            thread: state.thread, number: state.last, origin: origin, text: Body(text), at: at)
        complete(&segment)
        emit(.segment(segment), into: &sightings)
        return state.last
    }

    mutating func emit(_ sighting: Sighting, into sightings: inout [Sighting]) {
        if open == nil { sightings.append(sighting) } else { open?.held.append(sighting) }
    }

    mutating func closeAnswer(into sightings: inout [Sighting]) {
        guard let answer = open else { return }
        answer.emit(into: &sightings)
        open = nil
        state.answers += 1
    }
}
