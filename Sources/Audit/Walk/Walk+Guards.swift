/// What a condition tells of the values that it asks.
extension Walk {
    /// A call in a condition that checks what it is given.
    mutating func guarded(_ index: Int, _ receiver: Value) {
        let clearing = set.guards[index]
        if receiver.marks.contains(.name) { clear(receiver.root, clearing.kinds) }
        clearAddress(of: receiver, clearing.kinds)
        for place in Int(top.firstArgument)..<arguments.count {
            let value = arguments[place].value
            if value.marks.contains(.name) { clear(value.root, clearing.kinds) }
            clearAddress(of: value, clearing.kinds)
        }
    }

    /// `urlparse(target).netloc`, `new URL(target).hostname`, `u.Hostname()`
    static let hosts = WordSet(
        ["netloc", "hostname", "host", "Host", "Authority", "Hostname", "getHost", "getAuthority", "host_str"]
            .map { Word($0) })

    /// Who asks for the host knows where the address leads.
    private mutating func clearAddress(of host: Value, _ kinds: UInt32) {
        guard host.marks.contains(.host), kinds & set.hostKinds != 0 else { return }
        clear(host.via, kinds & set.hostKinds)
    }

    mutating func clear(_ root: Word, _ kinds: UInt32, depth: Int = 0) {
        guard root != .none, depth < 3 else { return }
        guard let value = bindings[root] else {
            var value = Value.unknown
            value.clear(kinds)
            value.marks.remove(.unbound)
            bindings.set(root, value)
            return
        }
        guard value.isDynamic else { return }
        bindings.change(root) { $0.clear(kinds) }
        // What a folder is to a path in it, a list of allowed words is not to the text that a word was taken from.
        if kinds != .max, value.via != .none, value.via != root { clear(value.via, kinds, depth: depth + 1) }
    }

    /// `a in b` is over.
    mutating func finishMembership() {
        guard let left = top.member else { return }
        if top.headRole == .loop { return }
        top.member = nil
        guard top.isCondition, top.hasSum else { return }
        let right = top.sum
        if left.isDynamic, right.marks.isDisjoint(with: .tainted) {
            // `if a not in allowed: return` clears it behind the block.
            if top.isNotMember {
                clearing = Asked(root: left.root, address: left.marks.contains(.host) ? left.via : .none)
            } else {
                let words = left.marks.contains(.host) ? [left.root, left.via] : [left.root]
                for word in words { if let before = bindings[word] { held.append((word, before)) } }
                clear(left.root, .max)
                clearAddress(of: left, .max)
            }
        } else if !left.isDynamic, left.literal >= 0 {
            let text = literalWords(left.literal)
            if ASCII.has("..", in: text) || ASCII.equals("/", text) { clear(right.root, set.pathKinds) }
        }
    }

    private static let compared = ["signature", "digest", "hmac", "mac", "token", "password", "secret", "hash"]

    /// `signature == expected`: two names, one of them of a secret.
    private mutating func comparedSecret(_ place: Int) {
        guard set.checks[.secretComparison] != nil, top.operand.marks.contains(.name), place > 0,
            let next = piece(place + 1), next.kind == .word,
            pieces[place].word == .sign("==") || pieces[place].word == .sign("===")
        else { return }
        let name = bytes[Int(pieces[place - 1].start)..<Int(pieces[place - 1].end)]
        guard Self.compared.contains(where: { ASCII.hasPart($0, in: name) }) else { return }
        report(.secretComparison, from: Int(top.operandFrom), to: place + 1)
    }

    /// A number from outside that nothing was asked of divides another.
    mutating func divided(by value: Value) {
        guard set.checks[.divisionByInput] != nil, value.washed & set.divisorKinds == 0 else { return }
        // A fraction divided by zero is infinite.
        let from = max(Int(top.statementFrom), Int(top.operandFrom) - 24)
        guard !(from..<Int(top.operandFrom)).contains(where: { Self.fractions.contains(pieces[$0].word) }) else {
            return
        }
        report(.divisionByInput, from: Int(top.operandFrom), to: Int(top.operandFrom), value: value)
    }

    private static let fractions = WordSet(
        ["double", "float", "Double", "Float", "float64", "float32", "f64", "f32"].map { Word($0) })

    /// `url.netloc != "example.com"`
    private mutating func comparedHost(_ place: Int) {
        guard top.isCondition, top.hasOperand, top.operand.marks.contains(.host), set.hostKinds != 0 else { return }
        switch pieces[place].word {
        case .sign("=="), .sign("==="): clear(top.operand.via, set.hostKinds)
        case .sign("!="), .sign("!=="): clearing.address = top.operand.via
        default: break
        }
    }

    /// A comparison begins: what it asks of a pointer or number is known from now on.
    mutating func compared(_ place: Int) {
        comparedSecret(place)
        comparedHost(place)
        guard top.isCondition, top.hasOperand, top.operand.marks.contains(.name) else { return }
        let word = pieces[place].word
        if set.divisorKinds != 0 { clear(top.operand.root, set.divisorKinds) }
        if word == .sign("<") || word == .sign(">") || word == .sign("<=") || word == .sign(">=") {
            clear(top.operand.root, set.boundKinds)
            if let next = piece(place + 1), next.kind == .word { clear(Chain(next.word).full, set.boundKinds) }
        }
    }
}
