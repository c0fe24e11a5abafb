import Provenance
import Text

/// The agents' own events: values are mostly texts.
extension TelemetryTeller {
    /// `nil` where it is none of the agent's events.
    mutating func tellEvent(
        _ record: TelemetryRecord, of agent: TelemetryAgent, into sightings: inout [Sighting]
    ) -> Answer? {
        guard let event = AgentEvent.named(record.name, of: agent) else { return nil }
        switch event {
        case .nothing:
            // A conversation is one, whatever of it can be told.
            if agent == .geminiCLI, let session = agent.session(of: record) { note(session, into: &sightings) }
        case .prompt: tellPrompt(record, of: agent, into: &sightings)
        case .result: tellResult(record, of: agent, into: &sightings)
        case .patch: tellPatch(record, of: agent, into: &sightings)
        case .decision: tellDecision(record, of: agent, into: &sightings)
        }
        return .known
    }

    /// Tells a session the first time, and when it turns out to have begun earlier.
    private mutating func note(_ session: Session, into sightings: inout [Sighting]) {
        let key = "\(session.agent)/\(session.makerID)"
        if let known = state[key]?.conversation.session.startedAt, known <= session.startedAt ?? known { return }
        var conversation = Conversation(agent: session.agent, makerID: session.makerID)
        conversation.session = session
        state.keep(.init(key: key, conversation: conversation))
        sightings.append(.session(session))
    }

    private mutating func tellPrompt(
        _ record: TelemetryRecord, of agent: TelemetryAgent, into sightings: inout [Sighting]
    ) {
        guard let session = agent.session(of: record), let id = record["message.uuid"].string, let at = record.start,
            let text = record["prompt"].string, text != "<REDACTED>", text != "[REDACTED]"
        else { return }
        let words = ClaudeWrappers.words(in: text).words
        guard words.contains(where: { $0 != "\0" }) else { return }
        sightings.append(.session(session))
        sightings.append(
            .prompt(Prompt(uid: UID(of: .prompt, makerID: id), session: session.uid, words: Body(words), at: at)))
    }

    private mutating func tellResult(
        _ record: TelemetryRecord, of agent: TelemetryAgent, into sightings: inout [Sighting]
    ) {
        // That it went well is for the transcript to say, which knows where in the file.
        if let call = record["tool_use_id"].string, record["success"].bool == false {
            sightings.append(.outcome(EditOutcome(call: UID(of: .edit, makerID: call), status: .failed)))
        }
        let parameters = record["tool_parameters"].unpacked(by: tape)
        guard let commit = record["git_commit_id"].string ?? parameters["git_commit_id"].string,
            7...64 ~= commit.utf8.count, commit.allSatisfy(\.isHexDigit), let at = record.start,
            let session = agent.session(of: record)
        else { return }
        sightings.append(.session(session))
        sightings.append(
            .link(
                RecordLink(
                    from: .init(kind: "session", uid: session.uid.text), relation: "committed",
                    to: .init(kind: "revision", uid: commit.lowercased()), at: at)))
    }

    /// "`arguments` holds the `apply_patch` text uncut"; Codex names no answer, so the call's own stands in for it.
    private mutating func tellPatch(
        _ record: TelemetryRecord, of agent: TelemetryAgent, into sightings: inout [Sighting]
    ) {
        guard let id = record["call_id"].string, let tool = record["tool_name"].string, let at = record.start,
            let session = agent.session(of: record), ToolName(tool).deed != nil
        else { return }
        var told: [Sighting] = []
        let arguments = record["arguments"]
        let isPatch = ToolName(tool).deed == .patch
        tellEdits(
            of: tool, isPatch ? Self.patch(arguments, by: tape) : arguments, makerID: id,
            generation: UID(of: .generation, makerID: id), session: session, at: at, into: &told)
        guard !told.isEmpty else { return }
        sightings.append(.session(session))
        for case .edit(var edit) in told {
            edit.standIn = Edit.StandIn(makerID: id, model: record["model"].string)
            sightings.append(.edit(edit))
        }
        guard let success = record["success"].bool else { return }
        sightings.append(
            .outcome(EditOutcome(call: UID(of: .edit, makerID: id), status: success ? .applied : .failed)))
    }

    /// The patch as it is, or within an object.
    private static func patch(_ arguments: TelemetryValue, by tape: JSONTape) -> TelemetryValue {
        arguments.string?.hasPrefix("*** Begin Patch") == true ? arguments : arguments.unpacked(by: tape)
    }

    private mutating func tellDecision(
        _ record: TelemetryRecord, of agent: TelemetryAgent, into sightings: inout [Sighting]
    ) {
        guard let id = record["tool_use_id"].string ?? record["call_id"].string, let at = record.start,
            let verdict = record["decision"].string?.lowercased()
        else { return }
        let source = record["source"].string?.lowercased() ?? ""
        let isRefusal = verdict == "reject" || verdict == "denied" || verdict == "abort"
        let call = UID(of: .edit, makerID: id)
        if isRefusal { sightings.append(.outcome(EditOutcome(call: call, status: .rejected))) }
        // "`accept` with `source=config` is automatic approval, not a human's acceptance."
        guard source == "config" || source == "hook" else { return }
        var decision = Decision(
            uid: UID(of: .decision, makerID: "\(id)/tool_decision"), verdict: isRefusal ? .block : .allow,
            reasons: ["decided by the agent's \(source)"], at: at)
        decision.edit = call
        decision.policy = agent.session(of: record).map { "\($0.agent) \(source)" }
        sightings.append(.decision(decision))
    }
}
