extension RuleFamily {
    static let pythonInjection = RuleFamily(
        name: "python-injection.toml", languages: ["python"],
        text: #"""
            # Input that is taken for commands, statements, code or markup.
            languages = ["python"]

            [[rule]]
            id = "python.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Leave a placeholder in the text (%s, ? or :name) and give the values to execute() beside it."

            [[rule]]
            id = "python.sql-injection"
            title = "A statement that is put together is run"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = [
                "*.execute", "*.executemany", "*.executescript", "*.execute_sql", "*.exec_driver_sql", "*.raw_query",
                "*.objects.raw", "*.runQuery", "sqlalchemy.text", "*.from_statement", "*.runSQL", "*.fetchrow",
                "*.fetchval", "pandas.read_sql", "pandas.read_sql_query",
            ]
            where = [{ arg = 0, name = ["sql", "query", "statement", "operation"], value = "built" }]
            message = "The statement is put together from parts before it is run."
            remedy = "Leave a placeholder in the text (%s, ? or :name) and give the values as the second argument."

            [[rule]]
            id = "python.sql-from-outside"
            title = "A statement comes from outside"
            cwe = 89
            severity = "critical"
            confidence = "high"
            kind = "sql"
            call = ["*.execute", "*.executemany", "*.executescript", "*.objects.raw", "sqlalchemy.text", "*.extra"]
            where = [{ arg = 0, value = "outside" }]
            message = "Whoever calls this chooses the statement that is run."
            remedy = "Keep statements in the program and take only values from outside."

            [[rule]]
            id = "python.command-injection"
            title = "A command for the shell is put together from text"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "os.system", "os.popen", "os.popen2", "os.popen3", "os.popen4", "popen2.popen2", "popen2.popen3",
                "commands.getoutput", "commands.getstatusoutput", "subprocess.getoutput",
                "subprocess.getstatusoutput", "asyncio.create_subprocess_shell", "platform.popen", "pexpect.spawn",
                "pexpect.run", "*.create_subprocess_shell",
            ]
            where = [{ arg = 0, name = ["cmd", "command"], value = "dynamic" }]
            message = "A shell reads this text, and takes what is put into it for commands."
            remedy = "Run the program without a shell: subprocess.run([program, argument]); or quote each part by shlex.quote()."

