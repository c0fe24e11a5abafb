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
        let difference = TokenDifference(from: old.hashes, to: new.hashes)
        let origins = difference.origins
        let cut = difference.cutLines(from: old, to: new)
        return (0..<new.lineCount).map { line in
            let tokens = new.tokens(ofLine: line)
            guard tokens.count >= fewTokens, !cut[line], let first = tokens.first, origins[first] >= 0 else {
                return nil
            }
            let isWhole = tokens.allSatisfy { origins[$0] == origins[first] + Int32($0 - first) }
            return isWhole ? Int(old.lines[Int(origins[first])]) : nil
        }
    }

    private static let fewTokens = 3

    // MARK: - What a commit formatted

    /// Those of the lines that a commit brought which it only formatted, each with the line that it was before.
    ///
    /// Only what differs is read as code, so that a small change of a large file costs little.
    ///
    /// - Parameter lines: in the commit's file, from 1, as what is given back.
    static func formatted(
        _ lines: [Range<Int>], from old: FileVersion, to new: FileVersion, language: String?
    ) -> [Int: Int] {
        let origins = TokenDifference(from: old.lineHashes, to: new.lineHashes).origins
        var asked = [Bool](repeating: false, count: origins.count)
        for line in lines.joined() where asked.indices.contains(line - 1) { asked[line - 1] = true }
        var carried: [Int: Int] = [:]
        var isFormatting = true
        for change in changes(origins, old.lineCount) where change.new.contains(where: { asked[$0] }) {
            let before = CodeStream(old.text(of: change.old), language: language, isPiece: true)
            let after = CodeStream(new.text(of: change.new), language: language, isPiece: true)
            if before.hashes != after.hashes { isFormatting = false }
            for (step, line) in byTokens(from: before, to: after).enumerated() {
                guard let line, change.new.count > step, asked[change.new.lowerBound + step] else { continue }
                carried[change.new.lowerBound + step + 1] = change.old.lowerBound + line + 1
            }
        }
        // Git took other lines for those that stayed than we do: where nothing but formatting changed all stayed.
        guard isFormatting, !carried.isEmpty else { return carried }
        for line in origins.indices where asked[line] && origins[line] >= 0 {
            carried[line + 1] = Int(origins[line]) + 1
        }
        return carried
    }

    /// Lines that were taken away with those that came in their place; changes close to each other are one.
    private static func changes(_ origins: [Int32], _ oldCount: Int) -> [(old: Range<Int>, new: Range<Int>)] {
        var changes: [(old: Range<Int>, new: Range<Int>)] = []
        var place = 0
        while place < origins.count {
            guard origins[place] < 0 else {
                place += 1
                continue
            }
            let begin = place
            while place < origins.count, origins[place] < 0 { place += 1 }
            let oldBegin = begin > 0 ? Int(origins[begin - 1]) + 1 : 0
            let oldEnd = place < origins.count ? Int(origins[place]) : oldCount
            guard oldBegin <= oldEnd else { continue }
            if let last = changes.last, begin - last.new.upperBound <= closeLines {
                changes[changes.count - 1] = (last.old.lowerBound..<oldEnd, last.new.lowerBound..<place)
            } else {
                changes.append((oldBegin..<oldEnd, begin..<place))
            }
        }
        return changes.filter { !$0.old.isEmpty }
    }

    private static let closeLines = 2

    // MARK: - What is not committed

    /// Equal lines by the smallest difference of the two texts, line ends left out; of the others those that only a
    /// formatter touched.
    static func byText(from old: String, to new: String, language: String?) -> [Int?] {
        let (old, new) = (plain(old), plain(new))
        let newStream = CodeStream(new, language: language)
        var carried = equalLines(from: old, to: new, count: newStream.lineCount)
        guard carried.contains(where: { $0 == nil }) else { return carried }
        let oldStream = CodeStream(old, language: language)
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
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            let isEnd = byte == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
            if !isEnd { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
