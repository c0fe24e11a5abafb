/// Reads what follows a name; see `Assignment`. Looks at most some hundred bytes ahead.
struct AssignmentReader {
    private let bytes: Bytes
    private var position: Int

    init(_ bytes: Bytes, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func read(_ name: Range<Int>) -> Assignment? {
        let isQuotedName = skipQuote()
        if bytes[position] == UInt8(ascii: "]") { position += 1 }
        if !isQuotedName, bytes[name.lowerBound] == UInt8(ascii: "-"), bytes[position].isOne(of: .blank) {
            skipBlanks()
            guard bytes[position] != UInt8(ascii: "-") else { return nil }
            if bytes[position] == UInt8(ascii: "=") { position += 1 }
            return value(.bare)
        }
        let afterName = position
        skipBlanks()
        let spaced = position > afterName
        switch bytes[position] {
        case UInt8(ascii: "="): return afterEquals(name, spaced: spaced)
        case UInt8(ascii: ":"): return afterColon(name, isQuotedName: isQuotedName)
        case UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "!"):
            position += 1
            if bytes[position] == UInt8(ascii: "|") || bytes[position] == UInt8(ascii: "?") { position += 1 }
            if bytes[position] == UInt8(ascii: ":") { return afterColon(name, isQuotedName: false) }
            return bytes[position] == UInt8(ascii: "=") ? afterEquals(name, spaced: true) : nil
        case UInt8(ascii: ">") where bytes[name.lowerBound - 1] == UInt8(ascii: "<"):
            position += 1
            return value(.bare)
        case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\\"):
            return afterPair(isQuotedName: isQuotedName)
        case UInt8(ascii: "v") where isQuotedName && spaced: return afterPair(isQuotedName: true)
        case UInt8(ascii: "i") where spaced && bytes.has("is ", at: position):
            position += 3
            return afterIs()
        case UInt8(ascii: "w") where spaced && bytes.has("was ", at: position):
            position += 4
            return afterIs()
        default:
            // netrc: machine … login … password …
            let line = max(0, name.lowerBound - 100)..<name.lowerBound
            return spaced && bytes.contains("login ", in: line) && bytes.contains("machine ", in: line)
                ? value(.bare) : nil
        }
    }

