/// One line of a compiler or linter, taken apart.
///
///     src/a.c:3:5: error: message [-Wx]          a.ts(3,13): error TS7006: message
///     src/a.ts:3:13 - error TS7006: message      e: file:///p/A.kt:12:5 message
///     ::error file=src/a.js,line=3,col=5::message
///       --> src/main.rs:4:6                      with `error[E0308]: message` above
///     ✘ Test sum() recorded an issue at SumTests.swift:12:5: message
struct Diagnostic {
    var frame: Frame
    var severity: String?
    var code: String?
    var message: String?
    var test: String?

    init?(_ line: ByteView, recent: RecentLines) {
        let text = line.trimmed
        if text.has("--> ") {
            self.init(arrow: text, recent: recent)
        } else if text.has("::") {
            self.init(command: text)
        } else if let mark = text.index(of: " recorded an issue ") {
            self.init(issue: text, mark)
        } else if text.has("e: ") || text.has("w: ") {
            self.init(kotlin: text)
        } else if let start = Self.parenthesised(text) {
            self.init(text, start)
        } else {
            self.init(plain: text, isIndented: line.indent > 0)
        }
    }

    // MARK: F:L:C: …

    private init?(plain text: ByteView, isIndented: Bool) {
        var next = 1
        var place: (file: ByteView, line: Int, column: Int?, end: Int)?
        while place == nil, let colon = text.index(of: UInt8(ascii: ":"), from: next), colon < 1024 {
            next = colon + 1
            guard let line = text.number(at: colon + 1) else { continue }
            var (end, column): (Int, Int?) = (line.end, nil)
            if text[end] == UInt8(ascii: ":"), let number = text.number(at: end + 1) {
                (end, column) = (number.end, number.value)
            }
            place = (text.upTo(colon), line.value, column, end)
        }
        guard let place, Self.isPath(place.file), let language = FileName.language(place.file), place.line > 0 else {
            return nil
        }
        frame = Frame(file: place.file.text(), line: place.line, column: place.column)
        var rest = text.from(place.end)
        if rest.has(" - ") {
            rest = rest.from(3)
        } else if rest.has(": ") {
            rest = rest.from(2)
        } else {
            return nil
        }
        rest = rest.trimmed
        if !readSeverity(rest) {
            let isAssertion = (language == "c" || language == "cpp") && rest.contains("Assertion `")
            guard isAssertion || (place.column != nil && !isIndented && !rest.isEmpty) else { return nil }
            readWhole(rest)
        }
        readTest()
    }

    /// A path that a tool prints: no blanks but in a rooted one, and no address.
    static func isPath(_ file: ByteView) -> Bool {
        guard Location.isFile(file), !file.contains("://"), !file.contains("::") else { return false }
        guard file.contains(" ") else { return true }
        return file.first == UInt8(ascii: "/") && !file.contains(": ") && !file.contains(" /")
    }

    private mutating func readWhole(_ rest: ByteView) {
        severity = "error"
        message = rest.text(TraceLimit.message)
    }

    /// `error: message`, `error TS7006: message`, `warning[E1]: message`, `fatal error: …`
    private mutating func readSeverity(_ text: ByteView) -> Bool {
        for (word, name) in Self.severities where text.has(word) {
            var end = word.utf8CodeUnitCount
            if text[end] == UInt8(ascii: "["), let close = text.index(of: UInt8(ascii: "]"), from: end),
                close < end + 32
            {
                code = text.slice(end + 1, close).text()
                end = close + 1
            } else if text[end] == 0x20 {
                var close = end + 1
                while close < end + 24, text[close].isWord { close += 1 }
                guard close > end + 1, text[close] == UInt8(ascii: ":") else { continue }
                code = text.slice(end + 1, close).text()
                end = close
            }
            guard text[end] == UInt8(ascii: ":") || end == text.count else { continue }
            severity = name
            message = text.from(end + 1).trimmed.text(TraceLimit.message)
            return true
        }
        return false
    }

    private static let severities: [(StaticString, String)] = [
        ("error", "error"), ("fatal error", "error"), ("warning", "warning"), ("note", "note"), ("info", "info"),
        ("Error", "error"), ("Warning", "warning"), ("Failure", "error"), ("fatal", "error"), ("remark", "note"),
    ]

