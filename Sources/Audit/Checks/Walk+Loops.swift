/// Loops that nothing ends, and those that go one too far.
extension Walk {
    private static let leaving = WordSet(
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
        let isWhile = word == Words.while
        let isFor = word == Words.for
        guard isWhile || isFor || word == Words.loop else { return }
        guard let (head, body) = loop(at: place), body.count < 3000, spend(body.count) else { return }
        if isEndless(head, isWhile: isWhile, isFor: isFor) {
            guard !body.isEmpty, !body.contains(where: { Self.leaving.contains(pieces[$0].word) }) else { return }
            report(.endlessLoop, from: place, to: max(place, head.upperBound - 1), note: "nothing in it leaves it")
            return
        }
        if isFor, dialect.isC { checkBound(place, head, body) }
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
                        || last.word == Words.global || last.word == Words.nonlocal
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

    /// `for (…; i <= 8; …) a[i]` of an array of eight.
    private mutating func checkBound(_ place: Int, _ head: Range<Int>, _ body: Range<Int>) {
        for at in head where pieces[at].word == .sign("<=") {
            guard at > 0, let counter = piece(at - 1), counter.kind == .word, let bound = piece(at + 1),
                bound.kind == .number || bound.kind == .constant,
                piece(at + 2)?.word == .sign(";") || piece(at + 2)?.word == .sign("&&")
            else { continue }
            let length = text(at + 1)
            for inner in body where pieces[inner].word == counter.word {
                guard let open = piece(inner - 1), open.byte == UInt8(ascii: "["), open.kind == .open,
                    Int(open.partner) == inner + 1,
                    let name = piece(inner - 2), let size = arrays[name.word]?.piece, text(Int(size)) == length
                else { continue }
                report(.offByOne, from: inner - 2, to: inner + 1)
                return
            }
        }
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
                let isHead =
                    piece.byte == UInt8(ascii: "(")
                    && (pieces[place + 1].byte == UInt8(ascii: "(") && at == Int(pieces[place + 1].partner))
                if isHead, let next = self.piece(at + 1), next.byte != UInt8(ascii: "{"), !dialect.hasTrailingClosures {
                    // A single statement.
                    var end = at + 1
                    while end < pieces.count, end < at + 40, pieces[end].word != .sign(";") { end += 1 }
                    return (place + 1..<at + 1, at + 1..<end)
                }
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
