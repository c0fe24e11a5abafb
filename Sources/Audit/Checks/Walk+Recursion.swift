/// Functions that call themselves, and loops that nothing ends. Looked for after the walk, when it is known where
/// functions begin and end.
extension Walk {
    mutating func checkFunctions() {
        guard set.checks[.recursionWithoutEnd] != nil else { return }
        for index in functions.indices.dropFirst() where functions[index].name != .none && functions[index].hasBody {
            checkRecursion(index)
        }
        checkDepth()
    }

    private static let deciding = WordSet(
        [
            "if", "elif", "unless", "switch", "match", "case", "when", "guard", "while", "for", "try", "select",
            "until", "cond",
        ].map { Word($0) })

    private mutating func checkRecursion(_ index: Int) {
        let function = functions[index]
        let (from, to) = (Int(function.from), min(Int(function.to), pieces.count))
        guard to > from, from > 0, !overloaded.contains(function.name), spend(to - from) else { return }
        var isDecided = false
        for place in from..<to {
            let piece = pieces[place]
            if piece.kind == .keyword, Self.deciding.contains(piece.word) { isDecided = true }
            if piece.word == .sign("?") || piece.word == .sign("&&") || piece.word == .sign("||")
                || piece.word == Words.and
                || piece.word == Words.or || piece.word == .sign("=>")
            {
                isDecided = true
            }
            guard piece.word == function.name, piece.kind == .word || piece.kind == .keyword else { continue }
            // `let name = …`, `use a.name`: from here on the name is another's.
            if let next = self.piece(place + 1), next.word == .sign("=") || next.word == .sign(":="), !isMember(place) {
                return
            }
            if dialect.hasCompositeLiterals, self.piece(place - 1)?.word == .sign("::"),
                self.piece(place + 1)?.word == .sign(";")
            {
                return
            }
            guard isSelfCall(place, function) else { continue }
            // A function within it has its own name for it.
            guard let open = self.piece(place + 1), open.byte == UInt8(ascii: "("), open.kind == .open, open.partner > 0
            else { continue }
            let given = self.given(place + 1)
            guard given.count == function.parameters.count, !isInClosure(place, from: from) else { continue }
            let end = min(Int(open.partner), pieces.count - 1)
            if !isDecided, !isModified(from: end) {
                report(.recursionWithoutEnd, from: place, to: end, note: "nothing is asked before it")
                return
            }
            let isSame = !given.isEmpty && zip(given, function.parameters).allSatisfy { $0 == $1.word }
            if isSame, !dialect.isPython || !function.isMethod, !isChanged(function, from, place) {
                report(
                    .recursionWithoutEnd, from: place, to: end, confidence: .medium,
                    note: "it is given what it was given")
                return
            }
        }
    }

    /// Ruby: `name(…) if condition`
    private func isModified(from place: Int) -> Bool {
        guard dialect.hasCommandCalls else { return false }
        var next = place + 1
        while let piece = piece(next), !piece.beginsLine, next < place + 40 {
            if piece.kind == .keyword, Self.deciding.contains(piece.word) { return true }
            next += 1
        }
        return false
    }

    /// Something is asked or done of what it was given, which may have changed it.
    private func isChanged(_ function: Function, _ from: Int, _ to: Int) -> Bool {
        (from..<to).contains { place in
            guard let next = piece(place + 1), next.kind == .sign, !isMember(place),
                function.parameters.contains(where: { $0.word == pieces[place].word })
            else { return false }
            return [.sign("."), .sign("->"), .sign("="), .sign("++"), .sign("--"), .sign("+="), .sign("-=")].contains(
                next.word)
        }
    }

    private func isMember(_ place: Int) -> Bool {
        guard let last = piece(place - 1), last.kind == .sign else { return false }
        return last.word == .sign(".") || last.word == .sign("->") || last.word == .sign("::")
            || last.word == .sign("?.")
    }

