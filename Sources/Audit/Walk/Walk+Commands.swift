/// Calls without parentheses.
extension Walk {
    /// Ruby: whether what stands here can be the first argument of the name before it.
    func mayTakeArguments(_ place: Int) -> Bool {
        guard !top.isMember, top.raw.count > 0, top.operand.marks.contains(.name), place > 0 else { return false }
        let last = pieces[place - 1]
        guard last.kind == .word || last.kind == .keyword else { return false }
        return bindings[top.raw.full] == nil
    }

    mutating func openCommand(_ place: Int) {
        let receiver = top.raw.count > 1 ? top.base : top.operand
        let (chain, raw, from) = (top.chain, top.raw, top.operandFrom)
        let end = top.end
        push(.command, place - 1, end: end)
        top.callee = chain
        top.calleeRaw = raw
        top.calleeFrom = from
        top.calleeLast = Int32(place) - 1
        top.receiver = receiver
        top.argumentFrom = Int32(place)
    }

    /// `echo a, b`, `delete p`
    mutating func openKeywordCommand(_ place: Int) {
        let end = top.end
        push(.command, place, end: end)
        let chain = Chain(pieces[place].word)
        (top.callee, top.calleeRaw, top.calleeFrom, top.calleeLast) = (chain, chain, Int32(place), Int32(place))
        top.argumentFrom = Int32(place) + 1
    }

    // MARK: Shell

    /// A word of a command: the first is what is run, and blanks keep the others apart.
    mutating func commandWord(_ place: Int) -> Int {
        let piece = pieces[place]
        if top.kind == .command {
            if piece.followsBlank { endArgument(at: place) }
            let value = commandValue(place)
            if top.hasSum || top.hasOperand {
                fold()
                if top.hasSum {
                    top.sum.join(value)
                    if value.isDynamic { top.sum.marks.insert(.built) }
                } else {
                    (top.sum, top.hasSum) = (value, true)
                }
            } else {
                begin(value, at: place)
                top.argumentFrom = Int32(place)
                if piece.kind == .word { (top.raw, top.chain) = (Chain(piece.word), Chain(piece.word)) }
            }
            return place + 1
        }
        if let next = self.piece(place + 1), next.word == .sign("="), !next.followsBlank || dialect.layout != .commands,
            piece.kind == .word
        {
            name(piece.word, place, isConstant: false)
            return place + 1
        }
        if top.assigning != .none {
            // `name=value`
            let value = commandValue(place)
            if top.hasSum || top.hasOperand {
                fold()
                top.sum.join(value)
                if value.isDynamic { top.sum.marks.insert(.built) }
            } else {
                begin(value, at: place)
                fold()
            }
            return place + 1
        }
        guard piece.kind == .word || piece.kind == .keyword || piece.kind == .constant || piece.kind == .string else {
            return place + 1
        }
        if piece.byte == UInt8(ascii: "$") {
            begin(commandValue(place), at: place)
            return place + 1
        }
        openKeywordCommand(place)
        return place + 1
    }

    private mutating func commandValue(_ place: Int) -> Value {
        let piece = pieces[place]
        switch piece.kind {
        case .string:
            seenLiteral(place)
            return Value(marks: .text, literal: Int32(place))
        case .word where piece.byte == UInt8(ascii: "$"):
            let digits = bytes[Int(piece.start)..<Int(piece.end)].dropFirst()
            if let first = digits.first,
                ASCII.isDigit(first) || first == UInt8(ascii: "@") || first == UInt8(ascii: "*")
            {
                trail.append(Trail(kind: .outside, before: -1, from: Int32(place), to: Int32(place), source: -1))
                return Value(marks: [.dynamic, .outside], trail: Int32(trail.count - 1))
            }
            let word = word(from: Int(piece.start) + 1, Int(piece.end - piece.start) - 1)
            return bindings[Chain(word).full] ?? .unknown
        default:
            return Value(literal: Int32(place))
        }
    }

    mutating func option(_ place: Int) -> Int {
        if top.kind == .command {
            endArgument(at: place)
            begin(Value(literal: Int32(place)), at: place)
            top.argumentFrom = Int32(place)
        } else if dialect.layout == .commands, top.assigning != .none {
            return commandWord(place)
        }
        return place + 1
    }

    /// What goes through a pipe.
    mutating func pipe(_ place: Int) -> Int {
        guard top.kind == .command else { return place + 1 }
        return closeTop(at: place) + (top.kind == .command ? 0 : 1)
    }

    // MARK: Directives

    /// `#include`, `#define NAME value`: a line of its own.
    mutating func directive(_ place: Int) -> Int {
        guard dialect.isC else { return place + 1 }
        var end = place + 1
        while end < pieces.count, !pieces[end].beginsLine || pieces[end - 1].byte == UInt8(ascii: "\\") { end += 1 }
        steps &+= end - place
        if end > place + 2, pieces[place + 1].kind == .constant || pieces[place + 1].kind == .word {
            let isDefine = text(place).hasSuffix("define")
            if isDefine, end == place + 3 {
                bindings.set(Chain(pieces[place + 1].word).full, Value(literal: Int32(place) + 2))
                checkDefined(place + 1, place + 2)
            }
        }
        return end
    }

