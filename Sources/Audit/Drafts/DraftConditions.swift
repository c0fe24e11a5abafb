/// What a rule from a call may ask of its arguments, the most telling first.
enum DraftConditions {
    /// - Parameter open: the bracket of the call.
    static func of(_ walk: Walk, open: Int) -> [String] {
        let end = min(Int(walk.pieces[open].partner), walk.pieces.count)
        var named: [String] = []
        var isFixed = true
        var place = open + 1
        while place < end {
            let piece = walk.pieces[place]
            if let sign = walk.piece(place + 1), piece.kind == .word,
                sign.word == .sign("=") || sign.word == .sign(":"),
                let value = walk.piece(place + 2), place + 3 >= end || walk.piece(place + 3)?.word == .sign(",")
            {
                let word = walk.text(place)
                let text = plain(walk, place + 2)
                if value.kind == .constant || value.kind == .keyword || value.kind == .number || value.kind == .string,
                    !text.isEmpty
                {
                    named.append("{ name = [\(DraftPlace.quoted(word))], is = [\(DraftPlace.quoted(text))] }")
                }
                place += 3
                continue
            }
            if piece.kind == .word { isFixed = false }
            place += 1
        }
        let values = [
            "{ arg = 0, value = \"built\" }", "{ arg = 0, value = \"suspect\" }",
            "{ arg = \"any\", value = \"suspect\" }",
            "{ arg = 0, value = \"dynamic\" }", "{ arg = \"any\", value = \"dynamic\" }",
        ]
        let literals = isFixed ? fixed(walk, open, end) : []
        return named + (isFixed ? [] : values) + literals + [""]
    }

    /// `md5("…")`, `setTimeout(0)`: a single literal argument.
    private static func fixed(_ walk: Walk, _ open: Int, _ end: Int) -> [String] {
        guard end == open + 2 else { return [] }
        let text = plain(walk, open + 1)
        return text.isEmpty ? [] : ["{ arg = 0, is = [\(DraftPlace.quoted(text))] }"]
    }

    /// - Parameter place: where the value begins that is assigned.
    static func ofValue(_ walk: Walk, _ place: Int) -> [String] {
        var conditions = ["{ value = \"built\" }", "{ value = \"suspect\" }"]
        if let piece = walk.piece(place), [.constant, .string, .number, .keyword].contains(piece.kind) {
            let text = plain(walk, place)
            if !text.isEmpty { conditions.append("{ is = [\(DraftPlace.quoted(text))] }") }
        }
        return conditions + ["{ value = \"dynamic\" }", ""]
    }

    /// A literal without its quotes, in small letters; nothing where it is long or hidden.
    private static func plain(_ walk: Walk, _ place: Int) -> String {
        guard let piece = walk.piece(place) else { return "" }
        let bytes = piece.kind == .string ? Array(walk.literalWords(Int32(place))) : Array(walk.text(place).utf8)
        guard bytes.count <= 40, !bytes.contains(where: { $0 < 0x20 }) else { return "" }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
