import Terminal
import Testing
import Text

@Suite struct FrameTests {
    @Test func `text goes where it is put, and the columns it took are returned`() {
        var frame = Frame(size: Size(columns: 12, rows: 2))
        #expect(frame.put("héllo 世界", row: 1, column: 1, style: .text) == 10)
        #expect(frame.text() == "\n héllo 世界")
    }

    @Test func `text is cut at the right edge and at the width it was given`() {
        var frame = Frame(size: Size(columns: 6, rows: 2))
        #expect(frame.put("abcdefgh", row: 0, column: 2, style: .text) == 4)
        #expect(frame.put("abcdefgh", row: 1, column: 1, width: 3, style: .text) == 3)
        #expect(frame.text() == "  abcd\n abc")
    }

    @Test func `cut text ends with an ellipsis if asked, whole text does not`() {
        var frame = Frame(size: Size(columns: 8, rows: 3))
        #expect(frame.put("refund.py", row: 0, column: 0, width: 6, style: .text, ellipsis: true) == 6)
        frame.put("refund", row: 1, column: 0, width: 6, style: .text, ellipsis: true)
        frame.put("日本語日本語", row: 2, column: 0, width: 6, style: .text, ellipsis: true)
        #expect(frame.text() == "refun…\nrefund\n日本 …")
    }

    @Test func `a wide character that does not fit whole is left out`() {
        var frame = Frame(size: Size(columns: 3, rows: 1))
        #expect(frame.put("世界", row: 0, column: 0, style: .text) == 2)
        #expect(frame.text() == "世")
    }

    @Test func `writing over half of a wide character takes the other half away`() {
        var frame = Frame(size: Size(columns: 6, rows: 2))
        for row in 0...1 { frame.put("世界界", row: row, column: 0, style: .text) }
        frame.put("x", row: 0, column: 1, style: .text)
        frame.put("y", row: 1, column: 2, style: .text)
        #expect(frame.text() == " x界界\n世y 界")
    }

    @Test func `text may begin left of the frame`() {
        var frame = Frame(size: Size(columns: 4, rows: 2))
        frame.put("abcdef", row: 0, column: -2, style: .text)
        frame.put("世界x", row: 1, column: -1, style: .text)
        #expect(frame.text() == "cdef\n 界x")
    }

    @Test(arguments: [Int.min, -1, 0, 3, 4, Int.max]) func `no place or extent is wrong enough to crash`(_ value: Int) {
        var frame = Frame(size: Size(columns: 4, rows: 3))
        for other in [Int.min, -1, 0, 2, Int.max] {
            frame.put("wide 世", row: value, column: other, width: value, style: .text, ellipsis: true)
            frame.put("wide 世", row: 1, column: value, width: other, style: .text, ellipsis: true)
            frame.fill(row: value, column: other, width: other, height: value, with: "世", style: .text)
            frame.restyle(row: other, column: value, width: other, style: .muted)
            frame.highlight(row: 1, column: other, width: value, on: .selection)
            frame.put(Frame(size: Size(columns: 2, rows: 2)), row: value, column: other)
            _ = frame[value, other]
            _ = frame.text(row: value)
        }
        #expect(Size(columns: value, rows: value).rows >= 0)
    }

    @Test func `every control character is shown and none reaches the terminal`() {
        let controls = (Array(0x00...0x1F) + Array(0x7F...0x9F)).compactMap { Unicode.Scalar($0) }
        for scalar in controls {
            var frame = Frame(size: Size(columns: 20, rows: 1))
            let used = frame.put("a\(scalar)b", row: 0, column: 0, style: .text)
            let shown = frame.text()
            #expect(shown.hasPrefix("a") && shown.hasSuffix("b") && shown.count == used && used >= 3)
            #expect(!shown.contains(" ") && !shown.unicodeScalars.contains { controls.contains($0) })
        }
    }

    @Test func `line ends are shown one by one`() {
        var frame = Frame(size: Size(columns: 6, rows: 1))
        #expect(frame.put("a\r\nb", row: 0, column: 0, style: .text) == 4)
        #expect(frame.text() == "a␍␊b")
    }

