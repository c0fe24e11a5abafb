import Ingest
import Syntax

/// Which line of a text before it each line of a text is.
enum LineCarrying {
    /// Lines that only a formatter touched: all their tokens stood in the text before, one after the other.
    ///
    /// Where the two texts differ in formatting alone this is every line that has tokens. Else a line of few tokens may have
    /// them by chance, and is left out.
    ///
    /// - Returns: for each line, from 0, the line on which its first token stood.
    static func byTokens(from old: CodeStream, to new: CodeStream) -> [Int?] {
        if old.hashes == new.hashes {
            return (0..<new.lineCount).map { line in new.tokens(ofLine: line).first.map { Int(old.lines[$0]) } }
        }
        let origins = TokenDifference(from: old.hashes, to: new.hashes).origins
        return (0..<new.lineCount).map { line in
            let tokens = new.tokens(ofLine: line)
            guard tokens.count >= fewTokens, let first = tokens.first, origins[first] >= 0 else { return nil }
            let isWhole = tokens.allSatisfy { origins[$0] == origins[first] + Int32($0 - first) }
            return isWhole ? Int(old.lines[Int(origins[first])]) : nil
        }
    }

    private static let fewTokens = 3

    /// Equal lines by the smallest difference of the two texts, line ends left out; of the others those that only a
    /// formatter touched.
    static func byText(from old: String, to new: String, language: String?) -> [Int?] {
        let (old, new) = (plain(old), plain(new))
        let oldStream = CodeStream(old, language: language)
        let newStream = CodeStream(new, language: language)
        var carried = equalLines(from: old, to: new, count: newStream.lineCount)
        guard carried.contains(where: { $0 == nil }) else { return carried }
        for (line, origin) in byTokens(from: oldStream, to: newStream).enumerated() where carried[line] == nil {
            carried[line] = origin
        }
        return carried
    }

    private static func equalLines(from old: String, to new: String, count: Int) -> [Int?] {
        var carried: [Int?] = []
        var shift = 0
        for hunk in LineDiff.hunks(before: old, after: new, context: 0) {
            // Where a side is empty its start is the line before.
            let isEmpty = !hunk.lines.contains { $0.kind != .removed }
            let start = (hunk.newStart ?? 1) - (isEmpty ? 0 : 1)
            while carried.count < start { carried.append(carried.count + shift) }
            carried += Array(repeating: nil, count: hunk.addedLines)
            shift += hunk.removedLines - hunk.addedLines
        }
        while carried.count < count { carried.append(carried.count + shift) }
        return carried
    }

    private static func plain(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\r"))
            ? String(decoding: withoutReturns(Array(text.utf8)), as: UTF8.self) : text
    }

    private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            let isEnd = byte == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
            if !isEnd { plain.append(byte) }
        }
        return plain
    }
}
