/// Where functions begin, and what is known of their parameters.
extension Walk {
    /// `def name(…)`, `function (…)`, `func (r T) name(…) R`: gives the piece behind the parameters.
    mutating func function(definedAt place: Int) -> Int? {
        var next = place + 1
        var nameless = false
        // Go: the receiver.
        if let group = piece(next), group.byte == UInt8(ascii: "("), group.kind == .open, group.partner > 0 {
            let behind = Int(group.partner) + 1
            if dialect.hasCompositeLiterals, let word = piece(behind), word.kind == .word, !word.beginsLine,
                piece(behind + 1)?.byte == UInt8(ascii: "(")
            {
                next = behind
            } else {
                nameless = true
            }
        }
        var name = Word.none
        let namePiece = next
        if !nameless {
            // `def self.name`, `function* name`, `fn name<T>`
            var steps = 0
            while let word = piece(next), word.kind != .open, steps < 24 {
                if word.kind == .word || word.kind == .keyword || word.kind == .constant,
                    name == .none || piece(next - 1)?.byte == UInt8(ascii: ".")
                {
                    name = word.word
                }
                if word.beginsLine, next > place + 1 { break }
                next += 1
                steps += 1
            }
        }
        guard let group = piece(next) else { return nil }
        guard group.kind == .open, group.byte == UInt8(ascii: "("), group.partner > Int32(next) else {
            guard dialect.hasCommandCalls, name != .none else { return nil }
            // Ruby: `def name`, `def name a, b`
            define(name, namePiece, next, next, isFirst: true)
            return next
        }
        define(name, namePiece, next + 1, Int(group.partner), isFirst: true)
        return signatureEnd(Int(group.partner) + 1)
    }

    /// Behind the type of what is given back, at the brace or line that begins the body.
    private mutating func signatureEnd(_ start: Int) -> Int {
        var place = start
        guard dialect.layout == .braces else {
            // Python: `-> Type:`
            while let piece = piece(place), place < start + 40, !piece.beginsLine, piece.word != .sign(":") {
                place = piece.kind == .open && piece.partner > 0 ? Int(piece.partner) + 1 : place + 1
            }
            return place
        }
        while let piece = piece(place), place < start + 40 {
            if piece.kind == .open {
                if piece.byte == UInt8(ascii: "{") {
                    let last = pieces[place - 1]
                    guard last.word == Words.interface || last.word == Words.struct else { return place }
                }
                guard piece.partner > 0 else { break }
                place = Int(piece.partner) + 1
                continue
            }
            if piece.kind == .close || piece.word == .sign(";") || piece.word == .sign("=") { break }
            if piece.beginsLine, dialect.linesEndStatements, !dialect.hasTrailingClosures { break }
            if piece.kind == .keyword, dialect.functionWords.contains(piece.word) { break }
            place += 1
        }
        // Declared, and nothing more; or `fun f(a) = …`.
        if piece(place)?.word != .sign("=") { pending = -1 }
        return place
    }

    /// A bracket that holds parameters rather than arguments: `name(a, b) {`, `(a, b) =>`.
    mutating func function(at place: Int) -> Int? {
        guard dialect.layout == .braces, pieces[place].partner < pieces.count else { return nil }
        let close = Int(pieces[place].partner)
        guard pieces[close].kind == .close else { return nil }
        let behind = close + 1
        guard let next = piece(behind) else { return nil }
        if next.word == .sign("=>"), dialect.hasObjects || !dialect.hasKeywordArguments || true, !dialect.usesDollar {
            define(.none, place, place + 1, close, isFirst: true)
            top.hasOperand = false
            // `=> {` begins the body; `=> value` has none of its own.
            if piece(behind + 1)?.byte == UInt8(ascii: "{"), piece(behind + 1)?.kind == .open { return behind + 1 }
            bindParameters(of: Int(pending))
            pending = -1
            return behind + 1
        }
        guard !dialect.hasTrailingClosures, !dialect.hasCompositeLiterals || dialect.functionWords.isEmpty,
            top.holdsStatements || top.kind == .object, place > 0
        else { return nil }
        let before = pieces[place - 1]
        guard before.kind == .word || before.kind == .constant || before.kind == .keyword && top.kind == .object else {
            return nil
        }
        guard top.assigning == .none, top.sign == .none, !top.isMember, top.headRole == nil else { return nil }
        var body = behind
        // `throws A, B`, `const`, `: Type`, and initializers of C++.
        var steps = 0
        while let piece = piece(body), steps < 30 {
            if piece.byte == UInt8(ascii: "{"), piece.kind == .open { break }
            if piece.kind == .open, piece.partner > 0 {
                body = Int(piece.partner) + 1
            } else {
                guard
                    piece.kind == .word || piece.kind == .keyword || piece.word == .sign(",")
                        || piece.word == .sign(":")
                        || piece.word == .sign("::") || piece.word == .sign("<") || piece.word == .sign(">")
                        || piece.word == .sign(".") || piece.word == .sign("|") || piece.word == .sign("->")
                        || piece.word == .sign("&") || piece.word == .sign("&&") || piece.word == .sign("*")
                else { return nil }
                body += 1
            }
            steps += 1
            if steps > 1, !dialect.isC, !dialect.hasObjects, pieces[behind].kind != .keyword,
                pieces[behind].kind != .word
            {
                return nil
            }
        }
        guard let brace = piece(body), brace.byte == UInt8(ascii: "{"), brace.kind == .open else { return nil }
        define(before.word, place - 1, place + 1, close, isFirst: dialect.parameters == .first)
        return body
    }

    private static let django = TextWords(["django", "httpresponse", "jsonresponse", "render(", "get_object_or_404"])

