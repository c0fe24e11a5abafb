/// What a call does to values.
extension Walk {
    mutating func finishCall(at place: Int) {
        if dialect.hasTrailingClosures || top.callee.count > 0 { matchCall(at: place) }
        let first = Int(top.firstArgument)
        let chain = top.callee
        let raw = top.calleeRaw
        let receiver = top.receiver
        let isGuard = piece(place + 1)?.word == .sign("?") || top.isCondition || frames.last?.isCondition == true

        var roles: (source: Int32, sanitizer: Int32, guarding: Int32, carries: Bool, builds: Bool, ofReceiver: Bool) = (
            -1, -1, -1, false, false, false
        )
        var cleared: UInt32 = 0
        let isEmpty = arguments.count == first
        let given = arguments.count - first
        names.forEach(chain, raw) { entry in
            switch entry.role {
            case .source where set.sources[Int(entry.index)].limit.map { given > $0 } ?? false: break
            case .source: roles.source = entry.index
            case .sanitizer where set.sanitizers[Int(entry.index)].needsArguments && isEmpty: break
            case .sanitizer:
                roles.sanitizer = entry.index
                cleared |= set.sanitizers[Int(entry.index)].kinds
            case .guarding: roles.guarding = entry.index
            case .carrier:
                roles.carries = true
                roles.ofReceiver = roles.ofReceiver || entry.isMethod
            case .builder:
                roles.builds = true
                roles.ofReceiver = roles.ofReceiver || entry.isMethod
            default: break
            }
        }

        if roles.guarding >= 0, isGuard { guarded(Int(roles.guarding), receiver) }
        if roles.source >= 0, let filled = set.sources[Int(roles.source)].filled {
            fill(filled, roles.source)
            roles.source = -1
        }
        noteInner(raw, first)
        takeIn(raw, receiver, first)

        // What goes in, put together.
        var value =
            raw.count > 1 || receiver.marks.contains(.text) || receiver.marks.contains(.built) ? receiver : .constant
        value.marks.remove([.name, .unbound, .indexed])
        if raw.count > 0, !roles.ofReceiver, !receiver.marks.contains(.text),
            value.marks.isDisjoint(with: [.outside, .parameter, .built])
        {
            value = .constant
        }
        var count = 0
        // `a.join(b)`: what it is called on is the first part, unless it is a module.
        let isPart = roles.ofReceiver && !receiver.marks.isDisjoint(with: [.text, .built, .outside, .parameter])
        for index in first..<arguments.count where !arguments[index].isInner {
            let isTainted = !arguments[index].value.marks.isDisjoint(with: .tainted)
            value.join(arguments[index].value)
            if isTainted, roles.builds, count > 0 || isPart { value.marks.insert(.appended) }
            count += 1
        }
        let from = top.calleeFrom
        var result = Value.unknown
        result.marks = [.dynamic, .called]
        if roles.source >= 0 {
            result.marks.insert(.outside)
            result.clear(set.sources[Int(roles.source)].cleared)
            trail.append(Trail(kind: .outside, before: -1, from: from, to: top.calleeLast, source: roles.source))
            result.trail = Int32(trail.count - 1)
        } else if roles.sanitizer >= 0 {
            if cleared == .max {
                result.clear(.max)
            } else {
                result = value
                result.marks.insert([.called])
                result.clear(cleared)
                if !roles.carries, !roles.builds { result.marks.remove([.text]) }
            }
            if !result.isDynamic, !value.isDynamic { result.marks.remove(.dynamic) }
        } else if roles.builds {
            result = value
            result.marks.remove(.collection)
            if writesNumbers(first) { result.clear(set.numberCleared) }
            if value.isDynamic, count > 0 {
                result.marks.insert(.built)
                if result.from < 0 || count > 1 { (result.from, result.to) = (from, Int32(place)) }
            }
        } else if roles.carries {
            result = value
        } else if let known = functionNames[raw.last], raw.count <= 2, let inner = functions[Int(known)].result {
            result = inner
            result.parameters = 0
            result.marks.remove([.parameter, .name])
            if inner.marks.contains(.parameter) { result.join(value) }
            if result.trail < 0 { result.trail = value.trail }
            result.root = .none
        } else if value.isDynamic, isCleaning(top.calleeLast) {
            result.clear(.max)
        } else if value.marks.contains(.outside) {
            result = value
            result.marks.remove([.text, .built, .collection])
            result.marks.insert(.called)
        }
        if roles.carries || roles.builds, result.isDynamic { result.clear(replaced(raw.last, first)) }
        result.marks.remove([.name, .unbound, .freed, .unchecked, .reference, .indexed])
        result.root = value.root
        if dialect.isC {
            noteGivenAway(first)
            afterCall(&result, chain, first, at: place)
        }
        result.origin = -1

        let frame = pop()
        if frame.kind == .command, top.holdsStatements {
            top.hasOperand = false
        }
        begin(result, at: Int(frame.calleeFrom))
        top.chain = chain
        top.raw = raw
        top.chain.mark(.call)
        top.raw.mark(.call)
        if top.chain.count == 0 { (top.chain, top.raw) = (Chain(), Chain()) }
        if raw.count > 1, Self.hosts.contains(raw.last), frame.receiver.root != .none {
            top.operand.marks.insert(.host)
            top.operand.via = frame.receiver.root
        }
        top.operand.origin = noteOrigin(top.chain)
        if dialect.hasObjects, raw.full == Self.require, let module = piece(Int(frame.open) + 1), module.kind == .string
        {
            top.chain = moduleName(Int(frame.open) + 1)
            top.operand.module = noteOrigin(top.chain)
            top.operand.origin = top.operand.module
        }
    }