    /// XCTest's `Suite.testName : message`, `-[Module.Suite testName] : message`
    private mutating func readTest() {
        guard let message, let mark = message.firstRange(of: " : ") else { return }
        let name = message[..<mark.lowerBound]
        guard frame.file?.hasSuffix(".swift") == true, !name.isEmpty else { return }
        if name.hasPrefix("-["), name.hasSuffix("]") {
            test = name.dropFirst(2).dropLast().split(separator: " ").joined(separator: ".")
        } else if !name.contains(" "), name.contains(".") {
            test = String(name)
        } else {
            return
        }
        self.message = String(message[mark.upperBound...])
    }

    // MARK: F(L,C): …

    /// Where the parenthesis stands whose numbers are a place.
    private static func parenthesised(_ text: ByteView) -> Int? {
        var next = 1
        while let open = text.index(of: UInt8(ascii: "("), from: next), open < 1024 {
            next = open + 1
            guard let line = text.number(at: open + 1) else { continue }
            var end = line.end
            if text[end] == UInt8(ascii: ","), let column = text.number(at: end + 1) { end = column.end }
            while text[end] == UInt8(ascii: ","), let more = text.number(at: end + 1) { end = more.end }
            if text.has("): ", at: end) { return open }
        }
        return nil
    }

    private init?(_ text: ByteView, _ open: Int) {
        let file = text.upTo(open)
        guard Location.isFile(file), FileName.language(file) != nil, let line = text.number(at: open + 1) else {
            return nil
        }
        let isRooted = file.first == UInt8(ascii: "/") || file[1] == UInt8(ascii: ":")
        guard isRooted || !file.contains(" "), let close = text.index(of: "): ", from: open) else { return nil }
        frame = Frame(file: file.text(), line: line.value, column: text.number(at: line.end + 1)?.value)
        guard readSeverity(text.from(close + 3).trimmed) else { return nil }
    }

    // MARK: Others

    private init?(arrow text: ByteView, recent: RecentLines) {
        guard let place = Location(atEnd: text.from(4).trimmed, needsColumn: true), recent.count > 0 else { return nil }
        frame = place.frame()
        let isRead = recent.with(0) { line in
            if !readSeverity(line.trimmed), !line.trimmed.isEmpty { readWhole(line.trimmed) }
            return !line.trimmed.isEmpty
        }
        guard isRead else { return nil }
    }

    private init?(command text: ByteView) {
        guard let end = text.index(of: "::", from: 2) else { return nil }
        let head = text.slice(2, end)
        let kind = head.upTo(head.index(of: 0x20) ?? head.count)
        guard kind.equals("error") || kind.equals("warning") || kind.equals("notice") else { return nil }
        frame = Frame()
        severity = kind.equals("notice") ? "note" : kind.text()
        message = text.from(end + 2).text(TraceLimit.message)
        var rest = head.from(kind.count + 1)
        while !rest.isEmpty {
            let comma = rest.index(of: UInt8(ascii: ",")) ?? rest.count
            let part = rest.upTo(comma).trimmed
            rest = rest.from(comma + 1)
            guard let equals = part.index(of: UInt8(ascii: "=")) else { continue }
            let value = part.from(equals + 1)
            switch part.upTo(equals).text() {
            case "file": frame.file = value.text()
            case "line": frame.line = value.number
            case "col": frame.column = value.number
            default: break
            }
        }
        guard frame.file != nil else { return nil }
    }

    private init?(issue text: ByteView, _ mark: Int) {
        guard let at = text.index(of: " at ", from: mark) else { return nil }
        let rest = text.from(at + 4)
        guard let colon = rest.index(of: ": "), let place = Location(atEnd: rest.upTo(colon)) else { return nil }
        frame = place.frame()
        severity = "error"
        message = rest.from(colon + 2).text(TraceLimit.message)
        if let name = text.upTo(mark).index(of: "Test ") { test = text.slice(name + 5, mark).text() }
    }

    /// `e: file:///p/A.kt:12:5 message`, `e: /p/A.kt: (12, 5): message`
    private init?(kotlin text: ByteView) {
        severity = text.first == UInt8(ascii: "e") ? "error" : "warning"
        let rest = text.from(3)
        if let mark = rest.index(of: ": ("), let line = rest.number(at: mark + 3), rest.has(", ", at: line.end),
            let column = rest.number(at: line.end + 2), rest.has("): ", at: column.end)
        {
            frame = Frame(file: rest.upTo(mark).text(), line: line.value, column: column.value)
            message = rest.from(column.end + 3).text(TraceLimit.message)
        } else if let mark = rest.index(of: ".kt"), let blank = rest.index(of: 0x20, from: mark),
            let place = Location(atEnd: rest.upTo(blank), needsColumn: true)
        {
            frame = place.frame()
            message = rest.from(blank + 1).text(TraceLimit.message)
        } else {
            return nil
        }
    }
}
