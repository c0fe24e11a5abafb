package import Provenance
package import Text

/// Reads what an agent hands to its hook after a tool was used: the same records, by the same names, as its history will
/// give.
package struct HookReading {
    package enum Agent: String, CaseIterable, Sendable {
        case claudeCode = "claude-code"
        case codex, gemini
    }

    package enum Told: Equatable {
        case sightings([Sighting])
        /// Nothing in it is an edit.
        case nothing
        /// What it lacks, as a sentence.
        case broken(String)
    }

    private let agent: Agent
    private let at: Int64

    /// - Parameter at: when it came.
    package init(_ agent: Agent, at: Int64) {
        self.agent = agent
        self.at = at
    }

    package func read(_ value: JSONValue) -> Told {
        guard value.kind == .object else { return .broken("It is no JSON object.") }
        let event = value["hook_event_name"].string ?? ""
        guard ["PostToolUse", "PostToolUseFailure", "AfterTool"].contains(event) else { return .nothing }
        // Other programs run hooks of Claude Code, too, and keep histories of their own.
        if value["cursor_version"].exists { return .nothing }
        guard let session = value["session_id"].string, !session.isEmpty, let tool = value["tool_name"].string else {
            return .broken("It lacks session_id or tool_name.")
        }
        if agent == .gemini {
            let all = gemini(value, session, tool)
            return all.isEmpty ? .nothing : .sightings(all)
        }
        guard let id = value["tool_use_id"].string, !id.isEmpty else {
            return .broken("It lacks tool_use_id: this version of the agent does not tell it.")
        }
        let all = agent == .codex ? codex(value, session, tool, id) : claude(value, session, tool, id, event)
        let edits = all.filter { if case .edit = $0 { true } else { false } }
        return edits.isEmpty ? .nothing : .sightings(all)
    }

    // MARK: - Claude Code

    /// The two lines that its history will have of this call, read as that is.
    private func claude(
        _ value: JSONValue, _ session: String, _ tool: String, _ id: String, _ event: String
    ) -> [Sighting] {
        let response = value["tool_response"]
        let call = ClaudeCall(
            id: id, tool: tool, input: value["tool_input"].exists ? value["tool_input"].source : "{}", session: session,
            directory: value["cwd"].string, at: at)
        let result = ClaudeCall.Result(
            words: value["error"].string ?? "", hasFailed: event == "PostToolUseFailure",
            told: response.kind == .object ? response.source : nil)
        return call.sightings(result).compactMap { keep($0, standingIn: id, model: nil) }
    }

    /// What a history tells of answers and context it tells better; the answer itself is named by the call until then.
    private func keep(_ sighting: Sighting, standingIn id: String, model: String?) -> Sighting? {
        switch sighting {
        case .session, .outcome: return sighting
        case .edit(var edit):
            edit.standIn = Edit.StandIn(makerID: id, model: model)
            return .edit(edit)
        default: return nil
        }
    }

    // MARK: - Codex

    private func codex(_ value: JSONValue, _ sessionID: String, _ tool: String, _ id: String) -> [Sighting] {
        var session = Session(uid: UID(of: .session, makerID: sessionID), agent: "codex", makerID: sessionID)
        session.directory = value["cwd"].string
        let reading = ToolCallReading(
            makerID: id, generation: UID(of: .generation, makerID: id), session: session.uid,
            directory: session.directory, at: at)
        let input = value["tool_input"]
        let command = input["command"].string ?? input["input"].string ?? ""
        // The patch stands where commands do.
        let edits =
            command.hasPrefix("*** Begin Patch")
            ? reading.edits(ofPatch: command) : reading.edits(by: tool, input)
        guard !edits.isEmpty else { return [] }
        let model = value["model"].string
        var sightings: [Sighting] = [.session(session)]
        sightings += edits.compactMap { keep(.edit($0), standingIn: id, model: model) }
        let response = value["tool_response"]
        let code = response["exit_code"].int ?? response["metadata"]["exit_code"].int
        let hasFailed = response["success"].bool == false || (code ?? 0) != 0
        sightings.append(
            .outcome(EditOutcome(call: UID(of: .edit, makerID: id), status: hasFailed ? .failed : .applied)))
        return sightings
    }

    // MARK: - Gemini CLI

    /// Its hook tells neither message nor call: the edit is named by what it does until the chat's file names it.
    private func gemini(_ value: JSONValue, _ sessionID: String, _ tool: String) -> [Sighting] {
        var session = Session(
            uid: UID(of: .session, makerID: sessionID), agent: GeminiReader.agent, makerID: sessionID)
        session.directory = value["cwd"].string
        func edits(_ id: String) -> [Edit] {
            ToolCallReading(
                makerID: id, generation: UID(of: .generation, makerID: id), session: session.uid,
                directory: session.directory, at: at
            ).edits(by: tool, value["tool_input"])
        }
        guard edits("").count == 1, let draft = edits("").first,
            let call = GeminiCall(sessionID, value["tool_input"], draft), var edit = edits(call.name).first
        else { return [] }
        edit.byContent = edit.uid
        edit.standIn = Edit.StandIn(makerID: call.name, model: nil)
        let response = value["tool_response"]
        let status: Edit.Status = response["error"].exists && response["error"].kind != .null ? .failed : .applied
        return [
            .session(session), .edit(edit), .outcome(GeminiCall.outcome(of: edit, status, response["returnDisplay"])),
        ]
    }
}
