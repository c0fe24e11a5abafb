import Syntax

/// What opens and what closes.
extension Walk {
    mutating func push(_ kind: Frame.Kind, _ place: Int, end: Int32) {
        var frame = Frame(kind, open: Int32(place), end: end, arguments: arguments.count, targets: targets.count)
        frame.isCondition = top.isCondition && kind != .block
        frames.append(top)
        top = frame
    }

    mutating func open(_ place: Int) -> Int {
        let piece = pieces[place]
        if top.isType, piece.byte != UInt8(ascii: "{") {
            // A bracket within a type.
            return piece.partner > Int32(place) ? Int(piece.partner) + 1 : place + 1
        }
        guard piece.partner > Int32(place) else { return place + 1 }
        if piece.isHole {
            push(.hole, place, end: piece.partner)
            return place + 1
        }
        switch piece.byte {
        case UInt8(ascii: "("): return openParenthesis(place)
        case UInt8(ascii: "["): return openSquare(place)
        default: return openBrace(place)
        }
    }

    private mutating func openParenthesis(_ place: Int) -> Int {
        let piece = pieces[place]
        if let end = function(at: place) { return end }
        if top.isMember { top.isMember = false }
        // `f (a)` is a call, too, but not in a language whose arguments need no parentheses.
        if top.hasOperand, top.chain.count > 0, !(dialect.hasCommandCalls && piece.followsBlank) {
            beginCall(place, end: piece.partner)
            return place + 1
        }
        if top.hasOperand, top.operand.marks.contains(.called) || top.chain.count > 0, !piece.followsBlank {
            beginCall(place, end: piece.partner)
            return place + 1
        }
        let isHead =
            place > 0 && pieces[place - 1].kind == .keyword
            && KeywordRole.all[pieces[place - 1].word] == .condition
        push(.group, place, end: piece.partner)
        if isHead { top.isCondition = true }
        return place + 1
    }

    mutating func beginCall(_ place: Int, end: Int32) {
        let receiver = top.raw.count > 1 ? top.base : top.operand
        let (chain, raw, from) = (top.chain, top.raw, top.operandFrom)
        push(.call, place, end: end)
        top.callee = chain
        top.calleeRaw = raw
        top.calleeFrom = from
        top.calleeLast = Int32(place) - 1
        top.receiver = receiver
    }

    private mutating func openSquare(_ place: Int) -> Int {
        let piece = pieces[place]
        let isIndex = top.hasOperand && !(piece.followsBlank && dialect.hasCommandCalls)
        if !isIndex, top.hasOperand, dialect.hasCommandCalls, mayTakeArguments(place) { openCommand(place) }
        push(isIndex ? .index : .collection, place, end: piece.partner)
        return place + 1
    }

    private mutating func openBrace(_ place: Int) -> Int {
        let piece = pieces[place]
        top.isType = false
        if isBlock(place) {
            let head = top.holdsStatements ? top.head : .none
            let fixed = top.holdsStatements ? fixedByHead(before: place) : Fixed()
            let choice = choice(openedAt: place)
            // The head of a block ends with it.
            if top.holdsStatements { endHead(at: place) }
            var block = Block(column: -1, journal: bindings.mark, frames: frames.count + 1)
            block.choice = choice
            block.open = Int32(place)
            begin(&block, head: head, fixed, at: place)
            enterFunction(&block, at: place)
            if block.function >= 0 { bindParameters(of: Int(block.function)) }
            blocks.append(block)
            push(.block, place, end: piece.partner)
            return place + 1
        }
        if dialect.hasCompositeLiterals || !dialect.hasObjects, top.hasOperand, top.chain.count > 0,
            dialect.layout == .braces, !top.operand.marks.contains(.called)
        {
            // `Type{field: value}`
            beginCall(place, end: piece.partner)
            top.kind = .object
            return place + 1
        }
        if dialect.layout == .braces, !dialect.hasObjects, top.operand.marks.contains(.called), top.hasOperand {
            // C#: `new A() { … }`
            push(.object, place, end: piece.partner)
            return place + 1
        }
        push(.object, place, end: piece.partner)
        return place + 1
    }

