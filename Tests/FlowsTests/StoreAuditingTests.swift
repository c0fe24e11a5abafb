import Foundation
import GRDB
import Provenance
import Testing

@testable import Flows
@testable import Store

/// What the audit says of edits: whose a defect is, and that it is one through all its drafts.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct StoreAuditingTests {
    private let copy: WorkingCopy

    init() throws { copy = try WorkingCopy() }

    static let run = "import os\n\ndef show(request):\n    name = input()\n    os.system(\"ls \" + name)\n"

    private func audit() throws {
        var auditing = try StoreAuditing(store: copy.store, now: 5)
        try auditing.run()
    }

    private func findings() throws -> [AuditedFinding] {
        try copy.store.auditedFindings(try copy.store.auditedFindings())
    }

    /// `python.command-injection e1 5`, one a finding.
    private func told() throws -> [String] {
        try audit()
        return try findings().map { "\($0.cwe ?? "") \($0.edit ?? "") \($0.firstLine ?? 0)" }
    }

    @Test func `A defect is bound to its bytes, its edit and its prompt`() throws {
        try copy.edit("a.py", to: Self.run)
        #expect(try copy.store.editsWithoutAudit() == 1)
        #expect(try told() == ["CWE-78 e1 5"])
        #expect(try copy.store.editsWithoutAudit() == 0)
        let finding = try #require(try findings().first)
        let range = try #require(finding.range)
        let bytes = Array(Self.run.utf8)[range]
        #expect(String(decoding: bytes, as: UTF8.self).contains("os.system"))
        #expect(finding.firstColumn == 5 && finding.lastLine == 5)
        #expect(finding.words == "write a.py number 1" && finding.model == "claude-opus-4-5")
        #expect(finding.title?.isEmpty == false && finding.remedy?.isEmpty == false && finding.kind == "security")
        #expect(finding.witnesses.map(\.auditor) == ["colophon"])
        #expect(finding.owasp.contains("A03:2021"))
    }

    @Test func `What stood in the file before is not the edit's`() throws {
        try copy.edit("a.py", to: Self.run)
        let after = Self.run.replacing("def show(request):", with: "def show(request, limit=10):")
        try copy.edit("a.py", from: Self.run, to: after)
        #expect(try told() == ["CWE-78 e1 5"])
    }

    @Test func `A part that replaces another is read with what stands around it`() throws {
        try copy.edit("a.py", to: Self.run.replacing("os.system(\"ls \" + name)", with: "print(name)"))
        #expect(try told() == [])
        try copy.edit("a.py", from: "    print(name)\n", to: "    os.system(\"ls \" + name)\n")
        #expect(try told() == ["CWE-78 e2 5"])
        let finding = try #require(try findings().first)
        #expect(finding.confidence == "high", "where the name comes from stands in lines of another edit")
        #expect(finding.range.map { $0.lowerBound } == 4)
    }

    @Test func `Lines are those of the file, or none where its place is not known`() throws {
        try copy.edit("a.py", from: "print(1)\n", to: "import os\nos.system(input())\n")
        try audit()
        #expect(try findings().map(\.firstLine) == [nil])
        let lines = try RecordedLines()
        try lines.record(
            """
            {"type":"generation","id":"g","agent":"acme","prompt":"go","output":"Done.","edits":[{"path":"b.py",\
            "kind":"update","status":"applied","patch":"@@ -40,2 +40,3 @@\\n import os\\n+name = input()\\n-x = 1\\n\
            +os.system('ls ' + name)"}]}
            """)
        var auditing = try StoreAuditing(store: lines.store, now: 5)
        try auditing.run()
        let finding = try #require(try lines.store.auditedFindings(try lines.store.auditedFindings()).first)
        #expect(finding.firstLine == 42)
        #expect(finding.message.contains("line 41"), "\(finding.message)")
        let range = try #require(finding.range)
        let text = "import os\nname = input()\nos.system('ls ' + name)"
        #expect(text.bytes(range).hasPrefix("os.system"))
    }

    @Test func `Lines that an edit gives again before those it changes do not shift what is found`() throws {
        let lines = try RecordedLines()
        let kept = (1...5).map { "k\($0) = \($0)\\n" }.joined()
        try lines.record(
            """
            {"type":"generation","id":"g","agent":"acme","prompt":"go","output":"Done.","edits":[{"path":"b.py",\
            "kind":"update","status":"applied","first_line":45,"before":"\(kept)x = 1","after":"\(kept)eval(input())",\
            "patch":"@@ -42,4 +42,4 @@\\n k3 = 3\\n k4 = 4\\n k5 = 5\\n-x = 1\\n+eval(input())"}]}
            """)
        var auditing = try StoreAuditing(store: lines.store, now: 5)
        try auditing.run()
        let finding = try #require(try lines.store.auditedFindings(try lines.store.auditedFindings()).first)
        #expect(finding.firstLine == 45)
    }

    @Test func `One defect through its drafts is one finding, in the latest of them`() throws {
        try copy.edit("a.py", to: Self.run)
        try copy.edit("a.py", to: "# Lists files.\n" + Self.run)
        try copy.edit("a.py", to: "\n\n" + Self.run.replacing("\"", with: "'"))
        #expect(try told() == ["CWE-78 e3 7"])
        let finding = try #require(try findings().first)
        #expect(try copy.store.drafts(of: finding.id).map(\.edit) == ["e1", "e2", "e3"])
        #expect(try finding.at == copy.store.drafts(of: finding.id).first?.at)
    }

    @Test func `In whatever order edits are audited, the findings are the same`() throws {
        let other = try WorkingCopy()
        for text in [Self.run, "x = 1\n" + Self.run, Self.run + Self.run.replacing("show", with: "list_files")] {
            try copy.edit("a.py", to: text)
            try audit()
            try other.edit("a.py", to: text)
        }
        var auditing = try StoreAuditing(store: other.store, now: 5)
        try auditing.run()
        #expect(try Self.rows(copy.store) == Self.rows(other.store))
        #expect(try Self.rows(copy.store).count == 2)
        var again = try StoreAuditing(store: copy.store, now: 5)
        #expect(try copy.store.auditAgain(otherThan: nil) == 3)
        try again.run()
        #expect(try Self.rows(copy.store) == Self.rows(other.store))
    }

    static func rows(_ store: Store) throws -> [String] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT f.uid, e.uid, start, length, f.first_line, last_line, first_column, last_column, rule, message,
                        fingerprint, f.status, f.at, (SELECT group_concat(o.uid) FROM finding_draft d
                            JOIN edit o ON o.id = d.edit WHERE d.finding = f.id) AS drafts
                    FROM finding f JOIN edit e ON e.id = f.edit ORDER BY f.uid
                    """
            ).map(\.description)
        }
    }

    @Test func `A secret that was taken out is a finding, in whatever language`() throws {
        try copy.edit("a.py", to: "key = \"⟦redacted:aws-access-key-id⟧\"\n")
        try copy.edit("notes.unknown", to: "token ⟦redacted:github-token⟧\n")
        try audit()
        let found = try findings()
        #expect(found.map(\.rule) == ["secret.redacted", "secret.redacted"])
        #expect(found.first?.message.contains("aws access key id") == true)
        #expect(try copy.store.auditedEdits()[.language] == 1)
    }

    @Test func `What was rejected has no findings, nor has it once it is`() throws {
        try copy.edit("a.py", to: Self.run, status: .rejected)
        #expect(try told() == [])
        try copy.edit("b.py", to: Self.run, status: .proposed)
        #expect(try told() == ["CWE-78 e2 5"])
        try copy.store.write { try $0.execute(sql: "UPDATE edit SET status = 'rejected' WHERE uid = 'e2'") }
        #expect(try told() == [])
    }

    @Test func `An edit that is written anew while it is audited waits still`() throws {
        try copy.edit("a.py", to: "print(1)\n")
        let edit = try #require(try copy.store.pendingAudits(limit: 1).first)
        var auditing = try StoreAuditing(store: copy.store, now: 5)
        var audit = try auditing.audit(try #require(try copy.store.edits([edit]).first))
        audit.stamp = try copy.store.auditStamps([edit])[edit]
        try copy.store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO body (sha256, redactions, text) VALUES (zeroblob(32), 0, ?);
                    UPDATE edit SET after = last_insert_rowid();
                    """, arguments: [Self.run])
        }
        try copy.store.take([audit], by: auditing.edition, rules: [], at: 5)
        #expect(try copy.store.editsWithoutAudit() == 1)
        #expect(try told() == ["CWE-78 e1 5"])
    }

    @Test func `Other rules than those of the audit before are said, and asked for again`() throws {
        try copy.edit("a.py", to: Self.run)
        try audit()
        try copy.store.write { db in
            try db.execute(
                sql: """
                    UPDATE audit_run SET rules = 'older';
                    INSERT INTO finding_draft SELECT 99, 1, 0, 1 WHERE 0;
                    """)
        }
        var auditing = try StoreAuditing(store: copy.store, now: 6)
        #expect(try copy.store.editsAuditedOtherwise(than: auditing.edition) == 1)
        #expect(try copy.store.auditAgain(otherThan: auditing.edition) == 1)
        try auditing.run()
        #expect(try copy.store.editsAuditedOtherwise(than: auditing.edition) == 0)
        #expect(try findings().count == 1)
    }

    @Test func `A finding that the rules no longer make goes, but not what a person has judged`() throws {
        try copy.edit("a.py", to: Self.run)
        try audit()
        try copy.store.write { db in
            // As an older edition would have left them.
            for uid in ["old", "judged"] {
                try db.execute(
                    sql: """
                        INSERT INTO finding (uid, edit, start, length, rule, severity, message, auditor, at)
                            VALUES (?, 1, 0, 6, 'python.gone', 'low', 'Once.', 'colophon', 1);
                        INSERT INTO finding_draft SELECT id, 1, 0, 6 FROM finding WHERE uid = ?;
                        """, arguments: [uid, uid])
            }
            try db.execute(
                sql: """
                    INSERT INTO finding_status (finding, at, status, who) SELECT id, 9, 'accepted', 'ann' FROM finding
                        WHERE uid = 'judged'
                    """)
        }
        try copy.store.auditAgain(otherThan: nil)
        try audit()
        let uids = try findings().map(\.uid)
        #expect(!uids.contains("old") && uids.contains("judged") && uids.count == 2)
    }

    @Test func `The tokens under a finding say how sure the model was`() throws {
        let lines = try RecordedLines()
        let tokens = ["import os\n", "os", ".system", "(", "input", "()", ")", "\n"]
        let told = zip(tokens, [-0.1, -0.2, -2.5, -0.1, -0.3, -0.1, -0.1, -0.1]).map { token, logprob in
            "{\"text\":\(token.debugDescription),\"logprob\":\(logprob)}"
        }
        let code = tokens.joined().debugDescription
        try lines.record(
            """
            {"type":"generation","id":"g","agent":"acme","prompt":"go","tokens":[\(told.joined(separator: ","))],\
            "edits":[{"path":"a.py","kind":"create","status":"applied","after":\(code)}]}
            """)
        var auditing = try StoreAuditing(store: lines.store, now: 5)
        try auditing.run()
        let finding = try #require(try lines.store.auditedFindings(try lines.store.auditedFindings()).first)
        let span = try #require(finding.tokens)
        #expect(span.count >= 5 && span.count <= 7)
        #expect(abs((span.leastLogprob ?? 0) + 2.5) < 0.001)
        let detail = try #require(try FindingDetail.read(finding.id, from: lines.store, now: 5))
        #expect(detail.tokens.map(\.text).joined().contains("os.system(input()"))
        #expect(detail.lines.contains { $0.number == 2 && $0.marked != nil })
    }

    @Test func `Rules of the user's own are at work in the store, and what other rules checked is checked again`()
        throws
    {
        try copy.edit("a.py", to: "import acme\nacme.run(x)\n")
        try copy.edit("b.py", to: Self.run)
        #expect(try told() == ["CWE-78 e2 5"])
        let rule = """
            languages = ["python"]
            [[rule]]
            id = "acme.shell"
            title = "A shell runs what a ticket says"
            cwe = 88
            call = ["acme.run"]
            message = "m"
            remedy = "r"

            """
        func audit(_ own: [RuleFolder.File]) throws -> Int {
            var auditing = try StoreAuditing(store: copy.store, own: own, now: 6)
            return try auditing.workOff(.stale).again
        }
        let file = RuleFolder.File(name: "/home/ann/rules/acme.toml", bytes: Array(rule.utf8))
        #expect(try audit([file]) == 2)
        #expect(try findings().map { "\($0.rule) \($0.edit ?? "") \($0.firstLine ?? 0)" }.first == "acme.shell e1 2")
        #expect(try findings().first?.title == "A shell runs what a ticket says")
        // The same rules of another folder are the same rules.
        #expect(try audit([RuleFolder.File(name: "/srv/rules/acme.toml", bytes: file.bytes)]) == 0)
        #expect(try findings().count == 2)
        #expect(try audit([]) == 2)
        #expect(try findings().map(\.edit) == ["e2"])
        let broken = RuleFolder.File(name: "acme.toml", bytes: Array(rule.replacing("cwe = 88\n", with: "").utf8))
        #expect(throws: (any Error).self) { try audit([broken]) }
    }
}
