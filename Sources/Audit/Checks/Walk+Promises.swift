/// What a class of Java or C# promises and does not do: to look at a certificate, to ask whose form it is.
extension Walk {
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
}
