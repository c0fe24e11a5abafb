/// What goes wrong in JavaScript alone: keys that reach the prototype, windows that know who opened them.
extension Walk {
    private static let poisons = WordSet(
        ["__proto__", "constructor", "hasOwnProperty", "hasOwn", "prototype", "create", "Map"].map { Word($0) })

    /// `into[key] = value` in a function that goes on into what it set, whatever the keys are.
    mutating func checkPollution() {
        guard set.checks[.prototypePollution] != nil else { return }
        for function in functions.dropFirst() {
            let (from, to) = (Int(function.from), min(Int(function.to), pieces.count))
            guard to > from, spend(to - from) else { continue }
            var (set, goes, isSafe) = (-1, false, false)
            for place in from..<to {
                let piece = pieces[place]
                if Self.poisons.contains(piece.word) { isSafe = true }
                if piece.kind == .string, ASCII.has("__proto__", in: bytes[Int(piece.start)..<Int(piece.end)]) {
                    isSafe = true
                }
                if piece.word == function.name, function.name != .none,
                    self.piece(place + 1)?.byte == UInt8(ascii: "("), piece.kind == .word
                {
                    goes = true
                }
                guard piece.byte == UInt8(ascii: "["), piece.kind == .open, Int(piece.partner) == place + 2,
                    pieces[place + 1].kind == .word,
                    place > from, pieces[place - 1].kind == .word
                else { continue }
                if self.piece(place + 3)?.word == .sign("="), set < 0 { set = place - 1 }
                // `target = target[key]`
                if place > from + 2, self.piece(place - 2)?.word == .sign("="),
                    pieces[place - 3].word == pieces[place - 1].word
                {
                    goes = true
                }
            }
            if set >= 0, goes, !isSafe { report(.prototypePollution, from: set, to: set + 4) }
        }
    }

    /// `<a href={…} target="_blank">` without `rel`.
    mutating func checkTargets() {
        guard set.checks[.blankTarget] != nil else { return }
        let (target, rel) = (Words.target, Words.rel)
        for place in pieces.indices where pieces[place].word == target && pieces[place].kind != .keyword {
            guard piece(place + 1)?.word == .sign("="), let value = piece(place + 2), value.kind == .string,
                ASCII.equals("_blank", literalWords(Int32(place) + 2))
            else { continue }
            var (from, to) = (place, place)
            while from > 0, place - from < 40, pieces[from].word != .sign("<") { from -= 1 }
            while to < pieces.count - 1, to - place < 40, pieces[to].word != .sign(">"), pieces[to].word != .sign("/>")
            { to += 1 }
            let tag = pieces[from...to]
            guard pieces[from].word == .sign("<"), !tag.contains(where: { $0.word == rel }) else { continue }
            // Own pages are no danger.
            guard tag.contains(where: { $0.isHole || $0.byte == UInt8(ascii: "{") && $0.kind == .open }) else {
                continue
            }
            report(.blankTarget, from: place, to: place + 2)
        }
    }
}
