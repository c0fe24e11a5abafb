import Foundation
import TestSupport
import Testing

/// Rules of one's own from the first line to the finding, snippets by the hundred, and what is to be published.
@Suite struct RulesCommandTests {
    @Test func `a list of generated snippets is checked place by place, its languages guessed`() throws {
        let workplace = try Workplace()
        let file = workplace.folder + "/generated.json"
        let code = [
            "def f():\n    return 1\n", "import os\n\ndef f(name):\n    os.system(\"ls \" + name)\n",
            "const a = require(\"b\");\nconsole.log(eval(process.argv[2]));\n", "???",
        ]
        try JSONSerialization.data(withJSONObject: ["code": code]).write(to: URL(fileURLWithPath: file))
        let run = try workplace.run(["audit", file, "--format", "json"])
        #expect(
            run.status == 1 && run.output.contains("generated.json[1]") && run.output.contains("generated.json[2]"))
        #expect(!run.output.contains("generated.json[0]") && !run.output.contains("generated.json[3]"), "\(run.output)")
    }

    @Test func `rules of one's own are listed, checked, tested and used`() throws {
        let workplace = try Workplace()
        let folder = workplace.folder + "/home/.config/colophon/rules"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/acme.toml"
        let rule = """
            languages = ["python"]
            [[rule]]
            id = "acme.shell"
            title = "A shell runs what a ticket says"
            cwe = 78
            call = ["acme.run"]
            message = "m"
            remedy = "r"
            [[rule.example]]
            must-match = "acme.run(a)"
            must-not-match = "acme.walk(a)"

            """
        try rule.write(toFile: file, atomically: true, encoding: .utf8)
        let list = try workplace.run(["rules", "list", "--language", "python", "--format", "csv"])
        #expect(
            list.status == 0 && list.output.contains("acme.shell") && list.output.contains("python.command-injection"))
        #expect(try workplace.run(["rules", "show", "acme.shell"]).output.contains("must-not-match"))
        #expect(try workplace.run(["rules", "show", "python.command-injection"]).output.contains("tests"))
        #expect(try workplace.run(["rules", "check"]).status == 0)
        #expect(try workplace.run(["rules", "test"]).status == 0)
        let found = try workplace.run(
            ["audit", "--stdin", "--language", "python", "--format", "json"], input: "acme.run(x)\n")
        #expect(found.status == 1 && found.output.contains("acme.shell"), "\(found)")
        // They are at work on what agents wrote, from the first reading on, and say where they are wrong.
        try workplace.addTurn(1, asked: "run it", path: "run.py", code: "import acme\nacme.run(x)\n")
        #expect(try workplace.run(["ingest"]).status == 0)
        let store = try workplace.run(["audit", "--format", "json"])
        #expect(store.status == 1 && store.output.contains("acme.shell"), "\(store)")
        try FileManager.default.createDirectory(atPath: workplace.folder + "/none", withIntermediateDirectories: true)
        let others = try workplace.run(["audit", "--rules", workplace.folder + "/none"])
        #expect(others.status == 0 && others.errors.contains("Checked again, by today's rules: 1 edit."), "\(others)")
        try rule.replacing("acme.walk(a)", with: "acme.run(b)").replacing("title", with: "titel").write(
            toFile: file, atomically: true, encoding: .utf8)
        try workplace.addTurn(2, asked: "and again", path: "more.py", code: "import acme\nacme.run(y)\n")
        let ingest = try workplace.run(["ingest"])
        #expect(ingest.status == 0 && ingest.errors.contains("acme.toml, line "), "\(ingest)")
        let broken = try workplace.run(["audit"])
        #expect(broken.status == 2 && broken.errors.hasPrefix(file + ", line "), "\(broken)")
        let check = try workplace.run(["rules", "check"])
        #expect(check.status == 1 && check.output.contains("acme.toml:"), "\(check.output)")
        try rule.replacing("acme.walk(a)", with: "acme.run(b)").write(toFile: file, atomically: true, encoding: .utf8)
        let test = try workplace.run(["rules", "test", file])
        #expect(test.status == 1 && test.output.contains("acme.toml:11"), "\(test.output)")
    }

    @Test func `a draft from a line passes the check and the test as it stands`() throws {
        let workplace = try Workplace()
        let file = workplace.folder + "/a.py"
        try "import subprocess as sp\n\ndef f(name):\n    sp.run(\"ls \" + name, shell=True)\n".write(
            toFile: file, atomically: true, encoding: .utf8)
        let draft = try workplace.run(["rules", "draft", file + ":4"])
        #expect(draft.status == 0 && draft.output.contains("subprocess.run"), "\(draft)")
        let own = workplace.folder + "/own.toml"
        try draft.output.write(toFile: own, atomically: true, encoding: .utf8)
        #expect(try workplace.run(["rules", "check", own]).status == 0)
        let test = try workplace.run(["rules", "test", own])
        #expect(test.status == 0 && test.errors.contains("must not match"), "\(test)")
    }

    @Test func `a draft from an edit has what the file of today mended`() throws {
        let workplace = try Workplace()
        try workplace.addTurn(
            1, asked: "List it", path: "a.py", code: "import os\n\ndef f(name):\n    os.system(\"ls \" + name)\n")
        try workplace.addTurn(
            2, asked: "Mend it", path: "a.py",
            code: "import subprocess\n\ndef f(name):\n    subprocess.run([\"ls\", name])\n")
        _ = try workplace.run(["ingest"])
        let edits = try workplace.run(["list", "edits", "--format", "csv"]).output.split(whereSeparator: \.isNewline)
            .map(
                String.init)
        let ids = edits.dropFirst().compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
        var texts: [String] = []
        for id in ids { texts.append(try workplace.run(["rules", "draft", "edit:\(id)"]).output) }
        #expect(texts.contains { $0.contains("os.system") && $0.contains("must-match") }, "\(edits) \(texts)")
    }

    @Test func `what is to be published ends by what was found in it`() throws {
        let workplace = try Workplace()
        let out = workplace.folder + "/dist"
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        #expect(try workplace.run(["audit", "--release", out]).status == 2)
        try "let a = 1\n".write(toFile: out + "/a.js", atomically: true, encoding: .utf8)
        #expect(try workplace.run(["audit", "--release", out]).status == 0)
        try "x".write(toFile: out + "/CLAUDE.md", atomically: true, encoding: .utf8)
        let run = try workplace.run(["audit", "--release", out, "--format", "json"])
        #expect(run.status == 1 && run.output.contains("CLAUDE.md"), "\(run)")
    }
}
