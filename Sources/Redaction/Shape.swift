/// A secret that is known by its look: a prefix that its provider chose, then so many bytes of certain kinds.
struct Shape {
    let kind: SecretKind
    let prefix: StaticString
    let tail: ByteKind
    let length: ClosedRange<Int>
    /// Where in the prefix its four-byte anchor begins; -1 is the byte before, which must end another word.
    let anchor: Int
    /// The prefix says little, so the tail must look random by itself.
    let needsRandomTail: Bool

    init(
        _ kind: SecretKind, _ prefix: StaticString, _ tail: ByteKind, _ length: ClosedRange<Int>,
        needsRandomTail: Bool = false
    ) {
        self.kind = kind
        self.prefix = prefix
        self.tail = tail
        self.length = length
        anchor = Self.anchor(prefix)
        self.needsRandomTail = needsRandomTail
    }

    /// The four bytes that end with the prefix's first `_`, `-` or `.`, which few words have; those that begin with `sk-`
    /// go with `sk-` itself, so that the most special of them is tried first.
    private static func anchor(_ prefix: StaticString) -> Int {
        let count = prefix.utf8CodeUnitCount
        guard count >= 4, !(prefix.utf8Start[0] == UInt8(ascii: "s") && prefix.utf8Start[2] == UInt8(ascii: "-")) else {
            return -1
        }
        for place in 3..<count where prefix.utf8Start[place].isOne(of: [.dash, .dot]) { return place - 3 }
        return 0
    }

    static let hyphenated: ByteKind = [.lower, .upper, .digit, .dash]

    /// The more special prefix of two comes first.
    static let all: [Shape] = [
        Shape(.awsAccessKeyID, "AKIA", .capitals, 16...16),
        Shape(.awsAccessKeyID, "ASIA", .capitals, 16...16),
        Shape(.googleAPIKey, "AIza", hyphenated, 35...35),
        Shape(.googleOAuth, "GOCSPX-", hyphenated, 24...36),
        Shape(.googleOAuth, "ya29.", hyphenated, 30...1024),
        Shape(.githubToken, "ghp_", .alphanumeric, 36...255),
        Shape(.githubToken, "gho_", .alphanumeric, 36...255),
        Shape(.githubToken, "ghu_", .alphanumeric, 36...255),
        Shape(.githubToken, "ghs_", .dotted, 36...1024),
        Shape(.githubToken, "ghr_", .alphanumeric, 36...255),
        Shape(.githubToken, "github_pat_", [.alphanumeric, .dash], 60...255),
        Shape(.gitlabToken, "glpat-", .dotted, 20...300),
        Shape(.gitlabToken, "gldt-", .dotted, 20...300),
        Shape(.gitlabToken, "glrt-", .dotted, 20...300),
        Shape(.gitlabToken, "glcbt-", .dotted, 20...300),
        Shape(.gitlabToken, "glptt-", .dotted, 20...300),
        Shape(.atlassianToken, "ATATT3", [.alphanumeric, .dash, .base64], 100...300),
        Shape(.slackToken, "xoxb-", hyphenated, 20...300),
        Shape(.slackToken, "xoxp-", hyphenated, 20...300),
        Shape(.slackToken, "xoxa-", hyphenated, 20...300),
        Shape(.slackToken, "xoxr-", hyphenated, 20...300),
        Shape(.slackToken, "xoxs-", hyphenated, 20...300),
        Shape(.slackToken, "xoxo-", hyphenated, 20...300),
        Shape(.slackToken, "xoxe-", hyphenated, 20...300),
        Shape(.slackToken, "xoxe.", .dotted, 40...300),
        Shape(.slackToken, "xoxc-", hyphenated, 20...300),
        Shape(.slackToken, "xoxd-", .anyToken, 20...400),
        Shape(.slackToken, "xapp-", hyphenated, 30...300),
        Shape(.stripeKey, "sk_live_", .alphanumeric, 16...255),
        Shape(.stripeKey, "sk_test_", .alphanumeric, 16...255),
        Shape(.stripeKey, "rk_live_", .alphanumeric, 16...255),
        Shape(.stripeKey, "rk_test_", .alphanumeric, 16...255),
        Shape(.stripeKey, "whsec_", .base64Text, 24...80),
        Shape(.squareToken, "sq0atp-", hyphenated, 22...60),
        Shape(.squareToken, "sq0csp-", hyphenated, 40...60),
        Shape(.squareToken, "EAAA", hyphenated, 56...64, needsRandomTail: true),
        Shape(.shopifyToken, "shpat_", .hex, 32...32),
        Shape(.shopifyToken, "shpca_", .hex, 32...32),
        Shape(.shopifyToken, "shppa_", .hex, 32...32),
        Shape(.shopifyToken, "shpss_", .hex, 32...32),
        Shape(.anthropicKey, "sk-ant-", hyphenated, 24...300),
        Shape(.openAIKey, "sk-proj-", hyphenated, 24...300),
        Shape(.openAIKey, "sk-", hyphenated, 20...300, needsRandomTail: true),
        Shape(.groqKey, "gsk_", .alphanumeric, 40...80),
        Shape(.xAIKey, "xai-", .alphanumeric, 60...120),
        Shape(.huggingFaceToken, "hf_", .alphanumeric, 30...60, needsRandomTail: true),
        Shape(.npmToken, "npm_", .alphanumeric, 36...36, needsRandomTail: true),
        Shape(.pypiToken, "pypi-", hyphenated, 60...300),
        Shape(.dockerToken, "dckr_pat_", hyphenated, 20...60),
        Shape(.sendGridKey, "SG.", .dotted, 60...80, needsRandomTail: true),
        Shape(.twilioKey, "SK", .hexSmall, 32...32),
        Shape(.mailgunKey, "key-", .hexSmall, 32...32),
        Shape(.digitalOceanToken, "dop_v1_", .hexSmall, 64...64),
        Shape(.digitalOceanToken, "doo_v1_", .hexSmall, 64...64),
        Shape(.digitalOceanToken, "dor_v1_", .hexSmall, 64...64),
        Shape(.databricksToken, "dapi", [.hexSmall, .dash], 32...34),
        Shape(.supabaseToken, "sbp_", .hexSmall, 40...40),
        Shape(.grafanaToken, "glsa_", .name, 41...48),
        Shape(.grafanaToken, "glc_", .base64Text, 40...300, needsRandomTail: true),
        Shape(.linearKey, "lin_api_", .alphanumeric, 32...60),
        Shape(.figmaToken, "figd_", hyphenated, 36...60),
        Shape(.vaultToken, "hvs.", hyphenated, 24...300),
        Shape(.vaultToken, "hvb.", hyphenated, 24...300),
        Shape(.vaultToken, "hvr.", hyphenated, 24...300),
        Shape(.dopplerToken, "dp.pt.", .alphanumeric, 40...48),
        Shape(.dopplerToken, "dp.st.", .dotted, 40...90),
        Shape(.dopplerToken, "dp.ct.", .alphanumeric, 40...48),
        Shape(.dopplerToken, "dp.sa.", .alphanumeric, 40...48),
        Shape(.ageKey, "AGE-SECRET-KEY-1", .capitals, 58...58),
    ]
}
