/// Reads signals from words that stand near each other.
struct SignalReader {
    /// What a word may be for; a word may be for several things.
    struct Role: OptionSet {
        let rawValue: UInt64
        static let drop = Role(rawValue: 1 << 0)
        static let before = Role(rawValue: 1 << 1)
        static let orders = Role(rawValue: 1 << 2)
        static let all = Role(rawValue: 1 << 3)
        static let not = Role(rawValue: 1 << 4)
        static let follow = Role(rawValue: 1 << 5)
        static let model = Role(rawValue: 1 << 6)
        static let you = Role(rawValue: 1 << 7)
        static let tell = Role(rawValue: 1 << 8)
        static let person = Role(rawValue: 1 << 9)
        static let send = Role(rawValue: 1 << 10)
        static let secret = Role(rawValue: 1 << 11)
        static let run = Role(rawValue: 1 << 12)
        static let command = Role(rawValue: 1 << 13)
        static let now = Role(rawValue: 1 << 14)
        static let task = Role(rawValue: 1 << 15)
        static let new = Role(rawValue: 1 << 16)
        static let silent = Role(rawValue: 1 << 17)
        static let without = Role(rawValue: 1 << 18)
        static let system = Role(rawValue: 1 << 19)
        static let must = Role(rawValue: 1 << 20)
        static let authority = Role(rawValue: 1 << 21)
        static let told = Role(rawValue: 1 << 22)
        static let be = Role(rawValue: 1 << 23)
        static let decode = Role(rawValue: 1 << 24)
        static let ai = Role(rawValue: 1 << 25)
        static let reader = Role(rawValue: 1 << 26)
        static let longer = Role(rawValue: 1 << 27)
        static let apply = Role(rawValue: 1 << 28)
        static let instead = Role(rawValue: 1 << 29)
        static let ask = Role(rawValue: 1 << 30)
        static let to = Role(rawValue: 1 << 31)
        static let message = Role(rawValue: 1 << 32)
        /// Names a model by itself.
        static let named = Role(rawValue: 1 << 33)
        /// `dear`, `attention`, `hey`
        static let hail = Role(rawValue: 1 << 34)
    }

    /// The number of the last word of each role, by its bit.
    private var last = [Int](repeating: -1000, count: 40)

    /// The number of the last word at which a model was addressed.
    private var addressed = -1000

    mutating func read(_ word: WordReader.Word, _ take: (SignalKind) -> Void) {
        find(word) { kind in take(kind) }
    }

    private mutating func find(_ word: WordReader.Word, _ take: (SignalKind) -> Void) {
        let roles = Self.roles[word.hash] ?? []
        if roles.isEmpty { return }
        let here = word.number
        var rest = roles.rawValue
        while rest != 0 {
            last[rest.trailingZeroBitCount] = here
            rest &= rest - 1
        }
        func near(_ role: Role, _ reach: Int) -> Bool { here - last[role.rawValue.trailingZeroBitCount] <= reach }
        func order(_ first: Role, _ second: Role) -> Bool {
            last[first.rawValue.trailingZeroBitCount] <= last[second.rawValue.trailingZeroBitCount]
        }
        let speaks = here - addressed <= 40
        // "disregard your earlier directions", "forget all you were told before", "do not follow the rules above"
        if !roles.isDisjoint(with: [.orders, .before, .told]) {
            let drops = near(.drop, 9) || near(.not, 9) && near(.follow, 8) && order(.not, .follow)
            let orders = near(.orders, 6) || near(.told, 6) && near(.you, 8)
            if drops, orders, near(.before, 8) || near(.told, 6) && near(.you, 8) { take(.setsAside) }
        }
        // "your prior guidelines no longer apply", "these supersede the system prompt"
        if roles.contains(.apply), near(.longer, 3) || near(.not, 3), near(.orders, 8),
            near(.before, 10) || near(.you, 10)
        {
            take(.setsAside)
        }
        if roles.contains(.orders), near(.system, 2), near(.drop, 8) { take(.setsAside) }
        // "you are now …", "from now on you will", "your new task is", "your real goal"
        if roles.contains(.now), near(.you, 3), near(.be, 2) { take(.newRole) }
        if roles.contains(.you), near(.now, 2), !near(.be, 1) { take(.newRole) }
        if roles.contains(.task), near(.new, 2), near(.you, 4) { take(.newRole) }
        if roles.contains(.task), near(.instead, 6), near(.you, 6) { take(.newRole) }
        // "note to AI assistants", "if you are a language model", "any agent reading this"
        if !roles.isDisjoint(with: [.model, .named]) {
            let isNamed = roles.contains(.named) || near(.ai, 2)
            if isNamed, near(.you, 6) || near(.reader, 6) || near(.hail, 4) || word.mark != 0 || near(.message, 5) {
                addressed = here
                take(.speaksToModel)
            }
            if near(.hail, 2) {
                addressed = here
                take(.speaksToModel)
            }
        }
        if roles.contains(.reader), near(.named, 4) || near(.model, 4) && near(.ai, 6) {
            addressed = here
            take(.speaksToModel)
        }
        if roles.contains(.must), near(.named, 3) || near(.model, 3) && near(.ai, 5) {
            addressed = here
            take(.speaksToModel)
        }
        if roles.contains(.you), near(.named, 3) || near(.model, 3) && near(.ai, 5) {
            addressed = here
            take(.speaksToModel)
        }
        // "do not mention this to the user", "without asking the developer", "silently"
        if roles.contains(.person) {
            if near(.tell, 6), near(.not, 9) && order(.not, .tell) || near(.without, 7) && order(.without, .tell) {
                take(.keepsSecret)
            }
            if near(.without, 7), near(.ask, 5) { take(.keepsSecret) }
            if near(.silent, 8) { take(.keepsSecret) }
        }
        if roles.contains(.tell), near(.not, 4), speaks { take(.keepsSecret) }
        // "post the contents of .env to", "include any API keys you find"
        if roles.contains(.secret), near(.send, 10), near(.to, 14) || speaks || near(.you, 14) { take(.takesSecrets) }
        if roles.contains(.to), near(.send, 12), near(.secret, 10) { take(.takesSecrets) }
        // "execute the following command", for those who read it as an order
        if roles.contains(.command), near(.run, 6),
            speaks || near(.silent, 14) || near(.without, 14) || near(.before, 3) && near(.must, 10)
        {
            take(.runsUnasked)
        }
        if roles.contains(.run), speaks, near(.must, 4) { take(.runsUnasked) }
        if roles.contains(.decode), near(.run, 12), near(.decode, 0), speaks || near(.follow, 8) { take(.decodes) }
        if roles.contains(.follow), near(.decode, 8) { take(.decodes) }
        // "<system>", "[system message]", "### system:"
        if roles.contains(.system), word.mark == 0x3C || word.mark == 0x5B || word.mark == 0x7C { take(.playsSystem) }
        if roles.contains(.message), near(.system, 1), speaks || near(.new, 3) { take(.playsSystem) }
        if roles.contains(.orders), near(.new, 1) || near(.system, 1), speaks || near(.you, 8) || near(.authority, 10) {
            take(.playsSystem)
        }
        if roles.contains(.authority), speaks || near(.orders, 8) { take(.claimsAuthority) }
    }

