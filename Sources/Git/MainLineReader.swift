/// Reads what `log -p -U0` prints of a main line, line by line.
struct MainLineReader {
    private(set) var step: MainLineStep?
    private var file: MainLineStep.FileChange?
    private var removed = 0
    private var added = 0
    private var next = 0
    /// Bytes of code that were kept of this step: what adds more than that is not code that anybody wrote.
    private var kept = 0

    static let mostBytes = 16 << 20

    /// What stands before a commit's own line: no patch has it at the beginning of a line.
    static let format = "%x00%H %at %ct"

    /// - Returns: the step that ended with this line.
    mutating func read(_ line: [UInt8]) -> MainLineStep? {
        if removed > 0 || added > 0 {
            if line.first == UInt8(ascii: "+"), added > 0 {
                take(line.dropFirst())
                return nil
            }
            if line.first == UInt8(ascii: "-"), removed > 0 {
                removed -= 1
                return nil
            }
            if line.first == UInt8(ascii: "\\") { return nil }
            (removed, added) = (0, 0)
        }
        if line.first == 0 { return begin(line.dropFirst()) }
        readHeader(line)
        return nil
    }

    mutating func finish() -> MainLineStep? {
        closeFile()
        defer { step = nil }
        return step
    }

    private mutating func begin(_ line: ArraySlice<UInt8>) -> MainLineStep? {
        let done = finish()
        kept = 0
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard words.count == 3, References.isCommit(words[0]), let authored = Int64(words[1]),
            let committed = Int64(words[2])
        else { return done }
        let range: ClosedRange<Int64> = 0...253_402_300_799
        step = MainLineStep(
            hash: String(words[0]), authoredAt: min(max(authored, range.lowerBound), range.upperBound) * 1000,
            committedAt: min(max(committed, range.lowerBound), range.upperBound) * 1000)
        return done
    }

    private mutating func take(_ text: ArraySlice<UInt8>) {
        kept += text.count
        if let last = file?.hunks.indices.last {
            let text = kept <= Self.mostBytes ? String(decoding: text, as: UTF8.self) : ""
            file?.hunks[last].added.append(.init(number: next, text: text))
        }
        next += 1
        added -= 1
    }

    private mutating func readHeader(_ line: [UInt8]) {
        if line.starts(with: "diff --git ".utf8) {
            closeFile()
            file = MainLineStep.FileChange(path: "")
        } else if let name = rest(of: line, after: "--- ") {
            if let path = path(name, under: "a/") { file?.path = path }
        } else if let name = rest(of: line, after: "+++ ") {
            if let path = path(name, under: "b/") { file?.path = path }
        } else if let name = rest(of: line, after: "rename from ") {
            file?.movedFrom = QuotedName.plain(name)
        } else if let name = rest(of: line, after: "rename to ") {
            file?.path = QuotedName.plain(name)
        } else if line.starts(with: "deleted file mode ".utf8) {
            file?.isGone = true
        } else if let header = rest(of: line, after: "@@ ") {
            readPlaces(header)
        }
    }

    /// After a name with a blank git writes a tab.
    private func path(_ name: ArraySlice<UInt8>, under side: String) -> String? {
        let path = QuotedName.plain(name.last == UInt8(ascii: "\t") ? name.dropLast() : name)
        return path.hasPrefix(side) ? String(path.dropFirst(2)) : nil
    }

    private mutating func closeFile() {
        if let file, !file.path.isEmpty { step?.files.append(file) }
        file = nil
        (removed, added) = (0, 0)
    }

    private func rest(of line: [UInt8], after start: String) -> ArraySlice<UInt8>? {
        line.starts(with: start.utf8) ? line.dropFirst(start.utf8.count) : nil
    }

    /// `-3,2 +4,5 @@ …`; a count that is left out is 1.
    private mutating func readPlaces(_ header: ArraySlice<UInt8>) {
        let words = header.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count >= 2, words[0].first == UInt8(ascii: "-"), words[1].first == UInt8(ascii: "+") else { return }
        func numbers(_ word: ArraySlice<UInt8>) -> (start: Int, count: Int) {
            let parts = word.dropFirst().split(separator: UInt8(ascii: ","))
                .map { min(Int(String(decoding: $0, as: UTF8.self)) ?? 0, Int(Int32.max)) }
            return (max(0, parts.first ?? 0), max(0, parts.count > 1 ? parts[1] : 1))
        }
        let (old, new) = (numbers(words[0]), numbers(words[1]))
        file?.hunks.append(.init(first: old.start, removed: old.count))
        (removed, added, next) = (old.count, new.count, new.start)
    }
}
