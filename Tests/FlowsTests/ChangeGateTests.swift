import Audit
import Foundation
import Git
import Provenance
import Testing

@testable import Flows
@testable import Store

/// What a gate says of a change, and of whose lines.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct ChangeGateTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
        try copy.write("old.py", Self.unsafe)
        try copy.commit("What people wrote")
    }

    private static let unsafe = "import os\n\n\ndef run():\n    name = input()\n    os.system(\"ls \" + name)\n"
    private static let mine =
        "from subprocess import call\n\nwhat = input(\"which file? \")\ncall(\"rm \" + what, shell=True)\n"
    private static let safe =
        "def total(numbers):\n    result = 0\n    for number in numbers:\n        result += number\n"

    private func gate(
        _ change: String = "HEAD", _ policy: GatePolicy = GatePolicy(), now: Int64 = 2_000_000_000_000
    ) throws -> GateReport {
        var gate = try ChangeGate(store: copy.store, checkout: copy.checkout, now: now)
        return try gate.run(NamedChange(range: change), policy: policy)
    }

    /// What is in the work tree is known to git.
    private func stage() throws { try copy.git("add", "-A") }

    @Test func `What a model adds and is unsafe blocks; what a person adds, and old code, is left alone`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        try copy.write("b.py", Self.mine)
        try copy.write("old.py", Self.unsafe + "\nprint(1)\n")
        try stage()
        let report = try gate()
        #expect(report.outcome == .blocked && report.exitCode == 1)
        let blocking = report.judgement.reasons.filter { $0.verdict == .block }
        #expect(blocking.compactMap(\.finding?.path) == ["a.py"] && blocking.first?.finding?.line == 6)
        #expect(blocking.first?.finding?.generation == "g1")
        #expect(report.counts.generated == 4 && report.counts.lines > 4, "\(report.counts)")
        #expect(report.counts.ofPeople == 1 && report.counts.ofOld == 1, "\(report.counts)")
        #expect(report.risk.answers.first?.level ?? .none >= .high)
    }

    @Test func `What a person puts into a generated file is theirs`() throws {
        try copy.edit("a.py", to: Self.safe)
        try copy.write("a.py", Self.safe + "\n" + Self.mine)
        try stage()
        let report = try gate()
        #expect(report.outcome == .allowed && report.counts.generated == 4, "\(report.judgement.reasons)")
        #expect(report.counts.ofPeople > 0 && report.counts.lines > 4)
    }

    @Test func `Harmless lines pass, and nothing at all passes too`() throws {
        try copy.edit("a.py", to: Self.safe)
        try stage()
        #expect(try gate().outcome == .allowed && gate().exitCode == 0)
        try copy.commit("Work")
        let none = try gate()
        #expect(none.outcome == .allowed && none.counts.lines == 0 && none.decision == nil)
        #expect(try gate("HEAD~1..HEAD").counts.generated == 4)
    }

    @Test func `What cannot be told is no yes`() throws {
        try copy.write("a.py", Self.safe)
        try stage()
        let unknown = try gate()
        #expect(unknown.outcome == .unknown && unknown.exitCode == 2)
        #expect(unknown.headline.contains("no session of this repository"))
        try copy.edit("notes.txt", to: "one two three four five six seven eight nine ten\n")
        try copy.write("a.py", "")
        try stage()
        #expect(throws: (any Error).self) { try gate("nosuch") }
    }

    @Test func `What no rule looks at passes once a person has read it; what nobody could be shown does not`() throws {
        try copy.edit(
            "a.lua", to: "local total = 0\nfor _, n in ipairs(numbers) do total = total + n end\nreturn total\n")
        try stage()
        let unknown = try gate()
        #expect(unknown.outcome == .unknown && unknown.exitCode == 2, "\(unknown.headline)")
        let uid = try #require(unknown.decision)
        let waiting = try copy.store.waitingDecisions(at: 2_000_000_000_000, limit: 10)
        #expect(waiting.map(\.uid) == [uid])
        #expect(waiting.first?.reasons.first?.hasPrefix("Nothing was checked") == true)
        try copy.store.keep(
            Review(decision: UID(text: uid), verdict: .approved, reviewer: "Ada", reason: "read it", at: 1))
        let approved = try gate()
        #expect(approved.outcome == .approved && approved.exitCode == 0, "\(approved.headline)")
        #expect(approved.headline.contains("Ada") && approved.notes.contains { $0.hasPrefix("Nothing was checked") })
        try copy.edit(
            "b.lua", to: "local other = 1\nfor _, n in ipairs(others) do other = other * n end\nreturn other\n")
        try stage()
        #expect(try gate().outcome == .unknown, "another line is another work")
    }

    @Test func `An approval lets just this pass, until it is another change or the approval ends`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        try stage()
        let first = try gate()
        let uid = try #require(first.decision)
        #expect(try gate().decision == uid, "the same is decided once")
        #expect(try copy.store.waitingDecisions(at: 2_000_000_000_000, limit: 10).map(\.uid) == [uid])
        var review = Review(
            decision: UID(text: uid), verdict: .approved, reviewer: "Ada", reason: "a tool of ours", at: 1)
        try copy.store.keep(review)
        let approved = try gate()
        #expect(approved.outcome == .approved && approved.exitCode == 0 && approved.digest == first.digest)
        #expect(approved.headline.contains("Ada") && approved.headline.contains("a tool of ours"))
        #expect(try copy.store.waitingDecisions(at: 2_000_000_000_000, limit: 10).isEmpty)
        #expect(approved.risk.answers.first?.isReviewed == true, "an approval of the change is one of its answers")
        // Committed, it is still the same work.
        try copy.commit("Work")
        #expect(try gate("HEAD~1").outcome == .approved)
        // Another generated line is not.
        try copy.edit("c.py", to: Self.unsafe.replacing("ls ", with: "cat "))
        try stage()
        #expect(try gate("HEAD~1").outcome == .blocked)
        try FileManager.default.removeItem(atPath: copy.path + "/c.py")
        try stage()
        review.verdict = .rejected
        review.at = 5
        try copy.store.keep(review)
        #expect(try gate("HEAD~1").outcome == .rejected)
        review.verdict = .approved
        (review.at, review.until) = (6, 1000)
        try copy.store.keep(review)
        #expect(try gate("HEAD~1").outcome == .blocked, "an approval that has ended is none")
        #expect(try copy.store.waitingDecisions(at: 2_000_000_000_000, limit: 10).map(\.uid).contains(uid))
    }

    @Test func `A finding that a person accepted does not block`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        try stage()
        #expect(try gate().outcome == .blocked)
        for id in try copy.store.auditedFindings() {
            try copy.store.judge(id, FindingJudgement(status: .accepted, who: "Ada", reason: "ours", at: 7))
        }
        let report = try gate()
        #expect(report.outcome == .allowed && report.counts.waived == 1, "\(report.judgement.reasons)")
    }

    @Test func `A secret that a person accepted does not block, though the store has it no more; another one does`()
        throws
    {
        let (first, second) = ("AKIA" + "Q3EGRIZ4XWNB5TJM", "AKIA" + "Z7QPLMT2XWRB5VCD")
        func keys(_ access: String, _ more: String = "") -> String {
            "import client\n\nclient.login(region=\"eu-north-1\", access=\"\(access)\")\n" + more
        }
        let marker = "⟦redacted:aws-access-key-id⟧"
        try copy.edit("keys.py", to: keys(marker))
        try copy.write("keys.py", keys(first))
        try stage()
        #expect(try gate().outcome == .blocked)
        for id in try copy.store.auditedFindings() {
            try copy.store.judge(id, FindingJudgement(status: .accepted, who: "Ada", reason: "a test's", at: 7))
        }
        let accepted = try gate()
        #expect(accepted.outcome == .allowed && accepted.counts.waived == 1, "\(accepted.judgement.reasons)")
        let more = "client.open(bucket=\"orders\", secret=\""
        try copy.edit("keys.py", from: keys(marker), to: keys(marker, more + marker + "\")\n"))
        try copy.write("keys.py", keys(first, more + second + "\")\n"))
        try stage()
        let other = try gate()
        #expect(other.outcome == .blocked && other.counts.waived == 1, "\(other.judgement.reasons)")
        #expect(other.judgement.reasons.filter { $0.verdict == .block }.compactMap(\.finding?.line) == [4])
    }

    @Test func `A change cannot loosen the policy that it is judged by`() throws {
        let loose = "[block]\nseverity = \"never\"\n[review]\nrisk = \"never\"\n"
        try copy.write(".colophon/policy.toml", loose)
        let head = try copy.git("rev-parse", "HEAD")
        let before = try PolicySource(named: nil, base: head, in: copy.checkout, own: nil)
        #expect(before.policy == GatePolicy() && before.note?.contains("once it is merged") == true)
        let merged = try copy.commit("Policy")
        let after = try PolicySource(named: nil, base: merged, in: copy.checkout, own: nil)
        #expect(after.policy.blockSeverity == nil && after.note == nil)
        #expect(throws: PolicySource.Unreadable.self) {
            try PolicySource(named: "/nowhere/p.toml", base: head, in: copy.checkout, own: nil)
        }
    }

    @Test func `Documents for GitHub say what blocks, at its line`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        try stage()
        let report = try gate()
        let commands = String(decoding: report.workflowCommands, as: UTF8.self)
        #expect(commands.hasPrefix("::error file=a.py,line=6,title="))
        #expect(commands.contains("::error title=colophon gate::Blocked: 1 finding"))
        let comment = String(decoding: report.markdown, as: UTF8.self)
        #expect(comment.hasPrefix("**Blocked: 1 finding") && comment.contains("| block | a.py:6 "))
    }
}
