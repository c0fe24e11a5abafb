/// Names, literals and strings.
extension Walk {
    /// The operand is complete: it joins what stands before it.
    @inline(__always)
    mutating func fold() {
        guard top.hasOperand else { return }
        top.hasOperand = false
        guard top.hasSum else {
            (top.sum, top.hasSum) = (top.operand, true)
            return
        }
        combine(top.operand)
    }

    private mutating func combine(_ other: Value) {
        let left = top.sum
        switch top.sign {
        case .comparison:
            top.sum = .unknown
            top.sum.clear(.max)
            top.sum.marks = .dynamic
        case .none, .concatenation:
            let isText =
                left.marks.contains(.text) || other.marks.contains(.text)
                || left.marks.contains(.built) || other.marks.contains(.built)
            let isDynamic = left.isDynamic || other.isDynamic
            top.sum.join(other)
            if !other.marks.isDisjoint(with: .tainted) { top.sum.marks.insert(.appended) }
            top.sum.marks.remove(.product)
            if isText, isDynamic {
                top.sum.marks.insert(.built)
                if top.sum.from < 0 || !left.marks.contains(.built) { top.sum.from = top.argumentFrom }
                top.sum.to = max(top.sum.to, top.operandFrom)
            } else if isDynamic {
                top.sum.marks.insert(.computed)
            }
        case .arithmetic, .product, .quotient:
            if top.sign == .quotient, other.marks.contains(.outside) { divided(by: other) }
            let isDynamic = left.isDynamic || other.isDynamic
            // `['?'] * count`: the same however often.
            if !left.isDynamic, left.marks.contains(.text) || left.marks.contains(.collection) { return }
            top.sum.join(other)
            if isDynamic { top.sum.marks.insert(.computed) }
            if isDynamic, top.sign == .product { top.sum.marks.insert(.product) }
        case .logic:
            top.sum.join(other)
        }
    }

    /// A new operand stands where one may have stood already.
    @inline(__always)
    mutating func begin(_ value: Value, at place: Int) {
        if top.hasOperand, pieces[place].kind == .string, top.operand.marks.contains(.text) {
            // Strings beside each other are one.
            fold()
            top.sign = .concatenation
        }
        top.operand = value
        top.hasOperand = true
        top.isMember = false
        top.operandFrom = Int32(place)
        top.chain = Chain()
        top.raw = Chain()
    }

    mutating func word(_ place: Int) -> Int {
        let piece = pieces[place]
        if top.isType { return place + 1 }
        if set.nearWords.contains(piece.word) {
            nearPlaces.change(piece.word, standard: []) { $0.append(Int32(place)) }
        }
        if top.isMember, top.hasOperand {
            extend(piece.word, place)
            return place + 1
        }
        if dialect.layout == .commands { return commandWord(place) }
        if top.hasOperand, dialect.hasCommandCalls, piece.followsBlank, !piece.beginsLine, mayTakeArguments(place) {
            openCommand(place)
        }
        // `x => …`, and keys: `x: …`, `"x": …`
        if let next = self.piece(place + 1), next.kind == .sign {
            if next.word == .sign("=>"), !dialect.usesDollar, !dialect.hasCommandCalls {
                bind(parameter: piece.word, place, position: 0)
                return place + 2
            }
            if next.word == .sign(":"), isKeyPlace(place) {
                key(piece.word, place)
                return place + 2
            }
        }
        name(piece.word, place, isConstant: false)
        return place + 1
    }

    /// Whether what stands here can be the key of a mapping or argument.
    func isKeyPlace(_ place: Int) -> Bool {
        guard !top.hasOperand, !top.hasSum else { return false }
        switch top.kind {
        case .object: return true
        case .collection: return dialect.usesDollar
        case .call, .command:
            return dialect.hasKeywordArguments || dialect.hasTrailingClosures || dialect.hasCommandCalls
        default: return false
        }
    }

    mutating func key(_ word: Word, _ place: Int) {
        top.keyword = word
        top.keyPiece = Int32(place)
        top.argumentFrom = Int32(place) + 2
        (top.hasSum, top.hasOperand, top.sign) = (false, false, .none)
    }

    mutating func name(_ word: Word, _ place: Int, isConstant: Bool) {
        begin(.unknown, at: place)
        var value = Value.unknown
        var chain = Chain(word)
        let raw = chain
        if let bound = bindings[raw.full] {
            value = bound
            if bound.origin >= 0 { chain = origins[Int(bound.origin)] }
        } else if let imported = imports[word] {
            chain = imported
        } else if isConstant || dialect.isC && isMacroName(place) {
            value = .constant
        } else if isSafeName(place) {
            value.clear(.max)
        }
        value.root = raw.full
        value.marks.insert(.name)
        if dialect.isC {
            if piece(place - 1)?.kind == .word { declared(word, place) }
            if top.isCondition, value.marks.contains(.unchecked) {
                value.marks.remove(.unchecked)
                bindings.change(raw.full) { $0.marks.remove(.unchecked) }
            }
        }
        if top.isCondition, set.divisorKinds != 0, value.marks.contains(.outside) {
            clear(raw.full, set.divisorKinds)
            value.clear(set.divisorKinds)
        }
        top.operand = value
        top.chain = chain
        top.raw = raw
        if bindings[raw.full] == nil { lookUpUse(place) }
        if value.marks.contains(.freed) { useOfFreed(place) }
    }

