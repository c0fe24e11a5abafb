/// Where rules are held against what is called, set and given back.
extension Walk {
    /// The call of the top frame, its arguments complete.
    mutating func matchCall(at place: Int) {
        guard !isDeclared(at: Int(top.calleeFrom)) else { return }
        var found: [Int32] = []
        names.forEach(top.callee, top.calleeRaw) { entry in
            if entry.role == .call, !found.contains(entry.index) { found.append(entry.index) }
        }
        if !set.wordCalls.isEmpty, top.calleeLast >= 0, arguments.count > Int(top.firstArgument),
            arguments[Int(top.firstArgument)...].contains(where: { $0.value.marks.contains(.built) })
        {
            for index in set.wordCalls where !found.contains(Int32(index)) && isCalled(by: set.rules[index].callWords) {
                found.append(Int32(index))
            }
        }
        for index in found {
            let rule = set.rules[Int(index)]
            let isNamed = isNamed(rule, except: top.calleeFrom)
            guard isNamed || rule.otherConfidence != nil else { continue }
            guard let match = match(rule, first: Int(top.firstArgument)) else { continue }
            add(
                Int(index), match, from: top.calleeFrom, to: Int32(place), sinkTo: top.calleeLast,
                atMost: isNamed ? nil : rule.otherConfidence)
        }
    }

    /// C: `void *alloca(size_t);` calls nothing.
    private func isDeclared(at place: Int) -> Bool {
        guard dialect.isC, let outer = frames.last, outer.holdsStatements, outer.headRole == nil, !outer.isMember,
            outer.assigning == .none
        else { return false }
        var before = place - 1
        while before > Int(outer.statementFrom), pieces[before].word == .sign("*") { before -= 1 }
        guard before >= Int(outer.statementFrom), let type = piece(before) else { return false }
        switch type.kind {
        case .word: return true
        case .keyword: return KeywordRole.all[type.word] == .transparent && type.word != Words.new
        default: return false
        }
    }

    /// Whether one of the words is a part of the name that is called: `run` of `cli_run` or `runCommand`.
    private func isCalled(by words: [String]) -> Bool {
        guard let piece = piece(Int(top.calleeLast)), piece.kind == .word || piece.kind == .keyword else {
            return false
        }
        let name = bytes[Int(piece.start)..<Int(piece.end)]
        // `SSHException` runs nothing.
        if ASCII.has("exception", in: name) || ASCII.has("error", in: name) { return false }
        return words.contains { word in
            guard let start = ASCII.place(of: word, in: name) else { return false }
            let end = start + word.utf8.count
            let beginsPart = start == name.startIndex || !ASCII.isLetter(name[start - 1]) || name[start] & 0x20 == 0
            let endsPart = end == name.endIndex || !ASCII.isLetter(name[end]) || name[end] & 0x20 == 0
            return beginsPart && endsPart
        }
    }

    /// Whether what is around has one of the names that a rule wants.
    private func isNamed(_ rule: AuditRule, except from: Int32 = -1) -> Bool {
        guard !rule.nearNames.isEmpty else { return true }
        func has(_ from: Int32, _ to: Int32) -> Bool {
            guard from >= 0, to >= from, Int(to) < pieces.count else { return false }
            let text = bytes[Int(pieces[Int(from)].start)..<Int(pieces[Int(to)].end)].prefix(200)
            return rule.nearNames.contains { ASCII.hasPart($0, in: text) }
        }
        for index in max(0, targets.count - 4)..<targets.count where has(targets[index].from, targets[index].to) {
            return true
        }
        for frame in [top] + frames.suffix(6) {
            if frame.keyPiece >= 0, has(frame.keyPiece, frame.keyPiece) { return true }
            if frame.kind == .call || frame.kind == .command, frame.callee.count > 0, frame.calleeFrom != from,
                has(frame.calleeFrom, frame.calleeLast)
            {
                return true
            }
        }
        var outer = function
        for _ in 0..<3 where outer > 0 && rule.isNearFunction {
            let name = functions[Int(outer)].namePiece
            if functions[Int(outer)].name != .none, has(name, name) { return true }
            outer = functions[Int(outer)].outer
        }
        return false
    }

