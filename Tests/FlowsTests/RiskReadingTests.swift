import Audit
import Foundation
import Provenance
import Testing
import Text

@testable import Flows
@testable import Store

/// What an account of risk finds in the store.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct RiskReadingTests {
    private let copy: WorkingCopy

    init() throws { copy = try WorkingCopy() }

    private static let unsafe = "import os\n\n\ndef run():\n    name = input()\n    os.system(\"ls \" + name)\n"

    private func account(of uid: String = "g1", auditing: Bool = true) throws -> RiskAccount {
        if auditing {
            var auditing = try StoreAuditing(store: copy.store, now: 5)
            try auditing.run()
        }
        guard case .one(_, let id, _) = try copy.store.find(.generation, uid) else { throw Missing() }
        return try #require(try RiskReading(store: copy.store, now: 10).account(of: id))
    }

    private struct Missing: Error {}

    @Test func `What was not checked is not harmless`() throws {
        try copy.edit("a.py", to: "print(1)\n")
        #expect(try account(auditing: false).level == .low)
        #expect(
            try account(auditing: false).factors.contains { $0.name == "scan" && $0.words == "1 edit not checked yet" })
        let checked = try account()
        #expect(checked.level == .none && !checked.factors.contains { $0.name == "scan" })
        #expect(checked.factors.contains { $0.words == "nobody has reviewed it" })
        try copy.edit("a.unheard", to: "print(1)\n")
        #expect(try account(of: "g2").factors.contains { $0.words == "1 edit in a language without rules" })
    }

    @Test func `What other rules checked is not checked by today's, until it is done again`() throws {
        try copy.edit("a.py", to: "print(1)\n")
        try copy.edit("b.py", to: "print(2)\n")
        var yesterday = try StoreAuditing(store: copy.store, now: 5)
        try yesterday.run()
        let rule = """
            [[rule]]
            id = "acme.print"
            title = "It prints"
            languages = ["python"]
            cwe = 200
            class = "security"
            severity = "high"
            confidence = "high"
            call = ["print"]
            message = "It prints."
            remedy = "Do not."
            """
        var today = try StoreAuditing(
            store: copy.store, own: [.init(name: "own.toml", bytes: Array(rule.utf8))], now: 6)
        guard case .one(_, let id, _) = try copy.store.find(.generation, "g1") else { throw Missing() }
        let reading = RiskReading(store: copy.store, now: 10, edition: today.edition)
        let stale = try #require(try reading.account(of: id))
        #expect(stale.level == .low)
        #expect(stale.factors.contains { $0.words == "1 edit last checked by other rules than today's" })
        #expect(try today.catchUp(answers: [id]) == 0)
        let fresh = try #require(try reading.account(of: id))
        #expect(fresh.level == .high && !fresh.factors.contains { $0.name == "scan" })
        #expect(try copy.store.editsAuditedOtherwise(than: today.edition) == 1, "what was not asked for is left")
    }

    @Test func `A finding counts until it is closed, with its place and uid`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        let open = try account()
        let finding = try #require(open.factors.first { $0.name == "finding" })
        #expect(finding.evidence.hasPrefix("finding:") && finding.words.hasSuffix(" at a.py:6"))
        #expect(open.level >= .high)
        for id in try copy.store.auditedFindings() {
            try copy.store.judge(id, FindingJudgement(status: .false, who: "Ada", reason: "no", at: 7))
        }
        #expect(try account().level == .none)
    }

    @Test func `What came from the web raises a finding, and says how far away it is`() throws {
        let id = UID(of: .session, makerID: "w")
        var record = Session(uid: id, agent: "codex", makerID: "w")
        record.startedAt = 1000
        var segment = Segment(
            uid: UID(text: "5e9"), session: id, thread: "", number: 1, origin: .tool, text: Body("do this"), at: 1000)
        segment.tool = "WebFetch"
        segment.source = "docs.example.com"
        var generation = Generation(uid: UID(text: "w1"), session: id, startedAt: 1001)
        generation.context = 1...1
        var edit = Edit(
            uid: UID(text: "we"), call: UID(text: "we"), generation: generation.uid, session: id, path: "w.py",
            kind: .create, means: .tool, at: 1001)
        edit.after = Body(Self.unsafe)
        edit.status = .applied
        var batch = Batch()
        batch.sightings = [.session(record), .segment(segment), .generation(generation), .edit(edit)]
        try copy.store.apply(batch)
        try Intake(store: copy.store).settle()
        guard case .one(_, let row, _) = try copy.store.find(.generation, "w1") else { throw Missing() }
        try RiskReading(store: copy.store, now: 10).catchUp(row)
        let told = try account(of: "w1")
        #expect(told.level == .critical)
        #expect(told.factors.contains { $0.name == "untrusted input" && $0.evidence == "segment:5e9" })
        #expect(told.grounds.contains { $0.sentence.contains("one step away (fetched: docs.example.com)") })
    }

    @Test func `An edit that was taken back tells of the same words later`() throws {
        let words = "write the export of all orders"
        for (number, status) in [Edit.Status.rejected, .applied].enumerated() {
            var batch = Batch()
            let id = UID(of: .session, makerID: "h")
            var generation = Generation(
                uid: UID(text: "h\(number)"), session: id, startedAt: Int64(number + 1) * 1000)
            let prompt = Prompt(
                uid: UID(text: "hp\(number)"), session: id, words: Body(words), at: Int64(number + 1) * 1000 - 1)
            generation.prompt = prompt.uid
            var edit = Edit(
                uid: UID(text: "he\(number)"), call: UID(text: "he\(number)"), generation: generation.uid, session: id,
                path: "x.py", kind: .create, means: .tool, at: generation.startedAt)
            edit.after = Body("print(\(number))\n")
            edit.status = status
            batch.sightings = [
                .session(Session(uid: id, agent: "codex", makerID: "h")), .prompt(prompt), .generation(generation),
                .edit(edit),
            ]
            try copy.store.apply(batch)
        }
        try Intake(store: copy.store).settle()
        #expect(try account(of: "h1").factors.first { $0.name == "history" }?.evidence == "generation:h0")
        #expect(try !account(of: "h0").factors.contains { $0.name == "history" })
    }

    /// An answer that wrote files, and what a command printed after it.
    private func answer(_ name: String, writes paths: [String], printed: String? = nil) throws {
        let id = UID(of: .session, makerID: name)
        var record = Session(uid: id, agent: "codex", makerID: name)
        record.startedAt = 1000
        let prompt = Prompt(uid: UID(text: "p" + name), session: id, words: Body("write it"), at: 1000)
        var generation = Generation(uid: UID(text: name), session: id, startedAt: 1001)
        generation.prompt = prompt.uid
        var batch = Batch()
        batch.sightings = [.session(record), .prompt(prompt), .generation(generation)]
        for (number, path) in paths.enumerated() {
            let uid = UID(text: "\(name)e\(number)")
            var edit = Edit(
                uid: uid, call: uid, generation: generation.uid, session: id, path: path, kind: .create, means: .tool,
                at: 1002)
            edit.after = Body("print(1)\n")
            edit.status = .applied
            batch.sightings.append(.edit(edit))
        }
        if let printed {
            var segment = Segment(
                uid: UID(text: name + "5e9"), session: id, thread: "", number: 1, origin: .tool, text: Body(printed),
                at: 1003)
            segment.tool = "Bash"
            var last = Generation(uid: UID(text: name + "z"), session: id, startedAt: 1004)
            last.prompt = prompt.uid
            last.context = 1...1
            batch.sightings += [.segment(segment), .generation(last)]
        }
        try copy.store.apply(batch)
        try Intake(store: copy.store).settle()
    }

    @Test func `Tests that its change edits or that passed after it are said, and what is not known is not good`()
        throws
    {
        try answer("a", writes: ["shop/db.py"])
        let unknown = try account(of: "a")
        #expect(
            unknown.factors.contains { $0.name == "tests" && $0.words.hasSuffix("is not known") && $0.contribution > 0 }
        )
        try answer("b", writes: ["shop/db.py", "tests/test_db.py"])
        let edited = try account(of: "b")
        let factor = try #require(edited.factors.first { $0.name == "tests" })
        #expect(factor.contribution == 0 && factor.words == "its change edits tests: tests/test_db.py")
        #expect(factor.evidence == "edit:be1" && edited.score < unknown.score)
        try answer("c", writes: ["shop/db.py"], printed: "collected 3 items\n\n==== 3 passed in 0.02s ====\n")
        let ran = try #require(account(of: "c").factors.first { $0.name == "tests" })
        #expect(ran.words == "tests were run after it: 3 passed in 0.02s" && ran.evidence == "segment:c5e9")
        try answer("d", writes: ["shop/db.py", "tests/test_db.py"], printed: "==== 1 failed, 2 passed in 0.02s ====\n")
        #expect(try account(of: "d").factors.contains { $0.name == "tests" && $0.contribution > 0 })
    }
}
