extension WordRole {
    /// The same in the languages in which most is written, without accents.
    static func addOthers(_ add: (WordRole, String) -> Void) {
        // German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Turkish, Indonesian, Vietnamese
        add(
            .tellsToDrop,
            """
            ignoriere ignorieren ignoriert ignorier vergiss vergesse vergesst missachte missachten verwerfe uberspringe ignorez \
            ignore oubliez oublie oublier ignora ignoren ignorar ignorad olvida olvide olvidar olvidate omite omita descarta \
            ignorare ignorate dimentica dimenticare dimenticate ignora ignorem esqueca esquecer esquece desconsidere desconsiderar \
            negeer negeren vergeet zignoruj ignoruj zapomnij pomin ignorujte ignoruj zapomen ignorera glom bortse yoksay yok \
            unut unutun abaikan lupakan hiraukan quen bo hagas caso tiens compte
            """)
        add(
            .before,
            """
            vorherigen vorherige vorige vorigen bisherigen bisherige fruheren fruhere obigen vorangegangenen zuvor precedentes \
            precedente precedents precedent precedemment anterieures avant anteriores anterior previas previos previa arriba \
            precedenti sopra voorgaande vorige eerdere bovenstaande poprzednie poprzednich wczesniejsze predchozi tidigare \
            foregaende onceki yukaridaki sebelumnya truoc
            """)
        add(
            .everything,
            "alle alles toutes tous tout todas todos todo tutte tutti tutto wszystkie vsechny alla tum tumunu butun semua ca"
        )
        add(
            .orders,
            """
            anweisungen anweisung instruktionen instruktion vorgaben vorgabe befehle befehlen consignes consigne directives \
            instrucciones instruccion indicaciones istruzioni istruzione instrucoes instrucao instructies instructie opdracht \
            polecenia polecen instrukcje instrukcji instrukcjach pokyny instruktioner talimatlari talimatlar talimatlarini \
            talimatlarin yonergeleri instruksi perintah huong dan
            """)
        add(
            .rules,
            """
            regeln regel richtlinien einschrankungen beschrankungen regles regole reglas normas regras regels zasady zasad \
            pravidla regler kurallari kurallar kurallarini restricciones restrizioni restricoes limites limiti aturan quy tac
            """)
        add(.told, "gesagt dit dicho detto dito gezegd powiedziano sagt soylenen diperintahkan")
        add(
            .not,
            """
            nicht nichts kein keine niemals ohne ne pas rien jamais sans sin nada nunca non nulla mai senza nao sem niet nooit \
            nie niets zonder bez ni inte utan tanpa jangan khong dung hicbir
            """)
        add(
            .you,
            """
            du dein deine deinen deiner dir dich ihr euch tu ton ta tes votre vos vous eres tus usted ustedes tuo tua tuoi tue sei \
            voce seu sua seus suas jij je jouw twoje twoich twoj ty din dina senin sen anda kamu ban
            """)
        add(
            .be,
            "bist seid es etes eres sei jestes jsi bent"
        )
        add(
            .now,
            "jetzt ab nun desormais maintenant ahora adesso ora agora nu teraz nyni simdi artik sekarang gio partir ora"
        )
        add(.named, "ki kis ia ias sprachmodell sprachmodelle yapay zeka")
        add(
            .agent,
            """
            assistenten assistent assistants assistente asistente asistentes assistentes modele modelo modello modell asystent \
            asystenta agenten agente agentes agenti bots asistan asisten tro ly
            """)
        add(
            .hail,
            "hinweis achtung nota note aviso avviso attenzione atencion atencao remarque let op uwaga dikkat perhatian wichtig importante"
        )
        add(
            .must,
            "bitte musst mussen sollst sollten muss veuillez devez debe debes deben devi deve dois doit devem moet alsjeblieft prosze musisz harus"
        )
        add(
            .person,
            """
            benutzer benutzern benutzers nutzer nutzern nutzers anwender utilisateur utilisateurs usuario usuarios utente utenti \
            usuario gebruiker gebruikers kullanici kullaniciya uzytkownik uzytkownika uzytkownikowi pengguna nguoi dung
            """)
        add(
            .tellsToSay,
            """
            sage sagen sag sagt erwahne erwahnen verrate verraten informiere informieren melde parle parlez dites dis mentionne \
            mentionnez informe informez prevenir digas diga decir decirselo avisar avise menciones mencione dire dica dirlo \
            menzionare conte contar diga avisar mencionar zeg vertel vertellen noem mow powiedz wspominaj soyleme beritahu
            """)
        add(
            .secret,
            """
            passwort passworter kennwort schlussel zugangsdaten geheimnisse geheimen mot passe secretes cles contrasenas contrasena \
            claves clave password segreto chiavi chiave senhas senha chaves chave wachtwoord wachtwoorden geheime sleutel haslo \
            hasla klucz klucze heslo sifre sifreleri kata sandi rahasia kunci mat khau khoa gizli anahtari
            """)
        add(
            .tellsToSend,
            """
            sende senden schicke schick schicken ubermittle lade envoie envoyez envoyer envia enviar envie envien manda mandar \
            invia inviare spedisci envie enviem stuur sturen verstuur wyslij posli skicka gonder kirim kirimkan gui
            """)
        add(
            .tellsToShow,
            """
            zeige zeig gib ausgeben nenne affiche affichez montre montrez revele revelez donne muestra mostrar revela imprime \
            escribe rivela mostra stampa scrivi mostre revele exiba toon geef laat wypisz pokaz ujawnij zobraz visa yazdir goster \
            tampilkan cetak hien thi in
            """)
        add(
            .tellsToUnmake,
            """
            losche losch loscht losche entferne deaktiviere supprime supprimez efface borra borre elimina elimine cancella \
            elimina apague exclua verwijder usun smaz radera sil hapus xoa
            """)
        add(
            .tellsToRun,
            """
            fuhre fuhrt ausfuhren starte execute executez lance ejecuta ejecute ejecutar corre esegui eseguire lancia execute \
            executar rode voer uitvoeren wykonaj uruchom spust kor calistir jalankan chay thuc
            """)
        add(
            .tellsToAnswer,
            "antworte antworten reponds repondez responde responda responder rispondi antwoord odpowiedz cevapla jawab tra loi"
        )
        add(
            .tellsToAccept,
            "bewerte empfehle genehmige note approuve recommande aprueba recomienda approva raccomanda aprove recomende beoordeel zatwierdz"
        )
        add(.tellsToPretend, "verhalte benimm comporte comportez agis actua comportate comportati aja zachowuj gedraag")
        add(
            .tellsToObey, "befolge befolgen gehorche obeis suis obedece sigue obbedisci segui obedeca siga volg sluchaj"
        )
        add(.shell, "skript befehl comando comandos commande commandes polecenie commando perintah komutu")
        add(.freed, "ohne einschrankungen sans limites restrictions sin senza restricciones")
        add(
            .this,
            "diese dieser dieses cette ceci este esta esto questo questa isto deze dit tej ten den bu ini nay dieses")
        add(.lead, "y et und e en i bitte ve dan va")
    }
}
