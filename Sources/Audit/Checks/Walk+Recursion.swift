/// Functions that call themselves, and loops that nothing ends. Looked for after the walk, when it is known where
/// functions begin and end.
extension Walk {
    mutating func checkFunctions() {
        guard set.checks[.recursionWithoutEnd] != nil || set.checks[.recursionOfInput] != nil else { return }
        for index in functions.indices.dropFirst() where functions[index].name != .none { checkRecursion(index) }
    }

    private static let deciding = Set(
        [
            "if", "elif", "unless", "switch", "match", "case", "when", "guard", "while", "for", "try", "select",
            "until", "cond",
        ].map { Word($0) })

    private mutating func checkRecursion(_ index: Int) {
        let function = functions[index]
        let (from, to) = (Int(function.from), min(Int(function.to), pieces.count))
        guard to > from, from > 0, spend(to - from) else { return }
        var isDecided = false
        for place in from..<to {
            let piece = pieces[place]
            if piece.kind == .keyword, Self.deciding.contains(piece.word) { isDecided = true }
            if piece.word == .sign("?") || piece.word == .sign("&&") || piece.word == .sign("||")
                || piece.word == Word("and")
                || piece.word == Word("or") || piece.word == .sign("=>")
            {
                isDecided = true
            }
            guard piece.word == function.name, piece.kind == .word || piece.kind == .keyword,
                isSelfCall(place, function)
            else { continue }
            // A function within it has its own name for it.
            guard let open = self.piece(place + 1), open.byte == UInt8(ascii: "("), open.kind == .open, open.partner > 0
            else { continue }
            let given = self.given(place + 1)
            guard given.count == function.parameters.count else { continue }
            let end = min(Int(open.partner), pieces.count - 1)
            if !isDecided {
                report(.recursionWithoutEnd, from: place, to: end, note: "nothing is asked before it")
                return
            }
            let isSame = !given.isEmpty && zip(given, function.parameters).allSatisfy { $0 == $1.word }
            if isSame, !dialect.isPython || !function.isMethod {
                report(
                    .recursionWithoutEnd, from: place, to: end, confidence: .medium,
                    note: "it is given what it was given")
                return
            }
        }
    }

