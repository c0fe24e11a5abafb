import Audit
import Foundation
import Git
import Provenance
import Scanners
import Testing
import Text

@testable import Flows
@testable import Store

/// What a change is made of, and how risky it is.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct ChangeReadingTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
        try copy.write("old.py", Self.safe)
        try copy.commit("What people wrote")
    }

    private static let unsafe = "import os\n\n\ndef run():\n    name = input()\n    os.system(\"ls \" + name)\n"
    private static let safe =
        "def total(numbers):\n    result = 0\n    for number in numbers:\n        result += number\n"
    private static let now: Int64 = 2_000_000_000_000

    private func read(_ change: NamedChange) throws -> GeneratedChange {
        var reading = try ChangeReading(store: copy.store, checkout: copy.checkout, now: Self.now)
        return try reading.read(change.range, named: change.name)
    }

    private func read(_ words: String) throws -> GeneratedChange {
        try read(#require(try NamedChange(words, in: copy.checkout, copy.store)))
    }

    @Test func `A range, a commit and the first commit of all are changes, each of what it adds`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        let first = try copy.commit("One")
        try copy.edit("b.py", to: Self.safe)
        try copy.commit("Two")
        let range = try read("HEAD~2..HEAD")
        #expect(range.risk.level >= .high && range.risk.answers.map(\.uid) == ["g1", "g2"])
        #expect(range.risk.grounds.first?.sentence.hasSuffix(" at a.py:6.") == true)
        #expect(range.risk.grounds.first?.evidence.hasPrefix("finding:") == true)
        #expect(try read("commit:HEAD").risk.level == .none && read("commit:HEAD").counts.generated == 4)
        let one = try read("commit:\(first)")
        #expect(one.risk.level == range.risk.level && one.risk.name == "commit:\(first.prefix(12))")
        let root = try copy.git("rev-list", "--max-parents=0", "HEAD")
        #expect(try read("commit:\(root)").counts.lines == 4)
        #expect(throws: (any Error).self) { try read("commit:nosuch") }
        #expect(try NamedChange("generation:4f2a", in: copy.checkout, copy.store) == nil)
    }

    @Test func `What an answer wrote elsewhere is no part of the change`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        // The same answer wrote another file, too.
        let at = try #require(copy.store.edits([1]).first).origin.at
        try copy.store.apply(
            {
                var batch = Batch()
                let session = UID(of: .session, makerID: "s1")
                var edit = Edit(
                    uid: UID(text: "e1b"), call: UID(text: "e1b"), generation: UID(text: "g1"), session: session,
                    path: "b.py", kind: .create, means: .tool, at: at + 1)
                edit.status = .applied
                edit.after = Body(Self.safe)
                batch.sightings = [.edit(edit)]
                return batch
            }())
        try copy.write("b.py", Self.safe)
        try copy.git("add", "a.py")
        try copy.git("commit", "-q", "-m", "One")
        try copy.commit("Two")
        #expect(try read("commit:HEAD~1").risk.level >= .high)
        let second = try read("commit:HEAD")
        #expect(second.risk.answers.map(\.uid) == ["g1"] && second.risk.level == .none, "\(second.risk.grounds)")
    }

    @Test func `What other scanners told of its lines is in it, until somebody judges it or it is changed`() throws {
        try copy.edit("a.py", to: Self.safe)
        try copy.commit("One")
        let report = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Other", "rules": [{"id": "o/sum", "properties":
            {"security-severity": "8.0", "precision": "high", "tags": ["external/cwe/cwe-190"]}}]}}, "results": [
            {"ruleId": "o/sum", "level": "error", "message": {"text": "It grows without end."}, "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": 4}}}]}]}]}
            """
        try ShingleIndexing(store: copy.store).run()
        var importing = try ReportImport(
            store: copy.store, folder: copy.path, checkout: copy.checkout, now: Self.now)
        for one in try ScannerReader.read(report, name: "r") {
            #expect(try importing.take(one, source: "r").taken.new == 1)
        }
        let told = try read("commit:HEAD")
        let finding = try #require(told.findings.first)
        #expect(finding.rule == "o/sum" && finding.line == 4 && finding.severity == .high)
        #expect(told.risk.level == .high)
        var gate = try ChangeGate(store: copy.store, checkout: copy.checkout, now: Self.now)
        #expect(try gate.run(NamedChange(range: "HEAD^!"), policy: GatePolicy()).outcome == .blocked)
        // A person mends the line: what is told of it is of other code.
        try copy.write("a.py", Self.safe.replacing("result += number", with: "result = min(result + number, 9)"))
        try copy.commit("Two")
        #expect(try read("HEAD~2..HEAD").findings.isEmpty)
        for id in try copy.store.auditedFindings() {
            try copy.store.judge(id, FindingJudgement(status: .false, who: "Ada", reason: "no", at: 7))
        }
        #expect(try read("commit:HEAD~1").risk.level == .none)
    }

    // MARK: - Requests

    private func know(_ number: Int64, _ tell: (inout ChangeRecord) -> Void) throws {
        var record = ChangeRecord(repository: "acme/shop", number: number)
        record.url = "https://example.com/acme/shop/pull/\(number)"
        tell(&record)
        _ = try copy.store.take([.change(record)], now: 1)
    }

    @Test func `A request is what it brought, however it was merged, or what its branch adds while it is open`() throws
    {
        try copy.git("checkout", "-q", "-b", "feature")
        try copy.edit("a.py", to: Self.unsafe)
        let head = try copy.commit("One")
        try know(1) {
            $0.state = .open
            ($0.head, $0.headRef, $0.baseRef) = (head, "feature", "main")
        }
        for name in ["change:1", "#1", "acme/shop#1", "https://example.com/acme/shop/pull/1"] {
            let told = try read(name)
            #expect(told.risk.name == "acme/shop#1" && told.counts.generated == 4 && told.tip == head, "\(name)")
        }
        try copy.git("checkout", "-q", "main")
        try copy.write("people.py", Self.safe)
        try copy.commit("Others work on")
        try copy.git("merge", "-q", "--no-ff", "-m", "Merge pull request #1", "feature")
        let merge = try copy.git("rev-parse", "HEAD")
        try know(1) { ($0.state, $0.mergeCommit) = (.merged, merge) }
        let merged = try read("#1")
        #expect(merged.counts.generated == 4 && merged.counts.lines == 4 && merged.tip == merge)
        // A squashed one is one commit.
        try copy.edit("b.py", to: Self.unsafe.replacing("ls ", with: "cat "))
        let squash = try copy.commit("Add b (#2)")
        try know(2) { ($0.state, $0.mergeCommit) = (.merged, squash) }
        #expect(try read("#2").counts.lines == 4)
    }

    @Test func `A request that nobody knows, or whose commits nobody told of, is said to be so`() throws {
        let unknown = #expect(throws: NamedChange.Unknown.self) { try read("#7") }
        #expect(unknown?.description.contains("knows no request '#7'") == true)
        try know(7) { _ in }
        let bare = #expect(throws: NamedChange.Unknown.self) { try read("#7") }
        #expect(bare?.description.contains("does not know which commits 'acme/shop#7' has") == true)
    }

    @Test func `A gate knows its request by the last commit or the branch, and keeps whose decision it is`() throws {
        try copy.git("checkout", "-q", "-b", "feature")
        try copy.edit("a.py", to: Self.unsafe)
        let head = try copy.commit("One")
        let before = try NamedChange(range: "main..HEAD").asRequest(in: copy.checkout, copy.store)
        #expect(before.request == nil && before.name == "main..HEAD")
        var gate = try ChangeGate(store: copy.store, checkout: copy.checkout, now: Self.now)
        _ = try gate.run(before, policy: GatePolicy())
        try know(1) {
            ($0.state, $0.createdAt) = (.open, 2000)
            ($0.head, $0.headRef, $0.baseRef) = (head, "feature", "main")
        }
        try know(2) { ($0.state, $0.createdAt) = (.open, 1000) }
        let after = try NamedChange(range: "main..HEAD").asRequest(in: copy.checkout, copy.store)
        #expect(after.request == "acme/shop#1")
        #expect(try NamedChange(range: "main").asRequest(in: copy.checkout, copy.store).request == "acme/shop#1")
        let report = try gate.run(after, policy: GatePolicy())
        #expect(report.riskWords?.contains("(acme/shop#1, 1 answer;") == true)
        let waiting = try copy.store.waitingDecisions(at: Self.now, limit: 10)
        #expect(waiting.map(\.subject) == ["acme/shop#1"] && waiting.first?.uid == report.decision)
        #expect(waiting.first?.risk == report.risk.level.rawValue && waiting.first?.score == report.risk.score)
        let rows = try copy.store.changeRows(in: PipelineScope(from: 0, to: Self.now), limit: 10)
        #expect(rows.map(\.risk) == [report.risk.level.rawValue, nil], "the list of changes tells it, too")
    }
}