    /// What the conditions of a rule found: the value that it depends on.
    private typealias Match = (value: Value, isMeasured: Bool)

    private func match(_ rule: AuditRule, first: Int) -> Match? {
        var match: Match = (.constant, false)
        for condition in rule.conditions {
            guard let found = hold(condition, rule, first: first) else { return nil }
            if let value = found.value {
                if match.isMeasured { match.value.join(value) } else { match = (value, true) }
            }
        }
        return match
    }

    /// Whether a condition holds of the arguments; with the value that it looked at where that is of a doubtful kind.
    private func hold(
        _ condition: ArgumentCondition, _ rule: AuditRule, first: Int
    ) -> (isTrue: Bool, value: Value?)? {
        var isThere = false
        var held: Value?
        var isHeld = false
        func check(_ value: Value, _ from: Int32, _ to: Int32) {
            isThere = true
            guard condition.test != .missing, holds(condition, rule, value, from, to) else { return }
            isHeld = true
            if held == nil || value.marks.contains(.outside) { held = value }
        }
        if case .receiver = condition.place {
            check(top.receiver, top.calleeFrom, top.calleeLast)
        } else {
            var position = 0
            let last = arguments.lastIndex { !$0.isInner && $0.keyword == .none }
            for index in first..<arguments.count {
                let argument = arguments[index]
                if argument.keyword != .none {
                    if condition.names.contains(argument.keyword) { check(argument.value, argument.from, argument.to) }
                    if argument.isInner { continue }
                    if case .any = condition.place, condition.names.isEmpty {
                        check(argument.value, argument.from, argument.to)
                    }
                    continue
                }
                if argument.isInner { continue }
                switch condition.place {
                case .position(let wanted): if wanted == position { check(argument.value, argument.from, argument.to) }
                case .from(let start): if position >= start { check(argument.value, argument.from, argument.to) }
                case .any: check(argument.value, argument.from, argument.to)
                case .last: if index == last { check(argument.value, argument.from, argument.to) }
                case .keywordOnly, .receiver: break
                }
                position += 1
            }
        }
        // `**options`, `...options` may bring it.
        if condition.test == .missing, !isThere {
            for index in first..<arguments.count {
                let sign = piece(Int(arguments[index].from))?.word
                if sign == .sign("**") || sign == .sign("...") { isThere = true }
            }
        }
        if condition.test == .missing { return isThere == condition.isNegated ? (true, nil) : nil }
        if condition.isNegated { return isHeld ? nil : (true, nil) }
        guard isHeld else { return nil }
        switch condition.test {
        case .tainted, .outside, .appended, .built, .suspect, .dynamic, .computed, .product: return (true, held)
        default: return (true, nil)
        }
    }

    private func holds(
        _ condition: ArgumentCondition, _ rule: AuditRule, _ value: Value, _ from: Int32, _ to: Int32
    ) -> Bool {
        let isOpen = value.cleared & rule.sink == 0
        switch condition.test {
        case .present, .missing: break
        case .tainted: guard value.isTainted(for: rule.sink) else { return false }
        case .appended:
            guard value.isTainted(for: rule.sink), !value.marks.isDisjoint(with: [.outside, .appended]) else {
                return false
            }
        case .outside: guard value.isTainted(for: rule.sink), value.marks.contains(.outside) else { return false }
        case .built: guard isOpen, value.marks.contains(.built), value.isDynamic else { return false }
        case .suspect:
            guard isOpen, !value.marks.isDisjoint(with: [.outside, .parameter, .built]), value.isDynamic else {
                return false
            }
        case .dynamic: guard isOpen, value.isDynamic else { return false }
        case .constant: guard !value.isDynamic else { return false }
        case .computed: guard value.marks.contains(.computed), isOpen else { return false }
        case .product: guard value.marks.contains(.product), isOpen else { return false }
        case .text: guard value.marks.contains(.text), !value.isDynamic else { return false }
        case .list: guard value.marks.contains(.collection) else { return false }
        }
        if !condition.equals.isEmpty {
            let text = words(value, from, to)
            guard condition.equals.contains(where: { ASCII.equals($0, text) }) else { return false }
        }
        if !condition.has.isEmpty {
            let text = words(value, from, to)
            guard condition.has.contains(where: { ASCII.fits($0, text) }) else { return false }
        }
        if !condition.lacks.isEmpty {
            let text = words(value, from, to)
            guard !condition.lacks.contains(where: { ASCII.fits($0, text) }) else { return false }
        }
        if let below = condition.below {
            guard let number = number(value, from, to), number < below else { return false }
        }
        if let shape = condition.reads {
            guard reads(value, as: shape, from, to) else { return false }
        }
        return true
    }

