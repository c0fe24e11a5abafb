extension Value {
    /// Something that stands for a secret and is none: `changeme`, `<your-token>`, `${TOKEN}`, `xxxx`.
    var isPlaceholder: Bool {
        if isReference { return true }
        for word in Self.plainWords where contains(word) { return true }
        // A short word can turn up by chance in a long random text.
        if count < 24 { for word in Self.shortWords where contains(word) { return true } }
        return lettersBesideWords < 4
    }

    /// Names the place of a secret, or a piece of code that gets it.
    var isReference: Bool {
        let first = bytes[range.lowerBound]
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
            || first == UInt8(ascii: "("), !(strong > 1 && digits > 1)
        {
            return true
        }
        if first == UInt8(ascii: "$"), isVariable(from: range.lowerBound + 1) { return true }
        if first == UInt8(ascii: "%"), bytes[range.upperBound - 1] == UInt8(ascii: "%") { return true }
        for mark in Self.references where bytes.contains(mark, in: range.prefix(Self.sample)) { return true }
        for start in Self.referenceStarts where bytes.has(start, at: range.lowerBound) { return true }
        return false
    }

    /// `TOKEN`, `token`, `env:TOKEN`, `1` of a shell, but not the rest of `$ecr3t!`.
    private func isVariable(from start: Int) -> Bool {
        let end = bytes.end(of: [.letter, .digit, .dash, .dot], from: start, atMost: count)
        return end >= range.upperBound || bytes[end] == UInt8(ascii: "[") || bytes[end] == UInt8(ascii: ":")
            || bytes[end] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "(") || bytes[start] == UInt8(ascii: "{")
    }

    /// How many letters and digits are left when the words that examples are made of are taken out.
    private var lettersBesideWords: Int {
        var left = 0
        var position = range.lowerBound
        let end = range.prefix(Self.sample).upperBound
        scan: while position < end {
            if bytes[position].isOne(of: .letter) {
                for word in Self.fillers where bytes.hasIgnoringCase(word, at: position) {
                    position += word.utf8CodeUnitCount
                    continue scan
                }
            }
            if bytes[position].isOne(of: .alphanumeric) { left += 1 }
            position += 1
        }
        return left
    }

    private static let plainWords: [StaticString] = [
        "example", "placeholder", "changeme", "change_me", "change-me", "change-this", "xxxx", "dummy", "redacted",
        "insert_", "insert-", "replace", "your_", "your-", "****", "foobar", "12345678", "notasecret", "not-a-",
        "not_a_",
        "not-real", "fake_", "fake-", "-fake", "_fake", "sample", "deadbeef", "abcdefg", "....",
    ]
    private static let shortWords: [StaticString] = [
        "test", "your", "fake", "mock", "12345", "todo", "abc123", "asdf", "qwerty", "default", "lorem", "abcdef",
        "xxx", "...", "foo", "undefined", "unknown", "secret_", "secret-", "-secret", "_secret",
    ]
    private static let references: [StaticString] = [
        "${", "$(", "{{", "}}", "#{", "<%", "%>", "%(", "\u{27E6}redacted", "\u{2026}", "process.env", "os.environ",
        "getenv",
        "://", "\\(", "%s", "%v", "secrets.", "::",
    ]
    private static let referenceStarts: [StaticString] = [
        "op://", "vault:", "arn:", "ENC[", "env.", "env:", "ref:", "file:", "data:", "projects/", "var.", "local.",
        "toolu_", "msg_", "req_", "call_", "chatcmpl-", "resp_", "./", "../", "~/", "sha1-", "sha256-", "sha384-",
        "sha512-", "sha256:", "sha512:", "sha1$", "sha256$", "sha512$", "SHA256:", "$2a$", "$2b$", "$2y$", "$argon2",
        "$6$", "$5$", "$1$", "pbkdf2",
        "--", "urn:", "@",
    ]
    private static let fillers: [StaticString] = [
        "password", "passphrase", "passwd", "pass", "secret", "token", "apikey", "key", "super", "client", "access",
        "private", "user", "name", "admin", "root", "api", "auth", "bearer", "value", "default", "string", "some",
        "the",
        "here", "my", "new", "old", "real", "valid", "invalid", "wrong", "correct", "test", "demo", "dev", "local",
        "none", "null", "true", "false", "empty", "id", "db", "database", "postgres", "mysql", "redis", "mongo",
        "guest", "public", "foo", "bar", "baz", "abc", "xyz", "123", "very", "strong", "secure", "long", "random",
        "with", "from", "this", "your", "session", "refresh", "login", "service", "account", "credential", "encrypted",
        "hash", "base64", "sha256", "utf8", "oauth2", "oauth", "example", "generated", "github", "openai", "anthropic",
    ]
}