    private mutating func isOfDjango() -> Bool {
        if let isDjango { return isDjango }
        let isOne = Self.django.isIn(bytes[...])
        isDjango = isOne
        return isOne
    }

    private mutating func define(_ name: Word, _ namePiece: Int, _ from: Int, _ to: Int, isFirst: Bool) {
        var function = Function(from: Int32(to), to: Int32(pieces.count))
        function.name = name
        function.namePiece = Int32(namePiece)
        function.parameters = parameters(from, to, &function)
        function.isHandler = pendingHandler
        pendingHandler = false
        // Django: "a view function takes a web request", and what its address captures.
        if dialect.isPython, let first = function.parameters.first, first.word == Words.request,
            function.parameters.count > 1, isOfDjango()
        {
            function.isHandler = true
        }
        functions.append(function)
        pending = Int32(functions.count - 1)
        if name != .none {
            if functionNames[name] != nil { overloaded.insert(name) }
            functionNames.set(name, pending)
        }
        (top.hasOperand, top.hasSum) = (false, false)
    }

    private mutating func parameters(_ from: Int, _ to: Int, _ function: inout Function) -> [Function.Parameter] {
        var found: [Function.Parameter] = []
        var place = from
        var (name, isNumber, isDone) = (-1, false, false)
        func close() {
            guard name >= 0, found.count < 60 else { return }
            found.append(.init(word: pieces[name].word, piece: Int32(name), isNumber: isNumber))
        }
        while place < to {
            steps &+= 1
            let piece = pieces[place]
            switch piece.kind {
            case .open:
                if piece.byte == UInt8(ascii: "{") || piece.byte == UInt8(ascii: "["), name < 0, piece.partner > 0,
                    Int(piece.partner) < to, dialect.hasObjects
                {
                    // `({ a, b })`
                    for inner in place..<Int(piece.partner) where pieces[inner].kind == .word && found.count < 60 {
                        found.append(.init(word: pieces[inner].word, piece: Int32(inner), isNumber: false))
                    }
                }
                if piece.partner > Int32(place) { place = min(Int(piece.partner), to) }
                isDone = isDone || dialect.parameters == .first
            case .word, .constant:
                if isDone {
                    if Self.numbers.contains(piece.word) { isNumber = true }
                } else if dialect.parameters == .first {
                    if name < 0 { name = place } else { isNumber = isNumber || Self.numbers.contains(piece.word) }
                } else {
                    name = place
                }
            case .keyword:
                if Self.selves.contains(piece.word) {
                    function.isMethod = true
                    isDone = true
                }
                if Self.numbers.contains(piece.word) { isNumber = true }
            case .sign:
                if piece.word == .sign(",") {
                    close()
                    (name, isNumber, isDone) = (-1, false, false)
                } else if piece.word == .sign(":") || piece.word == .sign("=") || piece.word == .sign("?") {
                    isDone = true
                } else if piece.word == .sign("*") || piece.word == .sign("&"), dialect.isC {
                    // `int *a` points to more than a number.
                    isNumber = false
                }
            default: break
            }
            place += 1
        }
        close()
        if dialect.isPython, let first = found.first, Self.selves.contains(first.word) {
            function.isMethod = true
            found.removeFirst()
        }
        return found
    }

    private static let selves = WordSet(["self", "cls", "this", "mcs"].map { Word($0) })
    private static let numbers = WordSet(
        [
            "int", "float", "bool", "number", "boolean", "long", "short", "double", "char", "byte", "Int", "Float",
            "Bool",
            "Double", "Long", "Boolean", "Integer", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "usize",
            "isize",
            "f32", "f64", "size_t", "ssize_t", "int32_t", "uint32_t", "int64_t", "uint64_t", "int8_t", "uint8_t",
            "int16_t", "uint16_t", "int32", "int64", "uint", "uint32", "uint64", "unsigned", "UUID", "Guid", "uuid",
            "decimal", "Decimal", "datetime", "date", "DateTime", "LocalDate", "Duration", "timedelta",
        ].map { Word($0) })

    mutating func bindParameters(of index: Int) {
        for (position, parameter) in functions[index].parameters.enumerated() {
            bind(parameter: parameter.word, Int(parameter.piece), position: position, isNumber: parameter.isNumber)
        }
    }

    mutating func bind(parameter word: Word, _ place: Int, position: Int, isNumber: Bool = false) {
        trail.append(Trail(kind: .parameter, before: -1, from: Int32(place), to: Int32(place)))
        var value = Value(marks: [.dynamic, .parameter], trail: Int32(trail.count - 1))
        value.root = Chain(word).full
        value.parameters = 1 << UInt32(min(position, 31))
        if isNumber { value.clear(set.numberCleared) }
        if functionIsHandler(word) {
            value.marks.insert(.outside)
        }
        bindings.set(Chain(word).full, value)
    }

    /// The parameters of what answers a request come with it: parts of its path.
    private func functionIsHandler(_ word: Word) -> Bool {
        functions[Int(function)].isHandler && !Self.contexts.contains(word)
    }

    private static let contexts = WordSet(
        ["request", "req", "res", "response", "db", "session", "ctx", "context", "next", "user", "current_user"].map {
            Word($0)
        })

    mutating func returned(_ value: Value, at place: Int) {
        if function > 0 {
            var joint = value
            if let before = functions[Int(function)].result { joint.join(before) }
            functions[Int(function)].result = joint
        }
        matchReturn(value, at: place)
    }

    /// Ruby gives back what it computed last; only of text that is put together that matters.
    mutating func lastValue(_ value: Value, at place: Int) {
        if function > 0, value.isDynamic, !value.marks.isDisjoint(with: [.built, .outside]) {
            functions[Int(function)].result = value
        }
    }
}
