/// C and C++: what pointers point to.
extension Walk {
    /// `Type name` or `Type name[size]`.
    mutating func declared(_ word: Word, _ place: Int) {
        // A member of a structure is another's.
        guard function > 0 || frames.isEmpty, let bracket = piece(place + 1), bracket.byte == UInt8(ascii: "["),
            bracket.kind == .open,
            Int(bracket.partner) == place + 3
        else { return }
        arrays[word] = (Int32(place) + 2, function)
    }

    /// A call gave back or took memory.
    mutating func afterCall(_ result: inout Value, _ chain: Chain, _ first: Int, at place: Int) {
        if Self.takers.contains(chain.full) {
            result.marks.formUnion([.unchecked, .dynamic])
            result.literal = -1
            return
        }
        guard Self.givers.contains(chain.full), arguments.count > first else { return }
        let value = arguments[first].value
        guard value.root != .none, value.marks.contains(.name) else { return }
        if value.marks.contains(.freed) {
            report(.doubleFree, from: Int(top.calleeFrom), to: place)
        } else if let binding = bindings[value.root], !binding.isDynamic, binding.literal >= 0,
            !binding.marks.contains(.collection), piece(Int(binding.literal))?.kind == .string
        {
            report(.unownedFree, from: Int(top.calleeFrom), to: place)
        }
        var freed = bindings[value.root] ?? .unknown
        freed.marks.insert(.freed)
        freed.marks.insert(.dynamic)
        freed.marks.remove(.unchecked)
        bindings.set(value.root, freed)
    }

    /// `f(&a)`: what it points to may be another afterwards.
    mutating func noteGivenAway(_ first: Int) {
        for index in first..<arguments.count where arguments[index].value.marks.contains(.reference) {
            let root = arguments[index].value.root
            guard let known = bindings[root], !known.marks.isDisjoint(with: [.freed, .unchecked]) else { continue }
            bindings.change(root) { $0.marks.subtract([.freed, .unchecked]) }
        }
    }

    private static let takers = WordSet(
        ["malloc", "calloc", "realloc", "strdup", "strndup", "fopen", "popen", "opendir", "getenv_"].map {
            Chain(Word($0)).full
        })
    private static let givers = WordSet(["free", "delete", "kfree", "g_free"].map { Chain(Word($0)).full })

    /// A name is used whose memory was given back.
    mutating func useOfFreed(_ place: Int) {
        guard let next = piece(place + 1) else { return }
        // `p = …` gives it a new one; `free(p)` is judged where the call ends; `if (p)` only asks.
        if next.kind == .sign, next.word == .sign("=") {
            bindings.change(top.raw.full) { $0.marks.remove(.freed) }
            return
        }
        if top.kind == .call || top.kind == .command, Self.givers.contains(top.callee.full) { return }
        if top.isCondition, next.word != .sign("->"), next.byte != UInt8(ascii: "[") { return }
        if next.word == .sign("==") || next.word == .sign("!=") { return }
        if let last = piece(place - 1), last.word == .sign("&") { return }
        report(.useAfterFree, from: place, to: place)
        bindings.change(top.raw.full) { $0.marks.remove(.freed) }
    }

    /// What may be null is gone through.
    mutating func useOfUnchecked(_ place: Int) {
        guard top.operand.root != .none, bindings[top.operand.root]?.marks.contains(.unchecked) == true else { return }
        guard !top.isCondition else {
            bindings.change(top.operand.root) { $0.marks.remove(.unchecked) }
            return
        }
        report(.uncheckedPointer, from: Int(top.operandFrom), to: place)
        bindings.change(top.operand.root) { $0.marks.remove(.unchecked) }
        top.operand.marks.remove(.unchecked)
    }

    /// `a[10]` of what has ten; `a[n]` with a number from outside.
    mutating func checkIndex(_ part: Value, _ frame: Frame, at place: Int) {
        guard dialect.isC, top.hasOperand else { return }
        let open = Int(frame.open)
        if open + 2 == place, let size = array(pieces[open - 1].word), size > 0, Int(size) != open + 1,
            piece(open - 2)?.word != .sign("."), piece(open - 2)?.word != .sign("->"),
            let length = number(Value(literal: size), size, size), !part.isDynamic || true,
            let index = number(part, Int32(open) + 1, Int32(open) + 1), index >= length,
            pieces[open + 1].kind == .number,
            piece(open - 2)?.word != .sign("&"), piece(open - 2)?.kind != .word, !isListed(open - 2)
        {
            report(.indexOutOfBounds, from: open - 1, to: place)
        }
        if part.marks.contains(.outside), part.washed & set.boundKinds == 0, piece(open - 1)?.kind == .word,
            !Self.lengths.contains(pieces[open + 1].word)
        {
            report(.indexByInput, from: open - 1, to: place, value: part)
        }
    }

    /// The piece that says how long an array of this function, or of the whole text, is.
    func array(_ name: Word) -> Int32? {
        guard let known = arrays[name], known.function == function || known.function == 0 else { return nil }
        return known.piece
    }

    /// `int a[2], b[3];`: the comma of a declaration.
    private func isListed(_ place: Int) -> Bool {
        top.holdsStatements && top.assigning == .none && piece(place)?.word == .sign(",")
    }

    /// What these give is within the text that they are given.
    private static let lengths = WordSet(["strlen", "strcspn", "strspn", "strnlen"].map { Word($0) })

    /// `#define NAME "…"`
    mutating func checkDefined(_ name: Int, _ value: Int) {
        checkNamedSecret(Int32(name), Value(marks: pieces[value].kind == .string ? .text : [], literal: Int32(value)))
    }

    /// `cin >> a`, `os << a`
    mutating func streamed(_ place: Int) {}
}
