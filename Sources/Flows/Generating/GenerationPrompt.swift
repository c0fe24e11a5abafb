package import Engines
import Provenance
import Text

/// What goes to the model: a person's words, with files around them, each with its own origin.
package struct GenerationPrompt: Equatable, Sendable {
    /// A region of a file that is to be written anew.
    package struct Region: Equatable, Sendable {
        package var file: ContextPiece
        package var lines: ClosedRange<Int>

        package init(file: ContextPiece, lines: ClosedRange<Int>) {
            self.file = file
            self.lines = lines
        }

        /// Code with the file's ends of lines, and no last one where the file has none.
        func text(_ code: String) -> String {
            let text = FileLines.text(code, endingAs: file.text)
            let isOpen = lines.upperBound == file.lineCount && file.text.utf8.last != 0x0A
            guard isOpen, text.utf8.last == 0x0A else { return text }
            let end = text.utf8.dropLast(text.utf8.dropLast().last == 0x0D ? 2 : 1)
            return String(Substring(end))
        }
    }

    package var words: String
    package var context: [ContextPiece] = []
    /// The file that is wanted.
    package var output: String?
    package var region: Region?
    /// Of a whole test suite for the context.
    package var isTests = false

    package init(_ words: String) {
        self.words = words
    }

    package var language: String? { (region?.file.path ?? output).flatMap(Language.named(by:)) }

    package var system: String {
        if let region {
            return "You edit code. Answer with the new text of lines \(region.lines.lowerBound) to "
                + "\(region.lines.upperBound) of \(region.file.path) in one fenced code block, and nothing else. "
                + "Leave what stands around them as it is, and do not repeat it."
        }
        let what = isTests ? "a complete test suite" : "code"
        guard let output else { return "You write \(what). Answer with it in one fenced code block, and nothing else." }
        return "You write \(what). Answer with the complete content of the file \(output) in one fenced code block, "
            + "and nothing else."
    }

    /// The pieces after the instructions, in their order: what each says, and whose it is.
    var pieces: [(text: String, origin: Segment.Origin, file: ContextPiece?)] {
        var pieces: [(String, Segment.Origin, ContextPiece?)] = [(words, .user, nil)]
        for piece in context { pieces.append((piece.text, .file, piece)) }
        if let region { pieces.append((region.file.text, .file, region.file)) }
        return pieces
    }

    /// All of it as one text.
    package var text: String {
        var text = words
        for piece in context {
            let last = piece.firstLine + max(0, piece.lineCount - 1)
            let lines = piece.firstLine == 1 ? "" : ", lines \(piece.firstLine) to \(last)"
            text += "\n\nFile \(piece.path)\(lines):\n" + Self.fenced(piece.text, piece.path)
        }
        if let region {
            text += "\n\nFile \(region.file.path):\n" + Self.fenced(region.file.text, region.file.path)
            let lines = FileLines.split(region.file.text)
            let part = lines[region.lines.lowerBound - 1..<region.lines.upperBound].joined()
            text += "\n\nWrite these lines of it anew (\(region.lines.lowerBound) to \(region.lines.upperBound)):\n"
            text += Self.fenced(part, region.file.path)
        }
        return text
    }

    /// A fence longer than any within.
    private static func fenced(_ text: String, _ path: String) -> String {
        var longest = 2
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        return "\(fence)\(Language.named(by: path) ?? "")\n\(text)\(end)\(fence)"
    }

    package func question(_ settings: EngineQuestion) -> EngineQuestion {
        var question = settings
        question.system = system
        question.prompt = text
        return question
    }
}
