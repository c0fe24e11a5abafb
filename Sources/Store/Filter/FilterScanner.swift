/// Cuts a filter's text into words, values, signs and keywords.
struct FilterScanner {
    let bytes: [UInt8]
    var position = 0

    init(_ text: String) {
        // A control character is a gap: nobody types one, and NUL would end the text for SQLite.
        bytes = text.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
    }

    var isAtEnd: Bool { position >= bytes.count }
    var next: UInt8? { byte(at: position) }
    var end: Range<Int> { bytes.count..<bytes.count }

    func byte(at index: Int) -> UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    mutating func skipSpace() {
        while next == UInt8(ascii: " ") { position += 1 }
    }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    /// The range of `and`, `or` or `not`, where one of them stands here as a word of its own.
    func keyword(_ word: String) -> Range<Int>? {
        let range = position..<position + word.utf8.count
        guard range.upperBound <= bytes.count, text(range).lowercased() == word else { return nil }
        switch byte(at: range.upperBound) {
        case nil, UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): return range
        default: return nil
        }
    }

    /// The range of a name that a colon follows here.
    func fieldName() -> Range<Int>? {
        var index = position
        while let byte = byte(at: index) {
            let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
            let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            let isJoin = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            guard isLetter || index > position && (isDigit || isJoin) else { break }
            index += 1
        }
        guard index > position, byte(at: index) == UInt8(ascii: ":") else { return nil }
        return position..<index
    }

    /// A free word: up to a space, a quote, or a parenthesis that it did not open.
    mutating func word() throws(FilterError) -> FilterElement {
        try element(stoppingAt: "\"")
    }

    /// One value of a list: up to a comma, a space, or a parenthesis that it did not open.
    mutating func value() throws(FilterError) -> FilterElement {
        try element(stoppingAt: ",")
    }

    private mutating func element(stoppingAt stop: Unicode.Scalar) throws(FilterError) -> FilterElement {
        var element = FilterElement(at: position)
        var depth = 0
        while let byte = next, byte != UInt8(ascii: " "), byte != UInt8(ascii: stop) || element.isEmpty && stop == "\""
        {
            switch byte {
            case UInt8(ascii: "\""):
                element.append(quoted: try quoted())
                element.range = element.range.lowerBound..<position
                if stop == "\"" { return element }
                continue
            // `app/(home)/page.tsx` and `print()` are words; a parenthesis that groups follows a space.
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where depth == 0:
                element.range = element.range.lowerBound..<position
                return element
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            element.append(byte)
            position += 1
        }
        element.range = element.range.lowerBound..<position
        return element
    }

    /// What stands between quotes; a backslash makes the next character mean itself.
    private mutating func quoted() throws(FilterError) -> [UInt8] {
        let start = position
        position += 1
        var content: [UInt8] = []
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: "\"") { return content }
            if byte == UInt8(ascii: "\\"), let escaped = next {
                content.append(escaped)
                position += 1
            } else {
                content.append(byte)
            }
        }
        throw FilterError("The quote is not closed: end it with '\"'.", at: start..<bytes.count)
    }
}
