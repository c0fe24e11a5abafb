/// `if mode == "fast"`: what is equal to a literal is as harmless as the literal, as long as the condition holds.
extension Walk {
    /// Names that are one of some literals: in the block behind a condition, and behind that block where it is left.
    struct Fixed {
        var within = Word.none
        var behind = Word.none
    }

    private struct Comparison {
        var name: Word
        var isEqual: Bool
    }

    /// Conditions with more pieces are not looked through.
    private static let longest = 64

    private static let conditions = WordSet(["if", "elif", "elsif", "elseif"].map { Word($0) })
    /// What follows is done where the condition does not hold.
    private static let denials = WordSet(["unless", "guard"].map { Word($0) })
    private static let ends = WordSet(["else", "then"].map { Word($0) })

    /// What the head before a piece says by itself: `if a == "x" and …`, `if (a != "x" || …)`, `unless a == "x"`.
    ///
    /// Only names alone are heard, and only where all that joins the parts is `and`, or all is `or`.
    mutating func fixedByHead(before place: Int) -> Fixed {
        // A pointer that is equal to a literal is not the text of the literal.
        guard !dialect.isC, place - Int(top.statementFrom) <= Self.longest else { return Fixed() }
        var (from, to) = (Int(top.statementFrom), place)
        steps &+= max(0, to - from)
        while from < to, pieces[from].kind == .close || pieces[from].word == Words.else { from += 1 }
        guard from < to, pieces[from].kind == .keyword else { return Fixed() }
        let isDenied = Self.denials.contains(pieces[from].word)
        guard isDenied || Self.conditions.contains(pieces[from].word) else { return Fixed() }
        from += 1
        while to > from, pieces[to - 1].word == .sign(":") || Self.ends.contains(pieces[to - 1].word) { to -= 1 }
        while from < to, pieces[from].kind == .open, Int(pieces[from].partner) == to - 1 {
            (from, to) = (from + 1, to - 1)
        }
        guard let (parts, isAll) = comparisons(from, to) else { return Fixed() }
        let holds = Self.name(in: parts, isEqual: true, one: isAll)
        let fails = Self.name(in: parts, isEqual: false, one: !isAll)
        return isDenied ? Fixed(within: fails, behind: holds) : Fixed(within: holds, behind: fails)
    }

    /// The name that one part is enough for, or that all of them speak of.
    private static func name(in parts: [Comparison?], isEqual: Bool, one: Bool) -> Word {
        if one || parts.count == 1 {
            return parts.lazy.compactMap { $0 }.first { $0.isEqual == isEqual }?.name ?? .none
        }
        guard let first = parts.first ?? nil else { return .none }
        return parts.allSatisfy { $0?.name == first.name && $0?.isEqual == isEqual } ? first.name : .none
    }

    /// The parts of a condition, `nil` for what is no comparison of a name with a literal, and whether all must hold.
    private func comparisons(_ from: Int, _ to: Int) -> (parts: [Comparison?], isAll: Bool)? {
        var parts: [Comparison?] = []
        var isAll: Bool?
        var (start, at) = (from, from)
        while at < to {
            let piece = pieces[at]
            if piece.kind == .open {
                at = Int(piece.partner) > at ? Int(piece.partner) + 1 : at + 1
                continue
            }
            let isAnd = piece.word == Words.and || piece.word == .sign("&&")
            if isAnd || piece.word == Words.or || piece.word == .sign("||") {
                guard isAll == nil || isAll == isAnd else { return nil }
                isAll = isAnd
                parts.append(comparison(start, at))
                start = at + 1
            } else if piece.word == .sign(",") || piece.word == .sign("?") || piece.word == .sign("??") {
                return nil
            }
            at += 1
        }
        parts.append(comparison(start, to))
        return (parts, isAll ?? true)
    }

    /// `a == "x"`, `"x" != a`
    private func comparison(_ from: Int, _ to: Int) -> Comparison? {
        guard to - from == 3 else { return nil }
        let (left, sign, right) = (pieces[from], pieces[from + 1].word, pieces[from + 2])
        let (name, literal) = left.kind == .word ? (left, right) : (right, left)
        // PHP: `"1; ls" == 1` holds, or did.
        guard name.kind == .word, literal.kind == .string || literal.kind == .number && !dialect.usesDollar else {
            return nil
        }
        switch sign {
        case .sign("=="), .sign("==="): return Comparison(name: Chain(name.word).full, isEqual: true)
        case .sign("!="), .sign("!=="): return Comparison(name: Chain(name.word).full, isEqual: false)
        default: return nil
        }
    }
}
