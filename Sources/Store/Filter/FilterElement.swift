/// A word or one value of a list, with quotes and escapes taken away and their effect remembered.
struct FilterElement {
    private(set) var bytes: [UInt8] = []
    /// Which bytes stood in quotes: they mean themselves.
    private(set) var isQuoted: [Bool] = []
    private(set) var hasQuotes = false
    /// Where it stands in the filter's text, quotes included.
    var range: Range<Int>

    init(at position: Int) {
        range = position..<position
    }

    var isEmpty: Bool { bytes.isEmpty }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
        isQuoted.append(false)
    }

    mutating func append(quoted more: [UInt8]) {
        hasQuotes = true
        bytes += more
        isQuoted += Array(repeating: true, count: more.count)
    }

    func starts(with sign: String) -> Bool {
        let count = sign.utf8.count
        return bytes.starts(with: sign.utf8) && !isQuoted.prefix(count).contains(true)
    }

    mutating func take(_ sign: String) -> Bool {
        guard starts(with: sign) else { return false }
        bytes.removeFirst(sign.utf8.count)
        isQuoted.removeFirst(sign.utf8.count)
        return true
    }

    /// The parts between the stars that are not quoted.
    func splitAtStars() -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        for (byte, quoted) in zip(bytes, isQuoted) {
            if byte == UInt8(ascii: "*"), !quoted {
                // Stars in a row are one: `**` asks nothing more, and each costs the matcher time.
                if parts.isEmpty || !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
                part = []
            } else {
                part.append(byte)
            }
        }
        parts.append(String(decoding: part, as: UTF8.self))
        return parts
    }

    /// What stands before and after the first `..` that is not quoted.
    func splitAtDots() -> (lower: String, upper: String)? {
        let dot = UInt8(ascii: ".")
        for index in bytes.indices.dropLast() where bytes[index] == dot && bytes[index + 1] == dot {
            guard !isQuoted[index], !isQuoted[index + 1] else { continue }
            return (
                String(decoding: bytes[..<index], as: UTF8.self),
                String(decoding: bytes[(index + 2)...], as: UTF8.self)
            )
        }
        return nil
    }
}
