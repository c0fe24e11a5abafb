/// Operators, separators and what they do to the expression.
extension Walk {
    mutating func sign(_ place: Int) -> Int {
        let piece = pieces[place]
        switch piece.word {
        case .sign(".") where dialect.usesDollar:
            seen(.concatenation)
        case .sign("."), .sign("?."), .sign("->"), .sign("::"), .sign("&."), .sign("?->"), .sign("!!."):
            return member(place)
        case .sign("\\"):
            // PHP: a name in its namespace; elsewhere the line goes on.
            if dialect.usesDollar { top.isMember = top.hasOperand }
        case .sign(","):
            comma(place)
        case .sign(";"):
            if top.holdsStatements || top.kind == .command {
                if top.kind == .command { return closeTop(at: place) }
                endStatement(at: place)
                top.statementFrom = Int32(place) + 1
                top.argumentFrom = Int32(place) + 1
            } else {
                // The head of a `for`.
                endArgument(at: place)
            }
        case .sign(":"):
            return colon(place)
        case .sign("="), .sign(":="):
            return assign(place, .none)
        case .sign("=>"):
            arrow(place)
        case .sign("+="), .sign(".="), .sign("||="), .sign("&&="), .sign("??="), .sign("|="), .sign("<<="), .sign("-="),
            .sign("*="), .sign("/="), .sign("%="), .sign("&="), .sign("^="):
            if piece.word == .sign("+="), !top.hasOperand { break }
            return assign(place, dialect.concatenation.contains(piece.word) ? .concatenation : .logic)
        case .sign("=="), .sign("!="), .sign("==="), .sign("!=="), .sign("<"), .sign(">"), .sign("<="), .sign(">="),
            .sign("=~"), .sign("!~"), .sign("<>"), .sign("<=>"):
            compare(place)
        case .sign("&&"), .sign("||"), .sign("??"), .sign("?:"):
            seen(.logic)
        case .sign("?"):
            if !dialect.isPython, piece.followsBlank || top.hasSum { question(place) }
        case .sign("!"), .sign("~"), .sign("@"), .sign("$"), .sign("..."),
            .sign("**") where !top.hasOperand:
            break
        case .sign("&"), .sign("*"):
            if top.hasOperand {
                seen(piece.word == .sign("*") ? .product : .arithmetic)
                if piece.word == .sign("*"), top.holdsStatements, !top.isMember { top.sign = .product }
            } else if piece.word == .sign("&") {
                return reference(place)
            } else if dialect.isC {
                return pointed(place)
            }
        case .sign("++"), .sign("--"):
            break
        case .sign("|"):
            if dialect.layout == .commands { return pipe(place) }
            return blockParameters(place)
        case .sign("*") where !top.hasOperand: break
        default:
            if dialect.concatenation.contains(piece.word) {
                let isShift = piece.word == .sign("<<")
                // `text % values` alone is a format; of numbers it is the rest.
                let isFormat =
                    piece.word == .sign("%")
                    && !(top.operand.marks.contains(.text) || top.operand.marks.contains(.built))
                if isShift, dialect.isC { streamed(place) }
                seen(isFormat ? piece.word == .sign("%") ? .quotient : .arithmetic : .concatenation)
                if piece.word == .sign("%"), !isFormat { top.sign = .concatenation }
            } else {
                switch piece.word {
                case .sign("*"): seen(.product)
                case .sign("/"), .sign("%"), .sign("//"): seen(.quotient)
                default: seen(.arithmetic)
                }
            }
        }
        return place + 1
    }

    @inline(__always)
    mutating func seen(_ sign: Frame.Sign) {
        fold()
        // A comparison ends with the next `and`.
        if sign == .logic, top.sign == .comparison { top.hasSum = false }
        if sign == .logic { finishMembership() }
        top.sign = sign
    }

    private mutating func member(_ place: Int) -> Int {
        if top.hasOperand {
            top.isMember = true
        } else if dialect.hasTrailingClosures || dialect.isC {
            return place + 1
        }
        return place + 1
    }

    private mutating func compare(_ place: Int) {
        let word = pieces[place].word
        // `Vec<u8>(`, `List<String> x`: no comparison, as far as it can be told.
        if word == .sign("<") || word == .sign(">"), top.hasOperand, !pieces[place].followsBlank,
            !dialect.isPython, dialect.layout == .braces
        {
            let next = self.piece(place + 1)
            if word == .sign(">") || next?.kind == .word || next?.kind == .keyword {
                if word == .sign("<") { top.isType = isTypeArgument(place) }
                if top.isType || word == .sign(">") { return }
            }
        }
        compared(place)
        seen(.comparison)
    }

    /// `<A, B>(` within a few pieces.
    private func isTypeArgument(_ place: Int) -> Bool {
        var depth = 0
        for step in 0..<12 {
            guard let piece = self.piece(place + step) else { return false }
            switch piece.kind {
            case .word, .keyword, .constant: continue
            case .sign:
                switch piece.word {
                case .sign("<"): depth += 1
                case .sign(">"), .sign(">>"):
                    depth -= piece.word == .sign(">") ? 1 : 2
                    if depth <= 0 {
                        // What closes them lets the skipping end.
                        return true
                    }
                case .sign(","), .sign("."), .sign("?"), .sign("::"), .sign("&"), .sign("*"): continue
                default: return false
                }
            default: return false
            }
        }
        return false
    }

    /// `condition ? a : b`: the condition gives no value.
    private mutating func question(_ place: Int) {
        fold()
        (top.hasSum, top.sign) = (false, .none)
    }

