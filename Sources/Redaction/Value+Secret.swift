extension Value {
    /// Whether what is given to a name of this kind is a literal secret, judged the more strictly the less the notation
    /// promises a literal.
    func isSecret(of kind: SecretKind, in form: Assignment.Form) -> Bool {
        guard foreign == 0, count >= 6, count <= 1024, !isMonotonous else { return false }
        guard kind == .password ? isPassword(form) : isToken(form) else { return false }
        return !hasBlanks && !isUUID && !isPlaceholder
    }

    private func isToken(_ form: Assignment.Form) -> Bool {
        guard count >= 10, !isPath else { return false }
        if form == .code || form == .prose, count < 12 || digits < 2 {
            return form == .prose && false || isStrongLetters
        }
        if letters == 0 { return false }
        if hex == min(count, Self.sample) { return count >= 16 && digits > 0 }
        return looksRandom || strong >= 2 && digits >= 1 && form != .code
    }

    private var isStrongLetters: Bool {
        count >= 24 && looksRandom
    }

    private func isPassword(_ form: Assignment.Form) -> Bool {
        guard !isPath, !isTechnical, !isCode(form) else { return false }
        let looksMixed = letters > 0 && (digits > 0 || strong > 0)
        switch form {
        case .quoted:
            if strong > 0, letters > 2 { return digits > 0 || upper > 0 && lower > 0 || strong > 1 || count >= 8 }
            if letters == 0 { return digits >= 6 }
            return digits > 0 || looksRandom
        case .bare:
            if letters == 0 { return strong > 0 && digits >= 4 }
            return looksMixed && (digits > 0 || upper > 0 && lower > 0) || looksRandom
        case .code, .prose:
            return letters > 0 && count >= 7
                && (strong > 0 && digits > 0 || digits >= 2 && upper > 0 && lower > 0
                    || digits >= 2 && looksRandom)
        }
    }

    /// Several words with dots or slashes between: a path, a type, a member of something.
    private var isPath: Bool {
        let first = bytes[range.lowerBound]
        let words = pairs > 3 && commonPairs * 100 >= pairs * 66
        if first == UInt8(ascii: "/"), words { return true }
        return words && turns < 4 && range.contains { bytes[$0] == UInt8(ascii: "/") || bytes[$0] == UInt8(ascii: ".") }
            && strong == 0
    }

    private var isTechnical: Bool {
        Self.technical.contains { contains($0) && count < $0.utf8CodeUnitCount + 8 }
    }

    /// An expression: brackets, an arrow, or a plain name where code can stand.
    private func isCode(_ form: Assignment.Form) -> Bool {
        guard form != .quoted else { return contains("=>") || contains("\\w") || contains("\\d") || contains("\\s") }
        return range.contains { position in
            let byte = bytes[position]
            return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        } || contains("=>") || contains("->") || contains("==") || contains("&&")
    }

    private var hasBlanks: Bool {
        range.contains { bytes[$0].isOne(of: [.blank, .newline]) }
    }

    private var isUUID: Bool {
        guard count == 36, hex == 32 else { return false }
        return [8, 13, 18, 23].allSatisfy { bytes[range.lowerBound + $0] == UInt8(ascii: "-") }
    }

    private static let technical: [StaticString] = [
        "sha1", "sha256", "sha512", "base64", "oauth2", "oauth1", "utf8", "utf-8", "argon2", "bcrypt", "pbkdf2", "md5",
        "http2", "ipv4", "ipv6", "scram", "web3", "rfc", "int32", "int64", "uint8", "nvarchar", "varchar", "string",
    ]
}