    /// Bare, or on itself where it is a method.
    func isSelfCall(_ place: Int, _ function: Function) -> Bool {
        guard let last = piece(place - 1) else { return false }
        if isMember(place) {
            guard let receiver = piece(place - 2), piece(place - 3)?.word != .sign(".") else { return false }
            return receiver.word == Words.selfName || receiver.word == Words.this || receiver.word == Words.dollarThis
        }
        // `@Name(…)` is an annotation; `FMT_POSIX(dup(a))` may make another name of it.
        if dialect.functionWords.contains(last.word) || last.word == Words.new
            || bytes[Int(pieces[place].start)] == UInt8(ascii: "@") || dialect.isC && isGivenToMacro(place)
        {
            return false
        }
        return !isCalledByItself(function)
    }

    /// A method that is called on something only: bare, its name is another's.
    private func isCalledByItself(_ function: Function) -> Bool {
        let name = Int(function.namePiece)
        // `IEnumerator IEnumerable.GetEnumerator()`, `fun Sink.write()`
        if !dialect.hasCommandCalls, piece(name - 1)?.word == .sign(".") { return true }
        if dialect.isPython || dialect.hasCompositeLiterals { return function.isMethod }
        if dialect.hasObjects { return !isDefinedByWord(name) }
        guard dialect.usesDollar else { return false }
        let word = piece(name - 1)?.word == .sign("&") ? name - 2 : name - 1
        return piece(word - 1).map { $0.kind == .keyword && Self.modifiers.contains($0.word) } ?? false
    }

    /// `function name`, `name = …`, `name: …`, and not the `name(…) {` of a class.
    private func isDefinedByWord(_ name: Int) -> Bool {
        guard let next = piece(name + 1) else { return false }
        let before = piece(name - 1)
        return before.map { dialect.functionWords.contains($0.word) || $0.word == .sign("*") } ?? false
            || next.byte != UInt8(ascii: "(")
    }

    private static let modifiers = WordSet(
        ["public", "protected", "private", "static", "abstract", "final"].map { Word($0) })

    private func isGivenToMacro(_ place: Int) -> Bool {
        guard let open = piece(place - 1), open.byte == UInt8(ascii: "("), open.kind == .open,
            let name = piece(place - 2)
        else { return false }
        return name.kind == .constant || isMacroName(place - 2)
    }

