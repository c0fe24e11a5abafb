import Store

/// Lines of a file that edits wrote, as far as a change adds them.
struct WrittenLines {
    private let texts: [Substring]
    private var writers: [Int: EditOrigin] = [:]
    /// Lines with code in them, without blanks, in the order they were added.
    private(set) var code: [String] = []

    init(_ text: String) { texts = text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// - Parameter number: from 1.
    mutating func add(_ number: Int, by edit: EditOrigin, hasCode: Bool) {
        writers[number] = edit
        if hasCode, number <= texts.count { code.append(Self.plain(texts[number - 1])) }
    }

    /// By their rows.
    var edits: [EditOrigin] {
        Dictionary(writers.values.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
            .values.sorted { $0.id < $1.id }
    }

    func first(in lines: ClosedRange<Int>) -> (line: Int, edit: EditOrigin)? {
        for line in lines { if let edit = writers[line] { return (line, edit) } }
        return nil
    }

    /// The first line of an edit that reads so; its first at all where it is not known how the line reads.
    func line(of edit: EditOrigin, reading text: String) -> Int? {
        let wanted = Self.plain(text[...])
        return writers.filter { $0.value.id == edit.id }.keys.sorted().first { number in
            wanted.isEmpty || number <= texts.count && Self.plain(texts[number - 1]) == wanted
        }
    }

    // MARK: - Text

    static func piece(of text: String, _ range: Range<Int>) -> Substring {
        let bytes = text.utf8
        let count = bytes.count
        let start = bytes.index(bytes.startIndex, offsetBy: min(range.lowerBound, count))
        let end = bytes.index(bytes.startIndex, offsetBy: min(range.upperBound, count))
        return text[start..<end]
    }

    /// The whole line that a byte is on.
    static func line(of text: String, _ byte: Int) -> String {
        let bytes = Array(text.utf8)
        guard byte < bytes.count else { return "" }
        let start = bytes[..<byte].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[byte...].firstIndex(of: 0x0A) ?? bytes.count
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    /// Without blanks: formatting is no change.
    static func plain(_ text: Substring) -> String {
        String(decoding: text.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }, as: UTF8.self)
    }
}
