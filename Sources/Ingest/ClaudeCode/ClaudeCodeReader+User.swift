import Provenance
import Text

extension ClaudeCodeReader {
    mutating func readUser(_ line: ClaudeLine, into sightings: inout [Sighting]) {
        note(line, into: &sightings)
        let content = line.value["message"]["content"]
        var texts: [String] = []
        var hasImage = false
        var part = 0
        if let text = content.string { texts.append(text) }
        for block in content.elements {
            switch block["type"].string {
            case "text": texts.append(block["text"].string ?? "")
            case "image", "document": hasImage = true
            case "tool_result":
                readResult(block, of: line, part: part, into: &sightings)
                part += 1
            default: break
            }
        }
        // Beside a tool's result stands what the person said while the agent worked.
        readWords(
            texts.joined(separator: "\n"), hasImage: hasImage && part == 0, of: line, part: part, into: &sightings)
    }

    /// What the person typed while the agent worked, handed in later by newer versions.
    mutating func readAttachment(_ line: ClaudeLine, into sightings: inout [Sighting]) {
        let attachment = line.value["attachment"]
        guard attachment["type"].equals("queued_command"), let text = attachment["prompt"].string else { return }
        note(line, into: &sightings)
        if attachment["commandMode"].exists, !attachment["commandMode"].equals("prompt") {
            addSegment(text, origin: .system, part: 0, of: line, into: &sightings)
        } else {
            readWords(text, hasImage: false, of: line, part: 0, into: &sightings)
        }
    }

    private mutating func readWords(
        _ text: String, hasImage: Bool, of line: ClaudeLine, part: Int, into sightings: inout [Sighting]
    ) {
        if line.value["isCompactSummary"].bool == true {
            addSegment(text, origin: .summary, part: part, of: line, into: &sightings)
            return
        }
        if line.value["isMeta"].bool == true {
            if !text.trimmed.isEmpty { addSegment(text, origin: .system, part: part, of: line, into: &sightings) }
            return
        }
        let parted = ClaudeWrappers.words(in: text)
        var words = parted.words
        if words.isEmpty, hasImage { words = "[image]" }
        var numbers: [Int] = []
        for (index, piece) in parted.pieces.enumerated() {
            numbers.append(
                addSegment(
                    piece.text, origin: piece.isPerson ? .user : .system, part: part + index, of: line,
                    into: &sightings))
        }
        guard !words.isEmpty else { return }
        if numbers.isEmpty { numbers = [addSegment(words, origin: .user, part: part, of: line, into: &sightings)] }
        open(words, segments: numbers, of: line, into: &sightings)
    }

    private mutating func open(
        _ words: String, segments: [Int], of line: ClaudeLine, into sightings: inout [Sighting]
    ) {
        let uid = UID(of: .prompt, makerID: line.uuid)
        var prompt = Prompt(
            uid: uid, session: sessionUID(of: line),
            asker: line.isSidechain ? .agent : .person, thread: line.thread, words: Body(words), at: line.at)
        if let first = segments.first, let last = segments.last { prompt.segments = first...last }
        prompt.branch = line.envelope["gitBranch"].string
        state.conversations[line.sessionID]?.threads[line.thread]?.prompt = uid
        emit(.prompt(prompt), into: &sightings)
    }
}
