import Syntax

/// The code of a text as pieces, brackets joined to their ends; comments aside.
struct Pieces {
    private(set) var list: [Piece] = []
    private(set) var comments: [Range<Int>] = []
    private var open: [Int32] = []
    /// How many of each bracket are open, so that one that closes nothing is known without a search.
    private var counts = SIMD4<Int32>(repeating: 0)

    /// Brackets deeper than this are read as signs.
    static let deepest = 150

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon, _ dialect: Dialect) {
        let state = read(bytes, lexicon, dialect, from: LexerState())
        // Cut out of the middle of a comment or string, it reads as one that is never closed.
        guard state.isOpen, bytes.count < 1 << 20 else { return }
        let start = lexicon.likelyStart(of: String(decoding: bytes, as: UTF8.self))
        guard start != LexerState() else { return }
        self = Pieces()
        _ = read(bytes, lexicon, dialect, from: start)
    }

    private init() {}

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon, _ dialect: Dialect, from start: LexerState
    ) -> LexerState {
        guard let base = bytes.baseAddress else { return LexerState() }
        list.reserveCapacity(bytes.count / 6 + 16)
        var lexer = Lexer(lexicon, bytes, from: start)
        var (beginsLine, followsBlank) = (true, false)
        var (lineStart, lastStringEnd) = (0, -1)
        while let token = lexer.next() {
            let (start, end) = (token.range.lowerBound, token.range.upperBound)
            defer {
                if bytes[end - 1] == 0x0A {
                    lineStart = end
                    // A string that goes on over its line end does not begin a statement on the next, nor does a
                    // line that a backslash joins.
                    if token.kind != .string && token.kind != .text && token.kind != .whitespace { beginsLine = true }
                }
            }
            let kind: Piece.Kind
            var byte = base[start]
            var word = Word.none
            switch token.kind {
            case .whitespace:
                followsBlank = true
                continue
            case .newline:
                beginsLine = true
                continue
            case .comment:
                comments.append(token.range)
                followsBlank = true
                continue
            case .string:
                if start == lastStringEnd, !beginsLine || lineStart == start {
                    // Goes on where the last piece of it ended.
                    list[list.count - 1].end = Int32(end)
                    lastStringEnd = end
                    continue
                }
                lastStringEnd = end
                kind = .string
            case .text:
                kind = .string
            case .regex:
                kind = .regex
            case .number:
                kind = .number
            case .identifier, .type, .function, .tag:
                kind = .word
                word = Word(base + start, end - start)
            case .attribute:
                let isName = byte == UInt8(ascii: "@") && end - start > 1
                kind = isName ? .word : .option
                word = isName ? Word(base + start + 1, end - start - 1) : Word(base + start, end - start)
            case .keyword:
                kind = .keyword
                word = Word(base + start, end - start)
            case .constant:
                kind = .constant
                word = Word(base + start, end - start)
            case .directive:
                kind = .directive
                word = Word(base + start, end - start)
            case .interpolation, .operator, .punctuation, .unknown:
                let last = base[end - 1]
                let isHole = token.kind == .interpolation
                word = .sign(base + start, end - start)
                if last == UInt8(ascii: "{") || last == UInt8(ascii: "("), isHole || end - start == 1 {
                    (kind, byte) = (.open, last)
                } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")"), isHole || end - start == 1 {
                    kind = .close
                } else if byte == UInt8(ascii: "["), end - start == 1 || word == .sign("[[") {
                    kind = .open
                } else if byte == UInt8(ascii: "]"), end - start == 1 || word == .sign("]]") {
                    kind = .close
                } else {
                    kind = .sign
                }
                let isJoint = isHole && start == lastStringEnd
                list.append(
                    Piece(
                        word: word, start: Int32(start), end: Int32(end),
                        column: UInt16(clamping: start - lineStart), kind: kind, byte: byte,
                        beginsLine: beginsLine && !isJoint, followsBlank: followsBlank, isHole: isHole))
                if kind == .open { opened() } else if kind == .close { closed(byte) }
                // The string goes on behind a hole.
                if isHole { lastStringEnd = -1 }
                (beginsLine, followsBlank) = (false, false)
                continue
            }
            if kind == .keyword, beginsLine, !open.isEmpty, dialect.breaksBrackets(word) { abandon() }
            list.append(
                Piece(
                    word: word, start: Int32(start), end: Int32(end), column: UInt16(clamping: start - lineStart),
                    kind: kind, byte: byte, beginsLine: beginsLine, followsBlank: followsBlank))
            (beginsLine, followsBlank) = (false, false)
        }
        for place in open { list[Int(place)].partner = Int32(list.count) }
        open = []
        return lexer.state
    }

    private static func lane(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"): 0
        case UInt8(ascii: "["), UInt8(ascii: "]"): 1
        default: 2
        }
    }

    private mutating func opened() {
        guard open.count < Self.deepest else { return }
        let place = list.count - 1
        open.append(Int32(place))
        counts[Self.lane(list[place].byte)] += 1
    }

    private mutating func closed(_ byte: UInt8) {
        let lane = Self.lane(byte)
        guard counts[lane] > 0 else { return }
        let place = Int32(list.count - 1)
        while let top = open.popLast() {
            let other = Self.lane(list[Int(top)].byte)
            counts[other] -= 1
            list[Int(top)].partner = place
            if other == lane {
                list[Int(place)].partner = top
                return
            }
        }
    }

    /// A statement begins where a bracket is still open: it was never closed.
    private mutating func abandon() {
        for place in open { list[Int(place)].partner = Int32(list.count) }
        open.removeAll(keepingCapacity: true)
        counts = SIMD4(repeating: 0)
    }
}
