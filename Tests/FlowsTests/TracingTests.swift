import Audit
import Foundation
import GRDB
import Git
import Provenance
import Testing
import Text
import Trace

@testable import Flows
@testable import Store

/// From a failure to the prompt that wrote its line.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct TracingTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
        try copy.write(
            "web.py", "from refunds import refund\n\n\ndef handle(request):\n    return refund(request.order)\n")
        try copy.commit("Serve")
        try copy.edit("lib/refunds.py", to: Lines.refund)
        try copy.commit("Refund")
    }

    private func trace(_ line: Int = 4, _ source: String = "raise MissingCharge(order.id)") -> String {
        """
        Traceback (most recent call last):
          File "/usr/lib/python3.12/threading.py", line 9, in run
            self.target()
          File "/srv/app/web.py", line 5, in handle
            return refund(request.order)
          File "/srv/app/lib/refunds.py", line \(line), in refund
            \(source)
        lib.refunds.MissingCharge: 17

        """
    }

    private func answer(_ text: String, _ options: Tracing.Options = .init()) throws -> TraceAnswer {
        try ShingleIndexing(store: copy.store).run()
        let failure = try #require(TraceReader.read(whole: text).first)
        return try Tracing(store: copy.store, checkouts: [copy.checkout], options: options).answer(failure)
    }

    @Test func `The line that failed leads to its prompt, with the certainty and what a revert takes out`() throws {
        let answer = try answer(trace())
        #expect(answer.frames.map(\.path) == ["lib/refunds.py", "web.py", nil])
        #expect(answer.frames.map { $0.answer?.certainty } == [.exact, .noRecord, nil])
        let suspect = try #require(answer.suspects.first)
        #expect(answer.suspects.count == 1)
        #expect(suspect.prompt == "write lib/refunds.py number 1")
        #expect(suspect.revert.map { [$0.ofPrompt, $0.ofOthers, $0.unknown] } == [5, 0, 0])
        #expect(suspect.reach?.files.map(\.alive) == [5])
        #expect(answer.revision?.ground == .head)
    }

    @Test func `Many frames in several files are told as each of them alone`() throws {
        let more = ["ship", "track", "label", "stow"]
        for name in more {
            try copy.edit("lib/\(name).py", to: Lines.ship.replacing("def ship", with: "def \(name)"), session: name)
            try copy.commit(name)
        }
        let frames =
            more.flatMap { name in (2...4).map { "  File \"/srv/app/lib/\(name).py\", line \($0), in \(name)\n" } }
            + (1...5).map { "  File \"/srv/app/lib/refunds.py\", line \($0), in refund\n" }
        func told(_ frames: [String]) throws -> [String] {
            let text = "Traceback (most recent call last):\n\(frames.joined())ValueError: 17\n"
            return try answer(text).frames.reversed().map { frame in
                "\(frame.path ?? "?"):\(frame.line ?? 0) \(frame.answer?.content?.edit.uid ?? "-")"
            }
        }
        let together = try told(frames)
        #expect(together == (try frames.flatMap { try told([$0]) }))
        #expect(together.last == "lib/refunds.py:5 e1")
        #expect(Set(together.map { $0.split(separator: " ").last }).count == 5)
    }

    @Test func `Lines are read at the revision that ran, and one that is not here is named with what brings it`() throws
    {
        let ran = try copy.git("rev-parse", "HEAD")
        try copy.write("lib/refunds.py", "import ledger\n\n\n" + Lines.refund)
        try copy.commit("Later")
        #expect(try answer(trace()).frames[0].isMoved)
        var options = Tracing.Options()
        options.revision = String(ran.prefix(10))
        let asked = try answer(trace(), options)
        #expect(asked.frames[0].text?.contains("raise MissingCharge") == true)
        #expect(asked.revision?.ground == .asked)
        options.revision = String(repeating: "ab", count: 20)
        let error = #expect(throws: RevisionError.self) { try answer(trace(), options) }
        #expect(error?.description.contains("git fetch origin abab") == true)
    }

    @Test func `What was deployed when it failed decides where nothing else does`() throws {
        let ran = try copy.git("rev-parse", "HEAD")
        try copy.write("lib/refunds.py", "import ledger\n\n\n" + Lines.refund)
        try copy.commit("Later")
        let head = try copy.git("rev-parse", "HEAD")
        let moment: Int64 = 1_900_000_000_000
        _ = try Deployments(store: copy.store).add(ran, in: copy.checkout, at: moment - 5000)
        _ = try Deployments(store: copy.store).add(head, in: copy.checkout, at: moment + 5000)
        var failure = try #require(TraceReader.read(whole: trace()).first)
        failure.time = .init(milliseconds: moment)
        let answer = try Tracing(store: copy.store, checkouts: [copy.checkout]).answer(failure)
        #expect(answer.revision?.commit.hash == ran)
        #expect(answer.frames[0].answer?.content?.edit.uid == "e1")
    }

    @Test func `Text that stands on another line is found there, and the revision doubted aloud`() throws {
        let answer = try answer(trace(9))
        #expect(answer.frames[0].line == 4)
        #expect(answer.frames[0].isMoved)
        #expect(answer.suspects.first?.edit?.uid == "e1")
        #expect(answer.notes.contains { $0.contains("another revision") })
    }

    @Test func `Without a frame of ours it says so and lists what came in with the release`() throws {
        let first = try copy.git("rev-parse", "HEAD~1")
        let moment: Int64 = 1_900_000_000_000
        _ = try Deployments(store: copy.store).add(first, in: copy.checkout, at: moment - 9000)
        _ = try Deployments(store: copy.store).add("HEAD", in: copy.checkout, at: moment - 5000)
        let text =
            "Traceback (most recent call last):\n  File \"/usr/lib/python3.12/json.py\", line 3, in load\n    x()\nValueError: no\n"
        var failure = try #require(TraceReader.read(whole: text).first)
        failure.time = .init(milliseconds: moment)
        let answer = try Tracing(store: copy.store, checkouts: [copy.checkout]).answer(failure)
        #expect(!answer.hasOwn)
        #expect(answer.byRelease.map(\.prompt) == ["write lib/refunds.py number 1"])
        #expect(answer.byRelease.map(\.lines) == [5])
        #expect(TraceStory(answer, now: moment).markdown.contains("By release, not by frame"))
    }

    @Test func `What came in with a release is listed by its risk, which is said`() throws {
        let before = try copy.git("rev-parse", "HEAD")
        try copy.edit("lib/ship.py", to: Lines.ship + Lines.refund.replacing("refund", with: "repay"))
        try copy.edit("lib/run.py", to: StoreAuditingTests.run)
        try copy.commit()
        var auditing = try StoreAuditing(store: copy.store, now: 5)
        try auditing.run()
        let moment: Int64 = 1_900_000_000_000
        _ = try Deployments(store: copy.store).add(before, in: copy.checkout, at: moment - 9000)
        _ = try Deployments(store: copy.store).add("HEAD", in: copy.checkout, at: moment - 5000)
        var failure = try #require(
            TraceReader.read(
                whole:
                    "Traceback (most recent call last):\n  File \"/usr/lib/x.py\", line 3, in load\n    x()\nValueError: no\n"
            ).first)
        failure.time = .init(milliseconds: moment)
        let answer = try Tracing(store: copy.store, checkouts: [copy.checkout]).answer(failure)
        #expect(answer.byRelease.map(\.prompt) == ["write lib/run.py number 3", "write lib/ship.py number 2"])
        #expect(answer.byRelease[0].lines < answer.byRelease[1].lines)
        #expect(answer.byRelease[0].risk?.level == .critical)
        let story = TraceStory(answer, now: moment).markdown
        #expect(story.contains("the riskiest first") && story.contains("risk critical, "), "\(story)")
    }

    @Test func `Where the repository at hand has no frame, others are looked at`() throws {
        let other = try WorkingCopy()
        try other.write("README", "nothing of that\n")
        try other.commit()
        let failure = try #require(TraceReader.read(whole: trace()).first)
        let tracing = try Tracing(
            store: copy.store, checkouts: [other.checkout], elsewhere: [other.checkout, copy.checkout])
        #expect(try tracing.answer(failure).checkout?.root == copy.checkout.root)
        #expect(try Tracing(store: copy.store, checkouts: [other.checkout]).answer(failure).hasOwn == false)
    }

    @Test func `The story is Markdown that names line, prompt, evidence and revert, and nothing that a terminal obeys`()
        throws
    {
        let story = TraceStory(try answer(trace(4, "raise MissingCharge(order.id)")), now: 1_900_000_000_000).markdown
        for words in [
            "## lib.refunds.MissingCharge: 17", "lib/refunds.py:4", "> write lib/refunds.py number 1",
            "**Evidence** (exact)",
            "takes out 5 lines of this prompt and nothing of others",
        ] {
            #expect(story.contains(words), "\(words)\n\(story)")
        }
        let hostile = try answer(trace().replacing("17", with: "\u{1B}[31mred\u{7}"))
        #expect(!TraceStory(hostile, now: 0).markdown.utf8.contains { $0 == 0x1B || $0 == 0x07 })
    }

    @Test func `A failure is kept as an alert with its frames, the same one once, and secrets stay out`() throws {
        let secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
        let text = trace().replacing("17", with: "token \(secret)")
        for now in [1, 2] as [Int64] {
            let uid = try AlertKeeping(store: copy.store).keep(try answer(text), now: now)
            #expect(!uid.isEmpty)
        }
        let alerts = try copy.store.database.read { db in try Int64.fetchAll(db, sql: "SELECT id FROM alert") }
        #expect(alerts.count == 1)
        let frames = try copy.store.frames(ofAlert: alerts[0])
        #expect(frames.map(\.isOwn) == [true, true, false])
        #expect(frames[0].resolution?.certainty == .exact)
        #expect(frames[0].resolution?.path == "lib/refunds.py")
        #expect(frames[0].resolution?.asked == "write lib/refunds.py number 1")
        #expect(frames.allSatisfy { $0.message?.contains(secret) != true })
        let bodies = try copy.store.database.read { db in
            try String.fetchAll(db, sql: "SELECT text FROM body UNION SELECT title FROM alert")
        }
        #expect(bodies.allSatisfy { !$0.contains(secret) })
    }
}

