import Provenance
import Text

/// Reads our own export back: each record under the uid it had.
extension TelemetryTeller {
    mutating func tellOwn(_ record: TelemetryRecord, into sightings: inout [Sighting]) -> Answer {
        guard let session = Self.session(of: record) else { return .unknown }
        var conversation = Conversation(agent: session.agent, makerID: session.makerID)
        conversation.session = session
        // No title is kept in a state.
        conversation.session.title = nil
        if state["colophon/\(session.uid)"]?.conversation != conversation {
            state.keep(.init(key: "colophon/\(session.uid)", conversation: conversation))
            sightings.append(.session(session))
        }
        guard record.signal == .span, let at = record.start else { return .known }
        if let uid = Self.uid(record.attributes[ColophonName.generation]) {
            tellOwnGeneration(uid, record, session: session.uid, at: at, into: &sightings)
        } else if let uid = Self.uid(record.attributes[ColophonName.prompt]) {
            tellOwnPrompt(uid, record, session: session.uid, at: at, into: &sightings)
        }
        return .known
    }

    private static func session(of record: TelemetryRecord) -> Session? {
        let resource = record.resource
        guard let uid = uid(resource[ColophonName.session]), let agent = resource["service.name"]?.string,
            agent.contains(where: { $0 != "\0" })
        else { return nil }
        var session = Session(uid: uid, agent: agent, makerID: resource[ColophonName.sessionMakerID]?.string ?? "")
        complete(&session, from: record)
        session.parent = self.uid(resource[ColophonName.sessionParent])
        session.title = resource[ColophonName.sessionTitle]?.string
        session.startedAt = resource[ColophonName.sessionStart]?.int?.moment
        return session
    }

    private mutating func tellOwnPrompt(
        _ uid: UID, _ record: TelemetryRecord, session: UID, at: Int64, into sightings: inout [Sighting]
    ) {
        let messages = GenAIContent(of: record, by: tape).input
        var prompt = Prompt(uid: uid, session: session, words: Body(messages.first?.text ?? ""), at: at)
        prompt.asker = Prompt.Asker(rawValue: record.attributes[ColophonName.asker]?.string ?? "") ?? .person
        prompt.thread = record.attributes[ColophonName.thread]?.string ?? ""
        prompt.parent = Self.uid(record.attributes[ColophonName.promptParent])
        prompt.branch = record.attributes[ColophonName.promptBranch]?.string
        prompt.segments = Self.segments(of: record)
        sightings.append(.prompt(prompt))
    }

    private mutating func tellOwnGeneration(
        _ uid: UID, _ record: TelemetryRecord, session: UID, at: Int64, into sightings: inout [Sighting]
    ) {
        let content = GenAIContent(of: record, by: tape)
        let thread = record.attributes[ColophonName.thread]?.string ?? ""
        for message in content.input {
            if let segment = Self.segment(message, session: session, thread: thread) {
                sightings.append(.segment(segment))
            }
        }
        var generation = Generation(uid: uid, session: session, thread: thread, startedAt: at)
        generation.endedAt = max(at, record.end ?? at)
        generation.makerID = record[.responseID].string
        generation.model = record[.responseModel].string
        generation.prompt = Self.uid(record.attributes[ColophonName.prompt])
        generation.context = Self.segments(of: record)
        generation.stopReason = record[.finishReasons].elements.first?.string
        generation.tokens = Self.tokens(of: record)
        generation.output = Body(content.output.first?.text ?? "")
        sightings.append(.generation(generation))
        for event in record.events where event.name == ColophonName.edit {
            if let edit = Self.edit(event, generation: generation) { sightings.append(.edit(edit)) }
        }
    }

    private static func segments(of record: TelemetryRecord) -> ClosedRange<Int>? {
        TelemetryState.range(
            record.attributes[ColophonName.firstSegment]?.count, record.attributes[ColophonName.lastSegment]?.count)
    }

    private static func segment(_ message: GenAIMessage, session: UID, thread: String) -> Segment? {
        let own = message.own
        guard let uid = uid(own["uid"]), let number = own["number"].count, number > 0, let at = own["at"].int?.moment,
            let origin = Segment.Origin(rawValue: own["origin"].string ?? "")
        else { return nil }
        let text = message.pieces.first.map { piece in
            switch piece {
            case .text(let text), .result(_, let text): text
            case .call: ""
            }
        }
        var segment = Segment(
            uid: uid, session: session, thread: thread, number: number, origin: origin, text: Body(text ?? ""), at: at)
        segment.tool = own["tool"].string
        segment.path = path(own["path"])
        segment.firstLine = own["first_line"].count.flatMap { $0 > 0 ? $0 : nil }
        segment.lineCount = own["line_count"].count
        return segment
    }

    private static func edit(_ event: TelemetryRecord.Event, generation: Generation) -> Edit? {
        func value(_ name: String) -> TelemetryValue { event.attributes[ColophonName.editMember + name] ?? .null }
        func body(_ name: String) -> Body? {
            if case .string(let text) = value(name) { Body(text) } else { nil }
        }
        guard let uid = uid(value("uid")), let path = path(value("path")),
            let kind = Edit.Kind(rawValue: value("kind").string ?? ""),
            let means = Edit.Means(rawValue: value("means").string ?? "")
        else { return nil }
        var edit = Edit(
            uid: uid, call: self.uid(value("call")) ?? uid, generation: generation.uid, session: generation.session,
            path: path, kind: kind, means: means, at: event.at ?? generation.startedAt)
        edit.status = Edit.Status(rawValue: value("status").string ?? "") ?? .proposed
        edit.movedFrom = self.path(value("moved_from"))
        edit.before = body("before")
        edit.after = body("after")
        edit.patch = body("patch")
        edit.added = value("added").count
        edit.removed = value("removed").count
        edit.firstLine = value("first_line").count.flatMap { $0 > 0 ? $0 : nil }
        return edit
    }

    private static func path(_ value: TelemetryValue) -> String? {
        value.string.flatMap { path in path.contains { $0 != "\0" } ? path : nil }
    }

    /// A name as stores have them: short, and in letters that can be seen.
    private static func uid(_ value: TelemetryValue?) -> UID? {
        guard let text = value?.string, text.utf8.count <= 200, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            return nil
        }
        return UID(text: text)
    }
}
