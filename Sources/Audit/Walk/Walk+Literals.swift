/// Literals that say something by themselves.
extension Walk {
    /// A string was met.
    @inline(__always)
    mutating func seenLiteral(_ place: Int) {
        let piece = pieces[place]
        if !set.literals.isEmpty { matchLiteral(place) }
        guard piece.end - piece.start > 12 else { return }
        if let rule = set.checks[.secretShape], SecretText.hasShape(literalWords(Int32(place))) {
            _ = rule
            report(.secretShape, from: place, to: place)
        }
    }

    mutating func checkRegex(_ place: Int) {
        guard set.checks[.slowRegex] != nil else { return }
        let piece = pieces[place]
        var text = bytes[Int(piece.start)..<Int(piece.end)]
        if text.first == UInt8(ascii: "/"), let end = text.lastIndex(of: UInt8(ascii: "/")), end > text.startIndex {
            text = text[text.startIndex + 1..<end]
        }
        if SlowRegex.isSlow(text) { report(.slowRegex, from: place, to: place) }
    }

    /// A name that says it holds a secret, and a literal that looks like one.
    mutating func checkNamedSecret(_ place: Int32, _ value: Value) {
        guard set.checks[.secretName] != nil, value.literal >= 0, !value.isDynamic, !value.marks.contains(.collection),
            let name = piece(Int(place)), let literal = piece(Int(value.literal)), literal.kind == .string,
            literal.end - literal.start > 5
        else { return }
        var words = bytes[Int(name.start)..<Int(name.end)]
        if name.kind == .close, Int(place) > 0 { words = literalWords(place - 1) }
        guard SecretText.isSecretName(words) else { return }
        let text = literalWords(value.literal)
        guard SecretText.isSecret(text, isNamed: true) else { return }
        report(.secretName, from: Int(place), to: Int(value.literal) > Int(place) ? Int(value.literal) : Int(place))
    }
}