    // MARK: Imports

    /// Python: `import a.b as c`, `from a import b as c`. JavaScript: `import a, { b as c } from "d"`. Go: `import c "a/b"`.
    mutating func importing(_ place: Int) -> Int {
        var end = place + 1
        let limit = min(pieces.count, place + 600)
        while end < limit {
            let piece = pieces[end]
            if piece.word == .sign(";") { break }
            if piece.beginsLine, endsImport(end) { break }
            end = piece.kind == .open && piece.partner > 0 ? min(Int(piece.partner) + 1, pieces.count) : end + 1
        }
        steps &+= end - place
        if dialect.isPython {
            pythonImport(place, end)
        } else if dialect.hasObjects {
            scriptImport(place, end)
        } else if dialect.hasCompositeLiterals {
            goImport(place, end)
        }
        (top.head, top.headRole) = (.none, nil)
        top.statementFrom = Int32(end)
        return max(end, place + 1)
    }

    private func endsImport(_ place: Int) -> Bool {
        let last = pieces[place - 1]
        return !(last.kind == .sign && (last.word == .sign(",") || last.word == .sign("\\")))
    }

    private mutating func pythonImport(_ place: Int, _ end: Int) {
        var module = Chain()
        var at = place + 1
        func name(_ at: inout Int) -> Chain {
            var chain = Chain()
            while at < end {
                let piece = pieces[at]
                if piece.kind == .word || piece.kind == .constant
                    || piece.kind == .keyword && KeywordRole.all[piece.word] == nil
                {
                    chain.append(piece.word)
                    at += 1
                } else if piece.word == .sign(".") {
                    at += 1
                    continue
                } else {
                    break
                }
                guard at < end, pieces[at].word == .sign(".") else { break }
            }
            return chain
        }
        let isFrom = pieces[place].word == Words.from
        if isFrom {
            module = name(&at)
            guard at < end, pieces[at].word == Dialect.import else { return }
            at += 1
        }
        while at < end {
            let piece = pieces[at]
            guard piece.kind == .word || piece.kind == .constant else {
                at += 1
                continue
            }
            let first = piece.word
            let part = name(&at)
            var whole = part
            if isFrom {
                whole = module
                whole.append(part.last)
            }
            if at + 1 < end, pieces[at].word == Words.as {
                imports.set(pieces[at + 1].word, whole)
                at += 2
            } else if isFrom {
                imports.set(part.last, whole)
            } else {
                imports.set(first, Chain(first))
            }
        }
    }

    private mutating func scriptImport(_ place: Int, _ end: Int) {
        guard let last = (place..<end).last(where: { pieces[$0].kind == .string }) else { return }
        let module = moduleName(last)
        var isInBraces = false
        for at in place + 1..<last {
            let piece = pieces[at]
            if piece.kind == .open { isInBraces = true }
            if piece.kind == .close { isInBraces = false }
            guard piece.kind == .word || piece.kind == .constant, let before = self.piece(at - 1) else { continue }
            if before.word == Words.as { continue }
            var name = piece.word
            var whole = module
            if isInBraces { whole.append(piece.word) }
            if pieces[at + 1].word == Words.as, at + 2 < last { name = pieces[at + 2].word }
            imports.set(name, whole)
        }
        for at in place + 1..<last where pieces[at].word == Words.as && pieces[at - 1].word == .sign("*") {
            imports.set(pieces[at + 1].word, module)
        }
    }

    func moduleName(_ place: Int) -> Chain {
        let piece = pieces[place]
        var name = String(decoding: bytes[Int(piece.start)..<Int(piece.end)].dropFirst().dropLast(), as: UTF8.self)
        if name.hasPrefix("node:") { name.removeFirst(5) }
        return Chain(Word(name))
    }

    private mutating func goImport(_ place: Int, _ end: Int) {
        for at in place + 1..<max(end, place + 1) where pieces[at].kind == .string {
            let name = moduleText(at)
            guard let last = name.split(separator: "/").last else { continue }
            let alias = pieces[at - 1]
            if alias.kind == .word, !alias.beginsLine || !pieces[at].beginsLine, alias.end < pieces[at].start {
                imports.set(alias.word, Chain(Word(last)))
            }
            importedPackages.insert(Word(name))
            if name == "text/template" { textTemplate = at }
        }
    }

    func moduleText(_ place: Int) -> String {
        String(decoding: bytes[Int(pieces[place].start)..<Int(pieces[place].end)].dropFirst().dropLast(), as: UTF8.self)
    }
}
