/// Texts that hold no secret, though they look a little like it.
enum OrdinaryText {
    static let lines: [String] =
        values.flatMap { value in
            ["token = \"\(value)\"", "password: \(value)\n", "{\"secret\": \"\(value)\"}", "API_KEY=\(value)\n"]
        } + code + identifiers

    /// What stands for a secret: references, placeholders, words.
    static let values = [
        "$TOKEN", "${TOKEN}", "$(pass show x)", "process.env.TOKEN", "os.environ['TOKEN']", "{{ token }}",
        "<your-token>",
        "your-token-here", "YOUR_API_KEY", "xxxxxxxxxxxxxxxx", "XXXX-XXXX", "changeme", "change_me_123", "example",
        "dummy-value-1",
        "test", "test1234", "12345", "123456789", "password", "secret", "hunter", "********", "....", "null",
        "undefined", "none",
        "true", "string", "String", "required", "env.SECRET", "secrets.GITHUB_TOKEN", "${{ secrets.NPM_TOKEN }}",
        "%TOKEN%", "%s",
        "vault:secret/data/app#key", "op://vault/item/field", "arn:aws:secretsmanager:eu-west-1:1:secret/x",
        "/run/secrets/db_password",
        "./secrets/token.txt", "config.auth.token", "self.token", "get_password()", "getToken(user)",
        "readSecret(\"x\")", "<redacted>",
        "[REDACTED]", "my-secret-token", "supersecret", "super-secret-key", "my_password", "fake-token-123", "abc123",
        "foo", "foobar123",
        "user.password", "request.body.token", "AuthToken.self", "b'...'", "sha256", "oauth2", "bcrypt", "Bearer",
        "refresh_token",
        "access_denied_error", "invalid_credentials", "⟦redacted:token⟧", "550e8400-e29b-41d4-a716-446655440000",
    ]

