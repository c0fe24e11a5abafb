/// Reads TOML 1.0 (toml.io). Of our own, because what is said of a theme or a setting names its line, which TOMLKit
/// tells of mistakes in the notation alone.
struct TOMLParser {
    let bytes: [UInt8]
    var place = 0
    var line = 1

    /// What nests deeper is nobody's settings.
    static let depthLimit = 40

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func parse() throws(TOMLError) -> TOMLTable {
        try checkText()
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        var root = TOMLTable(.header)
        var header: [TOMLKey] = []
        while true {
            skipBlank(acrossLines: true)
            guard let byte = peek else { return root }
            if byte == UInt8(ascii: "[") {
                header = try readHeader(&root)
            } else {
                let key = try readKey()
                guard take(UInt8(ascii: "=")) else { throw error("after a key comes '=' and a value") }
                skipBlank(acrossLines: false)
                let value = try readValue(depth: 0)
                do {
                    try root.set(value, at: key[...], under: header[...])
                } catch {
                    guard key.count > 1 else { throw error }
                    let whole = key.map(\.name).joined(separator: ".")
                    throw TOMLError(
                        line: error.line, column: error.column,
                        error.reason + "; if one key is meant, write it in quotes: \"\(whole)\"")
                }
            }
            skipBlank(acrossLines: false)
            guard peek == nil || isAtLineEnd else { throw error("the line should end here, but goes on") }
        }
    }

    /// "A TOML file must be a valid UTF-8 encoded Unicode document", without control characters but tab and line ends.
    private func checkText() throws(TOMLError) {
        var line = 1
        for (place, byte) in bytes.enumerated() {
            if byte == 0x0A { line += 1 }
            let isLineEnd = byte == 0x0A || byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
            if byte < 0x20 && byte != 0x09 && !isLineEnd || byte == 0x7F {
                throw TOMLError(line: line, "there is a control character, which TOML does not allow")
            }
        }
        if String(validating: bytes, as: UTF8.self) == nil { throw TOMLError(line: 1, "the file is not UTF-8") }
    }

    private mutating func readHeader(_ root: inout TOMLTable) throws(TOMLError) -> [TOMLKey] {
        place += 1
        let isList = take(UInt8(ascii: "["))
        let path = try readKey()
        guard take(UInt8(ascii: "]")), !isList || take(UInt8(ascii: "]")) else {
            throw error("the name of a table ends with '\(isList ? "]]" : "]")'")
        }
        try root.open(path[...], isList: isList)
        return path
    }

    /// `a."b c".d`, and the blanks behind it.
    mutating func readKey() throws(TOMLError) -> [TOMLKey] {
        var path: [TOMLKey] = []
        repeat {
            skipBlank(acrossLines: false)
            path.append(try readKeyPart())
            skipBlank(acrossLines: false)
            if path.count > Self.depthLimit { throw error("the key has more than \(Self.depthLimit) parts") }
        } while take(UInt8(ascii: "."))
        return path
    }

    private mutating func readKeyPart() throws(TOMLError) -> TOMLKey {
        let (line, column) = (line, column)
        return TOMLKey(name: try readKeyName(), line: line, column: column)
    }

    private mutating func readKeyName() throws(TOMLError) -> String {
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return try readString(allowsLines: false)
        default:
            let bare = bytes[place...].prefix { isWordByte($0) || $0 == UInt8(ascii: "-") }
            guard !bare.isEmpty else {
                throw error("a key was expected: letters, digits, '_' and '-', or any in quotes")
            }
            place += bare.count
            return String(decoding: bare, as: UTF8.self)
        }
    }

    // MARK: Steps

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    var isAtLineEnd: Bool {
        peek == 0x0A || peek == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        place += 1
        return true
    }

    func isAhead(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    /// Blanks and a comment; line ends, too, if asked.
    mutating func skipBlank(acrossLines: Bool) {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09:
                place += 1
            case UInt8(ascii: "#"):
                place = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
            case 0x0A where acrossLines, 0x0D where acrossLines:
                if byte == 0x0A { line += 1 }
                place += 1
            default:
                return
            }
        }
    }

    func error(_ reason: String) -> TOMLError { TOMLError(line: line, column: column, reason) }

    /// From 1, in characters.
    private var column: Int {
        var start = place
        var isASCII = true
        while start > 0, bytes[start - 1] != 0x0A {
            start -= 1
            isASCII = isASCII && bytes[start] < 0x80
        }
        return (isASCII ? place - start : String(decoding: bytes[start..<place], as: UTF8.self).count) + 1
    }
}

func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
    default: false
    }
}
