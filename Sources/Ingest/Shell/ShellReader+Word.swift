extension ShellReader {
    private struct Spelling {
        var bytes: [UInt8] = []
        var isLiteral = true
        var isQuoted = false
    }

    /// Reads one word; the reader stands at a byte that belongs to one.
    mutating func readWord() -> ShellWord {
        var word = Spelling()
        let start = index
        loop: while let byte = current {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"),
                UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"):
                break loop
            case UInt8(ascii: "<"), UInt8(ascii: ">"):
                guard index == start, peek(1) == UInt8(ascii: "(") else { break loop }
                index += 1
                readSubstitution(into: &word, from: start)
            case UInt8(ascii: "\\"):
                readEscape(into: &word)
            case UInt8(ascii: "'"):
                readSingleQuotes(into: &word)
            case UInt8(ascii: "\""):
                readDoubleQuotes(into: &word)
            case UInt8(ascii: "$"):
                readDollar(into: &word, isInQuotes: false)
            case UInt8(ascii: "`"):
                readBackticks(into: &word)
            case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["):
                word.isLiteral = false
                take(into: &word)
            case UInt8(ascii: "{"):
                if peek(1).map({ !" \t\n;".utf8.contains($0) }) ?? false { word.isLiteral = false }
                take(into: &word)
            default:
                take(into: &word)
            }
        }
        return ShellWord(
            text: String(decoding: word.bytes, as: UTF8.self), isLiteral: word.isLiteral, isQuoted: word.isQuoted)
    }

    private mutating func take(into word: inout Spelling) {
        word.bytes.append(bytes[index])
        index += 1
    }

    private mutating func readEscape(into word: inout Spelling) {
        index += 1
        guard let byte = current else { return }
        index += 1
        guard byte != UInt8(ascii: "\n") else { return }
        word.isQuoted = true
        word.bytes.append(byte)
    }

    private mutating func readSingleQuotes(into word: inout Spelling) {
        word.isQuoted = true
        index += 1
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "'")) ?? bytes.count
        word.bytes += bytes[index..<end]
        index = min(bytes.count, end + 1)
    }

    private mutating func readDoubleQuotes(into word: inout Spelling) {
        word.isQuoted = true
        index += 1
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return
            case UInt8(ascii: "\\"):
                // POSIX 2.2.3: within double quotes a backslash quotes only these.
                if let next = peek(1), "$`\"\\\n".utf8.contains(next) {
                    if next != UInt8(ascii: "\n") { word.bytes.append(next) }
                    index += 2
                } else {
                    take(into: &word)
                }
            case UInt8(ascii: "$"):
                readDollar(into: &word, isInQuotes: true)
            case UInt8(ascii: "`"):
                readBackticks(into: &word)
            default:
                take(into: &word)
            }
        }
    }

    private mutating func readDollar(into word: inout Spelling, isInQuotes: Bool) {
        let start = index
        index += 1
        switch current {
        case UInt8(ascii: "("):
            readSubstitution(into: &word, from: start)
        case UInt8(ascii: "{"):
            skipBalanced(UInt8(ascii: "{"), UInt8(ascii: "}"))
            word.isLiteral = false
            word.bytes += bytes[start..<index]
        case UInt8(ascii: "'") where !isInQuotes:
            readEscapedQuotes(into: &word)
        case UInt8(ascii: "\"") where !isInQuotes:
            readDoubleQuotes(into: &word)
        case let byte? where Self.beginsName(byte):
            word.isLiteral = false
            word.bytes += bytes[start...index]
            index += 1
        default:
            word.bytes.append(UInt8(ascii: "$"))
        }
    }

    /// A letter, a digit or one of the special parameters.
    private static func beginsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "_@*#?-$!".utf8.contains(byte)
        }
    }

    /// `$'…'`.
    private mutating func readEscapedQuotes(into word: inout Spelling) {
        word.isQuoted = true
        index += 1
        let start = index
        while let byte = current, byte != UInt8(ascii: "'") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
        let end = min(index, bytes.count)
        word.bytes += ShellEscapes.decode(bytes[start..<end]).bytes
        index = min(bytes.count, end + 1)
    }

    private mutating func readBackticks(into word: inout Spelling) {
        let start = index
        index += 1
        while let byte = current, byte != UInt8(ascii: "`") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
        index = min(bytes.count, index + 1)
        word.isLiteral = false
        word.bytes += bytes[start..<index]
    }

    /// Reads `(…)` behind a `$`, `<` or `>` as a script of its own: a here-document in it may hold anything.
    private mutating func readSubstitution(into word: inout Spelling, from start: Int) {
        word.isLiteral = false
        if peek(1) == UInt8(ascii: "("), bytes[start] == UInt8(ascii: "$") {
            skipBalanced(UInt8(ascii: "("), UInt8(ascii: ")"))
        } else if depth >= Self.largestDepth {
            index = bytes.count
        } else {
            let outer = pending
            pending = []
            depth += 1
            index += 1
            steps.append(.enterSubstitution)
            readList(isNested: true)
            steps.append(.leaveSubstitution)
            depth -= 1
            pending = outer + pending
            index = min(bytes.count, index + 1)
        }
        word.bytes += bytes[start..<index]
    }
}
