/// Checks of identity that check nothing.
extension Walk {
    private static let verbs = TextWords(["verify", "check", "validate", "authenticate", "authorize", "authorise"])
    private static let things = TextWords([
        "password", "token", "signature", "credential", "permission", "access", "auth", "login", "jwt", "otp", "csrf",
        "certificate", "admin", "apikey", "api_key", "hmac", "webhook",
    ])

    /// `def verify_token(token): return True`: given what it should look at, and it does not.
    mutating func checkPlaceholders() {
        guard set.checks[.placeholderCheck] != nil else { return }
        for function in functions.dropFirst() where function.namePiece >= 0 && !function.parameters.isEmpty {
            guard let name = piece(Int(function.namePiece)), isCheck(name), let last = onlyTrue(function) else {
                continue
            }
            report(.placeholderCheck, from: Int(function.namePiece), to: last)
        }
    }

    private func isCheck(_ piece: Piece) -> Bool {
        let name = bytes[Int(piece.start)..<Int(piece.end)]
        var verb = -1
        Self.verbs.forEach(in: name) { place, _ in
            verb = place
            return false
        }
        // `hasAccessCheck` is a question, and `authenticate` alone says it all.
        return verb == name.startIndex && (Self.things.isIn(name) || ASCII.equals("authorize", name))
    }

    /// Where the body is `return true` and nothing else.
    private func onlyTrue(_ function: Function) -> Int? {
        var place = Int(function.from)
        while let piece = piece(place), piece.byte == UInt8(ascii: "{") || piece.word == .sign(":") { place += 1 }
        // What is told of the function is no statement.
        if let piece = piece(place), piece.kind == .string { place += 1 }
        guard piece(place)?.word == Dialect.return, let value = piece(place + 1) else { return nil }
        guard ASCII.equals("true", bytes[Int(value.start)..<Int(value.end)]) else { return nil }
        var end = place + 2
        while let piece = piece(end), piece.word == .sign(";") || piece.word == .sign(",") { end += 1 }
        let isWhole =
            end >= pieces.count || end >= Int(function.to) || pieces[end].byte == UInt8(ascii: "}")
            || piece(end)?.word == Words.end
        return isWhole ? place + 1 : nil
    }
}
