import Foundation
import TestSupport
import Testing

/// What the auditor says of files, and that it never calls clean what it did not look at.
@Suite struct AuditCommandTests {
    private func run(_ arguments: [String], input: String? = nil) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let run = try Workplace().run(["audit"] + arguments, input: input)
        return (run.status, run.output, run.errors)
    }

    @Test func `a snippet that hands input to a shell is found, with its class and way`() throws {
        let run = try run(
            ["--stdin", "--language", "python", "--format", "json"],
            input: "import os\nname = input()\nos.system(\"ls \" + name)\n")
        #expect(run.status == 1)
        #expect(run.output.contains("CWE-78"), "\(run.output)")
        #expect(run.output.contains("\"line\":3"), "\(run.output)")
    }

    @Test func `safe code has no finding, and what has no rules is no clean code`() throws {
        #expect(try run(["--stdin", "--language", "python"], input: "print(1 + 2)\n").status == 0)
        let none = try run(["--stdin", "--language", "cobol"], input: "x")
        #expect(none.status != 0 && none.errors.contains("no rules for 'cobol'"))
        let empty = try run(["--stdin", "--language", "python"], input: " \n")
        #expect(empty.status == 2 && empty.errors.contains("standard input is empty"), "\(empty.errors)")
        let workplace = try Workplace()
        let folder = (workplace.store as NSString).deletingLastPathComponent + "/empty"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("words\n".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))
        let nothing = try workplace.run(["audit", folder])
        #expect(nothing.status == 2 && nothing.errors.contains("Nothing was checked"), "\(nothing.errors)")
    }

    @Test func `a list of snippets is checked, each in the language that it is in`() throws {
        let workplace = try Workplace()
        let list = workplace.folder + "/generated.json"
        let snippets = ["import os\nos.system(input())\n", "print(1)\n", "hm\n"]
        try JSONSerialization.data(withJSONObject: ["code": snippets]).write(to: URL(fileURLWithPath: list))
        let found = try workplace.run(["audit", list, "--format", "json"])
        #expect(found.status == 1 && found.output.contains("generated.json[0]"), "\(found.errors)")
        #expect(!found.output.contains("[1]") && !found.output.contains("[2]"))
        let text = try workplace.run(["audit", list])
        #expect(text.errors.contains("1 finding in 2 files. Of unknown language: 1 snippet"), "\(text.errors)")
    }

    @Test func `what agents wrote is checked as it is read, shown once, and stays accepted`() throws {
        let workplace = try Workplace()
        let empty = try workplace.run(["audit"])
        #expect(empty.status != 0 && !empty.errors.isEmpty)
        let code = "import os\nname = input()\nos.system(\"ls \" + name)\n"
        try workplace.addTurn(1, asked: "list the files", path: "ls.py", code: code)
        try workplace.addTurn(2, asked: "and again", path: "ls.py", code: "# Lists files.\n" + code)
        try workplace.addTurn(3, asked: "words", path: "notes.txt", code: "os.system(input())\n")
        #expect(try workplace.run(["ingest"]).status == 0)
        let json = try workplace.run(["audit", "--format", "json"])
        #expect(json.status == 1, "\(json.errors)")
        let list = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(list.count == 1)
        let finding = try #require(list.first)
        #expect(finding["cwe"] as? String == "CWE-78" && finding["path"] as? String == "ls.py")
        #expect(finding["line"] as? Int == 4 && finding["asked"] as? String == "and again")
        let text = try workplace.run(["audit"])
        #expect(text.errors.contains("1 finding in 2 edits.") && text.errors.contains("Without rules: 1"))
        let id = try #require(finding["id"] as? String)
        let page = try workplace.run(["show", "finding:\(id)"])
        #expect(page.output.contains("and again") && page.output.contains("os.system") && page.output.contains("^^^"))
        #expect(try workplace.run(["finding", "accept", String(id.prefix(8)), "--reason", " "]).status != 0)
        let accepted = try workplace.run(
            ["finding", "accept", String(id.prefix(8)), "--reason", "a tool of our own", "--by", "ann"])
        #expect(accepted.status == 0 && accepted.output.contains("accepted"), "\(accepted.errors)")
        #expect(try workplace.run(["ingest"]).status == 0)
        #expect(try workplace.run(["audit", "--again"]).status == 0)
        let shown = try workplace.run(["audit", "--filter", "status:accepted", "--format", "json"])
        #expect(shown.output.contains("a tool of our own") && shown.status == 1)
        #expect(try workplace.run(["finding", "reopen", "finding:\(id)"]).status == 0)
        #expect(try workplace.run(["audit"]).status == 1)
        #expect(try workplace.run(["audit", "--since", "2025-11-21"]).status == 0)
        #expect(try workplace.run(["list", "findings", "--format", "json"]).output.contains("\"fingerprint\""))
    }

    @Test func `reports for other programs are whole, whether or not something is found`() throws {
        for (code, count) in [("import os\nos.system(input())\n", 1), ("print(1)\n", 0)] {
            let sarif = try run(["--stdin", "--language", "python", "--format", "sarif"], input: code)
            #expect(sarif.status == Int32(count))
            let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
            let results = ((log?["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.count
            #expect(results == count, "\(sarif.output)")
        }
        let github = try run(
            ["--stdin", "--language", "python", "--format", "github"], input: "import os\nos.system(input())\n")
        #expect(github.output.hasPrefix("::error file="), "\(github.output)")
    }

    @Test func `a scanner that looked at nothing is no clean code, and what is no report is said`() throws {
        let workplace = try Workplace()
        let report = workplace.folder + "/semgrep.json"
        try Data(#"{"results": [], "errors": [], "paths": {"scanned": []}}"#.utf8).write(
            to: URL(fileURLWithPath: report))
        let nothing = try workplace.run(["audit", "import", report])
        #expect(nothing.status == 1 && nothing.errors.contains("Semgrep scanned no file"), "\(nothing.errors)")
        try Data("hello".utf8).write(to: URL(fileURLWithPath: report))
        let other = try workplace.run(["audit", "import", report])
        #expect(other.status == 1 && other.errors.contains("is not read"), "\(other.errors)")
    }

    @Test(arguments: [
        (["audit", "/no/such/place"], "There is nothing at '/no/such/place'"),
        (["audit", "--release", "/no/such/place"], "There is nothing at '/no/such/place'"),
        (["audit", "--rules", "/no/such/place", "."], "There is no folder of rules at '/no/such/place'."),
        (["audit", "--diff", "HEAD"], "git repository"), (["audit", "--filter", "nosuch:1"], "no field 'nosuch'"),
        (["audit", "--stdin", "--language", "cobol"], "no rules for 'cobol'"), (["audit"], "There is no store at"),
        (["gate"], "git repository"), (["rules", "check", "/no/such/place"], "'/no/such/place' is no file of rules"),
        (["rules", "test", "/no/such/place"], "'/no/such/place' is no file of rules"),
    ])
    func `what keeps it from telling is 2 and one sentence, never clean and never a finding`(
        arguments: [String], words: String
    ) throws {
        let workplace = try Workplace()
        let process = try workplace.run(arguments, in: workplace.folder)
        #expect(process.status == 2 && process.output.isEmpty, "\(process)")
        #expect(process.errors.contains(words) && !process.errors.contains("Error:"), "\(process.errors)")
    }
}