    /// Whether a brace opens a block of statements rather than values.
    private func isBlock(_ place: Int) -> Bool {
        if pending >= 0 || opensArm(place) { return true }
        guard dialect.layout == .braces else {
            // Ruby: `a.each { |x| … }`
            return dialect.hasCommandCalls && top.hasOperand && !top.isMember && top.sign == .none
                && top.kind != .object
        }
        guard let last = piece(place - 1) else { return true }
        switch last.kind {
        case .close:
            if last.byte != UInt8(ascii: ")") { return top.holdsStatements && last.byte == UInt8(ascii: "}") }
            return !(dialect.hasCompositeLiterals && !top.holdsStatements) && top.assigning == .none
                || dialect.hasObjects
                || dialect.hasTrailingClosures
        case .open: return last.byte == UInt8(ascii: "{") && pieces[place - 1].partner >= 0 && top.kind == .block
        case .keyword:
            switch KeywordRole.all[last.word] {
            case .otherwise, .block, .loop, .condition: return true
            case .leave, .from, .importing: return false
            default: return !dialect.hasObjects
            }
        case .sign:
            switch last.word {
            case .sign("=>"), .sign("->"), .sign(";"), .sign("}"): return true
            case .sign(":"): return top.holdsStatements && !top.hasSum && !dialect.hasObjects
            default: return false
            }
        case .word, .constant, .string, .number, .option, .directive, .regex:
            if dialect.hasTrailingClosures { return true }
            guard top.holdsStatements else { return false }
            if dialect.hasCompositeLiterals {
                // Go: `if x {`, but `x := T{`.
                return top.headRole == .condition || top.headRole == .loop || top.headRole == .block
                    || top.headRole == .otherwise
                    || (top.assigning == .none && top.headRole != .leave && !top.hasSum
                        && last.kind == .word && top.head != .none)
            }
            return top.assigning == .none && top.headRole != .leave
        }
    }

    /// The innermost bracket ends before or with a piece; gives the next piece to look at.
    mutating func closeTop(at place: Int) -> Int {
        let isOwn =
            place < pieces.count && pieces[place].kind == .close && Int(top.end) == place
            && pieces[place].partner == top.open
        let frame: Frame
        switch top.kind {
        case .base:
            return place + 1
        case .block:
            endStatement(at: place)
            while let block = blocks.last, block.frames >= frames.count { leave(block, at: place) }
            frame = pop()
            if top.holdsStatements, frame.kind == .block, endsStatement(after: place) {
                endStatement(at: place + 1)
            } else {
                top.operand = .unknown
                top.hasOperand = true
                (top.chain, top.raw) = (Chain(), Chain())
            }
            return isOwn ? place + 1 : place
        case .command:
            endArgument(at: place)
            finishCall(at: place - 1)
            return place
        case .call:
            endArgument(at: place)
            finishCall(at: min(place, pieces.count - 1))
            return isOwn ? place + 1 : place
        case .object, .collection:
            endArgument(at: place)
            finishCollection(at: min(place, pieces.count - 1))
            return isOwn ? place + 1 : place
        case .index:
            endArgument(at: place)
            let part = arguments.count > Int(top.firstArgument) ? arguments[arguments.count - 1].value : .unknown
            frame = pop()
            indexed(by: part, frame, at: place)
            return isOwn ? place + 1 : place
        case .group, .hole:
            endArgument(at: place)
            var value = Value.constant
            var isFirst = true
            for argument in arguments[Int(top.firstArgument)...] {
                if isFirst { value = argument.value } else { value.join(argument.value) }
                isFirst = false
            }
            frame = pop()
            if frame.kind == .hole {
                if top.hasOperand {
                    addHole(value, from: Int(top.operandFrom), to: place)
                } else {
                    (top.operand, top.hasOperand) = (value, true)
                }
            } else {
                // `(Type) value`
                let before = top
                begin(value, at: Int(frame.open))
                if frame.raw.count > 0, frame.firstArgument == arguments.count {
                    (top.chain, top.raw) = (frame.chain, frame.raw)
                }
                _ = before
            }
            return isOwn ? place + 1 : place
        }
    }

    private func endsStatement(after place: Int) -> Bool {
        guard let next = piece(place + 1) else { return true }
        if dialect.linesEndStatements { return next.beginsLine || next.kind == .keyword }
        // `*p = 1;`, `++i;`, `(*f)();`
        if dialect.isC, next.beginsLine { return true }
        return next.kind != .sign && next.kind != .open
    }