    /// `a.forEach { name() }`, `{ respond_to(…) }`: run later, or on something else.
    func isInClosure(_ place: Int, from: Int) -> Bool {
        guard dialect.hasTrailingClosures || dialect.hasCommandCalls else { return false }
        var at = place - 1
        while at > from {
            let piece = pieces[at]
            if piece.kind == .close, piece.partner >= 0, Int(piece.partner) < at {
                at = Int(piece.partner) - 1
                continue
            }
            if piece.kind == .open, piece.byte == UInt8(ascii: "{"), at > from + 1, Int(piece.partner) > place {
                let last = pieces[at - 1]
                var head = last
                if last.byte == UInt8(ascii: ")"), last.kind == .close, last.partner > 0 {
                    head = pieces[Int(last.partner) - 1]
                }
                if head.kind == .word { return true }
            }
            at -= 1
        }
        return false
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
    mutating func spend(_ count: Int) -> Bool {
        guard spent + count < pieces.count * 8 + 1000 else { return false }
        spent += count
        steps &+= count
        return true
    }

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

    // MARK: Go

    private static let narrow = WordSet(
        ["int8", "int16", "int32", "uint8", "uint16", "uint32", "byte", "rune"].map { Word($0) })
    private static let parsers = WordSet(["Atoi", "ParseInt", "ParseUint"].map { Word($0) })

    mutating func checkGo() {
        guard set.language == "go" else { return }
        if textTemplate >= 0, importedPackages.contains(Words.nethttp) {
            report(.textTemplate, from: textTemplate, to: textTemplate)
        }
        guard set.checks[.integerNarrowed] != nil else { return }
        // `n, err := strconv.Atoi(text)` … `int32(n)`
        var wide: [Word: Int] = [:]
        for place in pieces.indices {
            let piece = pieces[place]
            if piece.kind == .keyword, dialect.functionWords.contains(piece.word) { wide = [:] }
            if Self.parsers.contains(piece.word), let open = self.piece(place + 1), open.byte == UInt8(ascii: "("),
                open.kind == .open,
                place > 4, self.piece(place - 1)?.word == .sign(".")
            {
                let size = open.partner > 0 ? self.piece(Int(open.partner) - 1) : nil
                if let size, size.kind == .number, piece.word != Words.atoi,
                    let bits = Int(text(Int(open.partner) - 1)), bits != 64, bits != 0
                {
                    continue
                }
                var at = place - 3
                if let sign = self.piece(at), sign.word == .sign(":=") || sign.word == .sign("=") {
                    at -= 1
                    while at > 0, place - at < 12, pieces[at].kind == .word || pieces[at].word == .sign(","),
                        !pieces[at].beginsLine
                    { at -= 1 }
                    if at >= 0, pieces[at].kind == .word { wide[pieces[at].word] = place }
                }
            } else if Self.narrow.contains(piece.word), let open = self.piece(place + 1),
                open.byte == UInt8(ascii: "("),
                Int(open.partner) == place + 3, wide[pieces[place + 2].word] != nil
            {
                report(.integerNarrowed, from: place, to: place + 3)
            }
        }
        steps &+= pieces.count
    }

    // MARK: Java, C#

    private static let trusting = WordSet(["checkServerTrusted", "checkClientTrusted"].map { Word($0) })

    /// `void checkServerTrusted(…) {}`, and `boolean verify(String, SSLSession) { return true; }`.
    mutating func checkTrust() {
        guard set.checks[.emptyTrustCheck] != nil else { return }
        for place in pieces.indices where pieces[place].kind == .word {
            guard Self.trusting.contains(pieces[place].word) || pieces[place].word == Words.verify,
                let open = piece(place + 1), open.byte == UInt8(ascii: "("), open.partner > 0
            else { continue }
            var body = Int(open.partner) + 1
            while let piece = piece(body), body < Int(open.partner) + 8, piece.byte != UInt8(ascii: "{"),
                piece.word != .sign(";")
            { body += 1 }
            guard let brace = piece(body), brace.byte == UInt8(ascii: "{"), brace.kind == .open else { continue }
            if Self.trusting.contains(pieces[place].word) {
                if Int(brace.partner) == body + 1 { report(.emptyTrustCheck, from: place, to: body + 1) }
            } else if Int(brace.partner) == body + 4, piece(body + 1)?.word == Dialect.return, text(body + 2) == "true"
            {
                report(.emptyTrustCheck, from: place, to: body + 4)
            }
        }
    }

    private static let posts = WordSet(["HttpPost", "HttpPut", "HttpDelete", "HttpPatch"].map { Word($0) })
    private static let forgery = WordSet(
        ["ValidateAntiForgeryToken", "AutoValidateAntiforgeryToken", "IgnoreAntiforgeryToken", "ApiController"].map {
            Word($0)
        })

    /// `[HttpPost] public …` without `[ValidateAntiForgeryToken]`.
    mutating func checkForgery() {
        guard set.checks[.missingAntiforgery] != nil else { return }
        let places = pieces.indices.filter {
            Self.posts.contains(pieces[$0].word) && piece($0 - 1)?.byte == UInt8(ascii: "[")
        }
        guard !places.isEmpty,
            !pieces.contains(where: {
                $0.word == Words.apiController || $0.word == Words.autoValidateAntiforgeryToken
            })
        else { return }
        for place in places {
            let (from, to) = (max(0, place - 12), min(pieces.count, place + 24))
            guard !pieces[from..<to].contains(where: { Self.forgery.contains($0.word) }) else { continue }
            report(.missingAntiforgery, from: place, to: place)
        }
    }

    // MARK: JavaScript

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

    // MARK: Loops

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
