extension TOMLParser {
    mutating func readValue(depth: Int) throws(TOMLError) -> TOMLValue {
        guard depth < Self.depthLimit else { throw error("the value is nested deeper than \(Self.depthLimit) levels") }
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readString(allowsLines: true))
        case UInt8(ascii: "["): return .array(try readArray(depth: depth))
        case UInt8(ascii: "{"): return .table(try readInlineTable(depth: depth))
        default: return try readWord()
        }
    }

    private mutating func readArray(depth: Int) throws(TOMLError) -> [TOMLValue] {
        place += 1
        var values: [TOMLValue] = []
        while true {
            skipBlank(acrossLines: true)
            if take(UInt8(ascii: "]")) { return values }
            values.append(try readValue(depth: depth + 1))
            skipBlank(acrossLines: true)
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw error("a list needs ',' or ']' here") }
            return values
        }
    }

    /// "Inline tables are intended to appear on a single line", without a comma at the end.
    private mutating func readInlineTable(depth: Int) throws(TOMLError) -> TOMLTable {
        place += 1
        var table = TOMLTable(.header)
        skipBlank(acrossLines: false)
        if !take(UInt8(ascii: "}")) {
            repeat {
                let key = try readKey()
                guard take(UInt8(ascii: "=")) else { throw error("after a key comes '=' and a value") }
                skipBlank(acrossLines: false)
                try table.set(try readValue(depth: depth + 1), at: key[...], under: [])
                skipBlank(acrossLines: false)
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw error("a table in braces needs ',' or '}' here, on one line") }
        }
        table.origin = .inline
        return table
    }

    // MARK: Numbers, dates, true and false

    private mutating func readWord() throws(TOMLError) -> TOMLValue {
        func isPart(_ byte: UInt8) -> Bool { isWordByte(byte) || "+-.:".utf8.contains(byte) }
        var word = bytes[place...].prefix(while: isPart)
        // A date and a time may have a blank between them.
        let rest = bytes[word.endIndex...]
        if word.count == 10, isDate(word), rest.first == 0x20, let digit = rest.dropFirst().first, isDigit(digit) {
            word = bytes[word.startIndex..<word.endIndex + 1 + rest.dropFirst().prefix(while: isPart).count]
        }
        let text = String(decoding: word, as: UTF8.self)
        guard !text.isEmpty else { throw error("a value was expected; a text stands in quotes") }
        place = word.endIndex
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "inf", "+inf": return .float(.infinity)
        case "-inf": return .float(-.infinity)
        case "nan", "+nan", "-nan": return .float(.nan)
        default:
            if word.contains(UInt8(ascii: ":")) || isDate(word.prefix(10)) { return .moment(text) }
            guard let number = number(text) else {
                throw error("'\(Visible.text(text))' is no value; a text stands in quotes")
            }
            return number
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30..<0x3A).contains(byte) }

    private func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 10
            && bytes.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == UInt8(ascii: "-") : isDigit($1) }
    }

    private func number(_ text: String) -> TOMLValue? {
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
            return withoutUnderscores(text.dropFirst(2)).flatMap { digits in
                digits.first == "-" || digits.first == "+" ? nil : Int64(digits, radix: radix).map { .integer($0) }
            }
        }
        guard let digits = withoutUnderscores(text[...]) else { return nil }
        let unsigned = digits.drop { $0 == "+" || $0 == "-" }
        guard digits.count - unsigned.count < 2, let first = unsigned.utf8.first, isDigit(first) else { return nil }
        let whole = unsigned.prefix { $0.isNumber }
        guard whole.count == 1 || first != UInt8(ascii: "0") else { return nil }
        if whole.count == unsigned.count { return Int64(digits).map { .integer($0) } }
        guard !unsigned.hasSuffix("."), !unsigned.contains(".e"), !unsigned.contains(".E"),
            unsigned.allSatisfy({ $0.isNumber || "+-.eE".contains($0) })
        else { return nil }
        return Double(digits).map { .float($0) }
    }

    /// "Each underscore must be surrounded by at least one digit on each side."
    private func withoutUnderscores(_ text: Substring) -> String? {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        let isWell = parts.enumerated().allSatisfy { index, part in
            let before = index == 0 || part.first.map { $0.isHexDigit } ?? false
            return before && (index == parts.count - 1 || part.last.map { $0.isHexDigit } ?? false)
        }
        return isWell ? parts.joined() : nil
    }
}