    /// Leaves the frame, and its arguments and targets with it.
    @discardableResult
    mutating func pop(keeping: Int = 0) -> Frame {
        let frame = top
        if arguments.count > Int(frame.firstArgument) + keeping {
            arguments.removeSubrange(Int(frame.firstArgument) + keeping..<arguments.count)
        }
        if targets.count > Int(frame.firstTarget) { targets.removeSubrange(Int(frame.firstTarget)...) }
        top = frames.removeLast()
        return frame
    }

    /// `a[b]`
    private mutating func indexed(by part: Value, _ frame: Frame, at place: Int) {
        checkIndex(part, frame, at: place)
        if top.operand.marks.contains(.unchecked) { useOfUnchecked(Int(frame.open) - 1) }
        var value = top.operand
        value.marks.insert([.indexed, .dynamic])
        value.marks.remove([.text, .built, .collection, .unchecked])
        if value.marks.isDisjoint(with: .tainted), !top.operand.isDynamic { value.marks.remove(.dynamic) }
        top.operand = value
        top.hasOperand = true
        top.chain.mark(.index)
        top.raw.mark(.index)
    }

    /// The end of a list or mapping.
    private mutating func finishCollection(at place: Int) {
        var value = Value(marks: .collection)
        let first = Int(top.firstArgument)
        var isFirst = true
        for index in first..<arguments.count where !arguments[index].isInner {
            let marks = value.marks
            if isFirst { value = arguments[index].value } else { value.join(arguments[index].value) }
            value.marks.formUnion(marks)
            isFirst = false
        }
        value.marks.insert(.collection)
        value.marks.remove([.name, .unchecked, .freed])
        if !isFirst, arguments.count - first > 1 { value.marks.remove([.text]) }
        // `Type{field: value}` is a call with keywords.
        if top.callee.count > 0 {
            if set.rules.isEmpty == false { matchCall(at: place) }
            let frame = pop()
            var origin = frame.callee
            origin.mark(.call)
            value.origin = noteOrigin(origin)
            begin(value, at: Int(frame.calleeFrom))
            top.operand.marks.insert(.called)
            return
        }
        // The members of an object are as good as arguments of the call that it is given to.
        let isGiven = frames.last.map { $0.kind == .call || $0.kind == .command || $0.kind == .object } ?? false
        var kept = 0
        if isGiven, top.kind == .object {
            for index in first..<min(arguments.count, first + 40) where arguments[index].keyword != .none {
                arguments[first + kept] = arguments[index]
                arguments[first + kept].isInner = true
                kept += 1
            }
        }
        let frame = pop(keeping: kept)
        let (hadOperand, chain, from) = (top.hasOperand, top.chain, top.operandFrom)
        begin(value, at: Int(frame.open))
        if hadOperand, frame.kind == .object { (top.chain, top.operandFrom) = (chain, from) }
    }

    /// The expression of an argument is over.
    mutating func endArgument(at place: Int) {
        fold()
        finishMembership()
        top.isType = false
        defer {
            (top.hasSum, top.sign, top.assigning) = (false, .none, .none)
            (top.keyword, top.keyPiece) = (.none, -1)
            top.argumentFrom = Int32(place) + 1
        }
        if targets.count > Int(top.firstTarget) {
            seenBuilt(top.sum)
            assignTargets(top.hasSum ? top.sum : .unknown, at: place)
        }
        guard top.hasSum || top.keyword != .none else { return }
        let value = top.hasSum ? top.sum : .unknown
        seenBuilt(value)
        if top.kind == .group || top.kind == .hole {
            let count = arguments.count - Int(top.firstArgument)
            if count > 0 {
                arguments[arguments.count - 1].value.join(value)
                return
            }
        }
        let argument = Argument(
            value: value, keyword: top.keyword, keyPiece: top.keyPiece, from: top.argumentFrom, to: Int32(place) - 1)
        if argument.keyword != .none { keyed(argument) }
        // No call has so many; of a list the rest is as good as its end.
        if arguments.count - Int(top.firstArgument) < 64 {
            arguments.append(argument)
        } else {
            arguments[arguments.count - 1].value.join(value)
        }
    }
}