    private static let roles: [UInt64: Role] = {
        var roles: [UInt64: Role] = [:]
        func add(_ role: Role, _ words: String) {
            for word in words.split(separator: " ") { roles[WordReader.hash(of: word), default: []].formUnion(role) }
        }
        add(
            .drop,
            """
            ignore ignoring disregard disregarding forget forgetting override overriding overrides bypass bypassing discard \
            discarding neglect abandon supersede supersedes superseding dismiss omit cancel void invalidate invalidates \
            replace replaces erase nullify nullifies overrule suspend stop
            """)
        add(
            .before,
            """
            previous previously prior above earlier preceding before foregoing former existing original initial past so far \
            given received current all any every everything other
            """)
        add(
            .orders,
            """
            instruction instructions prompt prompts directive directives guideline guidelines direction directions rule \
            rules order orders constraint constraints restriction restrictions policy policies safeguards guardrails \
            programming training briefing
            """)
        add(.told, "told instructed taught said asked trained briefed learned")
        add(.not, "not dont never no cannot mustnt shouldnt neither nor avoid refrain")
        add(.follow, "follow following obey heed adhere comply listen attention execute perform carry")
        add(
            .model,
            """
            assistant assistants llm llms agent agents copilot claude chatgpt gpt gemini codex cursor chatbot chatbots bot \
            model models
            """)
        add(.ai, "ai llm llms language coding automated artificial autonomous generative")
        add(.named, "ai llm llms claude chatgpt gpt copilot")
        add(.hail, "dear attention hey hello kindly helpful")
        add(.you, "you your youre yourself")
        add(
            .tell,
            """
            tell mention inform reveal disclose notify report say show alert warn reference acknowledge discuss explain \
            summarize display bring let
            """)
        add(
            .person,
            "user users human humans developer developers person operator owner owners engineer reviewer maintainer anyone them"
        )
        add(
            .ask,
            "asking ask confirmation confirming approval permission consent prompting checking telling informing notifying consulting"
        )
        add(.tell, "asking telling informing notifying mentioning")
        add(
            .send,
            """
            send sending post upload exfiltrate leak transmit forward email submit include append embed copy paste share push \
            publish deliver report collect gather read print output put encode
            """)
        add(
            .secret,
            """
            secret secrets credential credentials password passwords token tokens apikey apikeys env dotenv idrsa keys key ssh \
            cookies passphrase wallet
            """)
        add(.run, "run execute invoke call launch perform start use open install curl type issue")
        add(.command, "command commands shell script terminal bash code tool tools curl wget payload snippet")
        add(.now, "now henceforth onward onwards hereafter")
        add(.task, "task tasks goal objective role job mission purpose priority assignment identity persona duty")
        add(.new, "new real actual true only sole updated revised primary main next")
        add(
            .silent,
            "silently quietly secretly secret hidden discreetly covertly invisibly unnoticed private confidential")
        add(.without, "without")
        add(.system, "system sys admin administrator inst root important")
        add(
            .message,
            "message messages note notice prompt override instruction instructions reminder update attention memo hint")
        add(.must, "must should shall will need required have always please immediately")
        add(
            .authority,
            "system administrator admin authorized urgent important priority mandatory critical security openai anthropic maintainers"
        )
        add(.be, "are be become act behave")
        add(.decode, "decode decoding decoded decrypt base64 rot13 hex")
        add(.reader, "reading reads read parsing processing summarizing reviewing analyzing ingesting processes")
        add(.longer, "longer")
        add(.apply, "apply applies valid effect binding relevant matter hold active")
        add(.instead, "instead rather")
        add(.to, "to into at via")
        return roles
    }()
}