    @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{E0041}", "\u{200F}", "\u{061C}"])
    func `a character that hides or turns text around is shown by its number`(_ hidden: String) throws {
        var frame = Frame(size: Size(columns: 20, rows: 1))
        frame.put("if\(hidden)x", row: 0, column: 0, style: .text)
        let number = try #require(hidden.unicodeScalars.first).value
        let digits = String(number, radix: 16, uppercase: true)
        #expect(frame.text() == "if<U+\(digits.count < 4 ? "0" : "")\(digits)>x")
    }

    @Test(arguments: ["héllo 世界", "e\u{301}", "👩‍👩‍👧👍🏽❤️🇯🇵", "a\u{1B}[31m\u{202E}b", "नि한국", "1️⃣", "tab\there"])
    func `text takes the columns that measuring it says`(_ text: String) {
        var frame = Frame(size: Size(columns: 60, rows: 1))
        #expect(frame.put(text, row: 0, column: 0, style: .text) == Visible.text(text).displayWidth)
    }

    @Test func `combining marks stay on their letter, four at most`() {
        var frame = Frame(size: Size(columns: 8, rows: 2))
        #expect(frame.put("e\u{301}x", row: 0, column: 0, style: .text) == 2)
        #expect(frame.text(row: 0) == "e\u{301}x")
        let heap = "z" + String(repeating: "\u{301}", count: 800) + "y"
        #expect(frame.put(heap, row: 1, column: 0, style: .text) == 2)
        #expect(frame.text(row: 1).unicodeScalars.count == 6)
    }

    @Test func `a mark without a letter stands on a blank`() {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        #expect(frame.put("\u{301}a", row: 0, column: 0, style: .text) == 2)
    }

    @Test(arguments: ["👩‍👩‍👧", "👍🏽", "🇯🇵", "世"]) func `a cluster in two columns takes two`(_ cluster: String) {
        var frame = Frame(size: Size(columns: 8, rows: 1))
        #expect(frame.put("\(cluster)|", row: 0, column: 0, style: .text) == 3)
        #expect(frame[0, 1]?.width == 0)
        #expect(frame[0, 2]?.text == "|")
    }

    @Test func `of a joined sequence the base alone is drawn`() {
        var frame = Frame(size: Size(columns: 8, rows: 1))
        frame.put("👩‍👩‍👧👍🏽", row: 0, column: 0, style: .text)
        #expect(frame.text() == "👩👍")
    }

    @Test func `a fill is cut to the frame and a highlight keeps the meaning of what it lies under`() {
        var frame = Frame(size: Size(columns: 4, rows: 3))
        frame.fill(row: 1, column: -3, width: 5, height: 9, with: "#", style: .muted)
        frame.put("hi", row: 0, column: 0, style: Style(.severityHigh))
        frame.highlight(row: 0, column: 0, width: 99, on: .selection)
        #expect(frame.text() == "hi\n##\n##")
        #expect(frame[0, 0]?.style == Style(.severityHigh, on: .selection))
        #expect(frame[0, 3]?.style == Style(.text, on: .selection))
    }

    @Test func `a frame put into another brings its cursor and is cut at the edges`() {
        var inner = Frame(size: Size(columns: 4, rows: 2))
        inner.put("世界", row: 0, column: 0, style: .text)
        inner.put("abcd", row: 1, column: 0, style: .text)
        inner.cursor = Position(row: 1, column: 1)
        var outer = Frame(size: Size(columns: 5, rows: 3))
        outer.put(inner, row: 1, column: 2)
        #expect(outer.text() == "\n  世\n  abc")
        #expect(outer.cursor == Position(row: 2, column: 3))
    }

    @Test func `a text of any length costs only what is shown`() {
        var frame = Frame(size: Size(columns: 80, rows: 1))
        let long = String(repeating: "é界", count: 500_000)
        for _ in 0..<100 { frame.put(long, row: 0, column: 0, style: .text) }
        #expect(frame[0, 79] != nil)
    }
}
