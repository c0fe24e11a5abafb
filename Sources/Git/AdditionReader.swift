/// Reads the patch of `diff-tree -p -U0` for what it adds.
struct AdditionReader {
    private(set) var files: [FileAdditions] = []
    private var file: FileAdditions?
    /// Lines of the hunk that are still to come: what begins with `+++` in there is code.
    private var removed = 0
    private var added = 0
    private var next = 0

    mutating func read(_ patch: [UInt8]) {
        for line in patch.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) { read(line) }
        finish()
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        if removed > 0 || added > 0 {
            if line.first == UInt8(ascii: "+"), added > 0 {
                file?.lines.append(.init(number: next, text: String(decoding: line.dropFirst(), as: UTF8.self)))
                next += 1
                added -= 1
                return
            }
            if line.first == UInt8(ascii: "-"), removed > 0 {
                removed -= 1
                return
            }
            if line.first == UInt8(ascii: "\\") { return }
            (removed, added) = (0, 0)
        }
        if line.starts(with: "diff --git ".utf8) {
            finish()
            file = FileAdditions(path: "")
        } else if let name = rest(of: line, after: "+++ ") {
            // After a name with a blank git writes a tab.
            let name = QuotedName.plain(name.last == UInt8(ascii: "\t") ? name.dropLast() : name)
            if name.hasPrefix("b/") { file?.path = String(name.dropFirst(2)) }
        } else if let name = rest(of: line, after: "rename from ") {
            file?.movedFrom = QuotedName.plain(name)
        } else if let name = rest(of: line, after: "rename to ") {
            file?.path = QuotedName.plain(name)
        } else if let header = rest(of: line, after: "@@ ") {
            readHeader(header)
        }
    }

    private mutating func finish() {
        if let file, !file.path.isEmpty { files.append(file) }
        file = nil
        (removed, added) = (0, 0)
    }

    private func rest(of line: ArraySlice<UInt8>, after start: String) -> ArraySlice<UInt8>? {
        line.starts(with: start.utf8) ? line.dropFirst(start.utf8.count) : nil
    }

    /// `-3,2 +4,5 @@ …`; a count that is left out is 1.
    private mutating func readHeader(_ header: ArraySlice<UInt8>) {
        let words = header.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count >= 2, words[0].first == UInt8(ascii: "-"), words[1].first == UInt8(ascii: "+") else { return }
        func numbers(_ word: ArraySlice<UInt8>) -> (start: Int, count: Int) {
            let parts = word.dropFirst().split(separator: UInt8(ascii: ","))
                .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
            return (parts.first ?? 0, parts.count > 1 ? parts[1] : 1)
        }
        removed = max(0, numbers(words[0]).count)
        added = max(0, numbers(words[1]).count)
        next = numbers(words[1]).start
    }
}