    private mutating func colon(_ place: Int) -> Int {
        switch top.kind {
        case .object, .collection:
            // A key that is an expression.
            if top.keyword == .none { (top.hasSum, top.hasOperand, top.sign) = (false, false, .none) }
            return place + 1
        case .hole, .index, .call, .group, .command:
            seen(.logic)
            return place + 1
        case .base, .block:
            break
        }
        if dialect.layout == .indentation, top.headRole != nil, top.headRole != .leave {
            // The head of a block is over.
            endStatement(at: place + 1)
            return place + 1
        }
        if dialect.isPython || dialect.parameters != .last, top.hasOperand, !top.hasSum, top.headRole == nil {
            // `name: Type = value`
            top.isType = true
            return place + 1
        }
        if top.hasSum || top.hasOperand, top.sign != .none || top.hasSum {
            seen(.logic)
        } else {
            // A label.
            endStatement(at: place + 1)
        }
        return place + 1
    }

    private mutating func comma(_ place: Int) {
        top.isType = false
        guard top.holdsStatements else {
            endArgument(at: place)
            return
        }
        if top.assigning != .none, targets.count > Int(top.firstTarget), isDeclarator(place + 1) {
            fold()
            let value = top.hasSum ? top.sum : .unknown
            if top.hasSum { seenBuilt(value) }
            assignTargets(value, at: place)
            (top.hasSum, top.sign, top.assigning) = (false, .none, .none)
            top.argumentFrom = Int32(place) + 1
            return
        }
        if targets.count > Int(top.firstTarget) || top.headRole != nil {
            // Values of several, or the heads of a `with`.
            fold()
            top.sign = .logic
        } else if top.hasOperand, !top.hasSum {
            noteTarget(place)
            top.hasOperand = false
        }
    }

    /// `var a = b, c = d`: the next one begins here.
    private func isDeclarator(_ place: Int) -> Bool {
        piece(place)?.kind == .word && piece(place + 1)?.word == .sign("=")
    }

    /// What is being assigned to, at the sign.
    mutating func noteTarget(_ place: Int) {
        if let close = piece(place - 1), close.kind == .close, close.byte != UInt8(ascii: ")") || dialect.isPython,
            top.raw.count == 0,
            close.partner >= 0, place - Int(close.partner) < 60
        {
            // `{ a, b: c } = …`, `[a, b] = …`
            for at in Int(close.partner) + 1..<place - 1 where pieces[at].kind == .word {
                if pieces[at + 1].word == .sign(":") { continue }
                let chain = Chain(pieces[at].word)
                targets.append(
                    Target(chain: chain, raw: chain, from: Int32(at), to: Int32(at), isPart: false, isTaken: true))
            }
            return
        }
        guard top.raw.count > 0 else { return }
        targets.append(
            Target(
                chain: top.chain, raw: top.raw, from: top.operandFrom, to: Int32(place) - 1,
                isPart: top.operand.marks.contains(.indexed), root: top.operand.root))
    }

    private mutating func assign(_ place: Int, _ with: Frame.Sign) -> Int {
        top.isType = false
        if top.kind == .call || top.kind == .object || top.kind == .command, with == .none,
            dialect.hasKeywordArguments || top.kind == .object, top.hasOperand, !top.hasSum, top.raw.count == 1
        {
            // `f(name=value)`, `new A { Name = value }`
            let last = pieces[place - 1]
            key(last.word, place - 1)
            top.argumentFrom = Int32(place) + 1
            return place + 1
        }
        guard top.hasOperand else {
            (top.hasSum, top.sign) = (false, .none)
            return place + 1
        }
        let isPart = top.operand.marks.contains(.indexed)
        noteTarget(place)
        if with == .none || isPart {
            (top.hasSum, top.hasOperand) = (false, false)
            top.sign = .none
        } else {
            top.hasSum = false
            fold()
            top.sign = with
        }
        top.assigning = with == .none ? .logic : with
        top.argumentFrom = Int32(place) + 1
        return place + 1
    }

    private mutating func arrow(_ place: Int) {
        if dialect.usesDollar || dialect.hasCommandCalls, top.kind != .block,
            top.kind != .base || dialect.hasCommandCalls
        {
            // `'key' => value`
            if isStringKey(place) || top.hasOperand { (top.hasSum, top.hasOperand, top.sign) = (false, false, .none) }
            return
        }
        (top.hasSum, top.hasOperand, top.sign) = (false, false, .none)
    }

    private func isStringKey(_ place: Int) -> Bool { piece(place - 1)?.kind == .string }

    /// `&name`
    private mutating func reference(_ place: Int) -> Int {
        guard let next = piece(place + 1), next.kind == .word || next.kind == .constant else { return place + 1 }
        name(next.word, place + 1, isConstant: false)
        top.operand.marks.insert(.reference)
        return place + 2
    }

    /// `*name`
    private mutating func pointed(_ place: Int) -> Int {
        guard let next = piece(place + 1), next.kind == .word else { return place + 1 }
        name(next.word, place + 1, isConstant: false)
        if top.operand.marks.contains(.unchecked) { useOfUnchecked(place + 1) }
        top.operand.marks.insert(.indexed)
        return place + 2
    }

    /// Ruby: `do |a, b|`, `{ |a| … }`; Rust: `|a| …`.
    private mutating func blockParameters(_ place: Int) -> Int {
        if top.hasOperand || top.hasSum {
            seen(.arithmetic)
            return place + 1
        }
        var end = place + 1
        while end < pieces.count, end < place + 16, pieces[end].word != .sign("|") { end += 1 }
        guard end < pieces.count, pieces[end].word == .sign("|") else { return place + 1 }
        for inner in place + 1..<end where pieces[inner].kind == .word {
            bindings.set(Chain(pieces[inner].word).full, .unknown)
        }
        steps &+= end - place
        return end + 1
    }
}