    private mutating func afterEquals(_ name: Range<Int>, spaced: Bool) -> Assignment? {
        position += 1
        let compares = bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: "~")
        while bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: ">") { position += 1 }
        let afterSign = position
        skipBlanks()
        if spaced || position > afterSign { return value(.code) }
        return value(compares ? .code : isLineStart(name) || isParameter(name) ? .bare : .code)
    }

    private mutating func afterColon(_ name: Range<Int>, isQuotedName: Bool) -> Assignment? {
        position += 1
        if bytes[position] == UInt8(ascii: ":") { return nil }
        if bytes[position] == UInt8(ascii: "=") { position += 1 }
        skipBlanks()
        if !isQuotedName, let typed = afterType() { return typed }
        return value(isLineStart(name) || isQuotedName ? .bare : .prose)
    }

    /// `: String = "…"`, `: string | undefined = '…'`.
    private func afterType() -> Assignment? {
        guard bytes[position].isOne(of: .letter) else { return nil }
        var end = position
        while end < position + 40, bytes[end].isOne(of: [.dotted, .blank]) || "?|<>[]".utf8.contains(bytes[end]) {
            end += 1
        }
        guard bytes[end] == UInt8(ascii: "="), end > position + 2 else { return nil }
        var after = self
        after.position = end + 1
        after.skipBlanks()
        return after.isAtQuote ? after.value(.code) : nil
    }

    /// `, "value": "…"`, ` value="…"`, a next line `value: …`, or the second of two quoted arguments.
    private mutating func afterPair(isQuotedName: Bool) -> Assignment? {
        var end = position
        while end < position + 40, bytes[end].isOne(of: [.blank, .newline, .quote]) || ",\\n".utf8.contains(bytes[end])
        { end += 1 }
        if bytes.hasIgnoringCase("value", at: end) {
            position = end + 5
            skipQuote()
            skipBlanks()
            guard bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: "=") else { return nil }
            position += 1
            skipBlanks()
            return value(.bare)
        }
        guard isQuotedName, bytes[position] == UInt8(ascii: ",") else { return nil }
        position += 1
        skipBlanks()
        return isAtQuote ? value(.code) : nil
    }

    private mutating func afterIs() -> Assignment? {
        skipBlanks()
        if bytes.has("set to ", at: position) { position += 7 }
        if bytes[position] == UInt8(ascii: ":") { position += 1 }
        skipBlanks()
        return value(.prose)
    }

    private mutating func value(_ form: Assignment.Form) -> Assignment? {
        skipLiteralPrefix()
        let backslashes = bytes.base == nil ? 0 : countBackslashes()
        let quote = bytes[position + backslashes]
        if quote.isOne(of: .quote) {
            let start = skipScheme(from: position + backslashes + 1)
            if let end = closing(quote, from: start, escaped: backslashes > 0), end > start {
                return Assignment(start..<end, .quoted)
            }
            return unquoted(from: start, .code)
        }
        let start = skipScheme(from: position)
        return unquoted(from: start, form)
    }

    private func unquoted(from start: Int, _ form: Assignment.Form) -> Assignment? {
        var end = start
        let stop = min(bytes.count, start + Self.longestUnquoted)
        while end < stop {
            let byte = bytes[end]
            if byte.isOne(of: [.blank, .newline, .quote]) || byte == UInt8(ascii: "\\") { break }
            if byte.isOne(of: .delimiter), endsValue(byte, before: bytes[end + 1], form) { break }
            end += 1
        }
        while end > start, ",;).".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > start else { return nil }
        // A call or a subscript follows: code.
        if bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: "[") { return nil }
        return Assignment(start..<end, form)
    }

    /// In code every delimiter ends a value; where only values stand, commas and closing brackets can be part of them.
    private func endsValue(_ byte: UInt8, before next: UInt8, _ form: Assignment.Form) -> Bool {
        guard form == .bare else { return true }
        return "&;<>|".utf8.contains(byte) || next == 0 || next.isOne(of: [.blank, .newline, .quote])
    }

    private func closing(_ quote: UInt8, from start: Int, escaped: Bool) -> Int? {
        var end = start
        let stop = min(bytes.count, start + 1024)
        while end < stop {
            let byte = bytes[end]
            if byte == quote || escaped && byte == UInt8(ascii: "\\") { return end }
            if byte == UInt8(ascii: "\n") { return nil }
            end += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private var isAtQuote: Bool {
        var reader = self
        reader.skipLiteralPrefix()
        return bytes[reader.position + reader.countBackslashes()].isOne(of: .quote)
    }

    private func countBackslashes() -> Int {
        var count = 0
        while count < 8, bytes[position + count] == UInt8(ascii: "\\") { count += 1 }
        return count
    }

    /// `r"`, `b'`, `@"`, `String::from("` and their like.
    private mutating func skipLiteralPrefix() {
        if bytes.has("String::from(", at: position) { position += 13 }
        if bytes.has("Some(", at: position) { position += 5 }
        if bytes[position] == UInt8(ascii: "("), bytes[position + 1].isOne(of: .quote) { position += 1 }
        if "rbufL@".utf8.contains(bytes[position]),
            bytes[position + 1] == UInt8(ascii: "\"") || bytes[position + 1] == UInt8(ascii: "'")
        {
            position += 1
        }
    }

    private func skipScheme(from start: Int) -> Int {
        for scheme in Self.schemes where bytes.hasIgnoringCase(scheme, at: start) {
            return bytes.end(of: .blank, from: start + scheme.utf8CodeUnitCount, atMost: 4)
        }
        return start
    }

    @discardableResult private mutating func skipQuote() -> Bool {
        let backslashes = countBackslashes()
        guard bytes[position + backslashes].isOne(of: .quote) else { return false }
        position += backslashes + 1
        return true
    }

    private mutating func skipBlanks() {
        position = bytes.end(of: .blank, from: position, atMost: 64)
    }

    /// Only blanks, `export`, list dashes and comment signs stand before the name on its line.
    private func isLineStart(_ name: Range<Int>) -> Bool {
        var start = bytes.start(of: .dotted, before: name.lowerBound, atMost: 64)
        start = bytes.start(of: .blank, before: start, atMost: 64)
        while "-+#/*>".utf8.contains(bytes[start - 1]), name.lowerBound - start < 80 {
            start = bytes.start(of: .blank, before: start - 1, atMost: 64)
        }
        if start == 0 || bytes[start - 1].isOne(of: .newline) { return true }
        if bytes[start - 1] == UInt8(ascii: "n"), bytes[start - 2] == UInt8(ascii: "\\") { return true }
        return Self.setters.contains { bytes.hasIgnoringCase($0, at: start - $0.utf8CodeUnitCount) }
    }

    /// Part of a query, a connection string or a command line.
    private func isParameter(_ name: Range<Int>) -> Bool {
        let before = bytes[name.lowerBound - 1]
        return before == UInt8(ascii: "?") || before == UInt8(ascii: "&") || before == UInt8(ascii: ";")
            || bytes[name.lowerBound] == UInt8(ascii: "-")
    }

    /// Names can follow one another without a blank; each must not read far, or such a text would take long.
    private static let longestUnquoted = 384

    private static let schemes: [StaticString] = ["bearer ", "basic ", "token ", "apikey ", "bot "]
    private static let setters: [StaticString] = ["export", "set", "env", "-e", "arg", "declare", "$"]
}
