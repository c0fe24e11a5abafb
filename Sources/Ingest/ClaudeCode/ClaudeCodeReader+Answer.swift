import Provenance
import Text

extension ClaudeCodeReader {
    mutating func readAssistant(_ line: ClaudeLine, at place: LinePlace, into sightings: inout [Sighting]) {
        let message = line.value["message"]
        // The program's own words ("API Error …"), not a model's.
        if message["model"].equals("<synthetic>") { return }
        let makerID = message["id"].string ?? line.value["requestId"].string ?? line.uuid
        let uid = UID(of: .generation, makerID: makerID)
        if open?.generation.uid != uid {
            closeAnswer(at: place, into: &sightings)
            note(line, into: &sightings)
            open = reopened(uid) ?? begin(uid, makerID: makerID, of: line)
        }
        guard open?.lines.insert(line.uuid).inserted == true else { return }
        complete(from: message, of: line)
        for block in message["content"].elements {
            switch block["type"].string {
            case "text":
                if let text = block["text"].string, !text.trimmed.isEmpty { open?.append(text) }
            case "tool_use":
                readCall(block, of: line, generation: uid, into: &sightings)
            default: break
            }
        }
    }

    private mutating func reopened(_ uid: UID) -> OpenAnswer? {
        guard let index = closed.lastIndex(where: { $0.generation.uid == uid }) else { return nil }
        return closed.remove(at: index)
    }

    private func begin(_ uid: UID, makerID: String, of line: ClaudeLine) -> OpenAnswer {
        let thread = state.conversations[line.sessionID]?.threads[line.thread] ?? .init()
        var generation = Generation(
            uid: uid, session: sessionUID(of: line), thread: line.thread, startedAt: line.at)
        generation.makerID = makerID
        generation.prompt = thread.prompt
        if thread.last >= thread.first { generation.context = thread.first...thread.last }
        return OpenAnswer(generation: generation, lines: state.lines(of: uid))
    }

    private mutating func complete(from message: JSONValue, of line: ClaudeLine) {
        let usage = message["usage"]
        guard var generation = open?.generation else { return }
        generation.endedAt = max(generation.endedAt, line.at)
        if let model = message["model"].string { generation.model = model }
        if let reason = message["stop_reason"].string { generation.stopReason = reason }
        generation.tokens.formMaximum(
            TokenCounts(
                input: usage["input_tokens"].tokenCount, cacheRead: usage["cache_read_input_tokens"].tokenCount,
                cacheWrite: usage["cache_creation_input_tokens"].tokenCount, output: usage["output_tokens"].tokenCount))
        open?.generation = generation
    }

    mutating func readChange(_ value: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        guard let session = value["sessionId"].string, let number = value["prNumber"].int,
            let repository = value["prRepository"].string, !repository.isEmpty,
            let at = value["timestamp"].string.flatMap(Timestamp.init(iso:))
        else { return .broken("the pull-request link lacks its session, number, repository or time") }
        let change = ChangeMention(
            session: UID(of: .session, makerID: session), repository: repository, number: Int(clamping: number),
            url: value["prUrl"].string ?? "", at: at.milliseconds)
        emit(.change(change), into: &sightings)
        return .read
    }

    mutating func readTitle(_ value: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        let given = value["customTitle"].string
        guard let session = value["sessionId"].string,
            let title = given ?? value["aiTitle"].string ?? value["title"].string
        else { return .read }
        guard var conversation = state.conversations[session] else {
            titles[session] = title
            return .read
        }
        if given == nil, conversation.isNamed { return .read }
        conversation.isNamed = given != nil
        conversation.session.title = title
        state.conversations[session] = conversation
        emit(.session(conversation.session), into: &sightings)
        return .read
    }
}

extension JSONValue {
    /// A count of tokens or lines: a whole number that is not negative. Beyond 2⁴⁰ it is none that anybody counted, and
    /// sums of millions of them must fit.
    var tokenCount: Int? { int.flatMap { 0...(1 << 40) ~= $0 ? Int(clamping: $0) : nil } }
}
