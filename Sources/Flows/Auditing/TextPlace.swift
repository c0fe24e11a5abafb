/// Lines and columns of a stretch of text, from 1, columns in UTF-16 code units as editors and SARIF count them.
struct TextPlace: Equatable {
    var lines: ClosedRange<Int>
    var firstColumn: Int
    /// Behind the last character.
    var lastColumn: Int

    /// - Parameter range: bytes of UTF-8.
    init(of range: Range<Int>, in text: String) {
        let begin = Self.place(range.lowerBound, in: text)
        // A line's end belongs to the line.
        var end = Self.place(range.upperBound, in: text)
        if end.column == 1, range.upperBound > range.lowerBound {
            end = Self.place(range.upperBound - 1, in: text)
            end.column += 1
        }
        lines = begin.line...max(begin.line, end.line)
        firstColumn = begin.column
        lastColumn = end.column
    }

    private static func place(_ byte: Int, in text: String) -> (line: Int, column: Int) {
        let before = text.utf8.prefix(byte)
        var line = 1
        var start = before.startIndex
        var index = before.startIndex
        while index < before.endIndex {
            let isEnd = before[index] == 0x0A
            before.formIndex(after: &index)
            if isEnd {
                line += 1
                start = index
            }
        }
        return (line, String(decoding: before[start...], as: UTF8.self).utf16.count + 1)
    }
}
