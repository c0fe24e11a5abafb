import Provenance
import Text

/// Reads Cursor's agent transcripts: one message a line, of a role and blocks, without ids and without times.
///
/// The time of everything in it is when the file was changed last, as it was first seen.
package struct CursorTranscriptReader: NamelessReader {
    package static let agent = "cursor"

    var conversation: Conversation?
    let file: String
    let at: Int64
    var next = LinePlace.start

    package init(state: String, file: String) {
        conversation = Conversation(agent: Self.agent, json: state)
        self.file = file
        at = Self.time(of: file)
    }

    mutating func take(_ line: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        guard let role = line["role"].string else { return .broken("the message has no role") }
        guard ["user", "assistant"].contains(role) else { return .unknown }
        let content = line["message"]["content"]
        guard content.kind == .array || content.kind == .string else { return .broken("the message has no content") }
        let id = name(line, into: &sightings)
        if role == "user" {
            let text =
                content.string ?? content.elements.compactMap { $0["text"].string }.joined(separator: "\n")
            let hasImage = content.elements.contains { $0["type"].equals("image") }
            conversation?.ask(
                CursorWrappers.words(in: text), makerID: id, hasImage: hasImage, at: at, into: &sightings)
        } else {
            readAnswer(content, id: id, into: &sightings)
        }
        return .read
    }

    private mutating func readAnswer(_ content: JSONValue, id: String, into sightings: inout [Sighting]) {
        let calls = content.elements.filter { $0["type"].equals("tool_use") }
        for call in calls { learnDirectory(from: call["input"], into: &sightings) }
        guard let conversation else { return }
        var generation = conversation.answer(makerID: id, at: at)
        // It is no id that anybody else knows.
        generation.makerID = nil
        let texts = content.elements.compactMap { $0["type"].equals("text") ? $0["text"].string : nil }
        generation.output = Body(
            CursorWrappers.spoken(content.string ?? texts.joined(separator: "\n")))
        sightings.append(.generation(generation))
        for (index, call) in calls.enumerated() {
            guard let name = call["name"].string else { continue }
            let reading = ToolCallReading(
                makerID: call["id"].string ?? "\(id)/\(index)", generation: generation.uid,
                session: generation.session, directory: conversation.session.directory, at: at)
            for edit in reading.edits(by: name, call["input"]) { sightings.append(.edit(edit)) }
        }
    }

    /// `projects/home-ada-shop/agent-transcripts/…` names the folder with every sign as `-`: the folder above a file that a
    /// tool names and that reads so is the one.
    private mutating func learnDirectory(from input: JSONValue, into sightings: inout [Sighting]) {
        guard conversation?.session.directory == nil, let path = ToolCallReading.path(in: input), path.hasPrefix("/"),
            let project = file.split(separator: "/").dropLast().reversed().drop(while: { $0 != "agent-transcripts" })
                .dropFirst().first
        else { return }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = folder[..<slash]
            let name = String(folder.dropFirst().map { $0.isLetter || $0.isNumber ? $0 : "-" })
            guard name == project else { continue }
            conversation?.session.directory = String(folder)
            if let session = conversation?.session { sightings.append(.session(session)) }
            return
        }
    }
}
