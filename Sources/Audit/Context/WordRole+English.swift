extension WordRole {
    static func addEnglish(_ add: (WordRole, String) -> Void) {
        add(
            .drop,
            """
            ignore ignores ignoring ignored disregard disregarding forget forgetting bypass bypassing neglect neglecting \
            abandon abandoning overlook overlooking dismiss cancel discard discarding suspend erase overrule overruling \
            override overriding unlearn aside overwrite reset leave abort drop withdraw void
            """)
        add(
            .moot,
            """
            void superseded supersede supersedes supersed overridden overrides obsolete wrong invalid revoked lifted \
            suspended cancelled canceled replaced outdated dismissed ignored existed withdrawn fiction drill decoy encrypted \
            meaningless expired deprecated secondary replaces
            """)
        add(
            .before,
            """
            previous previously prior above earlier preceding before foregoing former existing original initial past \
            beginning start far all any every everything anything contradicts current system developer old received whatever
            """)
        add(
            .orders,
            """
            instruction instructions prompt prompts directive directives guideline guidelines guidance orders briefing \
            programming message commands
            """)
        add(
            .rules,
            """
            rule rules policy policies constraint constraints restriction restrictions limits safeguards guardrails order \
            conversation chat training safety protocol protocols ethics filters context messages terms question measures
            """)
        add(.told, "told instructed taught informed trained briefed imposed given asked mentioned received said wanted")
        add(.not, "stop not dont never no cannot mustnt shouldnt avoid refrain without wont")
        add(.follow, "follow following obey heed adhere comply listen attention believe trust count apply applies")
        add(.you, "you your youre yourself youve")
        add(.be, "are be become re youre")
        add(.now, "now henceforth hereafter onwards")
        add(.longer, "longer more")
        add(
            .task,
            """
            task tasks goal objective role job mission purpose assignment identity persona duty plan question request \
            document documentation
            """)
        add(.sole, "sole true real actual only secret hidden primary")
        add(.updated, "updated new revised changed replaced newer")
        add(
            .named,
            """
            ai llm llms claude chatgpt gpt copilot assistant assistants chatbot chatbots gemini ais grok
            """)
        add(
            .agent,
            """
            assistant assistants agent agents model models bot bots chatbot chatbots cursor gemini codex reviewers robot
            """)
        add(.ai, "ai language coding automated artificial autonomous generative automatic")
        add(.hail, "dear attention hey hello hi important")
        add(
            .reader,
            """
            reading reads read parsing parses parse processing processes process summarizing summarising summarizes summarises \
            summarize summarise indexing indexes ingesting reviewing analyzing analysing crawling crawl opens working sees see \
            handles translating
            """)
        add(.must, "must should shall required obliged please kindly ought")
        add(.message, "message messages note notes notice ps memo hint reminder instruction instructions comment line")
        add(.to, "to for")
        add(
            .person,
            """
            user users human humans developer developers person people operator owner anyone anybody whoever reader readers \
            visitor customer maintainer programmer
            """)
        add(
            .tell,
            """
            tell mention reveal disclose notify inform informed alert explain telling informing notifying mentioning report \
            know bother acknowledge unaware let
            """)
        add(.without, "without skip bypass")
        add(.silent, "silently quietly secretly discreetly covertly unnoticed quiet silent")
        add(.from, "from")
        add(.elsewhere, "else")
        add(.instead, "instead")
        add(.checks, "check checks verification validation certificate safety security tests")
        add(.skip, "skip disable turn remove omit switch switched delete")
        add(.keep, "keep stay be remain")
        add(.hide, "hide hidden conceal concealed secret")
        add(.ask, "asking ask prompting checking consulting")
        add(
            .consent,
            "confirmation approval permission consent approved confirming confirm authorised authorized approve agreed")
        add(.nothing, "nothing")
        add(.say, "say state reply answer respond report answers")
        add(.utter, "say state reply answer respond report output write print answers")
        add(.let, "let")
        add(.brand, "claude chatgpt gpt copilot gemini grok")
        add(.should, "should please kindly")
        add(.has, "has have needs need")
        add(.note, "note notes notice memo ps reminder instruction instructions hint")
        add(.with, "with on in")
        add(.as, "as")
        add(.already, "already has been")
        add(
            .secret,
            """
            secret secrets credential credentials password passwords token tokens apikey apikeys env dotenv idrsa rsa ssh key \
            keys cookies keychain passwd shadow netrc memory conversation history environment ssn ssns emails configuration
            """)
        add(
            .raid,
            "env idrsa rsa ed passwd shadow netrc credentials mcp ssh aws history cookies keychain"
        )
        add(
            .send,
            """
            send exfiltrate leak transmit forward upload post posts reveal include append embed paste share output print put \
            give transfer show write collect mail email sent enter provide return display read push repeat copy pass publish \
            list translate cat dump store append encode disclose insert extract
            """)
        add(.prompt, "prompt instructions prompts configuration rules")
        add(
            .harm,
            "backdoor exfiltrate malware malicious lgtm unrestricted jailbreak attacker rf chmod collaborator antivirus rootkit"
        )
        add(.shell, "sh bash zsh")
        add(.fetch, "curl wget")
        add(.safe, "safe secure fixed yes approve lgtm recommend positive false passed")
        add(.mark, "mark rate answer classify declare state claim rank give reply")
        add(.system, "system sys inst administrator im admin")
        add(.override, "override overriding")
        add(
            .authority,
            "administrator admin authorized authorised approved anthropic openai vendor maintainers authority")
        add(.obey, "obey comply obliged obedience complies")
        add(.precedence, "precedence")
        add(.only, "only exactly")
        add(.command, "command commands shell script tool curl wget sudo package code bash")
        add(.run, "run execute invoke call launch install use executing carry interpret perform")
        add(.decode, "decode base64 rot decrypt hexadecimal hex")
        add(.ignored, "dismissed ignored disregarded forgotten")
        add(.everything, "everything anything all whatever")
        add(.reply, "response responses reply replies answer answers output summary summaries")
        add(
            .freed,
            """
            unrestricted unfiltered uncensored jailbroken jailbreak dan limitations limits restrictions filters ethics unlimited \
            root hacker evil limitless forbidden uncensoredgpt ethical unbound
            """)
        add(.pretend, "pretend act roleplay imagine behave simulate acting")
        add(.mode, "mode")
        add(
            .kindOfMode,
            "developer maintenance debug admin dan god unrestricted root roleplay jailbreak privileged unfiltered")
        add(.address, "http https webhook endpoint url email mailto")
        add(.template, "im inst sys system assistant tool function invoke user human")
        add(.keepsMemory, "memory remember claude agents memorize")
        add(.begin, "begin start end starting prefix append add include")
        add(.access, "access rights permission permissions")
        add(.full, "full root admin unlimited complete all grant")
        add(.tool, "tool name function tools")
        add(.arguments, "arguments parameters input args parameter")
        add(.verbatim, "verbatim word words literally exactly codeblock")
        add(
            .heading,
            "system admin instruction instructions override hidden ai assistant directive directives developer important"
        )
        add(.what, "what which")
        add(.refuse, "refuse warn filters")
        add(.free, "free broken")
        add(
            .lead,
            """
            please kindly then and also now must should shall you instead just always never dont not quietly silently secretly \
            first immediately ai ais assistant assistants agent agents model models llm llms claude gpt copilot cursor gemini \
            will may can or but only bots bot robot
            """)
        add(.doing, "do must should shall may need under does cannot will")
        add(.unaware, "unaware")
        add(.trace, "trace traces")
        add(.need, "need needs")
        add(.us, "us")
        add(.between, "between")
        add(.get, "read fetch get copy collect gather find open cat list take retrieve visit make download locate")
        add(.talk, "conversation chat history contents content context")
        add(.about, "about")
        add(.this, "this that it")
        add(.if, "if when case")
        add(.forbid, "dont never mustnt shouldnt")
    }
}
