/// Functions that call themselves, and what they do before. Looked for after the walk, when it is known where functions
/// begin and end.
extension Walk {
    mutating func checkFunctions() {
        guard set.checks[.recursionWithoutEnd] != nil else { return }
        for index in functions.indices.dropFirst() where functions[index].name != .none && functions[index].hasBody {
            checkRecursion(index)
        }
        checkDepth()
    }

    private static let deciding = WordSet(
        [
            "if", "elif", "unless", "switch", "match", "case", "when", "guard", "while", "for", "try", "select",
            "until", "cond",
        ].map { Word($0) })

    private mutating func checkRecursion(_ index: Int) {
        let function = functions[index]
        let (from, to) = (Int(function.from), min(Int(function.to), pieces.count))
        guard to > from, from > 0, !overloaded.contains(function.name), spend(to - from) else { return }
        var isDecided = false
        for place in from..<to {
            let piece = pieces[place]
            if piece.kind == .keyword, Self.deciding.contains(piece.word) { isDecided = true }
            if piece.word == .sign("?") || piece.word == .sign("&&") || piece.word == .sign("||")
                || piece.word == Words.and
                || piece.word == Words.or || piece.word == .sign("=>")
            {
                isDecided = true
            }
            guard piece.word == function.name, piece.kind == .word || piece.kind == .keyword else { continue }
            // `let name = …`, `use a.name`: from here on the name is another's.
            if let next = self.piece(place + 1), next.word == .sign("=") || next.word == .sign(":="), !isMember(place) {
                return
            }
            if dialect.hasCompositeLiterals, self.piece(place - 1)?.word == .sign("::"),
                self.piece(place + 1)?.word == .sign(";")
            {
                return
            }
            guard isSelfCall(place, function) else { continue }
            // A function within it has its own name for it.
            guard let open = self.piece(place + 1), open.byte == UInt8(ascii: "("), open.kind == .open, open.partner > 0
            else { continue }
            let given = self.given(place + 1)
            guard given.count == function.parameters.count, !isInClosure(place, from: from) else { continue }
            let end = min(Int(open.partner), pieces.count - 1)
            if !isDecided, !isModified(from: end) {
                report(.recursionWithoutEnd, from: place, to: end, note: "nothing is asked before it")
                return
            }
            let isSame = !given.isEmpty && zip(given, function.parameters).allSatisfy { $0 == $1.word }
            if isSame, !dialect.isPython || !function.isMethod, !isChanged(function, from, place) {
                report(
                    .recursionWithoutEnd, from: place, to: end, confidence: .medium,
                    note: "it is given what it was given")
                return
            }
        }
    }

    /// Ruby: `name(…) if condition`
    private func isModified(from place: Int) -> Bool {
        guard dialect.hasCommandCalls else { return false }
        var next = place + 1
        while let piece = piece(next), !piece.beginsLine, next < place + 40 {
            if piece.kind == .keyword, Self.deciding.contains(piece.word) { return true }
            next += 1
        }
        return false
    }

    /// Something is asked or done of what it was given, which may have changed it.
    private func isChanged(_ function: Function, _ from: Int, _ to: Int) -> Bool {
        (from..<to).contains { place in
            guard let next = piece(place + 1), next.kind == .sign, !isMember(place),
                function.parameters.contains(where: { $0.word == pieces[place].word })
            else { return false }
            return [.sign("."), .sign("->"), .sign("="), .sign("++"), .sign("--"), .sign("+="), .sign("-=")].contains(
                next.word)
        }
    }

    /// The single words that a call is given; `none` for what is more than a word.
    private func given(_ open: Int) -> [Word] {
        let end = min(Int(pieces[open].partner), pieces.count)
        var words: [Word] = []
        var (place, count, word) = (open + 1, 0, Word.none)
        while place < end, words.count < 70 {
            let piece = pieces[place]
            if piece.word == .sign(","), piece.kind == .sign {
                words.append(count == 1 ? word : .none)
                (count, word) = (0, .none)
            } else {
                count += 1
                word = piece.kind == .word ? piece.word : .none
                if piece.kind == .open, piece.partner > Int32(place) {
                    place = Int(piece.partner)
                    count += 1
                }
            }
            place += 1
        }
        if count > 0 { words.append(count == 1 ? word : .none) }
        return words
    }
}
