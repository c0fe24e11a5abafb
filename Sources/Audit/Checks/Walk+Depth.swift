/// Functions that go as deep as what they are given from outside.
extension Walk {
    private static let bounds = TextWords([
        "depth", "level", "limit", "max", "visited", "seen", "stack", "budget", "cache",
    ])

    /// A function of the text calls itself, is called with what comes from outside, and asks for no bound.
    mutating func checkDepth() {
        guard set.checks[.recursionOfInput] != nil, !inner.isEmpty else { return }
        for function in functions.dropFirst()
        where function.name != .none && function.hasBody && !overloaded.contains(function.name) {
            guard let call = inner.first(where: { $0.name == function.name && $0.isNumberOpen }) else { continue }
            let (from, to) = (Int(function.from), min(Int(function.to), pieces.count))
            guard to > from, from > 0, spend(to - from), let itself = selfCall(function, from, to) else { continue }
            let start = function.namePiece >= 0 ? min(Int(function.namePiece), from) : from
            guard !isBounded(start, to) else { continue }
            report(
                .recursionOfInput, from: itself, to: itself,
                value: Value(marks: [.outside, .dynamic], trail: call.trail))
        }
    }

    private func selfCall(_ function: Function, _ from: Int, _ to: Int) -> Int? {
        (from..<to).first { place in
            pieces[place].word == function.name && pieces[place].kind == .word && isSelfCall(place, function)
                && piece(place + 1)?.byte == UInt8(ascii: "(") && piece(place + 1)?.kind == .open
                && !isInClosure(place, from: from)
        }
    }

    /// A name that speaks of a bound, or a comparison with a number of more than one figure.
    private func isBounded(_ from: Int, _ to: Int) -> Bool {
        for place in from..<to {
            let piece = pieces[place]
            switch piece.kind {
            case .word, .constant:
                if Self.bounds.isIn(bytes[Int(piece.start)..<Int(piece.end)]) { return true }
            case .sign:
                guard
                    piece.word == .sign(">") || piece.word == .sign(">=") || piece.word == .sign("<")
                        || piece.word == .sign("<=")
                else { continue }
                for next in [self.piece(place - 1), self.piece(place + 1)] {
                    if let next, next.kind == .number, next.end - next.start > 1 { return true }
                }
            default: continue
            }
        }
        return false
    }
}
