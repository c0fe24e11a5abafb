import Provenance
import Text

/// The tools of Claude Code that write files, and what their results say.
extension ClaudeCodeReader {
    mutating func readCall(
        _ block: JSONValue, of line: ClaudeLine, generation: UID, into sightings: inout [Sighting]
    ) {
        guard let id = block["id"].string, let name = block["name"].string else { return }
        let input = block["input"]
        let path = (input["file_path"].string ?? input["notebook_path"].string).flatMap { $0.isEmpty ? nil : $0 }
        state.calls[id] = ToolCall(name: name, path: path, cell: input["cell_id"].string, source: input.fetchSource)
        let call = UID(of: .edit, makerID: id)
        let session = sessionUID(of: line)
        if name == "Bash", let command = input["command"].string {
            for edit in CommandEdits.read(
                command, makerID: id, generation: generation, session: session,
                directory: line.envelope["cwd"].string, at: line.at)
            {
                state.calls[id]?.hasEdits = true
                emit(.edit(edit), into: &sightings)
            }
            return
        }
        guard let path else { return }
        var edit = Edit(
            uid: call, call: call, generation: generation, session: session, path: path, kind: .update, means: .tool,
            at: line.at)
        switch name {
        case "Write":
            edit.kind = .create
            edit.after = Body(input["content"].string ?? "")
            edit.firstLine = 1
        case "Edit":
            edit.before = input["old_string"].string.map(Body.init(_:))
            edit.after = Body(input["new_string"].string ?? "")
        case "MultiEdit":
            let edits = Array(input["edits"].elements)
            edit.before = Body(edits.map { $0["old_string"].string ?? "" }.joined(separator: "\n"))
            edit.after = Body(edits.map { $0["new_string"].string ?? "" }.joined(separator: "\n"))
        case "NotebookEdit":
            edit.after = Body(input["new_source"].string ?? "")
            if input["edit_mode"].equals("delete") { edit.after = nil }
        default: return
        }
        edit.countLines()
        state.calls[id]?.hasEdits = true
        emit(.edit(edit), into: &sightings)
    }

    mutating func readResult(
        _ block: JSONValue, of line: ClaudeLine, part: Int, into sightings: inout [Sighting]
    ) {
        guard let id = block["tool_use_id"].string else { return }
        let call = state.calls.remove(id)
        let result = line.value["toolUseResult"]
        let text = Self.text(of: block["content"])
        if call?.name == "Read" || result["file"].exists {
            readFile(result["file"], call: call, text: text, part: part, of: line, into: &sightings)
        } else if !text.isEmpty {
            addSegment(text, origin: .tool, part: part, of: line, into: &sightings) { segment in
                segment.tool = call?.name
                segment.source = call?.source
                segment.path = call?.path
            }
        }
        guard call?.hasEdits ?? true else { return }
        emit(.outcome(outcome(of: id, call: call, block: block, text: text, result: result)), into: &sightings)
    }

    private mutating func readFile(
        _ file: JSONValue, call: ToolCall?, text: String, part: Int, of line: ClaudeLine,
        into sightings: inout [Sighting]
    ) {
        let told = file["content"].string
        let numbered = told == nil ? NumberedLines(text) : nil
        let content = told ?? numbered?.text ?? text
        guard !content.isEmpty else { return }
        let isFile = told != nil || numbered != nil
        addSegment(content, origin: isFile ? .file : .tool, part: part, of: line, into: &sightings) { segment in
            segment.tool = call?.name
            segment.source = call?.source
            segment.path = file["filePath"].string.flatMap { $0.isEmpty ? nil : $0 } ?? call?.path
            guard isFile else { return }
            segment.firstLine = file["startLine"].tokenCount.flatMap { $0 > 0 ? $0 : nil } ?? numbered?.first
            segment.lineCount = file["numLines"].tokenCount ?? numbered?.count
        }
    }

    private func outcome(
        of id: String, call: ToolCall?, block: JSONValue, text: String, result: JSONValue
    ) -> EditOutcome {
        var outcome = EditOutcome(call: UID(of: .edit, makerID: id), status: .applied)
        outcome.path = call?.path ?? result["filePath"].string
        if block["is_error"].bool == true {
            outcome.status = Self.isRejection(text) ? .rejected : .failed
            return outcome
        }
        if result["interrupted"].bool == true { outcome.status = .failed }
        if result["userModified"].bool == true {
            outcome.status = .changed
            outcome.after = (result["newString"].string ?? result["content"].string).map(Body.init(_:))
        }
        if result["type"].equals("update") { outcome.kind = .update }
        switch call?.name {
        case "Write":
            outcome.before = Self.original(of: result).map(Body.init(_:))
        case "NotebookEdit":
            outcome.before = Self.original(of: result).flatMap { Notebook.cell(call?.cell, in: $0) }.map(Body.init(_:))
        case nil where result["type"].exists && result["content"].exists:
            outcome.before = Self.original(of: result).map(Body.init(_:))
        default:
            if result["originalFile"].equals(""), result["oldString"].equals("") { outcome.kind = .create }
        }
        let hunks = result["structuredPatch"].elements.map(Hunk.init(structured:))
        if !hunks.isEmpty { outcome.take(hunks) }
        return outcome
    }

    /// The whole file before the edit, under the name that this tool gives it.
    private static func original(of result: JSONValue) -> String? {
        result["originalFile"].string ?? result["originalFileContents"].string ?? result["original_file"].string
    }

    /// How a refused call is answered, by the first words of the answer.
    static func isRejection(_ text: String) -> Bool {
        ["The user doesn't want to", "[Request interrupted by user", "User rejected"].contains { text.hasPrefix($0) }
    }

    private static func text(of content: JSONValue) -> String {
        if let text = content.string { return text }
        return content.elements.compactMap { block in
            block["type"].equals("image") ? "[image]" : block["text"].string
        }.joined(separator: "\n")
    }
}

extension Hunk {
    fileprivate init(structured value: JSONValue) {
        self.init(
            oldStart: value["oldStart"].tokenCount, newStart: value["newStart"].tokenCount,
            structuredLines: value["lines"].elements.compactMap(\.string))
    }
}