    /// The words of an argument: of a literal without its quotes, of what else as it is written.
    func words(_ value: Value, _ from: Int32, _ to: Int32) -> Slice<UnsafeBufferPointer<UInt8>> {
        if value.literal >= 0, !value.isDynamic { return literalWords(value.literal) }
        guard from >= 0, to >= from, Int(to) < pieces.count else { return bytes[0..<0] }
        let start = Int(pieces[Int(from)].start)
        return bytes[start..<max(start, min(Int(pieces[Int(to)].end), start + 300))]
    }

    /// The inside of a literal, quotes and prefixes aside.
    func literalWords(_ place: Int32) -> Slice<UnsafeBufferPointer<UInt8>> {
        guard let piece = piece(Int(place)) else { return bytes[0..<0] }
        var (start, end) = (Int(piece.start), Int(piece.end))
        guard piece.kind == .string else { return bytes[start..<end] }
        func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }
        var prefix = start
        while prefix < end, prefix < start + 3,
            ASCII.isWord(bytes[prefix]) || bytes[prefix] == UInt8(ascii: "@")
                || bytes[prefix] == UInt8(ascii: "$")
        { prefix += 1 }
        if prefix < end, isQuote(bytes[prefix]) {
            start = prefix
            let quote = bytes[start]
            var count = 0
            while count < 3, start < end, bytes[start] == quote {
                start += 1
                count += 1
            }
            if count == 2 { return bytes[start..<start] }
            count = min(count, 3)
            while count > 0, end > start, bytes[end - 1] == quote {
                end -= 1
                count -= 1
            }
        }
        return bytes[start..<max(start, end)]
    }

    func number(_ value: Value, _ from: Int32, _ to: Int32) -> Int? {
        guard !value.isDynamic || from == to else { return nil }
        let text = words(value, from, to)
        guard !text.isEmpty, text.count < 12 else { return nil }
        var digits = String(decoding: text, as: UTF8.self).filter { $0 != "_" }
        while let last = digits.last, "uUlL".contains(last) { digits.removeLast() }
        if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16) }
        return Int(digits)
    }

    // MARK: Other places

    /// `name: value` and `name=value`, wherever they stand.
    mutating func keyed(_ argument: Argument) {
        checkNamedSecret(argument.keyPiece, argument.value)
        var chain = Chain()
        chain.append(argument.keyword)
        matchNamed(.key, chain, chain, argument.value, from: argument.keyPiece, to: argument.to, words: argument.from)
    }

    mutating func matchAssignment(_ target: Target, _ value: Value, at place: Int) {
        checkNamedSecret(target.to, value)
        let to = Int32(min(place, pieces.count)) - 1
        matchNamed(.set, target.chain, target.raw, value, from: target.from, to: to, words: top.argumentFrom)
        if target.raw.count == 1 {
            matchNamed(.key, target.raw, target.raw, value, from: target.from, to: to, words: top.argumentFrom)
        }
    }

    private mutating func matchNamed(
        _ role: NameTable.Entry.Role, _ chain: Chain, _ raw: Chain, _ value: Value, from: Int32, to: Int32, words: Int32
    ) {
        var found: [Int32] = []
        names.forEach(chain, raw) { entry in
            if entry.role == role, !found.contains(entry.index) { found.append(entry.index) }
        }
        for index in found {
            let rule = set.rules[Int(index)]
            var measured: Value?
            let isMatch = rule.conditions.allSatisfy { condition in
                let isHeld = holds(condition, rule, value, words, to)
                switch condition.test {
                case .tainted, .outside, .appended, .built, .suspect, .dynamic, .computed, .product: measured = value
                default: break
                }
                return isHeld != condition.isNegated
            }
            guard isMatch else { continue }
            add(Int(index), (measured ?? .constant, measured != nil), from: from, to: max(from, to), sinkTo: from)
        }
    }

    mutating func used(_ rule: Int, _ place: Int) {
        guard isNamed(set.rules[rule]) else { return }
        add(rule, (.constant, false), from: top.operandFrom, to: Int32(place), sinkTo: Int32(place))
    }

    mutating func matchReturn(_ value: Value, at place: Int) {
        let to = Int32(min(place, pieces.count)) - 1
        for index in set.returns {
            let rule = set.rules[index]
            guard isNamed(rule) else { continue }
            guard rule.conditions.allSatisfy({ holds($0, rule, value, top.argumentFrom, to) != $0.isNegated }) else {
                continue
            }
            add(index, (value, true), from: top.statementFrom, to: to, sinkTo: -1)
        }
    }

    mutating func matchLiteral(_ place: Int) {
        let value = Value(marks: .text, literal: Int32(place))
        for index in set.literals {
            let rule = set.rules[index]
            guard rule.conditions.allSatisfy({ holds($0, rule, value, Int32(place), Int32(place)) != $0.isNegated })
            else { continue }
            add(index, (.constant, false), from: Int32(place), to: Int32(place), sinkTo: -1)
        }
    }

    /// Text that was put together, at the end of its expression.
    @inline(__always)
    mutating func seenBuilt(_ value: Value) {
        guard value.marks.contains(.built), value.literal >= 0, !set.builtTexts.isEmpty else { return }
        matchBuilt(value)
    }

    private mutating func matchBuilt(_ value: Value) {
        guard value.from >= 0, value.to >= value.from, reported.insert(value.from).inserted else { return }
        for index in set.builtTexts {
            let rule = set.rules[index]
            guard rule.conditions.allSatisfy({ holds($0, rule, value, value.from, value.to) != $0.isNegated }),
                isNamed(rule)
            else { continue }
            add(index, (value, true), from: value.from, to: value.to, sinkTo: -1)
        }
    }

    // MARK: Candidates

    private mutating func add(
        _ index: Int, _ match: Match, from: Int32, to: Int32, sinkTo: Int32, atMost: AuditConfidence? = nil
    ) {
        let rule = set.rules[index]
        var confidence = min(rule.confidence, atMost ?? .high)
        if match.isMeasured {
            let marks = match.value.marks
            let isTainted = match.value.isTainted(for: rule.sink)
            if isTainted, marks.contains(.outside) {
                // As sure as the rule.
            } else if isTainted, marks.contains(.parameter) {
                guard let level = rule.parameterConfidence else { return }
                confidence = min(confidence, level)
            } else {
                guard let level = rule.unknownConfidence else { return }
                confidence = min(confidence, level)
            }
            // A name of a table cannot be given as a parameter: it is built in more often than it is unsafe.
            if rule.cwe == 89, !(isTainted && marks.contains(.outside)), holesAreNames(match.value) {
                confidence = .low
            }
        }
        candidates.append(
            Candidate(
                rule: Int32(index), from: from, to: max(from, to), value: match.isMeasured ? match.value : .constant,
                function: function, confidence: confidence, sinkFrom: sinkTo >= from ? from : -1, sinkTo: sinkTo))
    }

    /// A finding of a check in code.
    mutating func report(
        _ check: Check, from: Int, to: Int, value: Value = .constant, confidence: AuditConfidence? = nil,
        note: String = ""
    ) {
        guard let rule = set.checks[check], candidates.count < 20_000 else { return }
        candidates.append(
            Candidate(
                rule: Int32(rule), from: Int32(from), to: Int32(max(from, to)), value: value, function: function,
                confidence: confidence ?? set.rules[rule].confidence, note: note))
    }
}
