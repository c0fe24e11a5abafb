import Redaction

/// A secret made up at run time, from pieces, so that no scanner of repositories finds one in this file.
struct Plant: Sendable {
    let kind: SecretKind
    /// Texts around the secret, which stands at `{}`.
    let contexts: [String]
    let make: @Sendable (inout Dice) -> String

    init(_ kind: SecretKind, _ contexts: [String] = Plant.anywhere, _ make: @escaping @Sendable (inout Dice) -> String)
    {
        self.kind = kind
        self.contexts = contexts
        self.make = make
    }

    init(_ kind: SecretKind, _ prefix: [String], _ count: Int, of alphabet: String) {
        self.init(kind) { prefix.joined() + $0.text(count, of: alphabet) }
    }

    /// Where a secret that is known by its look may stand.
    static let anywhere = [
        "let key = \"{}\"\n", "{\"apiKey\": \"{}\", \"n\": 1}", "auth:\n  token: {}\n", "export TOKEN={}\n",
        "I pasted the key {} by mistake, sorry.", "{\\\"token\\\":\\\"{}\\\"}", "+    client = Client('{}')\n",
        "curl -H \"X-Key: {}\" https://api.host.dev/v1", "log: using {}\n", "<key>{}</key>", "It is {}.", "a\\n{}\\nb",
    ]
    static let passwords = [
        "password = \"{}\"", "{\"password\": \"{}\"}", "db:\n  password: {}\n", "DB_PASSWORD={}\n",
        "export PGPASSWORD='{}'\n",
        "tool --password {} --verbose", "<user name=\"a\" password=\"{}\"/>", "$config['db_password'] = '{}';",
        "'passwd' => '{}',", "password := \"{}\"", "let userPassword: String = \"{}\"",
        "{\\\"dbPassword\\\": \\\"{}\\\"}",
        "Server=db;User Id=sa;Password={};Encrypt=yes", "- name: ADMIN_PASSWORD\n  value: \"{}\"\n",
        "mysql -u root -p{} shop",
        "<password>{}</password>", "--passphrase={}", "connect(user=\"a\", password=\"{}\")",
    ]
    static let names = [
        "NAME = \"{}\"", "{\"NAME\": \"{}\"}", "app:\n  NAME: {}\n", "NAME={}\n", "export NAME=\"{}\"\n",
        "const NAME = '{}';", "NAME := `{}`", "'NAME' => '{}',", "<add key=\"NAME\" value=\"{}\"/>", "--NAME {}",
        "- name: NAME\n  value: {}\n", "{\\\"NAME\\\":\\\"{}\\\"}", "static let NAME: String = \"{}\"",
        "the NAME is {} for now",
        "os.environ[\"NAME\"] = \"{}\"", "?NAME={}&page=2",
    ]

    static func named(_ names: String...) -> [String] {
        Plant.names.enumerated().map { index, context in
            let name = names[index % names.count]
            return context.split(separator: "NAME", omittingEmptySubsequences: false).joined(separator: name)
        }
    }

    /// The text with the secret in it, and where.
    static func place(_ secret: String, in context: String) -> (text: String, range: Range<Int>)? {
        let parts = context.utf8.split(separator: 0x7B, maxSplits: .max, omittingEmptySubsequences: false)
        var before = 0
        for (index, part) in parts.enumerated() {
            if index > 0, part.first == 0x7D {
                let head = String(decoding: Array(context.utf8)[..<before], as: UTF8.self)
                let tail = String(decoding: Array(context.utf8)[(before + 2)...], as: UTF8.self)
                return (head + secret + tail, before..<before + secret.utf8.count)
            }
            before += part.count + (index < parts.count - 1 && !(parts[index + 1].first == 0x7D) ? 1 : 0)
        }
        return nil
    }

    @Sendable static func password(_ dice: inout Dice) -> String {
        let core =
            dice.text(5, of: Alphabet.small) + dice.text(3, of: Alphabet.capital) + dice.text(3, of: Alphabet.digit)
        return String(core.shuffled(using: &dice)) + dice.pick(["!", "", "#7", "_x9", "-Q4"])
    }
}
