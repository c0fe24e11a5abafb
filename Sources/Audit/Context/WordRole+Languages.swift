extension WordRole {
    /// The same in the languages in which most is written, without accents.
    static func addOthers(_ add: (WordRole, String) -> Void) {
        // German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish
        add(
            .drop,
            """
            ignoriere ignorieren ignoriert vergiss vergessen missachte verwerfe ignorez ignorer oubliez oublie oublier ignora \
            ignoren ignorar olvida olvide olvidar omite ignorare dimentica dimenticare esqueca esquecer desconsidere negeer \
            vergeet zignoruj ignoruj zapomnij yoksay unut
            """)
        add(
            .before,
            """
            vorherigen vorige vorigen bisherigen fruheren obigen vorangegangenen alle precedentes precedente precedents \
            anterieures toutes anteriores anterior previas todas todos precedenti tutte tutti voorgaande vorige eerdere \
            poprzednie wszystkie onceki tum tus
            """)
        add(
            .orders,
            """
            anweisungen anweisung instruktionen vorgaben befehle instructions consignes instrucciones indicaciones istruzioni \
            instrucoes instructies polecenia instrukcje talimatlari talimatlar
            """)
        add(.rules, "regeln richtlinien regles reglas regole regras regels zasady kurallari")
        add(.told, "gesagt dit dicho detto dito")
        add(.forbid, "no non nao ne nicht niet")
        add(.if, "si se wenn als")
        add(.lead, "y et und e en i et")
        add(.not, "nicht nichts kein keine ne pas rien jamais sin nada nunca non nulla mai nao niet nooit nie sans")
        add(.you, "du dein deine deinen dir ihr tu ton ta tes votre vos eres tu tus sei tuo voce seu sua jij je jouw")
        add(.be, "bist es etes eres sei")
        add(.now, "jetzt nun desormais maintenant ahora adesso ora agora nu")
        add(.named, "ki ia ai")
        add(.agent, "assistenten assistent assistants assistente asistente asistentes modele modelo modello modell")
        add(.message, "hinweis nota note aviso")
        add(.to, "an aux a per para fur")
        add(.must, "musst mussen debes debe deben devi deve dois doit moet")
        add(
            .person,
            "benutzer benutzern nutzer anwender utilisateur utilisateurs usuario usuarios utente utenti gebruiker kullanici"
        )
        add(
            .tell,
            """
            sage sagen sag erwahne verrate informiere dites dis mentionnez digas diga decir decirselo avisar avise menciones \
            dire dica conte contar diga zeg vertel mow powiedz
            """)
        add(.without, "ohne sans sin senza sem zonder bez")
        add(
            .secret,
            """
            passworter passwort schlussel zugangsdaten geheimnisse passe contrasenas contrasena claves password senhas senha \
            wachtwoorden hasla sifreleri
            """)
        add(
            .send,
            """
            sende senden schicke zeige gib lade envoyez envoie affichez affiche montrez revelez envia envie muestra revela \
            rivela mostra mostre stuur toon wyslij pokaz goster
            """)
        add(.prompt, "systemprompt prompt promptu istemini systemowy")
        add(.system, "systeme sistema sistem")
        add(.run, "fuhre ausfuhren executez execute ejecuta ejecutar esegui")
        add(.command, "skript befehl script comando commande")
        add(.freed, "einschrankungen beschrankungen limite limites restricciones restrizioni")
    }
}
