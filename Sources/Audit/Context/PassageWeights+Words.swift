extension PassageWeights {
    /// What a word adds to its roles, for those that are met in ordinary documents more or less often than others of
    /// theirs.
    static let ofWords: [(Int16, String)] = [
        (16, "administrator evil"),
        (15, "customer orders whoever"),
        (14, "automated"),
        (13, "approve confirmation nothing obey unut wipe"),
        (12, "artik carry contacts conversation decode reveal weaken"),
        (11, "agreed approuve backdoor buy enumerate reviewed transfer"),
        (10, "applicant everything far im nao preceding sen unaware vendor webhook"),
        (
            9,
            """
            above account competitor den execute hide never next precedes reply sandbox says scrap shall summarise \
            website
            """
        ),
        (
            8,
            """
            answer attention below bez conclude confirmed disclose disregard firewall grant hinweis impostor \
            instructions istruzioni kullaniciya link netrc nota please quietly remember repeat silently soyleme \
            whatever
            """
        ),
        (
            7,
            """
            admin alle approva approved atob bucket bypass confirmations copilot deine download gib give god \
            instrukcjach kindly leave nicht password protection recommend regole responde rewrite secretes system \
            transmit unrestricted
            """
        ),
        (
            6,
            """
            anyone aprove away bashrc beacon bot calistir cancella collect cookies detto dicho document fetch forget \
            fuhre inst it komutu kurallarini lupakan permission permitted persona positive printing refrain reglas \
            respond responda revele screening skript sopra talimatlarini this tiens treat turn uzytkownika yazdir
            """
        ),
        (
            5,
            """
            act apague aside asked base call cles complaints customers dump eval ignora interpret jestes later \
            neglect now omit passworter paste perintah previas prior put reading real recipient regeln remainder \
            restrictions silent stampa terms told user yourself
            """
        ),
        (
            4,
            """
            aprueba audit authentication authorised befehl benutzer bewerte bots cette cite claim consent directives \
            earlier envie eres essay filters goster guideline guidelines hacker iban instruction klucz leak locate \
            mail nichts ok olvida ought paper person place precedentes query reponds reviewers reviews rispondi \
            secrets shell sprachmodell starte task training usun verrate vorgaben you your zignoruj
            """
        ),
        (
            3,
            """
            abaikan abandon always anteriores append approval asking asks award beginning change chatgpt comando \
            commande comply compte contrasena conversations convert credentials critical curl dear digas dimentica \
            dirlo dois encode esegui esqueca exfil exfiltrate explain following gather generating gonder harvest hex \
            hey human imagine insert irrespective jalankan kdbx kunci lance listen montre mostre mot nay notice \
            odpowiedz owner paragraph pem personal play policies pomin poprzednie pretend previous quy rahasia reader \
            regels rivela safety secret sende talk tampilkan tanpa tell ten unscramble vorige wire zapomnij zasady
            """
        ),
        (
            2,
            """
            ais anahtari antwoord antworte ask assistente authorise behave bent bist bitte borra bypassed candidate \
            cetak chatbot chaves chiavi classify compliance delete deployed desconsidere donne env envia envoie every \
            exiba gebruiker gesagt gizli grade highest ignorez informing instrucoes jailbroken kirim list llms loscht \
            menciones mention morse mostra must negeer niet noem nulla objective operator oublie overrule passe \
            pengguna phone pokaz praise prevenir purpose quen regles regras removing sagt say schicke search secretly \
            semua send senha senza sil sprachmodelle supprime suspended teraz ticket todo toon trained urgent \
            verbatim vergeet vergiss vorherigen weaknesses words wypisz wyslij yes zasad
            """
        ),
        (
            1,
            """
            address adds affiche agentes agora all alles asisten asistente assignment assistant assistent attacker \
            aturan authorized changed chat commando conte corrupt credential decrypt dire dis dit einschrankungen \
            elimina else ended erase erwahne ethics excellent expired follows guidance halt hand haslo ia ignorate \
            ignoriere inform instead instrucciones invoke isto je jetzt kamu ki letter lgtm longer machines \
            maintainer mencione menzionare missachte ne niets nobody notify obliged omite onceki opdracht oublier \
            oubliez overlook parses passwd passwords polecenie priority push questo regardless revela rien robot role \
            roleplay rot rsa rules sage screeners sekarang senhas show skip sole stan summarize talimatlari tes todas \
            token translate tum ubermittle unimportant upload us users vertel vertellen verwijder visit voce voer \
            wachtwoord word wykonaj yok zonder
            """
        ),
        (
            -1,
            """
            accept access acting afterwards allow analyzing announcement answers anymore arriba artificial \
            assignments authority automatic avant avoid ban before believe bother broadcast browse cancelled ceci \
            certificates claude codex complain complete confirm constraints copy dan debe deben debes deve developer \
            developers devez devin dialogs disabling discard disclosing discuss dismiss dismissed doit dont driven \
            ejecutar employer enables encounter endorse envoyer escribe etes exactly exec executes executing expose \
            favor favour find follow forever forgetting fresh ftp fulfill goals gpt grab grok has honor http ias \
            identity ignorar ignores ignoring importante increase indexing informed initial initially instantly \
            instructed instructs intelligent introduce isnt ive kept keys kis language leaking leaks literally look \
            lose mailbox maintenant mat memo mentions mission modifies moment muestra neither ni nor notices nunca \
            omita onwards our overridden override parle parsing partir pas passphrase people playing pose preamble \
            precedent principal print private proceed product programming promote prompting protocols ps purge \
            question rate rather recomienda recommande remaining restrizioni retrieve reviewing rm said scanning \
            seeing set seu shadow sharing shutdown siga simulate somebody staff steal straight submission suis \
            summaries summarizing summary supprimez sys tac take taught tests that todos ton toutes translating tro \
            tuo tus unbound unlimited unmodified uploading uploads utilisateurs verification views violate virus \
            visitor was xoa youd yours zeige zshrc
            """
        ),
        (
            -2,
            """
            acknowledge ahora alignment alternatively anterior authorize based been begin boundaries calls cancel \
            canceled caso cat changing cleared context cookie decoded decoding deepseek deletes deleting dina ed ever \
            fails failure have hi hint ignored immediately invisible irrelevant jobs kill know limitation limites \
            malicious memory mencionar mentioned microsoft modele need note olvidar otherwise overriding perform post \
            processes prompt quality raise read readers reads repository response rest retain sandboxing save script \
            server shouldnt shows simply speak stop subsequent switch team tells terminal today tool trust tua \
            uninstall unless updated usual usuarios validation virtual vos vulnerabilities whole windsurf
            """
        ),
        (
            -3,
            """
            ab addresses allows anything apikey automation aws best bytes cant comment commit destroy dialog disables \
            ejecuta embed endpoint enviar esto fail fake finish goal gui handles install large launch legal line load \
            log mark mcp merges mistral mode mostrar needed non none npm obsolete open outdated outputs over past \
            pause persist pip primary processing pull removes replace replies report restriction resume running sans \
            scan score sending sensitive sessions sh share ship signature sigue sudo supposed ta trigger tue \
            utilisateur verified warn warnings working write youre youve
            """
        ),
        (
            -4,
            """
            accepts adding allowed anthropic assume auth authorization becomes behind ca certificate changes close \
            commands completely currently database detection directive display esta exact extract filter heard hello \
            host ignore include includes limitations literal maintainers make makes models my not only page parse \
            payload prefer python quote received register reject reporting required respect reviewer root runs sends \
            sets signed suppose throw tls url usuario wont writes youll
            """
        ),
        (
            -5,
            """
            any bash character checking coding creates different entire environment function given gnupg google \
            handling https issue mailto needs old op order overrides overwrite parent prints reproduce request \
            session sin suspend these tu variables votre vulnerability
            """
        ),
        (
            -6,
            """
            bo check checks configure content doesnt du enable file free history i internal learned legacy machine \
            manager master new openai original other policy previously profile questions quiet readme responses \
            review rule security start tasks tokens tools using wrong
            """
        ),
        (
            -7,
            """
            abort add am are author can clear configured continue create data each full is llama modify names \
            navigate notes output protocol render reverse section see time up
            """
        ),
        (
            -8,
            """
            agent ai already being cannot command core debug drop echo invalid just limit pass permissions provide \
            requests requires should state update warning
            """
        ),
        (-9, "be card problem process re remove will"),
        (-10, "after background cursor dir email existing model prompts void vous"),
        (-11, "client current es in key may"),
        (-12, "let lines we"),
        (-13, "alert get"),
        (-15, "default messages use"),
        (-21, "return"),
    ]
}
