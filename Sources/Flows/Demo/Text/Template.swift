/// Lines with blanks in them, such as `def $v_$n($f):`: a letter behind `$` stands for a word, and the same letter for
/// the same word throughout one text.
struct Template: Sendable {
    let lines: [Line]

    struct Line: Sendable {
        var pieces: [Piece]

        var hasBlanks: Bool { pieces.contains { if case .blank = $0 { true } else { false } } }
    }

    enum Piece: Sendable {
        case text([UInt8])
        case blank(Blank)
    }

    /// What a blank is filled with.
    enum Blank: UInt8, Sendable {
        case noun = 0x6E  // n
        case capitalNoun = 0x4E  // N
        case otherNoun = 0x6D  // m
        case capitalOtherNoun = 0x4D  // M
        case verb = 0x76  // v
        case capitalVerb = 0x56  // V
        case field = 0x66  // f
        case capitalField = 0x46  // F
        case otherField = 0x67  // g
        case adjective = 0x61  // a
        case number = 0x6B  // k
        case mark = 0x75  // u
    }

    init(_ text: String) {
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            var pieces: [Piece] = []
            var plain: [UInt8] = []
            var isMarked = false
            for byte in line {
                if isMarked, let blank = Blank(rawValue: byte) {
                    plain.removeLast()
                    if !plain.isEmpty { pieces.append(.text(plain)) }
                    plain = []
                    pieces.append(.blank(blank))
                } else {
                    plain.append(byte)
                }
                isMarked = byte == UInt8(ascii: "$")
            }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            return Line(pieces: pieces)
        }
    }
}

extension Template.Line {
    func write(_ words: Words, to bytes: inout [UInt8]) {
        for piece in pieces {
            switch piece {
            case .text(let text): bytes += text
            case .blank(let blank): words.write(blank, to: &bytes)
            }
        }
    }

    func text(_ words: Words) -> [UInt8] {
        var bytes: [UInt8] = []
        write(words, to: &bytes)
        return bytes
    }
}
