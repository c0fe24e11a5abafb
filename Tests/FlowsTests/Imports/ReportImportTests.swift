import Foundation
import Git
import Provenance
import Scanners
import Store
import Testing

@testable import Flows

/// What scanners say, as findings of the generations whose code it is.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct ReportImportTests {
    private let copy: WorkingCopy

    init() throws { copy = try WorkingCopy() }

    private static let code = """
        import os
        import sqlite3

        def listing(request, db):
            name = request.args["name"]
            os.system("ls /srv/" + name)
            rows = db.execute("SELECT * FROM files WHERE name = '%s'" % name)
            return [row.title for row in rows]

        """

    /// The generated file, committed.
    private func generate() throws {
        try copy.edit("src/app.py", to: Self.code)
        try copy.commit()
    }

    @discardableResult
    private func take(
        _ text: String, from folder: String? = nil, ofAllRules: Bool = false
    ) throws -> ReportImport.Summary {
        try ShingleIndexing(store: copy.store).run()
        var importing = try ReportImport(
            store: copy.store, folder: folder ?? copy.path, checkout: copy.checkout, now: 1_800_000_000_000)
        var summary = ReportImport.Summary()
        for report in try ScannerReader.read(text, name: "r") {
            summary = try importing.take(report, source: "r", isOfAllRules: ofAllRules)
        }
        return summary
    }

    private var findings: [AuditedFinding] {
        get throws { try copy.store.auditedFindings(copy.store.auditedFindings()) }
    }

    private func bandit(_ path: String = "src/app.py", line: Int, from: Int, to: Int, cwe: Int, text: String = "t")
        -> String
    {
        """
        {"errors": [], "metrics": {"_totals": {}, "\(path)": {}}, "results": [{"filename": "\(path)", "test_id": "B605",
        "test_name": "start_process_with_a_shell", "issue_text": "\(text)", "issue_severity": "HIGH",
        "issue_confidence": "HIGH", "issue_cwe": {"id": \(cwe)}, "line_number": \(line), "line_range": [\(line)],
        "col_offset": \(from), "end_col_offset": \(to)}]}
        """
    }

    private func sarif(
        _ path: String = "src/app.py", line: Int, cwe: Int, tool: String = "CodeQL", more: String = "", run: String = ""
    ) -> String {
        """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "\(tool)"}}, \(run) "results": [{"ruleId": "py/x",
        "message": {"text": "see CWE-\(cwe)"}, \(more) "locations": [{"physicalLocation": {"artifactLocation":
        {"uri": "\(path)"}, "region": {"startLine": \(line), "startColumn": 5}}}]}]}]}
        """
    }

    @Test func `A result becomes a finding of the edit that wrote its line, with the bytes it speaks of`() throws {
        try generate()
        let summary = try take(bandit(line: 6, from: 4, to: 32, cwe: 78))
        #expect(summary.taken.new == 1)
        let finding = try #require(try findings.first)
        #expect(finding.edit == "e1")
        #expect(finding.generation == "g1")
        #expect(finding.prompt == "p1")
        #expect(finding.rule == "B605")
        #expect(finding.cwe == "CWE-78")
        #expect(finding.severity == .high)
        #expect(finding.firstLine == 6)
        let range = try #require(finding.range)
        #expect(String(decoding: Array(Self.code.utf8)[range], as: UTF8.self) == #"os.system("ls /srv/" + name)"#)
        #expect(finding.witnesses.map(\.auditor) == ["Bandit"])
        #expect(finding.title == "start_process_with_a_shell")
    }

    @Test func `The same defect from two tools is one finding with two witnesses, and told again it is known`() throws {
        try generate()
        try take(bandit(line: 6, from: 4, to: 32, cwe: 78))
        let second = try take(sarif(line: 6, cwe: 77))
        #expect(
            second.taken
                == {
                    var taken = Store.TakenReport(); taken.joined = 1; return taken
                }())
        #expect(try take(sarif(line: 6, cwe: 77)).taken.known == 1)
        // What we wrote ourselves of it is no witness more.
        #expect(try take(sarif(line: 6, cwe: 77, tool: "Colophon")).taken.known == 1)
        #expect(try findings.count == 1)
        #expect(try findings.first?.witnesses.map(\.auditor) == ["Bandit", "CodeQL"])
        // Another weakness on the same line, and the same weakness on another line, are others.
        #expect(try take(sarif(line: 6, cwe: 89)).taken.new == 1)
        #expect(try take(sarif(line: 7, cwe: 89)).taken.new == 1)
        #expect(try findings.count == 3)
    }

    @Test func `What our own rules found has another's word as one witness more`() throws {
        try generate()
        var auditing = try StoreAuditing(store: copy.store, now: 1_700_000_000_000)
        try auditing.run()
        let own = try findings
        #expect(own.contains { $0.cwe == "CWE-78" && $0.firstLine == 6 })
        #expect(try take(bandit(line: 6, from: 4, to: 32, cwe: 78)).taken.joined == 1)
        #expect(try findings.count == own.count)
        let joined = try #require(try findings.first { $0.witnesses.count == 2 })
        #expect(joined.witnesses.map(\.auditor) == ["Bandit", "colophon"])
    }

    @Test func `Lines of people are counted and kept out, and so is what is not here`() throws {
        try generate()
        let typed = Self.code + "\nspawn_the_worker_of(today, limit=40)\n"
        try copy.write("src/app.py", typed)
        try copy.write("hand.py", "import os\nos.system(input())\n")
        try copy.commit()
        #expect(try take(sarif(line: 10, cwe: 78)).ofPeople == 1)
        #expect(try take(sarif("hand.py", line: 2, cwe: 78)).ofPeople == 1)
        #expect(try take(sarif("gone.py", line: 2, cwe: 78)).withoutFile == 1)
        #expect(try take(sarif(line: 400, cwe: 78)).withoutLine == 1)
        #expect(try take(sarif("../../../../etc/passwd", line: 1, cwe: 78)).withoutFile == 1)
        #expect(try take(sarif("file:///etc/passwd", line: 1, cwe: 78)).withoutFile == 1)
        #expect(try findings.isEmpty)
    }

    @Test func `A file is found by its end, from a folder of another machine and from a folder below the top`() throws {
        try generate()
        #expect(try take(sarif("file:///home/runner/work/shop/shop/src/app.py", line: 6, cwe: 78)).taken.new == 1)
        #expect(try take(sarif("file://\(copy.checkout.root)/src/app.py", line: 6, cwe: 78)).taken.known == 1)
        #expect(try take(sarif("app.py", line: 6, cwe: 78), from: copy.path + "/src").taken.known == 1)
    }

    @Test func `Lines are those of the commit that was scanned`() throws {
        try generate()
        let scanned = try copy.git("rev-parse", "HEAD")
        let moved = "# a comment\n# and another\n\n" + Self.code
        try copy.write("src/app.py", moved)
        try copy.commit()
        let provenance = #"""
            "versionControlProvenance": [{"repositoryUri": "https://example.com/acme/shop", "revisionId": "\#(scanned)"}],
            """#
        try take(sarif(line: 6, cwe: 78, run: provenance))
        let range = try #require(try findings.first?.range)
        #expect(String(decoding: Array(Self.code.utf8)[range], as: UTF8.self).hasPrefix("os.system("))
        // Of today's file, the same line is three lines further down: the same finding.
        #expect(try take(sarif(line: 9, cwe: 78)).taken.known == 1)
        // A commit that is nowhere is said, and the lines of today count.
        try ShingleIndexing(store: copy.store).run()
        var importing = try ReportImport(
            store: copy.store, folder: copy.path, checkout: copy.checkout, now: 1_800_000_000_000)
        let unknown = provenance.replacing(scanned, with: String(repeating: "a", count: 40))
        let report = try #require(
            try ScannerReader.read(sarif(line: 9, cwe: 78, run: unknown), name: "r").first)
        #expect(try importing.take(report, source: "r").taken.known == 1)
        #expect(importing.doubts.count == 1)
    }

    @Test func `A waiver with a reason is kept as such, and one without leaves it open`() throws {
        try generate()
        let waived = #""suppressions": [{"kind": "inSource", "justification": "behind the VPN"}],"#
        try take(sarif(line: 6, cwe: 78, more: waived))
        #expect(try findings.first?.status == "accepted")
        #expect(try findings.first?.judgement?.reason == "behind the VPN")
        #expect(try findings.first?.judgement?.who == "CodeQL")
        let bare = try take(sarif(line: 7, cwe: 89, more: #""suppressions": [{"kind": "inSource"}],"#))
        #expect(bare.unexplained == 1)
        #expect(try findings.first { $0.cwe == "CWE-89" }?.status == "open")
        #expect(try take(sarif(line: 8, cwe: 20, more: #""kind": "pass","#)).closed == 1)
        #expect(try findings.count == 2)
    }

    @Test func `A message of a scanner is kept without the secret that it quotes`() throws {
        let code = "import client\n\nconnection = client.connect(host, user, password='correcthorsebattery')\n"
        try copy.edit("c.py", to: code)
        try copy.commit()
        try take(
            bandit(
                "c.py", line: 3, from: 48, to: 69, cwe: 259, text: "Possible hardcoded password: 'correcthorsebattery'")
        )
        #expect(try findings.first?.message == "Possible hardcoded password: '…'")
    }

    @Test func `Code that was changed since is bound to its edit, where it stood`() throws {
        try generate()
        try copy.write(
            "src/app.py",
            Self.code.replacing(#"os.system("ls /srv/" + name)"#, with: #"os.system("ls -l /srv/" + name.strip())"#))
        try copy.commit()
        try take(sarif(line: 6, cwe: 78))
        let finding = try #require(try findings.first)
        #expect(finding.edit == "e1")
        #expect(finding.firstLine == 6)
    }

    private func clean(_ path: String = "src/app.py", errors: String = "") -> String {
        #"{"errors": [\#(errors)], "metrics": {"_totals": {}, "\#(path)": {}}, "results": []}"#
    }

    private func statuses() throws -> [String] {
        var all = StoreFindings(store: copy.store, now: 1_800_000_000_001)
        try all.refresh(copy.store.auditedFindings())
        return try findings.map { "\($0.rule) \($0.status)" }
    }

    @Test func `What a tool does not tell of any more in a file that it looked at is gone, until it tells of it again`()
        throws
    {
        try generate()
        try take(bandit(line: 6, from: 4, to: 32, cwe: 78))
        try copy.edit("src/other.py", to: "x = 1\n")
        #expect(try take(clean("src/other.py"), ofAllRules: true).gone == 0)
        let unread = clean(errors: #"{"filename": "src/app.py", "reason": "syntax error"}"#)
        #expect(try take(unread, ofAllRules: true).gone == 0)
        let other = try take(sarif(line: 7, cwe: 89), ofAllRules: true)
        #expect(other.gone == 0, "another tool closes nothing of this one")
        #expect(try statuses() == ["B605 open", "py/x open"])
        let unsaid = try take(clean())
        #expect(unsaid.gone == 0 && unsaid.unsure == 1, "which rules were at work is not said")
        #expect(try statuses() == ["B605 open", "py/x open"])
        #expect(try take(clean(), ofAllRules: true).gone == 1)
        // Its code is there, but who told of it does so no longer.
        #expect(try statuses() == ["B605 gone", "py/x open"])
        #expect(try take(clean(), ofAllRules: true).gone == 0)
        #expect(try take(bandit(line: 6, from: 4, to: 32, cwe: 78)).taken.known == 1)
        #expect(try statuses() == ["B605 open", "py/x open"])
    }

    @Test func `A rule that has other results was at work, and a search of which pages are missing closes nothing`()
        throws
    {
        try generate()
        try take(bandit(line: 6, from: 4, to: 32, cwe: 78))
        try copy.write("src/people.py", "import os\nos.system(x)\n")
        let elsewhere = bandit("src/people.py", line: 2, from: 0, to: 12, cwe: 78)
        let summary = try take(elsewhere.replacing(#""_totals": {}"#, with: #""_totals": {}, "src/app.py": {}"#))
        #expect(summary.gone == 1 && summary.ofPeople == 1)
        func sonar(_ total: Int, _ issues: String = "") -> String {
            """
            {"paging": {"pageIndex": 1, "pageSize": 500, "total": \(total)}, "issues": [\(issues)], "components":
            [{"key": "a:src/app.py", "path": "src/app.py", "qualifier": "FIL"}]}
            """
        }
        let issue =
            #"{"key": "k", "rule": "py:S1", "component": "a:src/app.py", "line": 7, "message": "m", "type": "BUG", "severity": "MAJOR"}"#
        #expect(try take(sonar(1, issue)).taken.new == 1)
        #expect(try take(sonar(501), ofAllRules: true).gone == 0)
        #expect(try take(sonar(0), ofAllRules: true).gone == 1)
    }

    @Test
    func `Of what others tell of as well, of rules that were not at work, and of another commit nothing is closed`()
        throws
    {
        try generate()
        var auditing = try StoreAuditing(store: copy.store, now: 1_700_000_000_000)
        try auditing.run()
        try take(bandit(line: 6, from: 4, to: 32, cwe: 78))
        let own = try #require(try findings.first { $0.witnesses.count == 2 })
        let summary = try take(clean(), ofAllRules: true)
        #expect(summary.gone == 0 && summary.left == 1)
        #expect(try copy.store.auditedFinding(own.id)?.status == "open")
        func run(_ rules: String, _ more: String = "") -> String {
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL", "rules": [\(rules)]}}, \(more)
            "artifacts": [{"location": {"uri": "src/app.py"}}], "results": []}]}
            """
        }
        try take(sarif(line: 8, cwe: 20))
        #expect(try take(run(#"{"id": "py/other"}"#)).gone == 0)
        let scanned = try copy.git("rev-parse", "HEAD")
        try copy.commit("Later")
        let provenance =
            #""versionControlProvenance": [{"repositoryUri": "https://example.com/a", "revisionId": "\#(scanned)"}],"#
        #expect(try take(run(#"{"id": "py/x"}"#, provenance)).gone == 0)
        #expect(try take(run(#"{"id": "py/x"}"#)).gone == 1)
    }
}
