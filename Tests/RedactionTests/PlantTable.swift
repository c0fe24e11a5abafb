import Redaction

extension Plant {
    static let table: [Plant] = [
        Plant(.awsAccessKeyID, ["AK", "IA"], 16, of: Alphabet.capital + "234567"),
        Plant(.awsAccessKeyID, ["AS", "IA"], 16, of: Alphabet.capital + "234567"),
        Plant(.awsSecretAccessKey, named("aws_secret_access_key", "secretAccessKey", "AWS_SECRET_ACCESS_KEY")) {
            $0.text(40, of: Alphabet.base64)
        },
        Plant(.googleAPIKey, ["AI", "za"], 35, of: Alphabet.base64URL),
        Plant(.googleOAuth, ["GOC", "SPX", "-"], 28, of: Alphabet.base64URL),
        Plant(.googleOAuth, ["ya", "29."], 120, of: Alphabet.base64URL),
        Plant(
            .azureStorageKey,
            [
                "AccountName=a;AccountKey={};EndpointSuffix=b", "accountKey: \"{}\"", "{\"AccountKey\": \"{}\"}",
                "AccountKey={}\n",
            ]
        ) { $0.text(86, of: Alphabet.base64) + "==" },
        Plant(
            .azureSignature,
            [
                "https://a.blob.core.windows.net/c?sv=2022-11-02&sp=r&sig={}", "?sv=2023-01-03&sr=b&sig={}&se=2026",
                "SAS=\"?se=2027-01-01&sig={}\"", "'https://x/c?sig={}&sv=2021-06-08'",
            ]
        ) { $0.text(43, of: Alphabet.alphanumeric) + "%3D" },
        Plant(.azureClientSecret) {
            $0.text(3, of: Alphabet.alphanumeric) + "8" + "Q~" + $0.text(34, of: Alphabet.alphanumeric)
        },
        Plant(.githubToken, ["gh", "p_"], 36, of: Alphabet.alphanumeric),
        Plant(.githubToken, ["gh", "o_"], 36, of: Alphabet.alphanumeric),
        Plant(.githubToken, ["gh", "u_"], 36, of: Alphabet.alphanumeric),
        Plant(.githubToken, ["gh", "s_"], 36, of: Alphabet.alphanumeric),
        Plant(.githubToken, ["gh", "r_"], 36, of: Alphabet.alphanumeric),
        Plant(.githubToken, ["github", "_pat_"], 82, of: Alphabet.alphanumeric),
        Plant(.gitlabToken, ["gl", "pat-"], 20, of: Alphabet.alphanumeric),
        Plant(.atlassianToken, ["ATA", "TT3"], 180, of: Alphabet.alphanumeric),
        Plant(.slackToken) {
            ["xo", "xb-"].joined() + $0.text(12, of: Alphabet.digit) + "-" + $0.text(12, of: Alphabet.digit) + "-"
                + $0.text(24, of: Alphabet.alphanumeric)
        },
        Plant(.slackToken, ["xo", "xp-"], 60, of: Alphabet.alphanumeric),
        Plant(
            .slackWebhook,
            ["https://hooks.slack" + ".com/services/{}", "url: https://hooks.slack" + ".com/services/{}\n"]
        ) {
            "T" + $0.text(8, of: Alphabet.capital) + "/B" + $0.text(8, of: Alphabet.capital) + "/"
                + $0.text(24, of: Alphabet.alphanumeric)
        },
        Plant(.discordToken) {
            let account = ["MTA", "NzI", "ODk"][Int.random(in: 0..<3, using: &$0)] + "5"
            return account + $0.text(20, of: Alphabet.alphanumeric) + "." + $0.text(6, of: Alphabet.alphanumeric) + "."
                + $0.text(38, of: Alphabet.alphanumeric)
        },
        Plant(
            .discordWebhook,
            ["https://discord" + ".com/api/webhooks/{}", "hook = 'https://discordapp" + ".com/api/webhooks/{}'"]
        ) {
            $0.text(18, of: Alphabet.digit) + "/" + $0.text(68, of: Alphabet.base64URL)
        },
        Plant(.telegramToken) { $0.text(9, of: "123456789") + ":A" + "A" + $0.text(33, of: Alphabet.alphanumeric) },
        Plant(.stripeKey, ["sk", "_live_"], 24, of: Alphabet.alphanumeric),
        Plant(.stripeKey, ["sk", "_test_"], 99, of: Alphabet.alphanumeric),
        Plant(.stripeKey, ["rk", "_live_"], 24, of: Alphabet.alphanumeric),
        Plant(.stripeKey, ["wh", "sec_"], 32, of: Alphabet.alphanumeric),
        Plant(.squareToken, ["sq", "0atp-"], 22, of: Alphabet.alphanumeric),
        Plant(.squareToken, ["EA", "AA"], 60, of: Alphabet.alphanumeric),
        Plant(.shopifyToken, ["shp", "at_"], 32, of: Alphabet.hex),
        Plant(.shopifyToken, ["shp", "ss_"], 32, of: Alphabet.hex),
        Plant(.openAIKey) {
            ["sk", "-"].joined() + $0.text(20, of: Alphabet.alphanumeric) + "T3Bl"
                + $0.text(24, of: Alphabet.alphanumeric)
        },
        Plant(.openAIKey, ["sk", "-proj-"], 140, of: Alphabet.base64URL + Alphabet.alphanumeric),
        Plant(.anthropicKey) { ["sk", "-ant-", "api03-"].joined() + $0.text(93, of: Alphabet.alphanumeric) + "AA" },
        Plant(.groqKey, ["gs", "k_"], 52, of: Alphabet.alphanumeric),
        Plant(.xAIKey, ["xa", "i-"], 80, of: Alphabet.alphanumeric),
        Plant(.huggingFaceToken, ["h", "f_"], 34, of: Alphabet.small + Alphabet.capital),
        Plant(.npmToken, ["np", "m_"], 36, of: Alphabet.alphanumeric),
        Plant(.pypiToken, ["py", "pi-"], 150, of: Alphabet.alphanumeric),
        Plant(.dockerToken, ["dckr", "_pat_"], 27, of: Alphabet.alphanumeric),
        Plant(.sendGridKey) {
            ["S", "G."].joined() + $0.text(22, of: Alphabet.alphanumeric) + "." + $0.text(43, of: Alphabet.alphanumeric)
        },
        Plant(.twilioKey, ["S", "K"], 32, of: Alphabet.hex),
        Plant(.mailgunKey, ["ke", "y-"], 32, of: Alphabet.hex),
        Plant(.digitalOceanToken, ["dop", "_v1_"], 64, of: Alphabet.hex),
        Plant(.databricksToken, ["da", "pi"], 32, of: Alphabet.hex),
        Plant(.supabaseToken, ["sb", "p_"], 40, of: Alphabet.hex),
        Plant(.grafanaToken) {
            ["gl", "sa_"].joined() + $0.text(32, of: Alphabet.alphanumeric) + "_" + $0.text(8, of: Alphabet.hex)
        },
        Plant(.linearKey, ["lin", "_api_"], 40, of: Alphabet.alphanumeric),
        Plant(.figmaToken, ["fi", "gd_"], 40, of: Alphabet.alphanumeric),
        Plant(.vaultToken, ["hv", "s."], 90, of: Alphabet.alphanumeric),
        Plant(.dopplerToken, ["dp", ".pt."], 43, of: Alphabet.alphanumeric),
        Plant(.ageKey, ["AGE-SECRET", "-KEY-1"], 58, of: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"),
        Plant(.jwt) {
            ["ey", "JhbGciOiJIUzI1NiJ9"].joined() + "." + "ey" + "J" + $0.text(60, of: Alphabet.alphanumeric) + "."
                + $0.text(43, of: Alphabet.base64URL.filter { $0 != "-" })
        },
        Plant(.privateKey) { pem("RSA ", "\n", lines: 8, &$0) },
        Plant(.privateKey) { pem("OPENSSH ", "\\n", lines: 5, &$0) },
        Plant(.privateKey) { pem("", "\\n", lines: 20, &$0) },
        Plant(
            .urlPassword,
            [
                "postgres://app:{}@db.host.dev:5432/shop", "DATABASE_URL=mysql://root:{}@127.0.0.1/x\n",
                "redis://:{}@cache:6379/0",
                "{\"url\": \"https://bot:{}@git.host.dev/a.git\"}", "mongodb+srv://me:{}@cluster0.net/?w=1",
                "amqp://mq:{}@[::1]:5672",
                "git clone https://ci:{}@host.dev/r.git", "see 'ftp://joe:{}@files.dev' please",
            ], password),
        Plant(
            .authorization,
            [
                "Authorization: Bearer {}\r\n", "{\"Authorization\": \"Bearer {}\"}",
                "curl -H 'Authorization: Bearer {}' https://a.dev",
                "authorization: token {}\n", "headers['Authorization'] = 'Bearer {}'", "auth = \"Bearer {}\"",
                "x-auth: {}\n", "use Bearer {} here",
            ]
        ) { $0.text(40, of: Alphabet.alphanumeric) },
        Plant(
            .authorization,
            [
                "Authorization: Basic {}\n", "-H \"authorization: basic {}\"",
                "{\"headers\":{\"Authorization\":\"Basic {}\"}}",
            ]
        ) {
            base64("service:" + password(&$0))
        },
        Plant(
            .cookie,
            [
                "Cookie: sid={}; theme=dark\n", "Set-Cookie: session={}; Path=/; HttpOnly\n",
                "-H 'cookie: a=b; auth.sid={}'", "{\"Cookie\":\"sid={}\"}",
            ]
        ) {
            $0.text(32, of: Alphabet.alphanumeric)
        },
        Plant(.password, passwords, password),
        Plant(.secret, named("client_secret", "clientSecret", "APP_SECRET", "jwt-secret")) {
            $0.text(32, of: Alphabet.alphanumeric)
        },
        Plant(.token, named("auth_token", "accessToken", "BOT_TOKEN", "refresh-token")) {
            $0.text(40, of: Alphabet.alphanumeric)
        },
        Plant(.token, named("deploy_token", "DEPLOY_TOKEN")) { $0.text(40, of: Alphabet.hex) },
        Plant(.apiKey, named("api_key", "apiKey", "API_KEY", "x-api-key", "apikey")) {
            $0.text(32, of: Alphabet.alphanumeric)
        },
        Plant(.secretKey, named("encryption_key", "signingKey", "MASTER_KEY", "private_key")) {
            $0.text(44, of: Alphabet.alphanumeric)
        },
        Plant(.credential, named("credential", "serviceCredentials", "CREDENTIALS")) {
            $0.text(32, of: Alphabet.alphanumeric)
        },
    ]

    static func pem(_ label: String, _ newline: String, lines: Int, _ dice: inout Dice) -> String {
        let dashes = "-----"
        let name = label + "PRIVATE" + " KEY"
        let body =
            (0..<lines).map { _ in dice.text(64, of: Alphabet.base64) } + [dice.text(20, of: Alphabet.base64) + "=="]
        return ([dashes + "BEGIN " + name + dashes] + body + [dashes + "END " + name + dashes]).joined(
            separator: newline)
    }

    static func base64(_ text: String) -> String {
        let alphabet = Array(Alphabet.capital + Alphabet.small + Alphabet.digit + "+/")
        var encoded = ""
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...group.count { encoded.append(alphabet[bits >> (18 - 6 * place) & 63]) }
            encoded += String(repeating: "=", count: 3 - group.count)
        }
        return encoded
    }
}
