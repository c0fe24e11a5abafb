extension RuleFamily {
    static let scriptInjection = RuleFamily(
        name: "script-injection.toml", languages: ["javascript", "typescript"],
        text: #"""
            # Input that is taken for code, commands, statements or markup.
            languages = ["javascript", "typescript"]

            [[rule]]
            id = "script.code-injection"
            title = "Text is run as a program"
            cwe = 95
            severity = "critical"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            parameter = "high"
            call = [
                "eval", "window.eval", "global.eval", "Function", "vm.runInContext", "vm.runInNewContext",
                "vm.runInThisContext", "vm.Script", "vm.compileFunction", "globalThis.eval", "vm2.VM().run",
                "*.executeScript_", "execScript", "safeEval", "safe-eval", "static-eval", "require-from-string",
                "self.eval", "goog.globalEval",
            ]
            where = [{ arg = "any", value = "dynamic" }]
            message = "What this text says is done, whatever it says."
            remedy = "Read data by JSON.parse(), and choose what is done from a table of functions."

            [[rule]]
            id = "script.timer-code"
            title = "A timer runs text as a program"
            cwe = 95
            severity = "high"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            call = ["setTimeout", "setInterval", "window.setTimeout", "window.setInterval", "setImmediate"]
            where = [{ arg = 0, value = "built" }]
            message = "A text instead of a function is run as a program, with all that was put into it."
            remedy = "Give a function: setTimeout(() => …)."

            [[rule]]
            id = "script.timer-text"
            title = "A timer runs text as a program"
            cwe = 95
            severity = "medium"
            confidence = "medium"
            call = ["setTimeout", "setInterval", "window.setTimeout", "window.setInterval"]
            where = [{ arg = 0, value = "text" }]
            message = "A text instead of a function is compiled each time, and no policy of the page allows it."
            remedy = "Give a function: setTimeout(() => …)."

            [[rule]]
            id = "script.command-injection"
            title = "A command for the shell is put together from text"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "child_process.exec", "child_process.execSync", "exec", "execSync", "shelljs.exec", "shell.exec",
                "cp.exec", "cp.execSync", "execa.command", "execa.commandSync", "util.promisify().exec", "execAsync",
                "execPromise", "childProcess.exec", "childProcess.execSync", "execaCommand",
            ]
            where = [{ arg = 0, value = "dynamic" }, { arg = 0, value = "list", not = true }]
            message = "A shell reads this text, and takes what is put into it for commands."
            remedy = "Use execFile() or spawn() with a list of arguments."

            [[rule]]
            id = "script.spawn-shell"
            title = "A shell runs a command that is not fixed"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "child_process.spawn", "child_process.spawnSync", "child_process.execFile",
                "child_process.execFileSync", "spawn", "spawnSync", "execFile", "execa", "cp.spawn", "cp.spawnSync",
            ]
            where = [{ arg = "any", value = "dynamic" }, { name = "shell", is = ["true"] }]
            message = "With shell: true a shell reads all arguments as one text."
            remedy = "Leave shell out."

            [[rule]]
            id = "script.spawn-chosen"
            title = "Input chooses the program that is run"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "none"
            parameter = "low"
            call = [
                "child_process.spawn", "child_process.spawnSync", "child_process.execFile",
                "child_process.execFileSync", "spawn", "spawnSync", "child_process.fork",
            ]
            where = [{ arg = 0, value = "tainted" }]
            message = "Whoever calls this chooses the program."
            remedy = "Choose from a list of programs."

            [[rule]]
            id = "script.shell-through-list"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "child_process.spawn", "child_process.spawnSync", "child_process.execFile",
                "child_process.execFileSync", "spawn", "spawnSync",
            ]
            where = [
                { arg = 0, is = ["sh", "bash", "/bin/sh", "/bin/bash", "cmd", "cmd.exe", "powershell"] },
                { arg = 1, value = "dynamic" },
            ]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself with a list of arguments."

            [[rule]]
            id = "script.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Leave a placeholder in the text (? or $1) and give the values beside it."

            [[rule]]
            id = "script.sql-injection"
            title = "A statement that is put together is run"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "low"
            call = [
                "*.query", "*.execute", "*.raw", "*.$queryRawUnsafe", "*.$executeRawUnsafe", "*.whereRaw",
                "*.orderByRaw", "*.havingRaw", "*.literal", "*.exec", "*.prepare", "*.all", "*.run",
            ]
            where = [{ arg = 0, value = "built" }]
            text-has = [
                "select ", "insert ", "update ", "delete ", "sequelize", "knex", "mysql", "sqlite", "prisma", "pg",
            ]
            message = "The statement is put together from parts before it is run."
            remedy = "Leave a placeholder in the text (? or $1) and give the values as the second argument."

            [[rule]]
            id = "script.nosql-where"
            title = "A query runs text as a program"
            cwe = 943
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            kind = "nosql"
            unknown = "low"
            key = ["$where"]
            where = [{ value = "suspect" }]
            message = "$where is JavaScript that the database runs."
            remedy = "Use operators of the query language, and make a text or number of each value."

            [[rule]]
            id = "script.nosql-injection"
            title = "A query comes from outside"
            cwe = 943
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            kind = "nosql"
            parameter = "none"
            unknown = "none"
            call = [
                "*.findOne", "*.findOneAndUpdate", "*.updateOne", "*.deleteOne", "*.deleteMany", "*.updateMany",
                "*.aggregate", "*.findOneAndDelete", "*.countDocuments",
            ]
            where = [{ arg = 0, value = "outside" }]
            message = "An object instead of a text brings operators such as $ne into the query."
            remedy = "Make a text of each value first: String(req.body.name)."

            [[rule]]
            id = "script.xss-inner-html"
            title = "Markup is set from text"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "low"
            set = ["*.innerHTML", "*.outerHTML", "*.srcdoc"]
            where = [{ value = "suspect" }]
            message = "Tags and scripts in what is put in become part of the page."
            remedy = "Set textContent, or clean it: DOMPurify.sanitize(value)."

            [[rule]]
            id = "script.xss-call"
            title = "Markup is written from text"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "low"
            call = [
                "document.write", "document.writeln", "*.insertAdjacentHTML", "*.createContextualFragment",
                "*.parseFromString", "*.bypassSecurityTrustHtml", "*.dangerouslyBypass", "*.setHTMLUnsafe",
            ]
            where = [{ arg = "last", value = "suspect" }]
            message = "Tags and scripts in what is put in become part of the page."
            remedy = "Make nodes (createElement, textContent), or clean it: DOMPurify.sanitize(value)."

            [[rule]]
            id = "script.xss-jquery"
            title = "jQuery makes markup of text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "low"
            call = [
                "*.html", "*.append", "*.prepend", "*.after", "*.before", "*.replaceWith", "*.appendTo",
                "*.prependTo", "*.wrap", "$", "jQuery", "*.insertAfter", "*.insertBefore",
            ]
            where = [{ arg = "any", value = "built", reads = "html" }]
            message = "Tags and scripts in what is put in become part of the page."
            remedy = "Make the element empty and set its text: $('<b>').text(value)."

            [[rule]]
            id = "script.xss-jquery-html"
            title = "jQuery makes markup of text"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "low"
            call = ["*.html"]
            where = [{ arg = 0, value = "tainted" }]
            message = "Tags and scripts in it become part of the page."
            remedy = "Use .text(value)."

            [[rule]]
            id = "script.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape each value, or let a template or nodes do it (textContent)."

            [[rule]]
            id = "script.xss-response"
            title = "A response shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "low"
            call = [
                "res.send", "res.write", "res.end", "response.send", "response.write", "response.end",
                "res.status().send", "reply.send", "*.res.send", "response.status().send",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, value = "list", not = true }]
            message = "Markup in what was sent becomes part of the page."
            remedy = "Escape it, answer by a template that does, or answer by res.json()."

            [[rule]]
            id = "script.dangerous-html"
            title = "React is told not to escape"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "low"
            key = ["__html"]
            where = [{ value = "dynamic" }]
            message = "Tags and scripts in it become part of the page."
            remedy = "Give it as a child, or clean it: DOMPurify.sanitize(value)."

            [[rule]]
            id = "script.javascript-url"
            title = "A link goes where input says"
            cwe = 79
            severity = "medium"
            confidence = "medium"
            kind = "redirect"
            unknown = "none"
            parameter = "none"
            set = [
                "*.href", "location", "window.location", "location.href", "window.location.href", "document.location",
            ]
            call = [
                "window.open", "location.assign", "location.replace", "window.location.assign",
                "window.location.replace",
            ]
            where = [{ arg = 0, value = "outside" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "An address that begins with javascript: runs in this page, and any other leads away from it."
            remedy = "Check that it begins with https:// and your host, or with a single slash."

            [[rule]]
            id = "script.template-injection"
            title = "A template is put together from input"
            cwe = 94
            severity = "high"
            confidence = "high"
            kind = "template"
            unknown = "none"
            parameter = "low"
            call = [
                "ejs.render", "pug.render", "pug.compile", "handlebars.compile", "Handlebars.compile", "_.template",
                "lodash.template", "nunjucks.renderString", "mustache.render", "ejs.compile", "jade.render",
                "doT.template", "Mustache.render",
            ]
            where = [{ arg = 0, value = "suspect" }]
            message = "What is put into the template is run by its engine."
            remedy = "Keep the template fixed and give values to it by name."

            [[rule]]
            id = "script.unescaped-template"
            title = "A template shows values as they are"
            cwe = 79
            severity = "medium"
            confidence = "medium"
            key = ["noEscape"]
            where = [{ is = ["true"] }]
            message = "Markup in the values becomes part of the page."
            remedy = "Leave noEscape out."

            [[rule]]
            id = "script.autoescape-off"
            title = "A template shows values as they are"
            cwe = 79
            severity = "medium"
            confidence = "high"
            key = ["autoescape"]
            where = [{ is = ["false"] }]
            message = "Markup in the values becomes part of the page."
            remedy = "Leave the escaping on."

            [[rule]]
            id = "script.xpath-injection"
            title = "An XPath is put together from text"
            cwe = 643
            severity = "high"
            confidence = "high"
            kind = "xpath"
            unknown = "medium"
            call = [
                "xpath.select", "xpath.select1", "xpath.evaluate", "document.evaluate", "*.evaluate", "xpath.parse",
                "*.selectNodes", "*.selectSingleNode",
            ]
            where = [{ arg = 0, value = "built" }]
            message = "Quotes in what is put in change what is selected."
            remedy = "Use variables: xpath.parse('//user[@name=$name]').select({ node, variables: { name } })."

            [[rule]]
            id = "script.ldap-injection"
            title = "A filter of LDAP is put together from text"
            cwe = 90
            severity = "high"
            confidence = "high"
            kind = "ldap"
            unknown = "low"
            key = ["filter"]
            where = [{ value = "suspect", has = ["(uid", "(cn", "(mail", "(&", "(|", "(sAM"] }]
            message = "Brackets and stars in what is put in change what is searched."
            remedy = "Escape each value: ldapjs has filters as objects."

            [[rule]]
            id = "script.header-injection"
            title = "A header is made of input"
            cwe = 113
            severity = "medium"
            confidence = "medium"
            kind = "header"
            unknown = "none"
            parameter = "low"
            call = ["res.setHeader", "res.set", "res.header", "response.setHeader", "res.writeHead", "*.setHeader"]
            where = [{ arg = "1+", value = "tainted" }]
            unless-near = ["replace"]
            message = "A line break in it begins a header of its own, and any value changes what the header says."
            remedy = "Refuse values with line breaks, and choose values from a list."

            [[rule]]
            id = "script.log-injection"
            title = "A log takes lines from outside"
            cwe = 117
            severity = "low"
            confidence = "medium"
            kind = "log"
            parameter = "low"
            unknown = "none"
            call = [
                "console.log", "console.error", "console.warn", "console.info", "logger.info", "logger.error",
                "logger.warn", "log.info", "logger.debug", "*.log.info",
            ]
            where = [{ arg = "any", value = "outside" }]
            unless-near = ["replace", "stringify"]
            message = "A line break in it lets the caller write lines of the log."
            remedy = "Take line breaks out: value.replace(/[\\r\\n]/g, '')."

            [[rule]]
            id = "script.dynamic-require"
            title = "Input chooses a module"
            cwe = 94
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = ["require", "import"]
            where = [{ arg = 0, value = "tainted" }]
            message = "What the module does is done."
            remedy = "Choose from a table of modules."

            [[rule]]
            id = "script.dynamic-method"
            title = "Input chooses a property that is called or set"
            cwe = 915
            severity = "medium"
            confidence = "medium"
            kind = "mass"
            unknown = "none"
            parameter = "none"
            call = [
                "Object.assign", "_.merge", "lodash.merge", "_.extend", "$.extend", "jQuery.extend", "_.defaultsDeep",
                "lodash.defaultsDeep", "deepmerge", "merge", "_.set", "lodash.set",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "Fields that nobody meant are set, and __proto__ reaches all objects."
            remedy = "Take the fields that may be set by name."

            [[rule]]
            id = "script.mass-assignment"
            title = "A record takes every field that is sent"
            cwe = 915
            severity = "medium"
            confidence = "medium"
            kind = "mass"
            unknown = "none"
            parameter = "none"
            call = [
                "*.create", "*.update", "*.findByIdAndUpdate", "*.insertOne", "*.insertMany", "*.bulkCreate",
                "*.findOneAndUpdate", "*.updateOne", "*.build", "*.set",
            ]
            where = [
                { arg = "any", value = "outside", has = ["req.body", "request.body", "ctx.request.body"], lacks = [":", "req.body.", "request.body.", "{"] },
            ]
            message = "Fields that no form shows can be set, too."
            remedy = "Take the fields that may be set by name: { name: req.body.name }."

            [[rule]]
            id = "script.prototype-pollution"
            title = "A key that is not fixed is set on an object of an object"
            cwe = 1321
            owasp = ["A03:2021", "A08:2025"]
            severity = "medium"
            confidence = "medium"
            check = "prototype-pollution"
            message = "With __proto__ or constructor as a key it is set on all objects."
            remedy = "Refuse these keys, or use a Map or Object.create(null)."
            """#)
}
