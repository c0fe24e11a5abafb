/// Errors that are caught and forgotten.
extension Walk {
    /// `except Exception: pass`, `catch (e) {}`
    mutating func checkSwallowing() {
        guard set.checks[.swallowedError] != nil else { return }
        let (except, catching, pass) = (Words.except, Words.catch, Words.pass)
        for place in pieces.indices where pieces[place].kind == .keyword {
            if dialect.isPython, pieces[place].word == except {
                var next = place + 1
                if let name = piece(next), name.word == Words.exception || name.word == Words.baseException {
                    next += 1
                }
                if piece(next)?.word == .sign(":"), piece(next + 1)?.word == pass {
                    report(.swallowedError, from: place, to: next + 1)
                }
            } else if pieces[place].word == catching, !dialect.isPython {
                var next = place + 1
                if let open = piece(next), open.byte == UInt8(ascii: "("), open.partner > 0 {
                    next = Int(open.partner) + 1
                }
                if let open = piece(next), open.byte == UInt8(ascii: "{"), open.kind == .open,
                    Int(open.partner) == next + 1
                {
                    report(.swallowedError, from: place, to: next + 1)
                }
            }
        }
    }
}
