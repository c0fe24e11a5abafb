/// Whether the words of a literal are a secret: by the shape that a provider gives its keys, or by how little they look
/// like words or a placeholder.
enum SecretText {
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// Prefix, and how many letters and figures follow it at least.
    private static let shapes: [(prefix: String, count: Int)] = [
        ("AKIA", 16), ("ASIA", 16), ("ghp_", 36), ("gho_", 36), ("ghs_", 36), ("ghu_", 36), ("ghr_", 36),
        ("github_pat_", 40),
        ("glpat-", 20), ("xoxb-", 20), ("xoxp-", 20), ("xoxa-", 20), ("xoxs-", 20), ("sk_live_", 16), ("rk_live_", 16),
        ("sk-proj-", 20), ("sk-ant-", 20), ("AIza", 35), ("ya29.", 20), ("SG.", 40), ("npm_", 36), ("pypi-AgEI", 40),
        ("dop_v1_", 40), ("shpat_", 32), ("hf_", 30), ("glsa_", 30), ("sq0atp-", 22), ("EAACEdEose0cBA", 10),
        ("-----BEGIN RSA PRIVATE KEY", 0), ("-----BEGIN PRIVATE KEY", 0), ("-----BEGIN EC PRIVATE KEY", 0),
        ("-----BEGIN OPENSSH PRIVATE KEY", 0), ("-----BEGIN DSA PRIVATE KEY", 0),
    ]

    static func hasShape(_ text: Text) -> Bool {
        guard let first = text.first else { return false }
        for shape in shapes where shape.prefix.utf8.first == first && text.starts(with: shape.prefix.utf8) {
            if shape.count == 0 { return text.count > 60 }
            let rest = text.dropFirst(shape.prefix.utf8.count)
            let run = rest.prefix { ASCII.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
            if run.count >= shape.count, !isPlaceholder(text), entropy(run) > 3 { return true }
        }
        return false
    }

    private static let names = [
        "password", "passwd", "passphrase", "secret", "apikey", "api_key", "api-key", "accesskey", "access_key",
        "authtoken", "auth_token",
        "privatekey", "private_key", "secretkey", "secret_key", "access_token", "accesstoken", "client_secret",
        "credential",
        "encryption_key", "encryptionkey", "signing_key", "signingkey", "jwt_key", "jwtkey",
    ]
    private static let wholeNames = ["pwd", "token", "pass", "auth", "passwort"]
    private static let notNames = [
        "field", "label", "prompt", "_url", "uri", "path", "file", "_name", "hint", "placeholder", "regex", "pattern",
        "header",
        "message", "error", "column", "param", "_env", "_id", "type", "length", "reset", "policy", "title", "text",
        "input",
        "arn", "expir", "algorithm", "_prefix", "hash", "selector", "endpoint", "route", "_attr", "_key_name",
    ]

    static func isSecretName(_ name: Text) -> Bool {
        guard name.count < 60 else { return false }
        let isNamed =
            names.contains { ASCII.has($0, in: name) }
            || wholeNames.contains { word in
                ASCII.equals(word, name)
                    || ASCII.has("_" + word, in: name) && ASCII.equals(word, name.suffix(word.utf8.count))
            }
        return isNamed && !notNames.contains { ASCII.has($0, in: name) }
    }

    private static let placeholders = [
        "change", "example", "your", "xxx", "placeholder", "dummy", "todo", "fixme", "<", "${", "{{", "%(", "%s",
        "****", "....",
        "insert", "replace", "redacted", "none", "null", "undefined", "enter ", "getenv", "env.", "env[", "process.",
        "sample", "fake",
        "foobar", "lorem", "not-set", "notset", "to be ", "invalid", "required",
    ]

    static func isPlaceholder(_ text: Text) -> Bool {
        if placeholders.contains(where: { ASCII.has($0, in: text) }) { return true }
        // `aaaaaaaa`, `12345678` in a row is nobody's.
        return Set(text).count <= 2
    }

    /// - Parameter isNamed: stands where a name says that it is secret.
    static func isSecret(_ text: Text, isNamed: Bool) -> Bool {
        guard text.count >= 4, text.count <= 400, !isPlaceholder(text) else { return false }
        // Words with blanks are a sentence, and a path or URL is somewhere else.
        guard !text.contains(0x20), !ASCII.has("://", in: text), text.first != UInt8(ascii: "/"),
            text.first != UInt8(ascii: "."),
            text.first != UInt8(ascii: "$"), text.first != UInt8(ascii: "{"), !text.contains(0x0A),
            text.first != UInt8(ascii: "\\")
        else { return false }
        let hasFigures = text.contains { ASCII.isDigit($0) }
        let hasSigns = text.contains {
            !ASCII.isWord($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":")
        }
        if text.count >= 20 { return entropy(text) >= 3.2 && (hasFigures || hasSigns) }
        // The name of a variable or field: `user_password`, `PASSWORD`, `secretKey`.
        if !hasFigures, !hasSigns { return text.count >= 5 && !isSecretName(text) && !isName(text) }
        return !isSecretName(text) || hasFigures
    }

    /// `DB_PASSWORD`, `my-token`, `token.value`
    private static func isName(_ text: Text) -> Bool {
        text.contains(UInt8(ascii: "_")) || text.contains(UInt8(ascii: "-")) || text.contains(UInt8(ascii: "."))
            || text.contains(UInt8(ascii: ":")) || text.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    static func entropy(_ text: Text) -> Double {
        guard !text.isEmpty else { return 0 }
        var counts: [Int] = Array(repeating: 0, count: 256)
        for byte in text { counts[Int(byte)] += 1 }
        let total = Double(text.count)
        var sum = 0.0
        for count in counts where count > 0 {
            let share = Double(count) / total
            sum -= share * Logarithm.two(share)
        }
        return sum
    }
}
