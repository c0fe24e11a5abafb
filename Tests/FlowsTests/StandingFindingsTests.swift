import Foundation
import GRDB
import Provenance
import Testing
import Text

@testable import Flows
@testable import Store

/// What stands of findings in the files of today, and what people said of them.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct StandingFindingsTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
        try copy.edit("a.py", to: StoreAuditingTests.run)
        var auditing = try StoreAuditing(store: copy.store, now: 5)
        try auditing.run()
    }

    private func shown(_ filter: String = "", at now: Int64 = 10) throws -> [String] {
        var findings = StoreFindings(store: copy.store, now: now)
        var told: [String] = []
        _ = try findings.each(matching: Filter(filter, now: 0), since: nil, hygiene: true) { finding in
            let name = finding.pathToday.map { ($0 as NSString).lastPathComponent } ?? "-"
            told.append("\(finding.status) \(name):\(finding.line ?? 0)")
        }
        return told
    }

    private func finding() throws -> AuditedFinding {
        try #require(try copy.store.auditedFindings(try copy.store.auditedFindings()).first)
    }

    private func say(_ status: Finding.Status, at: Int64 = 20, until: Int64? = nil) throws {
        try copy.store.judge(
            finding().id, FindingJudgement(status: status, who: "ann", reason: "known", at: at, until: until))
    }

    @Test func `What leaves its file is gone, and what comes back is open again`() throws {
        #expect(try shown() == ["open a.py:5"])
        try copy.write("a.py", "import os\n\ndef show(request):\n    return os.listdir()\n")
        #expect(try shown() == [])
        #expect(try shown("status:gone") == ["gone -:5"])
        #expect(try finding().goneAt == 10)
        try copy.write("a.py", "# moved down\n\n" + StoreAuditingTests.run)
        #expect(try shown() == ["open a.py:7"])
        #expect(try finding().goneAt == nil)
    }

    @Test func `A formatter, a moved line and a moved file change nothing`() throws {
        try copy.write(
            "a.py",
            "import os\n\n\nclass A:\n    def show(self):\n        os.system(\n            'ls ' + name,\n        )\n")
        #expect(try shown() == ["open a.py:6"])
        try copy.write("a.py", StoreAuditingTests.run)
        try copy.commit()
        try copy.git("mv", "a.py", "tools.py")
        #expect(try shown() == ["open tools.py:5"])
        try FileManager.default.removeItem(atPath: copy.path + "/tools.py")
        #expect(try shown() == [])
    }

    @Test func `Where no work tree of it is here, nothing is said to be gone`() throws {
        try FileManager.default.moveItem(atPath: copy.path, toPath: copy.path + "-away")
        #expect(try shown() == ["open -:5"])
    }

    @Test func `What is accepted stays so while the code goes and returns, until its day`() throws {
        try say(.accepted, until: 1000)
        #expect(try shown() == [])
        #expect(try shown("status:accepted") == ["accepted a.py:5"])
        try copy.write("a.py", "pass\n")
        #expect(try shown("status:gone") == ["gone -:5"])
        try copy.write("a.py", StoreAuditingTests.run)
        #expect(try shown("status:accepted") == ["accepted a.py:5"])
        #expect(try copy.store.reopenExpired(at: 999) == 0)
        #expect(try copy.store.reopenExpired(at: 1000) == 1)
        #expect(try copy.store.reopenExpired(at: 2000) == 0)
        #expect(try shown() == ["open a.py:5"])
        #expect(try copy.store.judgements(of: finding().id).map(\.status) == [.accepted, .open])
    }

    @Test func `What is said while the code is gone holds when it returns, and a new draft changes nothing of it`()
        throws
    {
        try copy.write("a.py", "pass\n")
        #expect(try shown() == [])
        try say(.false)
        try copy.edit("a.py", to: "x = 2\n" + StoreAuditingTests.run)
        var auditing = try StoreAuditing(store: copy.store, now: 30)
        try auditing.run()
        #expect(try shown("status:false") == ["false a.py:6"])
        #expect(try finding().edit == "e2")
    }

    @Test func `Fields of the filter ask for severity, rule, weakness and status`() throws {
        let finding = try finding()
        for filter in [
            "cwe:78", "rule:\(finding.rule)", "sev:\(finding.severity.rawValue)", "status:open", "file:a.py",
        ] {
            #expect(try shown(filter) == ["open a.py:5"], "\(filter)")
        }
        for filter in ["cwe:79", "rule:none", "sev:info", "status:fixed", "file:b.py"] {
            #expect(try shown(filter) == [], "\(filter)")
        }
        let filter = try Filter("status:open", now: 0)
        #expect(try copy.store.turns(matching: filter, limit: 9).count == 1)
        #expect(try copy.store.edits(matching: Filter("status:gone", now: 0), limit: 9).isEmpty)
    }

    @Test func `Merged stores have one finding, whichever is taken first, and the last word on it`() throws {
        try say(.accepted, at: 50)
        try copy.store.write { try $0.execute(sql: "DELETE FROM pending_edit") }
        let paths = ["one", "two"].map { copy.folder.path + "/\($0).sqlite" }
        for (index, path) in paths.enumerated() {
            let store = try Store.open(at: path)
            _ = try store.write { _ in 0 }
            try store.close()
            let queue = try DatabaseQueue(path: path)
            try copy.store.database.backup(to: queue)
            try queue.close()
            let opened = try Store.open(at: path, mode: .write)
            let id = try #require(try opened.auditedFindings().first)
            let word = FindingJudgement(
                status: index == 0 ? .false : .fixed, who: "bob", reason: "seen", at: 60 + Int64(index))
            try opened.judge(id, word)
            if index == 1 { try opened.setStanding([(id, false)], at: 70) }
            try opened.close()
        }
        var pictures: [[String]] = []
        for order in [paths, paths.reversed()] {
            let store = try Store.inMemory()
            for path in order { _ = try Merging(store: store).take(path) }
            var auditing = try StoreAuditing(store: store, now: 80)
            try auditing.run()
            let findings = try store.auditedFindings(try store.auditedFindings())
            #expect(findings.map(\.status) == ["fixed"])
            let judgements = try findings.flatMap { try store.judgements(of: $0.id).map(\.status.rawValue) }
            #expect(judgements == ["accepted", "false", "fixed"])
            pictures.append(try StoreAuditingTests.rows(store))
        }
        #expect(pictures[0] == pictures[1] && pictures[0].count == 1)
    }

    @Test func `Forgetting the latest draft leaves the defect to the one before`() throws {
        try copy.edit("a.py", to: "x = 2\n" + StoreAuditingTests.run)
        var auditing = try StoreAuditing(store: copy.store, now: 30)
        try auditing.run()
        #expect(try finding().edit == "e2")
        guard case .one(let kind, let id, _) = try copy.store.find(.generation, "g2") else {
            Issue.record("no generation")
            return
        }
        _ = try copy.store.forget(.records([(kind, id)]), at: 40) { try Intake(store: copy.store).settle() }
        try auditing.run()
        #expect(try finding().edit == "e1")
        let left = try copy.store.read { db in
            try ["finding_witness", "finding_draft", "audited"].map { table in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
        }
        #expect(left == [1, 1, 1])
    }

    @Test func `A secret that was taken out of the store stands where the secret itself stands`() throws {
        try copy.edit("keys.py", to: "import client\n\naccess = \"⟦redacted:aws-access-key-id⟧\"\n")
        var auditing = try StoreAuditing(store: copy.store, now: 30)
        try auditing.run()
        let secret = "AKIA" + "Q3EGRIZ4XWNB5TJM"
        try copy.write("keys.py", "import client\n\n# The key.\naccess = '\(secret)'\n")
        #expect(try shown("sev:high").contains("open keys.py:4"))
        try copy.write("keys.py", "import client\nimport os\n\naccess = os.environ[\"ACCESS\"]\n")
        #expect(try !shown("file:keys.py").contains { $0.hasPrefix("open") })
    }

    @Test func `Lines are those of the file, whatever lines its secrets take`() throws {
        let begin = "-----BEGIN RSA " + "PRIVATE KEY-----"
        let body = (0..<6).map { "MIIEpAIBAAKCAQEA\($0)vX9kq3L8w2RtYhZs0JfBnUc7PdGmE4oTiQxVrWyAeHlNjKb" }
            .joined(separator: "\n")
        let text = "a = 1\nkey = \"\"\"\(begin)\n\(body)\n\(begin.replacing("BEGIN", with: "END"))\"\"\"\nb = 2\n"
        let veiled = try #require(VeiledText(secretsOf: text))
        let line = try #require(veiled.text.split(separator: "\n").firstIndex { $0.hasPrefix("b = 2") }) + 1
        #expect(line < 10 && veiled.line(line) == 10)
        #expect(veiled.line(1) == 1)
    }

    @Test func `What is missing in the work tree is looked for in git before it is gone`() throws {
        try copy.commit()
        try FileManager.default.removeItem(atPath: copy.path + "/a.py")
        #expect(try shown() == ["open a.py:5"], "it is part of what is checked out still")
        try copy.git("rm", "-q", "--cached", "a.py")
        #expect(try shown() == [])
    }

    @Test func `What is on another branch alone is not gone, until that branch is merged without it`() throws {
        try FileManager.default.removeItem(atPath: copy.path + "/a.py")
        try copy.write("README", "nothing\n")
        try copy.commit()
        try copy.git("checkout", "-q", "-b", "feature")
        try copy.write("a.py", StoreAuditingTests.run)
        try copy.commit()
        try copy.git("checkout", "-q", "main")
        #expect(try shown() == ["open -:5"])
        try copy.git("merge", "-q", "feature")
        #expect(try shown() == ["open a.py:5"])
        try copy.git("rm", "-q", "a.py")
        try copy.commit()
        #expect(try shown() == [])
    }

    @Test func `Reports have the way of the value as the file of today has it`() throws {
        try copy.write("a.py", "# moved\n\n" + StoreAuditingTests.run)
        var reported: [ReportedFinding] = []
        var findings = StoreFindings(store: copy.store, now: 10)
        var files = ReportedFiles(from: copy.path)
        _ = try findings.each(matching: Filter("", now: 0), since: nil, hygiene: false) { finding in
            if let told = files.reported(finding) { reported.append(told) }
        }
        let finding = try #require(reported.first)
        #expect(reported.count == 1 && finding.flow.count > 1)
        #expect(finding.flow.first?.start.line == 6 && finding.flow.last?.start.line == 7)
        #expect(finding.flow.allSatisfy { $0.path == "a.py" && $0.message?.isEmpty == false })
        let report = FindingReport(reported, as: .sarif)
        #expect(String(decoding: report.bytes, as: UTF8.self).contains("codeFlows"))
    }
}
