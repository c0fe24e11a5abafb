import Testing

@testable import Audit

/// What a condition tells of the values that it asks, for the code behind it.
@Suite struct GuardTests {
    private func isTold(_ rule: String, _ code: String, _ language: String = "python") throws -> Bool {
        let found = try #require(Auditor(try RuleLibrary().rules(for: language)).audit(code))
        return found.contains { $0.rule == rule && $0.confidence > .low }
    }

    private static let asked = "def go():\n    target = request.args[\"next\"]\n"

    @Test(arguments: [
        "    if urlparse(target).netloc not in HOSTS:\n        return \"no\"\n",
        "    url = urlparse(target)\n    if not url or url.netloc not in HOSTS:\n        abort(400)\n",
        "    url = urlparse(target)\n    if url.hostname != \"example.com\":\n        raise ValueError(target)\n",
        "    host = urlparse(target).netloc\n    if host not in HOSTS:\n        return \"no\"\n",
        "    if urlparse(target).netloc != \"\":\n        target = \"/\"\n",
    ])
    func `Who asks for the host of an address knows where it leads`(guarding: String) throws {
        #expect(try !isTold("python.open-redirect", Self.asked + guarding + "    return redirect(target)\n"))
        #expect(
            try isTold(
                "python.command-injection",
                Self.asked + guarding.replacing("target = \"/\"", with: "pass")
                    + "    os.system(\"get \" + target)\n"), "the host says nothing of the rest")
    }

    @Test(arguments: [
        "", "    url = urlparse(target)\n    print(url.netloc)\n",
        "    url = urlparse(target)\n    if url.netloc not in HOSTS:\n        log(\"odd\")\n",
        "    url = urlparse(request.referrer)\n    if url.netloc not in HOSTS:\n        return \"no\"\n",
    ])
    func `Who does not ask, or goes on all the same, does not`(guarding: String) throws {
        #expect(try isTold("python.open-redirect", Self.asked + guarding + "    return redirect(target)\n"))
    }

    @Test func `Hosts are asked for in other languages, too`() throws {
        let script =
            "app.get('/', (req, res) => {\n  const u = new URL(req.query.to);\n  QUESTION\n  res.redirect(req.query.to);\n});\n"
        let own =
            "app.get('/', (req, res) => {\n  const to = req.query.to;\n  const u = new URL(to);\n  QUESTION\n  res.redirect(to);\n});\n"
        let no = "return res.status(400).send('no');"
        #expect(try isTold("script.open-redirect", script.replacing("QUESTION", with: ""), "javascript"))
        for question in ["if (u.hostname !== 'example.com') { \(no) }", "if (!HOSTS.includes(u.host)) \(no)"] {
            #expect(try !isTold("script.open-redirect", own.replacing("QUESTION", with: question), "javascript"))
        }
        let go =
            "func f(w http.ResponseWriter, r *http.Request) {\n\tto := r.FormValue(\"to\")\n\tu, err := url.Parse(to)\n"
        let end = "\thttp.Redirect(w, r, to, 302)\n}\n"
        let asks = "\tif err != nil || u.Host != \"example.com\" {\n\t\treturn\n\t}\n"
        #expect(try isTold("go.open-redirect", go + end, "go") && !isTold("go.open-redirect", go + asks + end, "go"))
    }

    @Test func `What is not on a list is replaced, or what is taken goes with a jump out of the loop`() throws {
        let rule = "python.command-injection"
        let mode = "mode = input()\nif mode not in MODES:\n    VALUE\nos.system(\"run \" + mode)\n"
        #expect(try !isTold(rule, mode.replacing("VALUE", with: "mode = \"fast\"")))
        #expect(try isTold(rule, mode.replacing("VALUE", with: "print(mode)")))
        let loop =
            "name = \"\"\nfor key in request.form:\n    if key in wanted(key):\n        name = key\n        break\nos.system(name)\n"
        #expect(try isTold(rule, loop), "what a loop found is there behind it")
    }

    private static let fixed = "def go():\n    mode = request.args[\"mode\"]\n"

    @Test(arguments: [
        "    if mode == \"fast\":\n        os.system(\"run \" + mode)\n",
        "    if \"fast\" == mode and ready():\n        os.system(\"run \" + mode)\n",
        "    if mode == \"fast\" or mode == \"slow\":\n        os.system(\"run \" + mode)\n",
        "    if mode != \"fast\":\n        return\n    os.system(\"run \" + mode)\n",
        "    if not ready() or mode != \"fast\":\n        abort(400)\n    os.system(\"run \" + mode)\n",
        "    if mode != \"fast\" and mode != \"slow\":\n        return\n    os.system(\"run \" + mode)\n",
        "    if mode != \"fast\":\n        mode = \"slow\"\n    os.system(\"run \" + mode)\n",
    ])
    func `What is equal to a literal is as harmless as the literal`(code: String) throws {
        #expect(try !isTold("python.command-injection", Self.fixed + code))
    }

    @Test(arguments: [
        "    if mode == \"fast\" or ready():\n        os.system(\"run \" + mode)\n",
        "    if mode == \"fast\" or other == \"slow\":\n        os.system(\"run \" + mode)\n",
        "    if mode == other:\n        os.system(\"run \" + mode)\n",
        "    if mode != \"fast\":\n        os.system(\"run \" + mode)\n",
        "    if mode != \"fast\" and ready():\n        return\n    os.system(\"run \" + mode)\n",
        "    if mode == \"fast\":\n        print(mode)\n    os.system(\"run \" + mode)\n",
        "    if mode == \"fast\":\n        pass\n    else:\n        os.system(\"run \" + mode)\n",
        "    if mode == \"fast\" and a or b:\n        os.system(\"run \" + mode)\n",
        "    if mode == \"fast\":\n        mode = request.args[\"other\"]\n        os.system(\"run \" + mode)\n",
    ])
    func `But only there, and only where nothing else may hold instead`(code: String) throws {
        #expect(try isTold("python.command-injection", Self.fixed + code))
    }

    @Test(arguments: [
        (
            "javascript", "script.command-injection",
            "app.get('/', (req, res) => {\n  const mode = req.query.mode;\n  ASKED\n});\n", "exec('run ' + mode);",
            [
                "if (mode === 'a') { RUN }", "if (mode !== 'a') {\n return res.end();\n }\n RUN",
                "if (x) { y(); } else if (mode === 'a') { RUN }", "if (mode !== 'a' && mode !== 'b') return;\n RUN",
            ],
            [
                "if (mode !== 'a') { RUN }", "if (mode === 'a') { go(); }\n RUN",
                "if (mode === 'a') { go(); } else { RUN }", "if (mode === 'a') return;\n RUN",
                "if (mode !== 'a') return RUN", "if (x) { mode = req.query.other; if (y) return; }\n RUN",
            ]
        ),
        (
            "go", "go.command-injection",
            "func f(w http.ResponseWriter, r *http.Request) {\n\tmode := r.FormValue(\"mode\")\n\tASKED\n}\n",
            "exec.Command(\"sh\", \"-c\", \"run \"+mode).Run()",
            ["if mode == \"a\" || mode == \"b\" {\n RUN\n }", "if mode != \"a\" {\n return\n }\n RUN"],
            ["if mode == \"a\" || ready {\n RUN\n }", "if mode != \"a\" {\n log()\n }\n RUN"]
        ),
        (
            "ruby", "ruby.command-chosen", "def go\n  mode = params[:mode]\nASKED\nend\n", "system(\"run #{mode}\")",
            [
                "  if mode == \"a\"\n    RUN\n  end", "  unless mode == \"a\"\n    return\n  end\n  RUN",
                "  return unless mode == \"a\"\n  RUN",
            ],
            [
                "  unless mode == \"a\"\n    RUN\n  end", "  if mode == \"a\"\n    return\n  end\n  RUN",
                "  return if mode == \"a\"\n  RUN",
            ]
        ),
        (
            "php", "php.command-injection", "<?php\n$mode = $_GET['mode'];\nASKED\n", "system('run ' . $mode);",
            ["if ($mode == 'a') { RUN }", "if ($mode !== 'a') { exit(1); }\nRUN"],
            ["if ($mode == 1) { RUN }", "if ($mode === 'a') { exit(1); }\nRUN"]
        ),
    ])
    func `Equality is heard in other languages, too`(
        language: String, rule: String, around: String, run: String, safe: [String], unsafe: [String]
    ) throws {
        for asked in safe {
            let code = around.replacing("ASKED", with: asked.replacing("RUN", with: run))
            #expect(try !isTold(rule, code, language), "\(code)")
        }
        for asked in unsafe {
            let code = around.replacing("ASKED", with: asked.replacing("RUN", with: run))
            #expect(try isTold(rule, code, language), "\(code)")
        }
    }

    private static let tried = """
        def go():
            target = request.args["next"]
            try:
                if urlparse(target).hostname not in HOSTS:
                    return "no"
            except ValueError:
                CAUGHT
            MORE
            return requests.get(target).text

        """

    @Test func `What a try asked holds behind it where all that catches leaves`() throws {
        let rule = "python.ssrf"
        func code(_ caught: String, _ more: String = "") -> String {
            Self.tried.replacing("CAUGHT", with: caught).replacing("    MORE\n", with: more)
        }
        #expect(try !isTold(rule, code("return \"bad\"")))
        #expect(try isTold(rule, code("pass")), "an address that cannot be read was not asked for")
        let twice = "        return \"bad\"\n    except TypeError:\n        "
        #expect(try !isTold(rule, code("pass").replacing("        pass\n", with: twice + "return \"odd\"\n")))
        #expect(try isTold(rule, code("pass").replacing("        pass\n", with: twice + "pass\n")))
        let first = "        pass\n    except TypeError:\n        return \"odd\"\n"
        #expect(try isTold(rule, code("pass").replacing("        pass\n", with: first)))
        let script =
            "app.get('/', (req, res) => {\n  let id = req.query.id;\n  try { id = parseInt(id, 10); } catch (e) { CAUGHT }\n"
            + "  exec('run ' + id);\n});\n"
        let number = "script.command-injection"
        #expect(try !isTold(number, script.replacing("CAUGHT", with: "return res.end();"), "javascript"))
        #expect(try isTold(number, script.replacing("CAUGHT", with: "log(e);"), "javascript"))
    }
}