/// Bundled code is led to its source by the map beside it, or in a folder.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct BundledTraceTests {
    @Test(arguments: [true, false])
    func `A frame of a bundle leads to the source that its map names`(isBeside: Bool) throws {
        let copy = try WorkingCopy()
        let code =
            "export function refund(order) {\n  const charge = findCharge(order.id);\n  return gateway.refund(charge, order.amount);\n}\n"
        try copy.edit("src/refund.js", to: code)
        try copy.write("dist/app.js", "bundled\n")
        // Line 1, column 1 of the bundle is line 3, column 1 of the source.
        let map = #"{"version":3,"sources":["../src/refund.js"],"names":[],"mappings":"AAEA"}"#
        var options = Tracing.Options()
        if isBeside {
            try copy.write("dist/app.js.map", map)
        } else {
            try copy.folder.write("maps/deep/app.js.map", map)
            options.sourceMaps = copy.folder.path + "/maps"
        }
        try copy.commit()
        let failure = try #require(
            TraceReader.read(whole: "TypeError: charge is null\n    at r (https://shop.example/dist/app.js?v=3:1:7)\n")
                .first)
        let answer = try Tracing(store: copy.store, checkouts: [copy.checkout], options: options).answer(failure)
        #expect(answer.frames.first?.path == "src/refund.js")
        #expect(answer.frames.first?.line == 3)
        #expect(answer.suspects.first?.edit?.uid == "e1")
    }
}
