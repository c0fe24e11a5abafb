extension RuleFamily {
    static let sqlAll = RuleFamily(
        name: "sql-all.toml", languages: ["sql"],
        text: #"""
            # SQL.
            languages = ["sql"]

            [[rule]]
            id = "sql.grant-all"
            title = "All rights are given"
            cwe = 269
            severity = "medium"
            confidence = "medium"
            line = [{ all = ["grant all"] }]
            message = "Whoever gets hold of the account can do all."
            remedy = "Grant what is needed."

            [[rule]]
            id = "sql.grant-public"
            title = "Rights are given to everybody"
            cwe = 732
            severity = "medium"
            confidence = "medium"
            line = [{ all = ["grant ", "to public"] }]
            message = "Every account has them."
            remedy = "Name the role."

            [[rule]]
            id = "sql.password"
            title = "A password stands in the code"
            cwe = 798
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["identified by '", "password '", "password = '", "with password '"], none = [":password", "${", "%s", "changeme", "<", "''"], all = ["'"] },
            ]
            message = "Whoever reads the code, now or in its history, has it."
            remedy = "Set it apart from the code."

            [[rule]]
            id = "sql.dynamic"
            title = "A statement is put together from text and run"
            cwe = 89
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["execute '", "exec('", "exec ('", "execute immediate '", "execute format('", "exec(@", "exec (@", "execute(@", "sp_executesql n'"], all = ["'"] , none = ["%l", "%i", "quote_literal", "quote_ident", "using"] },
            ]
            message = "What is put in can change what it does."
            remedy = "Use parameters: EXECUTE … USING, or sp_executesql with its own."

            [[rule]]
            id = "sql.dynamic-concatenated"
            title = "A statement is put together from text and run"
            cwe = 89
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["exec(@", "exec (@", "execute(@", "' || ", "' + @"], all = ["exec"], none = ["quote_literal", "quote_ident", "using"] },
            ]
            message = "What is put in can change what it does."
            remedy = "Use parameters: EXECUTE … USING, or sp_executesql with its own."

            [[rule]]
            id = "sql.security-definer"
            title = "A function runs with its maker's rights and the caller's path"
            cwe = 426
            severity = "medium"
            confidence = "medium"
            line = [{ all = ["security definer"], unless-text = ["search_path"] }]
            message = "A caller can put functions of their own before those that are meant."
            remedy = "Add SET search_path = pg_catalog, …."

            [[rule]]
            id = "sql.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "medium"
            line = [{ any = ["md5(", "sha1(", "hashbytes('md5'", "hashbytes('sha1'", "password("] }]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA-256, and for passwords crypt() with gen_salt('bf')."

            [[rule]]
            id = "sql.shell"
            title = "The database may run commands of the machine"
            cwe = 78
            severity = "high"
            confidence = "high"
            line = [{ any = ["xp_cmdshell", "copy ", "lo_import"], all = ["xp_cmdshell"] }]
            message = "Whoever can run statements can run programs."
            remedy = "Leave it off."

            [[rule]]
            id = "sql.copy-program"
            title = "The database runs a command of the machine"
            cwe = 78
            severity = "high"
            confidence = "high"
            line = [{ all = ["copy ", " program '"] }]
            message = "Whoever can run statements can run programs."
            remedy = "Copy from a file or from the client."
            """#)
}
