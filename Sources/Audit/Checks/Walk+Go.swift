/// What goes wrong in Go alone: numbers that lose their upper half, pages from templates that escape nothing.
extension Walk {
    private static let narrow = WordSet(
        ["int8", "int16", "int32", "uint8", "uint16", "uint32", "byte", "rune"].map { Word($0) })
    private static let parsers = WordSet(["Atoi", "ParseInt", "ParseUint"].map { Word($0) })

    mutating func checkGo() {
        guard set.language == "go" else { return }
        if textTemplate >= 0, importedPackages.contains(Words.nethttp) {
            report(.textTemplate, from: textTemplate, to: textTemplate)
        }
        guard set.checks[.integerNarrowed] != nil else { return }
        // `n, err := strconv.Atoi(text)` … `int32(n)`
        var wide: [Word: Int] = [:]
        for place in pieces.indices {
            let piece = pieces[place]
            if piece.kind == .keyword, dialect.functionWords.contains(piece.word) { wide = [:] }
            if Self.parsers.contains(piece.word), let open = self.piece(place + 1), open.byte == UInt8(ascii: "("),
                open.kind == .open,
                place > 4, self.piece(place - 1)?.word == .sign(".")
            {
                let size = open.partner > 0 ? self.piece(Int(open.partner) - 1) : nil
                if let size, size.kind == .number, piece.word != Words.atoi,
                    let bits = Int(text(Int(open.partner) - 1)), bits != 64, bits != 0
                {
                    continue
                }
                var at = place - 3
                if let sign = self.piece(at), sign.word == .sign(":=") || sign.word == .sign("=") {
                    at -= 1
                    while at > 0, place - at < 12, pieces[at].kind == .word || pieces[at].word == .sign(","),
                        !pieces[at].beginsLine
                    { at -= 1 }
                    if at >= 0, pieces[at].kind == .word { wide[pieces[at].word] = place }
                }
            } else if Self.narrow.contains(piece.word), let open = self.piece(place + 1),
                open.byte == UInt8(ascii: "("),
                Int(open.partner) == place + 3, wide[pieces[place + 2].word] != nil
            {
                report(.integerNarrowed, from: place, to: place + 3)
            }
        }
        steps &+= pieces.count
    }
}