    /// Bare, or on itself where it is a method.
    private func isSelfCall(_ place: Int, _ function: Function) -> Bool {
        guard let last = piece(place - 1) else { return false }
        if last.kind == .sign, last.word == .sign(".") || last.word == .sign("->") || last.word == .sign("::") {
            guard let receiver = piece(place - 2), piece(place - 3)?.word != .sign(".") else { return false }
            return receiver.word == Word("self") || receiver.word == Word("this") || receiver.word == Word("$this")
        }
        if dialect.functionWords.contains(last.word) || last.word == Word("new") { return false }
        return !(dialect.isPython && function.isMethod)
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

    /// Functions within functions are looked through more than once; not without end.
    private mutating func spend(_ count: Int) -> Bool {
        steps &+= count
        spent += count
        return spent < pieces.count * 8 + 1000
    }

    /// `except Exception: pass`, `catch (e) {}`
    mutating func checkSwallowing() {
        guard set.checks[.swallowedError] != nil else { return }
        let (except, catching, pass) = (Word("except"), Word("catch"), Word("pass"))
        for place in pieces.indices where pieces[place].kind == .keyword {
            if dialect.isPython, pieces[place].word == except {
                var next = place + 1
                if let name = piece(next), name.word == Word("Exception") || name.word == Word("BaseException") {
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

    // MARK: Loops

    private static let leaving = Set(
        [
            "break", "return", "raise", "throw", "throws", "exit", "goto", "yield", "await", "sleep", "abort", "quit",
            "die", "os._exit", "_exit",
            "select", "recv", "accept", "stop", "panic", "longjmp", "read", "readline", "getline", "wait", "poll",
            "epoll_wait", "next", "Sleep",
            "usleep", "pause", "fork", "execv", "execve", "delay", "get", "redo", "retry", "StopIteration",
            "exit_group", "last", "fatalError",
        ].map { Word($0) })

    mutating func checkLoops() {
        guard set.checks[.endlessLoop] != nil else { return }
        var place = 0
        while place < pieces.count {
            if pieces[place].kind == .keyword { checkLoop(place) }
            place += 1
        }
    }

    private mutating func checkLoop(_ place: Int) {
        let word = pieces[place].word
        let isWhile = word == Word("while")
        let isFor = word == Word("for")
        guard isWhile || isFor || word == Word("loop") else { return }
        guard let (head, body) = loop(at: place), body.count < 3000, spend(body.count) else { return }
        if isEndless(head, isWhile: isWhile, isFor: isFor) {
            guard !body.isEmpty, !body.contains(where: { Self.leaving.contains(pieces[$0].word) }) else { return }
            report(.endlessLoop, from: place, to: max(place, head.upperBound - 1), note: "nothing in it leaves it")
            return
        }
        // C: what is asked is changed nowhere.
        guard isWhile, dialect.isC || dialect.isPython, !head.isEmpty else { return }
        var names: Set<Word> = []
        for at in head {
            switch pieces[at].kind {
            case .word:
                if self.piece(at + 1)?.kind == .open || self.piece(at + 1)?.word == .sign(".") { return }
                names.insert(pieces[at].word)
            case .number, .constant: continue
            case .sign:
                let sign = pieces[at].word
                if sign == .sign("->") || sign == .sign("*") || sign == .sign(".") || sign == .sign("++")
                    || sign == .sign("--")
                    || sign == .sign("=")
                {
                    return
                }
            case .open, .close: if pieces[at].byte == UInt8(ascii: "[") { return }
            default: return
            }
        }
        guard !names.isEmpty, !body.isEmpty else { return }
        for at in body {
            if names.contains(pieces[at].word) {
                let (last, next) = (self.piece(at - 1), self.piece(at + 1))
                let changes: [Word] = [
                    .sign("="), .sign("++"), .sign("--"), .sign("+="), .sign("-="), .sign("*="), .sign("/="),
                    .sign(">>="), .sign("<<="), .sign("|="), .sign("&="), .sign("%="), .sign(","), .sign(":="),
                ]
                if let next, next.kind == .sign, changes.contains(next.word) { return }
                if let last,
                    last.word == .sign("++") || last.word == .sign("--") || last.word == .sign("&")
                        || last.word == .sign(">>")
                        || last.word == Word("global") || last.word == Word("nonlocal")
                {
                    return
                }
            }
            if Self.leaving.contains(pieces[at].word) { return }
        }
        report(
            .endlessLoop, from: place, to: max(place, head.upperBound - 1),
            note: "what it asks is changed nowhere in it")
    }

    /// The pieces of the head and of the body.
    private func loop(at place: Int) -> (head: Range<Int>, body: Range<Int>)? {
        var at = place + 1
        guard dialect.layout == .braces else {
            while at < pieces.count, !pieces[at].beginsLine { at += 1 }
            guard at < pieces.count, pieces[place].beginsLine else { return nil }
            let column = pieces[place].column
            var end = at
            while end < pieces.count, !(pieces[end].beginsLine && pieces[end].column <= column), end - at < 3001 {
                end += 1
            }
            return (place + 1..<at - (pieces[at - 1].word == .sign(":") ? 1 : 0), at..<end)
        }
        while at < pieces.count, at < place + 100 {
            let piece = pieces[at]
            if piece.kind == .open, piece.partner > Int32(at) {
                if piece.byte == UInt8(ascii: "{") {
                    return (place + 1..<at, at + 1..<min(Int(piece.partner), pieces.count))
                }
                at = Int(piece.partner)
            } else if piece.word == .sign(";") {
                return nil
            }
            at += 1
        }
        return nil
    }

    private func isEndless(_ head: Range<Int>, isWhile: Bool, isFor: Bool) -> Bool {
        var inner = Array(head.prefix(4))
        if let first = inner.first, pieces[first].byte == UInt8(ascii: "("), pieces[first].kind == .open {
            guard Int(pieces[first].partner) == head.upperBound - 1 else { return false }
            inner = Array(head.dropFirst().dropLast().prefix(4))
        } else {
            inner = Array(head.prefix(4))
        }
        if isFor {
            // `for (;;)`, Go's `for {`
            return head.isEmpty
                ? dialect.hasCompositeLiterals : inner.count == 2 && inner.allSatisfy { pieces[$0].word == .sign(";") }
        }
        if !isWhile { return head.isEmpty }
        guard inner.count == 1, let only = inner.first else { return false }
        let text = self.text(only)
        return text == "True" || text == "true" || text == "1" || text == ":true"
    }
}
