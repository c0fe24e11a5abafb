extension WordRole {
    static func addEnglish(_ add: (WordRole, String) -> Void) {
        add(
            .drop,
            """
            ignore ignores ignoring ignored disregard disregards disregarding disregarded forget forgets forgetting bypass \
            bypassing bypassed neglect abandon overlook overlooking dismiss dismissed cancel discard discarding suspend suspended \
            erase overrule override overrides overriding overridden unlearn aside overwrite leave abort skip drop withdraw void \
            invalid obsolete superseded supersedes revoked revoke lifted cancelled canceled outdated reject refuse defy violate \
            scrap stop halt pause shed lose \
            unimportant legacy irrelevant meaningless throw cancels ended over expired fake wrong
            """)
        add(
            .obey,
            """
            obey obeys comply complies follow follows following adhere heed listen trust believe respect act proceed continue \
            fulfil fulfill honor honour cooperate
            """)
        add(
            .say,
            """
            tell tells telling mention mentions mentioning mentioned reveal reveals revealing disclose disclosing notify notifying \
            inform informs informing explain discuss acknowledge report reporting warn warning alert know bother complain comment \
            log speak talk claim pretends admit confess
            """)
        add(
            .send,
            """
            send sends sending exfiltrate leak leaks leaking transmit forward upload uploads uploading post posting email mail \
            emails paste submit transfer wire share sharing hand pass ship deliver push publish broadcast beacon fax phone
            """)
        add(
            .show,
            """
            show shows print prints printing output outputs display list repeat dump write writes append include includes insert \
            embed render translate return echo state quote recite reproduce enumerate summarize summarise expose provide give \
            spell cite encode
            """)
        add(
            .get,
            """
            read get fetch collect gather find open look search locate retrieve visit download take grab steal harvest browse \
            navigate load extract copy cat access query check scan
            """)
        add(
            .run,
            """
            run runs running execute executes executing invoke invoking call calls launch install installs perform carry eval \
            evaluate interpret exec start trigger use using
            """)
        add(
            .make,
            """
            add adds adding insert set sets change changes replace edit modify modifies create creates make makes put rewrite \
            update enable enables grant increase raise store save introduce register configure reconfigure place \
            wire mandate appoint
            """)
        add(
            .unmake,
            """
            delete deletes deleting remove removes removing wipe destroy disable disables disabling turn switch uninstall rm drop \
            weaken lower clear purge kill overwrite corrupt erase close
            """)
        add(
            .accept,
            """
            approve approves accept accepts merge merges rate rank recommend mark classify award grade score promote prefer \
            endorse praise allow authorize authorise hire pass treat buy pay commit favor favour
            """)
        add(
            .pretend,
            "pretend pretends act acting roleplay imagine behave simulate simulating play playing impersonate pose suppose assume"
        )
        add(
            .answer,
            """
            answer answers reply replies respond response responses say says output summary summaries conclude conclusion write \
            report begin start end finish state
            """)
        add(.remember, "remember memorize memorise memory memories store save keep retain persist")
        add(
            .before,
            """
            previous previously prior above earlier preceding before foregoing former existing original initial initially past \
            beginning far old start received usual normal default current currently precedes up
            """)
        add(.after, "below following next beneath subsequent underneath after follows remaining rest remainder later")
        add(
            .orders,
            """
            instruction instructions prompt prompts directive directives guideline guidelines guidance orders order command \
            commands briefing programming preprompt instructs request requests
            """)
        add(
            .rules,
            """
            rule rules policy policies constraint constraints restriction restrictions limit limits limitation limitations \
            safeguard safeguards guardrail guardrails training safety protocol protocols ethics ethical filter filters moderation \
            restraints boundaries terms alignment censorship norms
            """)
        add(
            .told,
            """
            told instructed taught informed trained briefed given asked configured received programmed said told deployed learned \
            learnt heard supposed
            """)
        add(
            .not,
            """
            not dont never no cannot mustnt shouldnt avoid refrain without wont cant doesnt isnt neither nor nothing nobody none \
            cease hide conceal keep kept withhold omit
            """)
        add(.you, "you your youre yourself youve yours youll youd")
        add(.me, "me my i im us our we mine ive")
        add(
            .named,
            """
            ai ais llm llms claude chatgpt gpt copilot gemini grok llama mistral deepseek assistant assistants chatbot chatbots \
            cursor codex windsurf devin anthropic openai
            """)
        add(
            .agent,
            """
            agent agents model models bot bots automation automations assistant assistants reviewer reviewers grader screener \
            screeners crawler crawlers evaluator robot robots scraper summarizer summariser machines machine tools classifier judge
            """)
        add(
            .artificial,
            """
            language automated artificial automatic autonomous generative coding intelligent based powered driven large virtual \
            machine
            """)
        add(
            .hail,
            """
            dear attention hey hello hi note notes notice notices ps memo hint reminder message messages important urgent listen \
            warning greetings announcement alert
            """)
        add(
            .reads,
            """
            reading reads read parsing parses parse processing processes process summarizing summarising summarizes summarises \
            indexing ingesting reviewing reviews reviewed analyzing analysing analyses crawling crawl sees see seeing handles \
            handling translating scanning evaluating evaluates encountering encounter views viewing visiting working generating \
            screening scoring consumes
            """)
        add(
            .must,
            "must should shall required obliged please kindly ought need needs needed have has supposed requires will mandatory"
        )
        add(
            .person,
            """
            user users human humans developer developers person people operator owner owners anyone anybody whoever somebody \
            reader readers visitor visitors customer customers maintainer maintainers programmer client employer author boss \
            reviewer team \
            master principal impostor recipient original
            """)
        add(
            .silent,
            """
            silently quietly secretly discreetly covertly unnoticed quiet silent invisible invisibly hidden secrecy confidential \
            confidentially unaware discreet stealthily unseen background behind
            """)
        add(
            .ask,
            """
            asking ask asks confirmation confirmations confirm confirming approval approvals permission permissions consent \
            authorization authorisation prompting consulting prompt prompts questions question review hesitation dialog dialogs \
            checking
            """)
        add(
            .secret,
            """
            secret secrets credential credentials password passwords token tokens apikey apikeys keys key passphrase cookies \
            cookie history conversation conversations chat context variables environment wallet ssn pin pii private personal \
            confidential sensitive card messages names addresses contacts mailbox session \
            phone mailbox iban account accounts data database
            """)
        add(
            .secretFile,
            """
            env dotenv idrsa rsa ed ssh aws passwd shadow netrc npmrc pem kdbx keychain keystore gnupg kubeconfig mcp pgpass bashrc \
            zshrc profile authorized vault
            """)
        add(.system, "system developer sys root hidden core internal base admin administrator preamble")
        add(
            .task,
            """
            task tasks goal goals objective objectives mission missions job jobs assignment assignments role purpose duty persona \
            identity character priority request question mandate
            """)
        add(.new, "new real true actual updated revised changed fresh real different sole primary other changing")
        add(
            .now,
            "now henceforth hereafter onwards onward immediately instantly today moment forward time straight away anymore longer"
        )
        add(.be, "are be become is was been being re youre im becomes am")
        add(
            .freed,
            """
            unrestricted unfiltered uncensored jailbroken jailbreak dan unlimited unbound limitless evil hacker god sudo root \
            unethical free anything unconstrained unmoderated stan developer maintenance debug
            """)
        add(.mode, "mode")
        add(.only, "only exactly simply just solely always regardless whatever irrespective matter every each")
        add(.instead, "instead rather alternatively")
        add(
            .decode,
            "decode decodes decoding base rot hex hexadecimal decrypt atob decoded deobfuscate unscramble morse convert bytes payload encoded"
        )
        add(.address, "http https ftp webhook endpoint url mailto link server address iban bucket exfil")
        add(
            .shell,
            "sh bash zsh curl wget sudo rm chmod eval exec script shell powershell terminal python npm pip command commands"
        )
        add(
            .authority,
            """
            administrator admin anthropic openai google microsoft vendor authority security department official owner creator \
            creators developers maintainers maintainer manager ceo staff police compliance audit legal \
            official manager master parent host
            """)
        add(
            .checks,
            """
            check checks verification validation certificate certificates sandbox sandboxing safety security tests \
            authentication auth signature tls protection protections firewall antivirus confirmations warnings detection \
            safeguards approval
            """)
        add(
            .harm,
            """
            backdoor exfiltrate exfiltration malware malicious attacker evil phishing virus exploit payload rootkit ransomware rf \
            vulnerability vulnerabilities bomb weapon trojan reverse keylogger
            """)
        add(.template, "inst sys system assistant tool function invoke user human im instructions instruction")
        add(
            .heading,
            """
            system admin instruction instructions override hidden ai assistant directive directives developer important urgent \
            stop critical attention notice note alert command priority message warning all end begin
            """)
        add(
            .already,
            "already previously confirmed approved authorised authorized verified consented agreed granted signed cleared yes"
        )
        add(
            .this,
            """
            this that it these page file document text message comment line lines section paragraph article email website \
            following content repository issue readme ticket pull
            """)
        add(.everything, "everything all any anything every entire whole complete full completely")
        add(.verbatim, "verbatim word words literally literal exact exactly unmodified letter raw")
        add(
            .later,
            "future later session sessions forever always next ever conversations every afterwards permanently time")
        add(
            .judged,
            """
            candidate applicant resume cv paper essay submission manuscript score marks grade rating review reviews hire positive \
            excellent highest best lgtm product competitor \
            quality reviewer weaknesses complaints essay vulnerability issue problem problems
            """)
        add(.permitted, "may permitted allowed can permission free okay ok fine authorised authorized allows permit")
        add(.otherwise, "otherwise else unless fail fails failure penalty shutdown terminated consequences")
        add(
            .lead,
            """
            please kindly then and also now must should shall you instead just always never dont not quietly silently secretly \
            first immediately ai ais assistant assistants agent agents model models llm llms claude gpt copilot cursor gemini \
            will may can or but only bots bot robot lets simply to so codex chatgpt
            """)
        add(.to, "to")
        // "base64", "rot13"
        add(.joined, "base rot")
    }
}
