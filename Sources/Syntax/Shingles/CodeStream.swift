/// A text as the sequence of its code tokens, each a hash, with formatting left out: what two versions of one piece of code
/// have in common whatever a formatter did between them.
///
/// White space, line ends, commas, semicolons, parentheses and the kind of quotes are formatting. Comments and strings are
/// their words. Time and memory grow linearly with the text.
///
///     CodeStream("f(a,\n  'b')", language: "python").hashes == CodeStream("f(a, \"b\",)", language: "python").hashes
package struct CodeStream: Sendable {
    /// One a token.
    package private(set) var hashes: [UInt64] = []
    /// The byte at which each token begins, and that behind it.
    package private(set) var starts: [Int32] = []
    package private(set) var ends: [Int32] = []
    /// The line of each token, from 0.
    package private(set) var lines: [Int32] = []
    /// How many tokens as a person counts them stand before each, with those that are left out here; one more than there
    /// are tokens. Words of comments count nothing, a string counts one.
    package private(set) var ordinals: [Int32] = [0]
    /// The first token of each line; one more than there are lines.
    package private(set) var lineStarts: [Int32] = []
    /// The byte at which each line begins.
    package private(set) var lineOffsets: [Int32] = []

    package var count: Int { hashes.count }
    package var lineCount: Int { lineStarts.count - 1 }

    /// - Parameters:
    ///   - language: as `Language.named(by:)` gives it; what has no table is read as words and signs.
    ///   - isPiece: cut out of a file, perhaps in the middle of a comment or string.
    package init(_ text: String, language: String?, isPiece: Bool = false) {
        let lexicon = language.flatMap(Lexicon.named(_:)) ?? .general
        var text = text
        text.withUTF8 { bytes in
            // Places are kept in 32 bits; nobody edits larger texts.
            let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Int(Int32.max) - 1))
            var start = LexerState()
            if isPiece {
                begin(bytes.count)
                start = lexicon.likelyStart(of: bytes) { take($0, in: bytes) }
                if start == LexerState() { return end() }
            }
            begin(bytes.count)
            var lexer = Lexer(lexicon, bytes, from: start)
            while let token = lexer.next() { take(token, in: bytes) }
            end()
        }
    }

    private mutating func begin(_ size: Int) {
        let expected = size / 5 + 8
        for list in [\CodeStream.starts, \.ends, \.lines, \.ordinals] {
            self[keyPath: list].removeAll(keepingCapacity: true)
            self[keyPath: list].reserveCapacity(expected)
        }
        hashes.removeAll(keepingCapacity: true)
        hashes.reserveCapacity(expected)
        ordinals.append(0)
        lineStarts = [0]
        lineOffsets = [0]
    }

    private mutating func take(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
        let line = Int32(lineStarts.count - 1)
        var ordinal = ordinals[ordinals.count - 1]
        switch token.kind {
        case .whitespace, .newline: break
        case .comment: appendWords(of: token.range, in: bytes, line, ordinal, isComment: true)
        case .string, .text:
            appendWords(of: token.range, in: bytes, line, ordinal, isComment: false)
            ordinal += 1
        default:
            if token.range.count > 1 || !Self.isFormatting(bytes[token.range.lowerBound]) {
                append(token.range, in: bytes, line, ordinal)
            }
            ordinal += 1
        }
        ordinals[ordinals.count - 1] = ordinal
        // A token ends with its line at the latest; a carriage return alone ends no line for git or an editor.
        if bytes[token.range.upperBound - 1] == 0x0A {
            lineStarts.append(Int32(hashes.count))
            lineOffsets.append(Int32(token.range.upperBound))
        }
    }

    private mutating func end() { lineStarts.append(Int32(hashes.count)) }

    private static func isFormatting(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }

    private mutating func append(
        _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ line: Int32, _ ordinal: Int32
    ) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
        hashes.append(hash ^ hash >> 29)
        starts.append(Int32(range.lowerBound))
        ends.append(Int32(range.upperBound))
        lines.append(line)
        ordinals[ordinals.count - 1] = ordinal
        ordinals.append(ordinal)
    }

    /// The words between blanks, without quotes at their ends; of a comment without what opens and frames it.
    private mutating func appendWords(
        of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ line: Int32, _ ordinal: Int32, isComment: Bool
    ) {
        var place = range.lowerBound
        while place < range.upperBound {
            while place < range.upperBound, bytes[place].isBlank || bytes[place].isLineEnd { place += 1 }
            var word = place..<place
            while place < range.upperBound, !bytes[place].isBlank, !bytes[place].isLineEnd { place += 1 }
            word = word.lowerBound..<place
            guard !word.isEmpty else { continue }
            let inner = Self.trimmed(word, in: bytes, isComment: isComment)
            // What is nothing but quotes is a string's end, or an empty one; of a comment it is its frame.
            if !inner.isEmpty { append(inner, in: bytes, line, ordinal) }
        }
    }

    private static func trimmed(
        _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, isComment: Bool
    ) -> Range<Int> {
        func isFrame(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): true
            case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "-"):
                isComment
            default: false
            }
        }
        var (first, last) = (word.lowerBound, word.upperBound)
        while first < last, isFrame(bytes[first]) { first += 1 }
        while last > first, isFrame(bytes[last - 1]) { last -= 1 }
        return first..<last
    }
}

extension CodeStream {
    /// The tokens of a line, from 0.
    package func tokens(ofLine line: Int) -> Range<Int> {
        Int(lineStarts[line])..<Int(lineStarts[line + 1])
    }

    /// Whether a token is the first of its line; true behind the last one.
    package func beginsLine(_ token: Int) -> Bool {
        token == 0 || token == count || lines[token] != lines[token - 1]
    }

    /// How many bytes stand before a token on its line.
    package func column(of token: Int) -> Int {
        Int(starts[token] - lineOffsets[Int(lines[token])])
    }

    /// How many tokens a person would count from one token to before another.
    package func weight(of tokens: Range<Int>) -> Int {
        Int(ordinals[tokens.upperBound] - ordinals[tokens.lowerBound])
    }
}

extension UInt8 {
    fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