            [[rule]]
            id = "python.shell-true"
            title = "A shell runs a command that is not fixed"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "subprocess.*", "Popen", "check_output", "check_call", "*.Popen", "*.check_output", "*.check_call",
            ]
            where = [{ arg = 0, name = ["args"], value = "dynamic" }, { name = "shell", is = ["true", "1"] }]
            message = "With shell=True a shell reads this text, and takes what is put into it for commands."
            remedy = "Give a list of arguments and leave shell=True out, or quote each part by shlex.quote()."

            [[rule]]
            id = "python.shell-through-list"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "low"
            call = [
                "subprocess.*", "os.execv", "os.execvp", "os.execl", "os.execlp", "os.spawnl", "os.spawnv",
                "asyncio.create_subprocess_exec",
            ]
            where = [
                { arg = "any", value = "dynamic", has = ["\"-c\"", "'-c'", "\"/c\"", "'/c'"] },
                { arg = "any", has = ["\"sh\"", "'sh'", "bash", "/sh\"", "/sh'", "cmd", "powershell", "zsh"] },
            ]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself with a list of arguments."

            [[rule]]
            id = "python.command-from-parts"
            title = "A command line is put together from text"
            cwe = 78
            severity = "high"
            kind = "command"
            unknown = "medium"
            call-words = ["system", "ssh", "shell", "cmd", "command", "execute", "popen", "run", "exec", "cli"]
            call = ["*.exec_command", "fabric.api.run", "fabric.api.sudo", "fabric.api.local", "*.sudo"]
            where = [
                { arg = 0, value = "list", not = true },
                { arg = 0, name = ["cmd", "command"], value = "built", reads = "command" },
                { arg = 0, name = ["cmd", "command"], reads = "sql", not = true },
            ]
            message = "The parts of this command line are joined to one text, so that one of them can end it and begin another."
            remedy = "Hand the parts on as a list, and let no shell read them; where one must, quote each by shlex.quote()."

            [[rule]]
            id = "python.command-built"
            title = "A command line is put together from text"
            cwe = 78
            severity = "high"
            confidence = "medium"
            kind = "command"
            unknown = "medium"
            built-text = true
            used-as = ["cmd", "command", "cmdline", "cmds", "commands", "exe"]
            where = [{ value = "built", reads = "command" }]
            message = "The parts of this command line are joined to one text, so that one of them can end it and begin another."
            remedy = "Keep the parts in a list, and let no shell read them; where one must, quote each by shlex.quote()."

            [[rule]]
            id = "python.command-without-list"
            title = "A program is run by a text instead of a list"
            cwe = 78
            severity = "high"
            confidence = "medium"
            kind = "command"
            unknown = "low"
            call = ["subprocess.*", "check_output", "check_call", "call", "Popen", "distutils.spawn.spawn"]
            where = [{ arg = 0, name = ["args"], value = "built" }, { arg = 0, value = "list", not = true }]
            message = "What is put in brings options and arguments of its own, and commands where a shell reads it."
            remedy = "Give a list of arguments."

            [[rule]]
            id = "python.code-injection"
            title = "Text is run as a program"
            cwe = 95
            severity = "critical"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            parameter = "high"
            call = [
                "eval", "exec", "execfile", "builtins.eval", "builtins.exec",
                "code.InteractiveInterpreter().runsource", "pandas.eval",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            message = "What this text says is done, whatever it says."
            remedy = "Read values by ast.literal_eval() or json.loads(), and choose what is done from a table."

            [[rule]]
            id = "python.compile-code"
            title = "Text is compiled to a program"
            cwe = 94
            severity = "high"
            confidence = "medium"
            kind = "code"
            unknown = "low"
            call = [
                "compile", "code.compile_command", "types.FunctionType", "importlib.import_module", "__import__",
                "imp.load_source",
            ]
            where = [{ arg = 0, value = "tainted" }]
            parameter = "low"
            message = "What this text names or says becomes part of the program."
            remedy = "Choose from a list of names that the program knows."

            [[rule]]
            id = "python.template-injection"
            title = "A template is put together from input"
            cwe = 94
            severity = "critical"
            confidence = "high"
            kind = "template"
            unknown = "medium"
            call = [
                "flask.render_template_string", "render_template_string", "jinja2.Template", "*.from_string",
                "mako.template.Template", "django.template.Template", "tornado.template.Template",
            ]
            where = [{ arg = 0, name = ["source"], value = "suspect" }]
            message = "What is put into the template is run by its engine."
            remedy = "Keep the template fixed and give values to it by name."

            [[rule]]
            id = "python.xss-response"
            title = "A response shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "low"
            parameter = "low"
            call = [
                "django.http.HttpResponse", "HttpResponse", "flask.make_response", "flask.Response", "make_response",
                "Response", "*.response.write", "*.out.write", "self.write", "self.wfile.write", "*.HTMLResponse",
                "HTMLResponse", "HttpResponseBadRequest", "HttpResponseNotFound", "fastapi.responses.HTMLResponse",
                "RESPONSE.write", "*.RESPONSE.write",
            ]
            where = [{ arg = 0, name = ["content", "response", "text", "body"], value = "outside" }]
            message = "Markup in what was sent becomes part of the page."
            remedy = "Escape it (markupsafe.escape), or answer by a template that does."

            [[rule]]
            id = "python.xss-return"
            title = "A page shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            return = true
            unknown = "none"
            parameter = "none"
            where = [{ value = "outside" }, { value = "built" }]
            message = "Markup in what was sent becomes part of the page that is given back."
            remedy = "Escape it (markupsafe.escape), or answer by a template that does."

            [[rule]]
            id = "python.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            parameter = "medium"
            where = [{ value = "suspect", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape each value (markupsafe.escape, django's format_html), or use a template that does."

            [[rule]]
            id = "python.markup-marked-safe"
            title = "Text is called safe without being made so"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "medium"
            call = [
                "markupsafe.Markup", "flask.Markup", "jinja2.Markup", "Markup", "django.utils.safestring.mark_safe",
                "mark_safe", "SafeString", "django.utils.safestring.SafeText", "SafeText",
            ]
            where = [{ arg = 0, value = "suspect" }]
            message = "From here on no template escapes this text."
            remedy = "Escape the values first: format_html('… {} …', value) or Markup('… %s …') % value."

            [[rule]]
            id = "python.autoescape-off"
            title = "Templates are filled without escaping"
            cwe = 79
            severity = "high"
            confidence = "medium"
            call = ["jinja2.Environment", "Environment", "jinja2.sandbox.SandboxedEnvironment"]
            where = [{ name = "autoescape", value = "missing" }]
            message = "Templates of this environment show values as they are."
            remedy = "Give autoescape=True or autoescape=select_autoescape()."
            text-has = ["jinja2"]

            [[rule]]
            id = "python.autoescape-false"
            title = "Templates are filled without escaping"
            cwe = 79
            severity = "high"
            confidence = "high"
            key = ["autoescape"]
            where = [{ is = ["false", "none"] }]
            message = "Templates of this environment show values as they are."
            remedy = "Give autoescape=True or autoescape=select_autoescape()."

            [[rule]]
            id = "python.ldap-injection"
            title = "A filter of LDAP is put together from text"
            cwe = 90
            severity = "high"
            confidence = "high"
            kind = "ldap"
            unknown = "low"
            call = ["*.search_s", "*.search_ext_s", "*.search_st", "*.search_ext"]
            where = [{ arg = "2+", name = ["filterstr", "search_filter"], value = "suspect" }]
            message = "Brackets and stars in what is put in change what is searched."
            remedy = "Escape each value by ldap.filter.escape_filter_chars()."

            [[rule]]
            id = "python.xpath-injection"
            title = "An XPath is put together from text"
            cwe = 643
            severity = "high"
            confidence = "high"
            kind = "xpath"
            unknown = "medium"
            call = ["*.xpath", "lxml.etree.XPath", "etree.XPath", "xpath.find", "*.findall", "*.iterfind"]
            where = [{ arg = 0, name = ["_path", "path"], value = "built" }]
            message = "Quotes in what is put in change what is selected."
            remedy = "Give values as variables: tree.xpath('//user[@name=$name]', name=name)."

            [[rule]]
            id = "python.nosql-injection"
            title = "A query of MongoDB comes from outside"
            cwe = 943
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            kind = "nosql"
            parameter = "none"
            call = [
                "*.find_one", "*.find", "*.update_one", "*.delete_one", "*.aggregate", "*.delete_many",
                "*.update_many",
            ]
            where = [{ arg = 0, value = "outside" }]
            text-has = ["mongo"]
            message = "An object instead of a text brings operators such as $ne into the query."
            remedy = "Make a text or number of each value before it goes into the query: str(value)."

            [[rule]]
            id = "python.header-injection"
            title = "A header is made of input"
            cwe = 113
            severity = "medium"
            confidence = "medium"
            kind = "header"
            parameter = "low"
            unknown = "none"
            call = ["*.headers.add", "*.add_header", "*.send_header", "*.set_header", "*.setHeader", "*.headers.set"]
            where = [{ arg = 1, name = ["value"], value = "tainted" }]
            unless-near = ["replace", "splitlines"]
            message = "A line break in it begins a header of its own."
            remedy = "Refuse values with \\r or \\n in them."

            [[rule]]
            id = "python.log-injection"
            title = "A log takes lines from outside"
            cwe = 117
            severity = "low"
            confidence = "medium"
            kind = "log"
            parameter = "low"
            unknown = "none"
            call = [
                "logging.info", "logging.warning", "logging.error", "logging.debug", "logging.critical",
                "logging.exception", "logger.info", "logger.warning", "logger.error", "logger.debug",
                "logger.critical", "logger.exception", "*.logger.info", "*.logger.warning", "*.logger.error",
                "*.logger.debug", "log.info", "log.error", "log.warning",
            ]
            where = [{ arg = "any", value = "outside" }]
            unless-near = ["replace", "splitlines", "repr"]
            message = "A line break in it lets the caller write lines of the log."
            remedy = "Take line breaks out: value.replace('\\r', '').replace('\\n', '')."

            [[rule]]
            id = "python.format-string-from-outside"
            title = "A format comes from outside"
            cwe = 134
            owasp = ["A03:2021", "A05:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "format"
            parameter = "none"
            unknown = "none"
            call = ["*.format", "*.format_map"]
            where = [{ arg = "receiver", value = "outside" }]
            message = "Fields such as {0.__class__} in it read what they like."
            remedy = "Keep formats in the program."

            [[rule]]
            id = "python.log-entry"
            title = "A line of a log is put together from a parameter"
            cwe = 117
            severity = "low"
            confidence = "low"
            kind = "log"
            return = true
            unknown = "none"
            near-names = ["log"]
            where = [{ value = "tainted" }, { value = "built" }]
            message = "A line break in it makes two lines of one."
            remedy = "Take line breaks out: value.replace('\\r', '').replace('\\n', '')."

            [[rule]]
            id = "python.command-from-tainted-parts"
            title = "A command line is put together from a parameter"
            cwe = 78
            severity = "high"
            confidence = "medium"
            kind = "command"
            unknown = "none"
            call-words = ["ssh", "shell", "popen", "system", "cmd", "cli", "command"]
            where = [
                { arg = 0, value = "list", not = true },
                { arg = 0, name = ["cmd", "command"], value = "built" },
                { arg = 0, name = ["cmd", "command"], value = "tainted" },
            ]
            message = "The parts of this command line are joined to one text, so that one of them can end it and begin another."
            remedy = "Hand the parts on as a list, and let no shell read them; where one must, quote each by shlex.quote()."

            [[rule]]
            id = "python.command-split"
            title = "A command line is cut at blanks"
            cwe = 88
            severity = "medium"
            confidence = "medium"
            kind = "command"
            unknown = "none"
            call = ["subprocess.*", "check_output", "check_call", "call", "Popen"]
            where = [{ arg = 0, name = ["args"], value = "tainted", has = [".split("] }]
            message = "Blanks in what is put in make arguments of their own, and an option among them can run programs."
            remedy = "Take the arguments as a list from the caller."
            """#)
}
