package import Provenance
package import Text

/// A call of a tool as it passed by in a model's answer: what it would write, before anybody has carried it out.
package struct PassingCall {
    package let id: String
    package let name: String
    package let arguments: String
    private let tape = JSONTape()

    /// - Parameters:
    ///   - id: the call's own, from which its edits are named.
    ///   - arguments: a JSON object, or a text for tools that take one.
    package init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }

    /// Whether an id names one call alone: small ones, and `functions.edit:0`, are the names of many.
    package static func isName(_ id: String) -> Bool { id.utf8.count >= 20 && !id.utf8.contains(UInt8(ascii: ":")) }

    /// Its edits, as the agent's history will tell them; none where the tool writes no files, or where the
    /// arguments are cut off.
    package func edits(by agent: PassingAgent, generation: UID, session: UID, directory: String?, at: Int64) -> [Edit] {
        let reading = ToolCallReading(
            makerID: id, generation: generation, session: session, directory: directory, at: at)
        let isPatch = arguments.utf8.starts(with: "*** Begin Patch".utf8)
        if isPatch { return reading.edits(ofPatch: arguments) }
        let edits = tape.object(in: arguments) { input in
            agent == .claudeCode ? claude(input, directory: directory, at: at) : reading.edits(by: name, input)
        }
        return (edits ?? []).filter { $0.path.contains { $0 != "\0" } }.map { edit in
            var edit = edit
            (edit.generation, edit.session) = (generation, session)
            return edit
        }
    }

    private func claude(_ input: JSONValue, directory: String?, at: Int64) -> [Edit] {
        let call = ClaudeCall(id: id, tool: name, input: input.source, session: id, directory: directory, at: at)
        return call.sightings().compactMap { if case .edit(let edit) = $0 { edit } else { nil } }
    }

    /// What the tool answered, as a piece of what a model saw.
    package struct Result {
        package var origin: Segment.Origin
        package var text: String
        package var source: String?
        package var path: String?
        package var firstLine: Int?
        package var lineCount: Int?
    }

    package func result(_ text: String) -> Result {
        let told = tape.object(in: arguments) { (path: ToolCallReading.path(in: $0), source: $0.fetchSource) }
        let call = PendingCall(name: name, path: told?.path, source: told?.source)
        let numbered = call.isReading ? NumberedLines(text) : nil
        return Result(
            origin: call.isReading ? .file : .tool, text: numbered?.text ?? text, source: call.source, path: call.path,
            firstLine: numbered?.first, lineCount: numbered?.count)
    }
}
