/// Which calls of a function's name in its own body are calls of itself.
extension Walk {
    func isMember(_ place: Int) -> Bool {
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
}
