import Testing

@testable import Audit

/// What a choice between literals, or a list, tells of the name that is chosen by.
@Suite struct ChoiceTests {
    private func isTold(_ rule: String, _ code: String, _ language: String) throws -> Bool {
        let found = try #require(Auditor(try RuleLibrary().rules(for: language)).audit(code))
        return found.contains { $0.rule == rule && $0.confidence > .low }
    }

    struct Case: Sendable {
        var language: String
        var rule: String
        var around: String
        var run: String
        var safe: [String]
        var unsafe: [String]
    }

    private static let cases = [
        Case(
            language: "javascript", rule: "script.command-injection",
            around: "app.get('/', (req, res) => {\n  let mode = req.query.mode;\nASKED\n});\n",
            run: "exec('run ' + mode);",
            safe: [
                "switch (mode) {\n case 'a':\n RUN\n break;\n default:\n go();\n}",
                "switch (mode) {\n case 'a':\n case 'b':\n break;\n default:\n return res.end();\n}\nRUN",
                "switch (mode) {\n case 'a': go(); break;\n default: { throw new Error(mode); }\n}\nRUN",
                "switch (mode) {\n default: return;\n case 'a': go(); break;\n}\nRUN",
                "switch (x) {\n case 1:\n mode = 'a';\n break;\n case 2:\n mode = 'b';\n break;\n default:\n return;\n}\nif (y) mode = 'c';\n",
            ],
            unsafe: [
                "switch (mode) {\n case 'a':\n go();\n break;\n default:\n RUN\n}",
                "switch (mode) {\n case 'a':\n go();\n break;\n case other:\n RUN\n break;\n}",
                "switch (mode) {\n case 'a':\n go();\n break;\n}\nRUN",
                "switch (mode) {\n case 'a':\n case other:\n break;\n default:\n return;\n}\nRUN",
                "switch (mode) {\n case 'a': return;\n default: go();\n}\nRUN",
                "switch (mode) {\n case 'a':\n return;\n}\nRUN",
                "switch (x) {\n case 'a':\n break;\n default:\n return;\n}\nRUN",
                "switch (mode) {\n case 'a':\n go();\n break;\n default:\n if (mode == 'b') { break; }\n go();\n}\nRUN",
            ]),
        Case(
            language: "python", rule: "python.command-injection",
            around: "def go():\n    mode = request.args[\"mode\"]\nASKED\n", run: "os.system(\"run \" + mode)",
            safe: [
                "    match mode:\n        case \"a\" | \"b\":\n            RUN\n        case _:\n            pass",
                "    match mode:\n        case \"a\":\n            pass\n        case _:\n            raise ValueError(mode)\n    RUN",
            ],
            unsafe: [
                "    match mode:\n        case \"a\":\n            pass\n        case _:\n            RUN",
                "    match mode:\n        case \"a\":\n            pass\n        case other:\n            RUN",
                "    match mode:\n        case \"a\":\n            pass\n    RUN",
                "    match mode:\n        case str(x):\n            pass\n        case \"a\":\n            pass\n        case _:\n            return\n    RUN",
            ]),
        Case(
            language: "ruby", rule: "ruby.command-chosen", around: "def go\n  mode = params[:mode]\nASKED\nend\n",
            run: "system(\"run #{mode}\")",
            safe: [
                "  case mode\n  when \"a\", \"b\"\n    RUN\n  else\n    go\n  end",
                "  case mode\n  when \"a\"\n    go\n  when \"b\" then go\n  else\n    return\n  end\n  RUN",
            ],
            unsafe: [
                "  case mode\n  when \"a\"\n    go\n  else\n    RUN\n  end",
                "  case mode\n  when /a/\n    RUN\n  end",
                "  case mode\n  when /a/\n    go\n  else\n    return\n  end\n  RUN",
            ]),
        Case(
            language: "go", rule: "go.command-injection",
            around:
                "func f(w http.ResponseWriter, r *http.Request) {\n\tmode := r.FormValue(\"mode\")\nASKED\n}\n",
            run: "exec.Command(\"sh\", \"-c\", \"run \"+mode).Run()",
            safe: [
                "switch mode {\ncase \"a\", \"b\":\n\tRUN\ndefault:\n\tlog()\n}",
                "switch mode {\ncase \"a\", \"b\":\ndefault:\n\treturn\n}\nRUN",
            ],
            unsafe: [
                "switch mode {\ncase \"a\":\n\tlog()\ndefault:\n\tRUN\n}",
                "switch mode {\ncase \"a\", other:\n\tRUN\n}",
                "switch mode {\ncase \"a\":\n\treturn\ndefault:\n\tlog()\n}\nRUN",
            ]),
        Case(
            language: "php", rule: "php.command-injection", around: "<?php\n$mode = $_GET['mode'];\nASKED\n",
            run: "system('run ' . $mode);",
            safe: [
                "switch ($mode) {\n case 'a':\n RUN\n break;\n}",
                "switch ($mode) {\n case 'a': break;\n default: exit(1);\n}\nRUN",
            ],
            unsafe: ["switch ($mode) {\n case 1:\n RUN\n break;\n}", "switch ($mode) {\n default:\n RUN\n}"]),
        Case(
            language: "java", rule: "jvm.command-injection",
            around:
                "class A extends HttpServlet {\n void doGet(HttpServletRequest req, HttpServletResponse res) {\n  String mode = req.getParameter(\"mode\");\nASKED\n }\n}\n",
            run: "Runtime.getRuntime().exec(\"run \" + mode);",
            safe: [
                "switch (mode) {\n case \"a\":\n RUN\n break;\n}",
                "switch (mode) {\n case \"a\" -> { RUN }\n default -> { }\n}",
                "switch (mode) {\n case \"a\", \"b\" -> { }\n default -> throw new IllegalArgumentException();\n}\nRUN",
            ],
            unsafe: [
                "switch (mode) {\n case \"a\" -> { }\n default -> { RUN }\n}",
                "switch (mode) {\n case \"a\" -> { return; }\n default -> { }\n}\nRUN",
            ]),
    ]

