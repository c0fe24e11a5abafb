import Testing

@testable import Audit

struct RuleDraftTests {
    private func draft(_ code: String, line: Int, mended: String? = nil, language: String = "python") throws
        -> RuleDraft
    {
        try RuleDraft(code: code, line: line, mended: mended, language: language, origin: "a.py:\(line)")
    }

    /// Whether the rule of a draft speaks of a text.
    private func speaks(_ draft: RuleDraft, of code: String, language: String = "python") throws -> Bool {
        let library = try RuleLibrary(own: [("draft.toml", Array(draft.text.utf8))])
        return try #require(Auditor(library.rules(for: language)).audit(code)).contains { $0.rule == draft.id }
    }

    @Test func `A draft finds the fault again under another alias, and is silent about what mended it`() throws {
        let faulty = "import subprocess as sp\n\ndef f(name):\n    sp.run(\"ls \" + name, shell=True)\n"
        let mended = "def f(name):\n    sp.run([\"ls\", name])\n"
        let draft = try draft(faulty, line: 4, mended: mended)
        #expect(draft.text.contains("call = [\"subprocess.run\"]") && draft.isTold, "\(draft.text)")
        #expect(RuleLibrary.problems(name: "draft.toml", bytes: Array(draft.text.utf8)).isEmpty, "\(draft.text)")
        #expect(try speaks(draft, of: "from subprocess import run\nrun(\"a \" + b, shell=True)\n"))
        #expect(try !speaks(draft, of: "import subprocess\nsubprocess.run([a, b])\n"))
    }

    @Test func `A draft without mended code has its example, and says that the other is missing`() throws {
        let draft = try draft("def f(cursor, name):\n    cursor.fetch(f\"a {name}\")\n", line: 2)
        #expect(draft.text.contains("call = [\"*.fetch\"]") && draft.text.contains("# must-not-match"), "\(draft.text)")
        let listed = try RuleLibrary(own: [("d.toml", Array(draft.text.utf8))]).listed().filter(\.isOwn)
        #expect(listed.first?.examples.map(\.mustMatch) == [true])
        #expect(try speaks(draft, of: "db.fetch(\"x\" + y)\n") && !speaks(draft, of: "db.fetch(\"x\")\n"))
    }

    @Test(arguments: [
        (
            "javascript", "const cp = require(\"child_process\");\nfunction f(a) {\n  cp.execSync(\"ls \" + a);\n}\n",
            3, "child_process.execSync"
        ),
        (
            "go", "package a\n\nimport \"os/exec\"\n\nfunc f(a string) {\n\texec.Command(\"sh\", \"-c\", a)\n}\n", 6,
            "exec.Command"
        ),
        ("java", "class A {\n  void f(String a) {\n    Runtime.getRuntime().exec(a);\n  }\n}\n", 3, "exec"),
        ("ruby", "def f(a)\n  Kernel.system(\"ls #{a}\")\nend\n", 2, "Kernel.system"),
        ("php", "<?php\nfunction f($a) {\n  passthru(\"ls \" . $a);\n}\n", 3, "passthru"),
        ("c", "void f(char *a) {\n  system(a);\n}\n", 2, "system"),
    ])
    func `Each language's call is found by its name`(language: String, code: String, line: Int, name: String) throws {
        let draft = try draft(code, line: line, language: language)
        #expect(draft.text.contains(name), "\(draft.text)")
        #expect(try speaks(draft, of: code, language: language), "\(draft.text)")
    }

    @Test func `What is set is a draft, too, and a line that does nothing is none`() throws {
        let draft = try draft("class A:\n    def f(self):\n        self.verify = False\n", line: 3)
        #expect(draft.text.contains("set = [\"*.verify\"]") && draft.text.contains("is = [\"false\"]"), "\(draft.text)")
        #expect(throws: RuleDraft.Absence.self) { try self.draft("# nothing\n", line: 1) }
        #expect(throws: RuleDraft.Absence.self) { try self.draft("a()\n", line: 99) }
    }
}
