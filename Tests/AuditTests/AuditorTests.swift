import Testing

@testable import Audit

struct AuditorTests {
    private func audit(_ code: String, _ language: String = "python") throws -> [AuditFinding] {
        try #require(Auditor(try RuleLibrary().rules(for: language)).audit(code))
    }

    @Test func `A finding tells the way of its value in words`() throws {
        let found = try audit("name = input()\ncommand = \"ls \" + name\nos.system(command)\n")
        let finding = try #require(found.first { $0.rule == "python.command-injection" })
        #expect(finding.lines == 3...3 && finding.confidence == .high && finding.cwe == 78)
        #expect(finding.owasp == ["A03:2021", "A05:2025"])
        #expect(
            finding.message.hasSuffix(
                "`input` (line 1, what is typed in) → `name` (line 1) → `command` (line 2) → `os.system`."),
            "\(finding)")
    }

    @Test func `A parameter is as sure as what the function is called with`() throws {
        let function = "def f(name):\n    os.system(\"ls \" + name)\n"
        let alone = try audit(function).first { $0.rule == "python.command-injection" }
        let called = try audit(function + "f(input())\n").first { $0.rule == "python.command-injection" }
        #expect(alone?.confidence == .medium && called?.confidence == .high)
    }

    @Test func `A constant ends the way of a value, a branch only where it is taken`() throws {
        let rule = "python.command-injection"
        #expect(try !audit("x = input()\nx = \"a\"\nos.system(x)\n").contains { $0.rule == rule })
        #expect(try !audit("x = sys.argv[1]\nx = \"a\"\nos.system(x)\n").contains { $0.rule == rule })
        #expect(try audit("x = input()\nif a:\n    x = \"a\"\nos.system(x)\n").contains { $0.rule == rule })
    }

    @Test(arguments: [
        ("javascript", "var all = location.search, name = all.substring(6);\ndocument.write(\"<b>\" + name);\n"),
        ("javascript", "const name = location.search,\n  count = 2;\ndocument.write(\"<b>\" + name);\n"),
    ])
    func `Each of the names that one line declares keeps its own value`(language: String, code: String) throws {
        #expect(try audit(code, language).contains { $0.kind == .security && $0.confidence == .high }, "\(code)")
        let safe = code.replacing("location.search", with: "\"abcdefgh\"")
        #expect(try !audit(safe, language).contains { $0.kind == .security && $0.confidence == .high }, "\(safe)")
    }

    @Test(arguments: ["password = \"hunter2!x\"", "key = \"ghp_a8Kx02mQzLw9Rt5YbN3cVd7Ef1Gh4Jk6Ps0U\""])
    func `No message holds a secret`(code: String) throws {
        let found = try audit(code)
        #expect(found.contains { $0.cwe == 798 })
        #expect(!found.contains { $0.message.contains("hunter2") || $0.message.contains("a8Kx02") })
    }

    @Test func `A rule of the user's takes the place of one of ours, and a wrong one is told with its line`() throws {
        let own = """
            [[rule]]
            id = "python.ecb-mode"
            title = "t"
            cwe = 674
            owasp = ["A06:2025"]
            call = ["acme.run"]
            message = "m"
            remedy = "r"
            """
        let rules = try RuleLibrary(own: [("own.toml", Array(own.utf8))]).rules(for: "python")
        let found = Auditor(rules).audit("acme.run()\nAES.new(k, AES.MODE_ECB)\n")
        #expect(found?.map(\.rule) == ["python.ecb-mode"] && found?.first?.owasp == ["A06:2025"])
        #expect {
            try RuleLibrary(own: [("own.toml", Array((own + "\nsink = 1\n").utf8))])
        } throws: { error in
            "\(error)" == "own.toml, line 9: nobody knows the key 'sink'"
        }
    }

    @Test func `A language without a table is not called clean`() throws {
        let rules = try RuleLibrary().rules(for: "cobol")
        #expect(Auditor(rules).audit("x") == nil)
    }

    @Test func `One defect is told once, by the surest rule, and beside it by a rule of the user's`() throws {
        let code = "def f(name):\n    os.system(\"ls \" + name)\n"
        #expect(try audit(code).filter { $0.cwe == 78 }.count == 1)
        let own =
            "[[rule]]\nid = \"a.b\"\ntitle = \"t\"\ncwe = 78\nconfidence = \"low\"\ncall = [\"os.system\"]\nmessage = \"m\"\nremedy = \"r\"\n"
        let rules = try RuleLibrary(own: [("own.toml", Array(own.utf8))]).rules(for: "python")
        let found = try #require(Auditor(rules).audit(code)).filter { $0.cwe == 78 }
        #expect(found.count == 2 && found.contains { $0.rule == "a.b" }, "\(found)")
    }
}