    static let code = [
        "max_tokens: 4096", "token_count = 1200", "tokens = tokenize(x)", "password: string", "\"password\": {",
        "let token = lexer.next()",
        "func token(at index: Int) -> Token?", "if token == .identifier { return }", "password = get_password()",
        "key = \"primary\"",
        "for key, value in items.items():", "case .token(let t): return t", "\"token_type\": \"bearer\"",
        "tokenType = \"Bearer\"",
        "password?: string | undefined", "type Credentials = { password: string; token: string }",
        "def login(user, password=None):",
        "self.password = password", "this.token = options.token ?? null;", "const { token } = useAuth()",
        "\"input_tokens\": 10422, \"output_tokens\": 83",
        "\"cache_key\": \"sessions-2024-11-03-v12\"", "next_page_token=CAoQAA12ab34cd56ef78",
        "publicKey = \"MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8xOUetsCa8Ef\"",
        "password_hash = \"$2b$12$KIXQ4z5i6uZ7o8p9q0r1s2t3u4v5w6x7y8z9A0B1C2D3E4F5G6H7I\"",
        "token_url: https://auth.host.dev/oauth2/token",
        "<input type=\"password\" name=\"password\" id=\"pw1\"/>", "placeholder=\"Enter your password\"",
        "label: 'Password'", "Password:", "passwd: unrecognised option",
        "--token-limit 4096", "--password-stdin", "mkdir -p build/release1", "psql -p 5432 -U app", "ssh -p 2222 host",
        "cp -p a1b2 c3d4", "docker run -p 8080:80 nginx",
        "http://localhost:3000/@vite/client", "https://user@host.dev/x", "ssh://git@host.dev:22/a",
        "https://user:password@host.dev", "postgres://postgres:postgres@localhost/db",
        "redis://localhost:6379", "http://user:${PASS}@host", "mongodb://<user>:<password>@host/",
        "https://esm.dev/react@18.2.0:min", "npm install @scope/pkg@1.2.3",
        "--- PASS: TestE2E_RewindAfterCommit (28.82s)", "PASS: 12 tests", "pass: 3, fail: 0",
        "Authorization: Bearer <token>", "Authorization: Bearer $TOKEN", "Bearer token required",
        "Authorization: Basic <credentials>", "basic authentication is used", "Cookie: theme=dark; lang=en",
        "cookie = jar.get('sid')", "task-runner-2 disk-usage risk-level",
        "sk-circle-fade-dot-animation", "class=\"sk-spinner sk-spinner-double-bounce\"",
        "hf_hub_download_with_retries_and_timeouts", "npm_config_registry_default_location_value",
        "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ0Nq4m9s8sd7Zk3Rj1\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8xOU\n-----END PUBLIC KEY-----",
        "if text.hasPrefix(\"-----BEGIN RSA PRIVATE" + " KEY-----\") { return true }",
        "grep -q 'BEGIN PRIVATE" + " KEY' file",
        "AKIA" + "IOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "\"integrity\": \"sha512-9Xk3mQ7c1vTzP0sWn4uYb8RfLd2aGe6HjKiNoPqRsTuVwXyZ0123456789abcdefABCDEFghij==\"",
        "export PATH=$HOME/bin1:$PATH", "token: ${{ github.token }}",
        "kubectl get secret db-credentials -o yaml", "secretKeyRef:\n  name: db-password\n  key: password",
        "valueFrom: { secretKeyRef: { name: api-token-v2 } }", "auth: required", "auth = OAuth2Session(client)",
        "authors = [\"Ada <ada@host.dev>\"]", "authority: \"login.host.dev\"", "credentials: 'include'",
        "credentials: same-origin", "withCredentials: true", "secret: true", "isSecret = false",
        "keyboard: qwerty", "keychain = Keychain()", "keyPath: \\.name", "monkey = 12", "keys: [a1, b2, c3]",
        "primaryKey: true", "foreign_key: user_id", "sort_key=created_at", "storageKey: \"theme-v2\"",
        "apiKey: process.env.OPENAI_API_KEY!", "api_key=os.getenv(\"OPENAI_API_KEY\")", "api_key: str = Field(...)",
        "apiKey := os.Getenv(\"API_KEY\")", "let apiKey = ProcessInfo.processInfo.environment[\"API_KEY\"]",
        "String token = request.getHeader(\"X-Auth-Token\");", "private final String password;",
        "the password is stored hashed", "the token was rejected", "password is required", "Your token is invalid",
        "token = tokens[i1]", "token=token2", "secret=secret1,", "print(f\"token={token}\")",
        "logger.info(\"password: %s\", pw)", "?token=abc&x=1", "password=&user=", "PASSWORD=\nUSER=app2024x\n",
        "TOKEN=\"\"", "password = ''", "\"password\": null", "password: ~", "export SECRET",
        "unset PASSWORD; echo done1", "read -s PASSWORD", "password_min_length = 12", "token_ttl_seconds: 86400",
        "session_id: sess-1",
    ]

    /// Names that the tools of agents and repositories make up.
    static let identifiers: [String] = {
        var dice = Dice(seed: 11)
        return (0..<12).flatMap { _ in
            let hex = dice.text(64, of: Alphabet.hex)
            let mixed = dice.text(24, of: Alphabet.alphanumeric)
            return [
                "commit \(hex.prefix(40))", "\"sha256\": \"\(hex)\"", "md5 = \(hex.prefix(32))",
                "index \(hex.prefix(7))..\(hex.suffix(7)) 100644",
                "{\"id\":\"toolu_01\(mixed)\",\"token\":1}", "\"id\": \"msg_01\(mixed)\"",
                "request req_\(mixed) failed", "call_\(mixed)", "chatcmpl-\(mixed)",
                "uuid: \(hex.prefix(8))-\(hex.prefix(4))-4\(hex.prefix(3))-8\(hex.prefix(3))-\(hex.prefix(12))",
                "sha256:\(hex)", "etag: \"\(hex.prefix(32))\"",
                "tool_use_id=\"toolu_\(mixed)\"", "Checkpoint: \(hex.prefix(12))", "image: repo/app@sha256:\(hex)",
                "\"signature\": \"\(dice.text(120, of: Alphabet.base64))\"",
            ]
        }
    }()
}
