/// What the name of a variable, field, header or option says about its value: `DB_PASSWORD`, `apiKey`, `x-auth-token`.
enum SecretName {
    /// The kind of secret that a name promises, or nil: `maxTokens`, `public_key`, `passwordHash`, `token_count`.
    static func kind(of name: UnsafeBufferPointer<UInt8>) -> SecretKind? {
        let words = words(of: name)
        guard let last = words.lastIndex(where: { !isNeutral($0) }) else { return nil }
        let noun = words[last]
        let before = last > 0 ? words[last - 1] : ""
        if words[0...last].contains(where: { refusals.contains($0) }) { return nil }
        if let kind = nouns[noun] {
            if kind == .token, tokenNeighbours.contains(before) { return nil }
            return kind
        }
        if noun == "key" { return keyNeighbours.contains(before) ? keyKind(words) : nil }
        for (ending, kind) in endings where noun.hasSuffix(ending) && !notGlued.contains(noun) {
            return kind == .apiKey ? keyKind(words) : kind
        }
        if noun == "string", before == "connection" { return .credential }
        return nil
    }

    /// Words in lower case, cut at `_`, `-`, `.` and where the case changes: `XApiKey2` is x, api, key2.
    private static func words(of name: UnsafeBufferPointer<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for (index, byte) in name.enumerated() {
            let isUpper = byte.isOne(of: .upper)
            let separates = !byte.isOne(of: .alphanumeric)
            let before = index > 0 ? name[index - 1] : 0
            let next = index + 1 < name.count ? name[index + 1] : 0
            let begins = isUpper && (!before.isOne(of: .upper) || next.isOne(of: .lower) && before.isOne(of: .upper))
            if separates || begins, !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
            if !separates { word.append(byte.lowercased) }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words.map { $0.utf8.count > 2 && $0.utf8.last?.isOne(of: .digit) == true ? withoutDigits($0) : $0 }
    }

    private static func withoutDigits(_ word: String) -> String {
        String(word.reversed().drop { $0.isNumber }.reversed())
    }

    private static func isNeutral(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0.isOne(of: .digit) } || neutral.contains(word)
    }

    private static func keyKind(_ words: [String]) -> SecretKind {
        words.contains { $0 == "api" || $0.hasSuffix("apikey") || $0 == "app" } ? .apiKey : .secretKey
    }

    private static let nouns: [String: SecretKind] = [
        "password": .password, "passwd": .password, "pwd": .password, "passphrase": .password, "passcode": .password,
        "pass": .password, "pw": .password, "secret": .secret, "token": .token, "apikey": .apiKey,
        "credential": .credential, "credentials": .credential, "creds": .credential, "cred": .credential,
        "auth": .authorization, "authorization": .authorization, "authentication": .authorization,
    ]
    private static let endings: [(String, SecretKind)] = [
        ("password", .password), ("passwd", .password), ("passphrase", .password), ("pwd", .password),
        ("pass", .password), ("secret", .secret), ("token", .token), ("apikey", .apiKey), ("accesskey", .apiKey),
        ("secretkey", .apiKey), ("privatekey", .apiKey), ("accountkey", .apiKey), ("authkey", .apiKey),
        ("encryptionkey", .apiKey), ("signingkey", .apiKey), ("masterkey", .apiKey),
    ]
    private static let neutral: Set<String> = [
        "value", "val", "prod", "production", "dev", "development", "staging", "stage", "live", "base", "str", "env",
        "default", "plain", "plaintext", "raw", "text", "b64", "base64", "new", "old", "current", "primary",
        "secondary",
        "main", "v", "local", "override", "bot",
    ]
    private static let refusals: Set<String> = [
        "public", "hash", "hashed", "sha", "md", "digest", "fingerprint", "checksum", "etag", "integrity", "no", "is",
        "has", "num", "count", "max", "min", "usage", "pub",
    ]
    private static let notGlued: Set<String> = ["bypass", "compass", "trespass", "overpass", "underpass", "encompass"]
    private static let tokenNeighbours: Set<String> = [
        "next", "page", "continuation", "pagination", "sync", "resume", "eos", "bos", "pad", "unk", "stop", "start",
        "end", "special", "mask", "design", "color", "per", "type", "cls", "sep", "input", "output", "prompt",
        "completion", "cancellation", "cancel", "syntax", "lexer", "parse", "idempotency", "first", "last", "word",
        "sub",
        "expected", "unexpected", "delimiter", "previous", "prev", "open", "close", "cursor", "version",
    ]
    private static let keyNeighbours: Set<String> = [
        "api", "access", "secret", "private", "encryption", "encrypt", "signing", "sign", "auth", "account", "master",
        "service", "app", "application", "client", "license", "ssh", "deploy", "shared", "storage", "subscription",
        "admin", "server", "write", "ingest", "webhook", "hmac", "jwt", "aes", "cipher", "crypto", "session",
        "integration", "consumer", "openai", "anthropic", "stripe", "twilio", "sendgrid", "decryption", "root", "role",
        "security", "authorization", "mailgun", "datadog", "dd", "algolia",
    ]
}
