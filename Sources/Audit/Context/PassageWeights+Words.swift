extension PassageWeights {
    /// What a word adds to its roles, for those that are met in ordinary documents more or less often than others of
    /// theirs.
    static let ofWords: [(Int16, String)] = [
        (15, "administrator"),
        (14, "customer whoever"),
        (13, "automated carry evil nothing obey"),
        (12, "approve artik confirmation reveal unut wipe"),
        (11, "agreed contacts conversation enumerate orders transfer weaken"),
        (10, "approuve backdoor buy everything iban im nao reviewed scrap sen unaware"),
        (9, "applicant confirmed customers hide preceding sandbox says summarise vendor webhook"),
        (
            8,
            """
            above admin below conclude den disclose execute far firewall god instructions istruzioni never next \
            precedentes quietly website
            """
        ),
        (
            7,
            """
            alle answer approva approved attention bez bypass competitor copilot decode deine download kindly \
            kullaniciya leave link netrc nota please regole remember repeat reply responde rewrite shall silently \
            soyleme system unrestricted
            """
        ),
        (
            6,
            """
            anyone aprove atob away bashrc beacon bot bucket calistir call cancella collect confirmations cookies \
            detto dicho disregard fetch gib give grant hinweis inst instrukcjach jestes komutu kurallarini nicht now \
            omit password permitted persona praise precedes put real recommend responda sopra talimatlarini told \
            transmit treat whatever yazdir
            """
        ),
        (
            5,
            """
            change document dump eval explain forget fuhre guideline it lupakan neglect paste permission positive \
            printing prior refrain regeln reglas respond restrictions revele screening silent skript stampa terms \
            this turn usun uzytkownika verbatim yourself
            """
        ),
        (
            4,
            """
            abandon act always anteriores apague append aside asking authentication befehl benutzer bots cette cite \
            claim commande consent directives envie filters following generating goster hacker hey ignora instruction \
            klucz later leak mail nichts odpowiedz ok olvida ought passworter perintah person place policies pretend \
            previas previous reviewers rispondi secretes shell sprachmodell starte task user verrate wire your \
            zignoruj
            """
        ),
        (
            3,
            """
            approval aprueba ask asked asks audit authorised bent bewerte chatgpt comando comply credentials dear \
            dimentica dirlo dois donne envoie esegui esqueca gonder guidelines harvest human imagine insert \
            irrespective jalankan kdbx lance locate montre mostre mot objective paper paragraph pem pomin protection \
            query reader reading regels regles reponds rivela safety secret secrets sende tell ten ticket todo \
            training vergiss vorgaben vorige you
            """
        ),
        (
            2,
            """
            abaikan adds ais alles anahtari antwoord antworte assistente attacker authorise bist bitte borra cetak \
            changed chat chaves chiavi classify cles compliance consignes contrasena conversations critical curl \
            delete digas earlier else encode envia eres essay every exfil exfiltrate exiba follows gather gesagt \
            gizli grade haslo ignorez informing instrucoes jailbroken kirim kunci lgtm list listen llms loscht \
            machines menciones mention mostra must niet noem nulla operator oublie overrule owner parses passe \
            passwords pengguna phone play pokaz poprzednie prevenir rahasia regras reviews robot role rsa sagt say \
            schicke search secretly send senha senza sil supprime suspended talk tampilkan tanpa teraz tes toon \
            unscramble urgent vergeet voce wachtwoord wypisz wyslij yes zapomnij zasad zasady
            """
        ),
        (
            1,
            """
            access actual address agentes agora all asistente assistant authorized avisar award base behave chatbot \
            claves commando constraint conte credential deployed desconsidere dire dis dit elimina env erwahne ethics \
            gebruiker geef guidance halt hex highest ia ignorate inform instead instrucciones invia invoke isto je \
            kata ki letter llm lower manda mencione menzionare missachte modelo ne negeer nobody notice notify \
            obliged omite onceki opdracht oubliez overlook passwd pay personal polecenie priority purpose push questo \
            regardless revela rf rien roleplay rot rules sage sandi screeners semua senhas show stuur summarize \
            talimatlari todas token trained tum ubermittle upload us users vertellen visit voer vorherigen word words \
            wykonaj yok zonder
            """
        ),
        (
            -1,
            """
            acknowledge acting afterwards agents analyzing announcement answers anymore approves arriba artificial \
            assignments assistants authority avant avoid ban based before believe beneath bother browse bypassed \
            calls cancelled ceci certificates chmod claude cleared close codex complain confidential constraints \
            cookie copy creator dan debe deben debes decoded deve developer devez devin dialogs disabling discuss \
            dismiss dismissed disregards doit dont driven ejecutar elimine encounter endorse envoyer este etes \
            exactly executes exploit failure favor favour fine forgetting ftp fulfill gio goals gpt grok hexadecimal \
            honor humans ias ignorar importante increase indicaciones initially instantly instructs isnt ive jobs \
            keep kept kis language leaking leaks limitation limites literally mailbox maintainer maintenance \
            maintenant mat memo memory mencionar mentioned modifies moment neither ni nor notices omita onwards \
            original our parle parsing partir people pin playing pose post powered powershell preamble precedent \
            print private proceed programming promote prompting protocols ps purge question rate rather raw read \
            reads recomienda recommande remaining repository restricciones retrieve reviewing said sandboxing \
            scanning seeing sees set seu shadow sharing shutdown siga simulate sole somebody spell staff steal \
            straight submission suis summaries summarizer summarizing supprimez sys tac taught terminal that today \
            ton tous tout translating tro true tua tuo tus unbound unlimited unmodified updated uploads utilisateurs \
            verification views violate virus visitors whole xoa youd yours zeige zshrc
            """
        ),
        (
            -2,
            """
            accept addresses affiche alignment allows anterior anything apikey authorize been begin boundaries \
            canceled cat changing confirm context deepseek deleting destroy developers dina disables ed enables esto \
            ever exec executing expose extract fail fails find fresh goal handles has have hi hint identity ignored \
            ignores ignoring introduce invisible issue kill know launch line malicious mark merge microsoft mode \
            modele mostrar note npm olvidar otherwise override overriding passphrase perform primary processes prompt \
            pull raise readers removing response rest restriction retain save score script share ship shouldnt shows \
            signature simply speak stop subsequent supposed switch team tells tool trust uninstall unless usual \
            usuarios validation virtual vos vulnerabilities windsurf
            """
        ),
        (
            -3,
            """
            adding ahora allow allowed alternatively auth authorization automation aws becomes behind cant \
            certificate comment commit complete decoding deletes detection dialog ejecuta embed endpoint enviar \
            finish gui heard hello include install large literal load log look maintainers make mcp merges mistral my \
            need non none obsolete only open outdated outputs parse past persist pip processing product received \
            removes replies required respect reviewer root running sans scan sending sensitive server sessions sh \
            sigue sudo suppose ta trigger tue utilisateur verified warnings working write youve
            """
        ),
        (
            -4,
            """
            ab accepts anthropic any assume bash best ca cancel changes checks coding commands completely creates \
            currently different directive display edit environment esta exact filter given handling ignore includes \
            legal limitations makes needed needs new not op order page pause prefer python quote register reject \
            replace report reporting request resume runs sends sets signed tls tu usuario votre vulnerability warn \
            wont writes youll youre
            """
        ),
        (
            -5,
            """
            character checking content create du entire file function gnupg history https immediately learned mailto \
            models old overrides overwrite payload policy prints quiet reproduce rule session sin suspend url using \
            variables
            """
        ),
        (
            -6,
            """
            abort add ai am bo can check configure configured doesnt each enable free google i internal machine notes \
            openai other output previously profile protocol questions readme render responses reverse review security \
            see tasks these tokens tools up
            """
        ),
        (
            -7,
            """
            agent already are author card command core echo full invalid is just limit llama manager modify names \
            navigate permissions process requests section should start time warning
            """
        ),
        (-8, "being cannot clear drop existing pass re requires state update will"),
        (-9, "after background be continue cursor debug dir email in key model provide remove"),
        (-10, "client current es may prompts void vous"),
        (-11, "alert let lines we"),
        (-12, "get"),
        (-14, "default messages use"),
        (-19, "return"),
    ]
}