    /// C: `MAX_LENGTH`
    func isMacroName(_ place: Int) -> Bool {
        let piece = pieces[place]
        guard piece.kind == .word, piece.end - piece.start > 2 else { return false }
        return bytes[Int(piece.start)..<Int(piece.end)].allSatisfy {
            $0 == UInt8(ascii: "_") || ASCII.isDigit($0) || $0 >= 0x41 && $0 <= 0x5A
        }
    }

    /// `escapedName`, `safe_html`
    private func isSafeName(_ place: Int) -> Bool {
        let piece = pieces[place]
        guard piece.end - piece.start > 6 else { return false }
        switch ASCII.lower(piece.byte) {
        case UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "q"): break
        default: return false
        }
        let name = bytes[Int(piece.start)..<Int(piece.end)]
        return Self.safeNames.contains { ASCII.equals($0, name.prefix($0.utf8.count)) }
    }

    private static let safeNames = ["escaped", "sanitized", "encoded", "safe_", "quoted", "safeh", "sanitised"]

    mutating func extend(_ word: Word, _ place: Int) {
        top.isMember = false
        top.base = top.operand
        if top.chain.count == 0 { (top.chain, top.raw) = (Chain(.literal), Chain(.literal)) }
        top.chain.append(word)
        top.raw.append(word)
        if top.operand.marks.contains(.unchecked) { useOfUnchecked(place) }
        if let bound = bindings[top.raw.full] {
            top.operand = bound
            if bound.origin >= 0 { top.chain = origins[Int(bound.origin)] }
            top.operand.root = top.raw.full
            top.operand.marks.insert(.name)
            return
        }
        var value = top.operand
        value.marks = value.marks.intersection(.tainted).union([.dynamic, .unbound])
        if value.trail < 0 { value.parameters = 0 }
        (value.origin, value.module) = (-1, -1)
        value.literal = -1
        value.root = top.raw.full
        value.marks.insert(.name)
        if Self.hosts.contains(word), top.base.root != .none {
            value.marks.insert(.host)
            value.via = top.base.root
        }
        // `Settings.TOKEN`
        if pieces[place].kind == .constant, value.marks.isDisjoint(with: .tainted) { value = .constant }
        top.operand = value
        lookUpUse(place)
        if dialect.hasCommandCalls, isBareCall(place), isKnown(top.chain) || isKnown(top.raw) {
            beginCall(place, end: Int32(place))
            top.calleeLast = Int32(place)
            finishCall(at: place)
        }
    }

    /// Ruby: a method is called, whether parentheses follow or not.
    private func isBareCall(_ place: Int) -> Bool {
        guard let next = piece(place + 1), !next.beginsLine else { return true }
        switch next.kind {
        case .close, .keyword: return true
        case .open: return next.byte != UInt8(ascii: "(") && !next.followsBlank || next.byte == UInt8(ascii: "}")
        case .sign:
            return next.word != .sign("=") && next.word != .sign("=>") && next.word != .sign("+=")
                && next.word != .sign("||=")
                && next.word != .sign("<<") && next.word != .sign("::")
        default: return !next.followsBlank
        }
    }

    private func isKnown(_ chain: Chain) -> Bool {
        var isKnown = false
        names.forEach(chain) {
            if $0.role != .use && $0.role != .sourceUse && $0.role != .set && $0.role != .key { isKnown = true }
        }
        return isKnown
    }

    /// Rules and sources that a name alone is enough for.
    private mutating func lookUpUse(_ place: Int) {
        var (source, rule): (Int32, Int32) = (-1, -1)
        names.forEach(top.raw, top.chain) { entry in
            if entry.role == .sourceUse { source = entry.index }
            if entry.role == .use { rule = entry.index }
        }
        if source >= 0 {
            top.operand.marks.formUnion([.outside, .dynamic])
            top.operand.marks.remove(.unbound)
            top.operand.clear(set.sources[Int(source)].cleared)
            trail.append(Trail(kind: .outside, before: -1, from: top.operandFrom, to: Int32(place), source: source))
            top.operand.trail = Int32(trail.count - 1)
        }
        if rule >= 0 { used(Int(rule), place) }
    }

    mutating func constant(_ place: Int) -> Int {
        let piece = pieces[place]
        if top.isType { return place + 1 }
        if dialect.layout == .commands { return commandWord(place) }
        if top.isMember, top.hasOperand {
            extend(piece.word, place)
            return place + 1
        }
        if top.hasOperand, dialect.hasCommandCalls, piece.followsBlank, !piece.beginsLine, mayTakeArguments(place) {
            openCommand(place)
        }
        // Ruby: `:name` is a text.
        if piece.byte == UInt8(ascii: ":") {
            if piece.byte == UInt8(ascii: ":"), let next = self.piece(place + 1), next.word == .sign("=>"),
                isKeyPlace(place)
            {
                key(word(from: Int(piece.start) + 1, Int(piece.end - piece.start) - 1), place)
                return place + 2
            }
            begin(.constant, at: place)
            return place + 1
        }
        if let next = self.piece(place + 1), next.word == .sign(":"), isKeyPlace(place) {
            key(piece.word, place)
            return place + 2
        }
        name(piece.word, place, isConstant: true)
        return place + 1
    }

    mutating func literal(_ place: Int) -> Int {
        if top.isType { return place + 1 }
        if dialect.layout == .commands { return commandWord(place) }
        if top.hasOperand, dialect.hasCommandCalls, pieces[place].followsBlank, mayTakeArguments(place) {
            openCommand(place)
        }
        begin(Value(literal: Int32(place)), at: place)
        if pieces[place].kind == .regex { checkRegex(place) }
        return place + 1
    }

    mutating func string(_ place: Int) -> Int {
        let piece = pieces[place]
        if top.isType { return place + 1 }
        let isJoint =
            place > 0 && pieces[place - 1].end == piece.start
            && (pieces[place - 1].isHole || pieces[place - 1].kind == .word && top.operand.marks.contains(.text))
        if isJoint, top.hasOperand {
            // The string goes on behind a hole; `"…$name…"` has no brackets.
            top.operand.marks.insert(.text)
            top.operand.to = Int32(place)
            return place + 1
        }
        if dialect.layout == .commands { return commandWord(place) }
        if let next = self.piece(place + 1), next.word == .sign(":") || next.word == .sign("=>"), isKeyPlace(place) {
            let inner = bytes[Int(piece.start)..<Int(piece.end)].dropFirst().dropLast()
            key(inner.isEmpty ? .none : word(from: inner.startIndex, inner.count), place)
            return place + 2
        }
        if top.hasOperand, dialect.hasCommandCalls, piece.followsBlank, !piece.beginsLine, mayTakeArguments(place) {
            openCommand(place)
        }
        begin(Value(marks: .text, literal: Int32(place)), at: place)
        seenLiteral(place)
        // PHP: `"… $name …"`
        if dialect.usesDollar || dialect.layout == .commands, let next = self.piece(place + 1), next.kind == .word,
            next.start == piece.end
        {
            return wordInString(place + 1)
        }
        return place + 1
    }

    /// `$name` in a string, which is the operand.
    mutating func wordInString(_ place: Int) -> Int {
        var value = bindings[Chain(pieces[place].word).full] ?? .unknown
        if let next = self.piece(place + 1), next.kind == .string || next.isHole, next.start == pieces[place].end {
            value.marks.remove(.name)
        }
        let before = top
        begin(value, at: place)
        top.raw = Chain(pieces[place].word)
        top.chain = top.raw
        if value.marks.contains(.unbound) { lookUpUse(place) }
        let part = top.operand
        top.operand = before.operand
        (top.operandFrom, top.chain, top.raw) = (before.operandFrom, Chain(), Chain())
        addHole(part, from: Int(before.operandFrom), to: place)
        return place + 1
    }

    /// What stood in a hole becomes a part of the string that is the operand.
    mutating func addHole(_ part: Value, from: Int, to: Int) {
        // What stands before the hole: a literal with more in it than its quotes, or another part.
        let isFirst =
            !top.operand.isDynamic && top.operand.literal >= 0 && literalWords(top.operand.literal).isEmpty
        top.operand.join(part)
        if !isFirst, !part.marks.isDisjoint(with: .tainted) { top.operand.marks.insert(.appended) }
        top.operand.marks.insert(.text)
        if part.isDynamic {
            top.operand.marks.insert(.built)
            if top.operand.from < 0 || !part.marks.contains(.built) { top.operand.from = Int32(from) }
            top.operand.to = Int32(to)
            // Ruby, PHP: what stands in backticks is run.
            if dialect.hasCommandCalls || dialect.usesDollar, let first = self.piece(Int(top.operand.literal)),
                first.kind == .string, first.byte == UInt8(ascii: "`")
            {
                called(Chain(Words.backticks), with: top.operand, from: from, to: to)
            }
        }
        top.hasOperand = true
    }
}