    @Test(arguments: cases)
    func `In an arm of literals it is one of them, and behind them where the rest is sent away`(asked: Case) throws {
        for choice in asked.safe {
            let code = asked.around.replacing("ASKED", with: choice.replacing("RUN", with: asked.run))
            #expect(try !isTold(asked.rule, code, asked.language), "\(code)")
        }
        for choice in asked.unsafe {
            let code = asked.around.replacing("ASKED", with: choice.replacing("RUN", with: asked.run))
            #expect(try isTold(asked.rule, code, asked.language), "\(code)")
        }
    }

    @Test func `What every arm gives a name is what it is worth behind them`() throws {
        let code =
            "app.get('/', (req, res) => {\n  let mode = req.query.mode;\n  switch (x) {\n  case 1:\n    mode = 'a';\n    VALUE;\n"
            + "  default:\n    return;\n  }\n  exec('run ' + mode);\n});\n"
        let rule = "script.command-injection"
        #expect(try isTold(rule, code.replacing("VALUE", with: "mode = req.query.x; break"), "javascript"))
    }

    private static let listed = "def go():\n    mode = request.args[\"mode\"]\n"

    @Test(arguments: [
        "    if mode in MODES:\n        os.system(\"run \" + mode)\n",
        "    if mode in MODES and os.system(\"run \" + mode):\n        pass\n",
        "    if mode in MODES:\n        pass\n    else:\n        return\n    os.system(\"run \" + mode)\n",
        "    if mode == \"a\":\n        pass\n    elif mode == \"b\":\n        pass\n    else:\n        return\n    os.system(\"run \" + mode)\n",
        "    if mode in MODES:\n        pass\n    elif mode == \"b\":\n        pass\n    else:\n        mode = \"c\"\n    os.system(\"run \" + mode)\n",
    ])
    func `What is on a list is harmless where it is, and where all else is sent away`(code: String) throws {
        #expect(try !isTold("python.command-injection", Self.listed + code, "python"))
    }

    @Test(arguments: [
        "    if mode in MODES:\n        print(mode)\n    os.system(\"run \" + mode)\n",
        "    if mode in MODES:\n        print(mode)\n    else:\n        os.system(\"run \" + mode)\n",
        "    if mode in MODES:\n        pass\n    elif ready():\n        pass\n    else:\n        return\n    os.system(\"run \" + mode)\n",
        "    if other in MODES:\n        pass\n    elif mode == \"b\":\n        pass\n    else:\n        return\n    os.system(\"run \" + mode)\n",
        "    if mode in MODES:\n        mode = request.args[\"x\"]\n    else:\n        return\n    os.system(\"run \" + mode)\n",
    ])
    func `Behind it and where it is not on it, it is what it was`(code: String) throws {
        #expect(try isTold("python.command-injection", Self.listed + code, "python"))
    }
}
