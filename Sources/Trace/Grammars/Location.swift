/// A file with line and column at the end of a piece of text: `P:L:C`, `P:L`.
struct Location {
    var file: ByteView
    var line: Int
    var column: Int?

    /// The file may hold blanks and colons, the numbers stand last. A column is asked for where `P:L` would be too little
    /// to know a place by.
    init?(atEnd text: ByteView, needsColumn: Bool = false) {
        guard let (last, before) = Self.number(text, endingAt: text.count) else { return nil }
        if let (line, start) = Self.number(text, endingAt: before), start > 0 {
            self.init(file: text.upTo(start), line: line, column: last)
        } else {
            guard !needsColumn, before > 0 else { return nil }
            self.init(file: text.upTo(before), line: last, column: nil)
        }
    }

    private init?(file: ByteView, line: Int, column: Int?) {
        guard Self.isFile(file) else { return nil }
        self.file = file
        self.line = line
        self.column = column
    }

    func frame(function: ByteView = .empty) -> Frame {
        Frame(
            file: file.text(), line: line == 0 ? nil : line, column: column,
            function: function.isEmpty ? nil : function.text())
    }

    /// `:12` before `end`: its value, and where its colon stands.
    private static func number(_ text: ByteView, endingAt end: Int) -> (Int, Int)? {
        var start = end
        while start > 0, start > end - 10, text[start - 1].isDigit { start -= 1 }
        guard start < end, start > 0, text[start - 1] == UInt8(ascii: ":"), let number = text.number(at: start) else {
            return nil
        }
        return (number.value, start - 1)
    }

    /// A path, a URL or a file's name; no time, no number, no host alone.
    static func isFile(_ file: ByteView) -> Bool {
        guard file.count <= 1024, !file.first.isBlank, !file.last.isBlank else { return false }
        if file.first == UInt8(ascii: "<") { return file.last == UInt8(ascii: ">") }
        var letters = false
        var marks = false
        for byte in file.raw {
            if byte.isWord { letters = letters || !byte.isDigit }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ".") { marks = true }
            if byte < 0x20 { return false }
        }
        return letters && marks || file.has("node:")
    }
}
