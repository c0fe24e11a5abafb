/// What a word may be for, where somebody speaks to a model; a word may be for several things.
struct WordRole: OptionSet {
    let rawValue: UInt64

    private static func bit(_ number: UInt64) -> WordRole { WordRole(rawValue: 1 << number) }

    static let drop = bit(0)
    static let before = bit(1)
    static let orders = bit(2)
    static let rules = bit(3)
    static let told = bit(4)
    static let not = bit(5)
    static let follow = bit(6)
    static let moot = bit(7)
    static let you = bit(8)
    static let be = bit(9)
    static let now = bit(10)
    static let longer = bit(11)
    static let task = bit(12)
    static let sole = bit(13)
    static let updated = bit(14)
    static let named = bit(15)
    static let agent = bit(16)
    static let ai = bit(17)
    static let hail = bit(18)
    static let reader = bit(19)
    static let must = bit(20)
    static let message = bit(21)
    static let to = bit(22)
    static let person = bit(23)
    static let tell = bit(24)
    static let without = bit(25)
    static let silent = bit(26)
    static let ask = bit(27)
    static let consent = bit(28)
    static let nothing = bit(29)
    static let say = bit(30)
    static let already = bit(31)
    static let secret = bit(32)
    static let send = bit(33)
    static let prompt = bit(34)
    static let harm = bit(35)
    static let shell = bit(36)
    static let fetch = bit(37)
    static let safe = bit(38)
    static let mark = bit(39)
    static let system = bit(40)
    static let override = bit(41)
    static let authority = bit(42)
    static let obey = bit(43)
    static let precedence = bit(44)
    static let only = bit(45)
    static let command = bit(46)
    static let run = bit(47)
    static let decode = bit(48)
    static let ignored = bit(49)
    static let everything = bit(50)
    static let hide = bit(51)
    static let from = bit(52)
    static let elsewhere = bit(53)
    static let checks = bit(54)
    static let skip = bit(55)
    static let keep = bit(56)
    static let instead = bit(57)

    /// - Parameter hash: of the word, see `WordReader`.
    static func of(_ hash: UInt64) -> WordRole { table[hash] ?? [] }

    private static let table: [UInt64: WordRole] = {
        var table: [UInt64: WordRole] = [:]
        func add(_ role: WordRole, _ words: String) {
            for word in words.split(separator: " ") { table[WordReader.hash(of: word), default: []].formUnion(role) }
        }
        add(
            .drop,
            """
            ignore ignoring disregard disregarding forget forgetting bypass bypassing neglect neglecting abandon abandoning \
            overlook overlooking dismiss cancel discard discarding suspend erase overrule unlearn aside overwrite
            """)
        add(
            .moot,
            """
            void superseded supersede supersedes overridden override overrides obsolete wrong invalid revoked lifted \
            suspended cancelled canceled replaced outdated dismissed ignored existed
            """)
        add(
            .before,
            """
            previous previously prior above earlier preceding before foregoing former existing original initial past \
            beginning start far all any every everything anything contradicts current
            """)
        add(
            .orders,
            """
            instruction instructions prompt prompts directive directives guideline guidelines guidance orders briefing \
            programming
            """)
        add(
            .rules,
            """
            rule rules policy policies constraint constraints restriction restrictions limits safeguards guardrails order \
            conversation chat training safety
            """)
        add(.told, "told instructed taught informed trained briefed imposed given")
        add(.not, "stop not dont never no cannot mustnt shouldnt avoid refrain")
        add(.follow, "follow following obey heed adhere comply listen attention believe trust")
        add(.you, "you your youre yourself")
        add(.be, "are be become")
        add(.now, "now henceforth hereafter onwards")
        add(.longer, "longer")
        add(
            .task,
            "task tasks goal objective role job mission purpose assignment identity persona duty plan question request")
        add(.sole, "sole true real actual only secret hidden")
        add(.updated, "updated new revised changed replaced")
        add(.named, "ai llm llms claude chatgpt gpt copilot assistant assistants chatbot chatbots")
        add(
            .agent,
            "assistant assistants agent agents model models bot bots chatbot chatbots cursor gemini codex reviewers")
        add(.ai, "ai language coding automated artificial autonomous generative")
        add(.hail, "dear attention hey hello")
        add(
            .reader,
            """
            reading reads read parsing parses processing processes summarizing summarising summarizes summarises summarize \
            summarise indexing indexes ingesting read reviewing analyzing analysing
            """)
        add(.must, "must should shall required obliged needs please kindly")
        add(.message, "message messages note notice ps memo hint reminder")
        add(.to, "to for")
        add(.person, "user users human humans developer developers person people operator owner anyone anybody whoever")
        add(
            .tell,
            "tell mention reveal disclose notify inform informed alert explain telling informing notifying mentioning")
        add(.without, "without")
        add(.silent, "silently quietly secretly discreetly covertly unnoticed")
        add(.from, "from")
        add(.elsewhere, "else")
        add(.instead, "instead")
        add(.checks, "check checks verification validation certificate safety security tests")
        add(.skip, "skip disable turn remove omit")
        add(.keep, "keep stay be remain")
        add(.silent, "quiet silent")
        add(.hide, "hide hidden conceal concealed secret")
        add(.ask, "asking ask prompting checking consulting")
        add(.consent, "confirmation approval permission consent approved confirming")
        add(.nothing, "nothing")
        add(.say, "say state reply answer respond report")
        add(.already, "already has")
        add(
            .secret,
            """
            secret secrets credential credentials password passwords token tokens apikey apikeys env dotenv idrsa rsa ssh key \
            keys cookies keychain passwd memory conversation
            """)
        add(
            .send,
            """
            send exfiltrate leak transmit forward upload post posts reveal include append embed paste share output print put \
            give transfer show write collect mail email sent enter provide return display read push
            """)
        add(.prompt, "prompt instructions")
        add(.harm, "backdoor exfiltrate malware malicious lgtm unrestricted jailbreak attacker rf chmod collaborator")
        add(.shell, "sh bash zsh")
        add(.fetch, "curl wget")
        add(.safe, "safe secure fixed yes approve lgtm recommend")
        add(.mark, "mark rate answer classify declare state")
        add(.system, "system sys inst administrator im")
        add(.override, "override overriding start")
        add(
            .authority,
            "administrator admin authorized authorised approved anthropic openai vendor maintainers"
        )
        add(.obey, "obey comply obliged obedience")
        add(.precedence, "precedence")
        add(.only, "only")
        add(.command, "command commands shell script tool curl wget sudo package code")
        add(.run, "run execute invoke call launch install use")
        add(.decode, "decode base64 rot13 decrypt")
        add(.ignored, "dismissed ignored disregarded forgotten")
        add(.everything, "everything anything all")
        return table
    }()
}