    /// Keeps what a value was made by; -1 for what has no name.
    mutating func noteOrigin(_ chain: Chain) -> Int32 {
        guard chain.count > 0 else { return -1 }
        origins.append(chain)
        return Int32(origins.count - 1)
    }

    private static let require = Chain(Word("require")).full

    /// What is taken out of a text by replacing cannot do harm any more.
    private func replaced(_ name: Word, _ first: Int) -> UInt32 {
        guard Self.replacing.contains(name), arguments.count > first + 1 else { return 0 }
        let literal = arguments[first].value.literal
        guard literal >= 0, !arguments[first].value.isDynamic else { return 0 }
        let text = literalWords(literal)
        if ASCII.has("[^", in: text) { return .max }
        var kinds: UInt32 = 0
        if ASCII.has("/\\./", in: text) || ASCII.has("..", in: text) || ASCII.has("\\.\\.", in: text) {
            kinds |= set.pathKinds
        }
        if ASCII.has("<", in: text) { kinds |= set.htmlKinds }
        if ASCII.has("\\n", in: text) || ASCII.has("\\r", in: text) { kinds |= set.lineKinds }
        return kinds
    }

    /// `Sprintf("tbl%d", number)`: nothing but numbers is put into the format.
    private func writesNumbers(_ first: Int) -> Bool {
        guard arguments.count > first, arguments[first].value.literal >= 0, !arguments[first].value.isDynamic else {
            return false
        }
        let text = literalWords(arguments[first].value.literal)
        guard text.contains(UInt8(ascii: "%")), !text.contains(UInt8(ascii: "{")) else { return false }
        var place = text.startIndex
        while let sign = text[place...].firstIndex(of: UInt8(ascii: "%")) {
            place = sign + 1
            while place < text.endIndex, ASCII.isDigit(text[place]) || ASCII.isLengthOfFormat(text[place]) {
                place += 1
            }
            guard place < text.endIndex, ASCII.isNumberOfFormat(text[place]) else { return false }
            place += 1
        }
        return true
    }

    private static let replacing = WordSet(
        ["replace", "replaceAll", "gsub", "tr", "delete", "sub", "replacingOccurrences"].map { Word($0) })

    /// A function whose name says that it makes safe what it is given.
    private mutating func isCleaning(_ place: Int32) -> Bool {
        guard let piece = piece(Int(place)), piece.kind == .word || piece.kind == .keyword else { return false }
        if let known = cleaners[piece.word] { return known }
        let name = bytes[Int(piece.start)..<Int(piece.end)]
        let isOne = Self.cleaning.isIn(name)
        cleaners.set(piece.word, isOne)
        return isOne
    }

    private static let cleaning = TextWords([
        "escape", "sanitiz", "sanitis", "quote", "purify", "clean", "validat", "encode", "whitelist", "allowlist",
        "hash", "digest", "isvalid", "exists", "length", "count",
    ])

    /// A source that fills one of its arguments.
    private mutating func fill(_ position: Int, _ source: Int32) {
        trail.append(Trail(kind: .outside, before: -1, from: top.calleeFrom, to: top.calleeLast, source: source))
        var count = 0
        for index in Int(top.firstArgument)..<arguments.count
        where !arguments[index].isInner && arguments[index].keyword == .none {
            if count >= position, arguments[index].value.root != .none, count == position || position > 0 {
                var value = bindings[arguments[index].value.root] ?? .unknown
                guard !value.marks.contains(.collection) || value.isDynamic || true else { continue }
                value.marks.formUnion([.outside, .dynamic])
                value.marks.remove([.unbound])
                value.trail = Int32(trail.count - 1)
                (value.cleared, value.washed) = (0, 0)
                bindings.set(arguments[index].value.root, value)
                if position == 0 || set.sources[Int(source)].what.hasSuffix("line") { break }
            }
            count += 1
        }
    }

    private static let takers = WordSet(
        [
            "append", "add", "push", "extend", "insert", "unshift", "put", "write", "addAll", "push_str", "push_back",
            "concat",
        ].map { Word($0) })

    /// `list.append(value)`: what is put in is in it from now on.
    private mutating func takeIn(_ raw: Chain, _ receiver: Value, _ first: Int) {
        guard raw.count > 1, Self.takers.contains(raw.last), receiver.marks.contains(.name), receiver.root != .none
        else { return }
        for index in first..<arguments.count {
            let value = arguments[index].value
            guard !value.marks.isDisjoint(with: [.outside, .parameter, .built]), value.cleared != .max else { continue }
            bindings.change(receiver.root) { $0.join(value) }
        }
    }

    private mutating func noteInner(_ raw: Chain, _ first: Int) {
        guard raw.count == 1 || raw.count == 2, inner.count < 10_000 else { return }
        var position = 0
        for index in first..<arguments.count where !arguments[index].isInner && arguments[index].keyword == .none {
            let value = arguments[index].value
            if value.marks.contains(.outside), value.washed != .max {
                inner.append(
                    Inner(
                        name: raw.last, position: position, trail: value.trail, washed: value.washed,
                        isNumberOpen: value.washed & set.boundKinds == 0))
            }
            position += 1
        }
    }

    /// A call that is no bracket's: what stands in backticks.
    mutating func called(_ chain: Chain, with value: Value, from: Int, to: Int) {
        var frame = Frame(.call, open: Int32(from), end: Int32(to), arguments: arguments.count, targets: targets.count)
        (frame.callee, frame.calleeRaw, frame.calleeFrom, frame.calleeLast) = (chain, chain, Int32(from), Int32(from))
        arguments.append(Argument(value: value, keyword: .none, keyPiece: -1, from: Int32(from), to: Int32(to)))
        frames.append(top)
        top = frame
        matchCall(at: to)
        pop()
    }
}
