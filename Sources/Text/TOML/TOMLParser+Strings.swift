extension TOMLParser {
    /// All four kinds: `"basic"`, `'literal'`, and each in three quotes over several lines.
    mutating func readString(allowsLines: Bool) throws(TOMLError) -> String {
        let quote: UInt8 = peek == UInt8(ascii: "'") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
        let begin = line
        let isLong = bytes[place...].starts(with: [quote, quote, quote])
        guard !isLong || allowsLines else { throw error("a key is not written in three quotes") }
        place += isLong ? 3 : 1
        if isLong { skipLineEnd() }
        var text: [UInt8] = []
        while let byte = peek {
            if byte == quote {
                let run = min(bytes[place...].prefix { $0 == quote }.count, 5)
                if !isLong || run >= 3 {
                    // Up to two quotes may stand before the closing three.
                    text += Array(repeating: quote, count: isLong ? run - 3 : 0)
                    place += isLong ? run : 1
                    return String(decoding: text, as: UTF8.self)
                }
                text += Array(repeating: quote, count: run)
                place += run
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                place += 1
                text += try readEscape(isLong: isLong)
            } else if isAtLineEnd {
                guard isLong else { break }
                skipLineEnd()
                text.append(0x0A)
            } else {
                let start = place
                repeat { place += 1 } while place < bytes.count && isPlain(bytes[place], quote)
                text += bytes[start..<place]
            }
        }
        throw TOMLError(line: begin, "the text that begins here has no closing quote")
    }

    private func isPlain(_ byte: UInt8, _ quote: UInt8) -> Bool {
        byte != quote && byte != UInt8(ascii: "\\") && byte != 0x0A && byte != 0x0D
    }

    private mutating func skipLineEnd() {
        guard isAtLineEnd else { return }
        place += peek == 0x0D ? 2 : 1
        line += 1
    }

    private mutating func readEscape(isLong: Bool) throws(TOMLError) -> [UInt8] {
        guard let byte = peek else { return [] }
        let simple: [UInt8: UInt8] = [
            UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
            UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C,
        ]
        if let plain = simple[byte] {
            place += 1
            return [plain]
        }
        if byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U") {
            let count = byte == UInt8(ascii: "u") ? 4 : 8
            let digits = bytes[(place + 1)...].prefix(count)
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
            guard digits.count == count, digits.first != UInt8(ascii: "+"), let value,
                let scalar = Unicode.Scalar(value)
            else { throw error("'\\\(Character(Unicode.Scalar(byte)))' needs \(count) digits of a character") }
            place += 1 + count
            return Array(String(scalar).utf8)
        }
        // A backslash at the end of a line takes the line end and all blanks after it away.
        let blanks = bytes[place...].prefix { $0 == 0x20 || $0 == 0x09 }.count
        let before = place
        place += blanks
        guard isLong, isAtLineEnd else {
            place = before
            throw error("'\\' begins none of TOML's escapes here; write '\\\\' for the character itself")
        }
        while isAtLineEnd || peek == 0x20 || peek == 0x09 {
            if isAtLineEnd { skipLineEnd() } else { place += 1 }
        }
        return []
    }
}
