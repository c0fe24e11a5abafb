import Provenance
import Syntax

/// The lines of a file that are asked about, with so many around them that their tokens are told apart.
struct Passage {
    let path: String
    let code: CodeStream
    /// The number of the first line of the code, from 1.
    let first: Int
    /// The lines that are asked about, from 0 in the code.
    let inner: Range<Int>
    /// The same by their numbers.
    let asked: Range<Int>
    /// Of the asked lines, where they are few.
    let words: [LineWords]
    /// Where the code begins in the file, in bytes.
    private let offset: Int

    /// Of more lines together hardly a text has nothing.
    private static let fewLines = 4

    init(_ file: SourceFile, _ asked: ClosedRange<Int>?, margin: Int) {
        path = file.path
        let language = Language.named(by: path)
        guard let asked else {
            code = CodeStream(file.text, language: language)
            let isEnded = file.text.utf8.last == UInt8(ascii: "\n")
            inner = 0..<max(0, code.lineCount - (isEnded || file.text.isEmpty ? 1 : 0))
            first = 1
            offset = 0
            self.asked = 1..<inner.count + 1
            words = []
            return
        }
        let starts = Self.lineStarts(of: file.text)
        let count = starts.count - 1
        let wanted = (asked.lowerBound - 1..<asked.upperBound).clamped(to: 0..<count)
        let shown = max(0, wanted.lowerBound - margin)..<min(count, wanted.upperBound + margin)
        first = shown.lowerBound + 1
        inner = wanted.lowerBound - shown.lowerBound..<wanted.upperBound - shown.lowerBound
        self.asked = wanted.lowerBound + 1..<wanted.upperBound + 1
        offset = starts[shown.lowerBound]
        var piece = String(
            decoding: file.text.utf8.dropFirst(offset).prefix(starts[shown.upperBound] - offset), as: UTF8.self)
        // What opens before the passage decides how it is read.
        code = CodeStream(piece, language: language, isPiece: shown.lowerBound > 0)
        let (inner, code) = (inner, code)
        words =
            inner.count <= Self.fewLines
            ? piece.withUTF8 { bytes in inner.map { LineWords(code.tokens(ofLine: $0), of: code, in: bytes) } } : []
    }

    /// The byte at which each line begins, and the end.
    private static func lineStarts(of text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var starts = [0]
            for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(place + 1) }
            if starts.last != bytes.count { starts.append(bytes.count) }
            return starts
        }
    }

    /// The place of a token in the file.
    func bytes(of token: Int) -> Range<Int> {
        offset + Int(code.starts[token])..<offset + Int(code.ends[token])
    }

    /// Whether an asked line, by its place among them, has no token of its own.
    func isBare(_ index: Int) -> Bool { code.tokens(ofLine: inner.lowerBound + index).isEmpty }

    func evidence(_ contender: LineContender, _ tokens: Range<Int>) -> ContentEvidence {
        ContentEvidence(
            edit: contender.origin, aligned: contender.aligned, of: contender.isAligned.count, run: contender.run,
            isSameFile: contender.isSameFile, isUncertain: contender.isUncertain,
            changed: zip(tokens, contender.isAligned).filter { !$0.1 }.map { bytes(of: $0.0) })
    }
}
