import Foundation
import Git
import Metrics
import Provenance
import Store
import Testing

@testable import Flows

/// What became of generated code on the main line, with git's real work in between.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not there"))
struct LineWalkingTests {
    private func walk(_ copy: WorkingCopy) throws -> LineWalking.Progress {
        let checkout = try copy.checkout
        let reading = MainlineReading(store: copy.store, checkout: checkout)
        _ = try reading.run(now: 1_900_000_000_000, isForced: true)
        let walking = try #require(LineWalking(store: copy.store, checkout: checkout))
        return try walking.run(to: try #require(try reading.tip()), for: .seconds(600))
    }

    private let all = PipelineScope(repository: "acme/shop", from: 0, to: 1_900_000_000_000)

    @Test func `lines are followed from the commit that brought them to the one that takes them`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.commit("Refunds")
        // A person puts a line above, changes one line of the five, and adds a file.
        try copy.write(
            "a.py",
            "import shop\nimport os\n"
                + Lines.refund.replacingOccurrences(of: "gateway.refund(charge)", with: "gateway.refund(charge, now)"))
        try copy.write("b.py", Lines.ship)
        try copy.commit("fix: refund at once")
        #expect(try walk(copy).steps == 2)
        let lives = try copy.store.lives(in: all)
        #expect(lives.map(\.origin) == [.record, .other])
        #expect(lives.map(\.lines) == [5, 6])
        #expect(lives[0].ends == [.init(day: 1, lines: 1, means: "other", isFix: true)])
        #expect(lives[1].ends.isEmpty)
        // Read again, nothing is counted twice; a later commit goes on where it was.
        #expect(try walk(copy).steps == 0)
        try copy.git("rm", "-q", "a.py")
        try copy.commit("Drop refunds")
        #expect(try walk(copy).steps == 1)
        let gone = try copy.store.lives(in: all)
        #expect(gone[0].ends.reduce(0) { $0 + $1.lines } == 5)
        #expect(gone[1].ends.map(\.lines) == [2])
    }

    @Test func `of an edit it is told how much stands in what was merged`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.edit("c.py", to: Lines.ship, session: "s2")
        try copy.edit("d.py", to: "print('never')\nprint('merged at all')\n", session: "s3", status: .rejected)
        try FileManager.default.removeItem(atPath: copy.path + "/d.py")
        // Before it is committed one name of the refund changes: `gateway` stands once.
        try copy.write("a.py", "import shop\n" + Lines.refund.replacingOccurrences(of: "gateway", with: "bank"))
        try copy.commit("Refunds and labels")
        _ = try walk(copy)
        // The refused one has its own time, which is before the merge.
        let texts = try copy.store.mergedTexts(in: all).sorted { $0.common > $1.common }
        #expect(texts.count == 3)
        // def refund order : charge = find_charge order . id if charge is None : raise MissingCharge order . id
        // return gateway . refund charge, without parentheses: 25 tokens.
        #expect(texts[0].tokens == 25 && texts[0].common == 24 && texts[0].distance == 1 && texts[0].accepted == 1)
        #expect(texts[1].common == texts[1].tokens && texts[1].distance == 0)
        #expect(texts[2].common == 0 && texts[2].distance == texts[2].tokens)
        var facts = PipelineFacts(scope: all, now: 1_900_000_000_000)
        facts.texts = texts
        #expect(facts.figure(.acceptance).value == 24.0 / 25)
        let arrivals = try copy.store.arrivals(in: all)
        #expect(arrivals.map(\.pending) == [1, 1])
    }

    @Test func `the share of a change is what edits of the store wrote of its lines`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.git("checkout", "-q", "-b", "refunds")
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.commit("Refunds")
        try copy.write("b.py", "one = 1\ntwo = 2\nthree = 3\nfour = 4\nfive = 5\n")
        try copy.commit("By hand")
        try copy.git("checkout", "-q", "main")
        try copy.git("merge", "-q", "--no-ff", "refunds", "-m", "Merge pull request #7 from acme/refunds")
        try copy.write("c.py", Lines.ship)
        try copy.commit("Labels (#8)")
        _ = try walk(copy)
        let changes = try copy.store.changes(in: all).sorted { $0.number < $1.number }
        #expect(changes.map(\.generated) == [0.5, 0])
        // Reading the main line again leaves it so.
        _ = try walk(copy)
        #expect(try copy.store.changes(in: all).map(\.generated).contains(0.5))
    }

    @Test func `a commit that says it was generated counts, and what it takes from others is by generated code`() throws
    {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.write("a.py", "import shop\n" + Lines.refund)
        try copy.commit("Refunds\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        try copy.write("a.py", "import shop\n" + Lines.ship)
        try copy.commit("Labels\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        _ = try walk(copy)
        let lives = try copy.store.lives(in: all)
        #expect(lives.map(\.origin) == [.mark, .mark])
        #expect(lives[0].ends.map(\.means) == ["generated"])
    }

    @Test func `edits that come to be known later are older than the walk: it begins anew`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.commit("Refunds")
        try copy.edit("b.py", to: Lines.ship)
        try copy.commit("Labels")
        #expect(try walk(copy).steps == 2)
        let before = try copy.store.lives(in: all)
        // The same lines without the walk's memory come to the same.
        try copy.store.forgetLines(of: "acme/shop")
        #expect(try walk(copy).steps == 2)
        #expect(try copy.store.lives(in: all) == before)
        #expect(try copy.store.styles(in: all).contains { $0.session != nil })
    }

    @Test func `what a file's lines are survives a rename`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund + Lines.ship)
        try copy.commit("Refunds")
        try copy.git("mv", "a.py", "lib.py")
        try copy.commit("Move")
        try copy.write("lib.py", "import shop\n" + Lines.ship)
        try copy.commit("Without refunds")
        _ = try walk(copy)
        let lives = try copy.store.lives(in: all)
        #expect(lives.count == 1 && lives[0].ends.map(\.lines) == [5])
    }

    @Test func `open branches are held against the main line`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n" + Lines.refund)
        try copy.write("b.py", Lines.ship)
        try copy.commit()
        try copy.git("checkout", "-q", "-b", "left")
        try copy.write("a.py", "import shop\n" + Lines.refund.replacingOccurrences(of: "gateway", with: "bank"))
        try copy.commit("Bank")
        try copy.git("checkout", "-q", "-b", "right", "main")
        try copy.write("b.py", Lines.ship + Lines.refund)
        try copy.commit("More")
        try copy.git("checkout", "-q", "main")
        try copy.write("a.py", "import shop\n" + Lines.refund.replacingOccurrences(of: "gateway", with: "house"))
        try copy.commit("House")
        let checkout = try copy.checkout
        let now: Int64 = 1_760_300_000_000
        let names = try BranchReading(store: copy.store, checkout: checkout).run(now: now, for: .seconds(600))
        #expect(Set(names) == ["left", "right"])
        let facts = try copy.store.branches(in: all)
        #expect(facts.map(\.branch) == ["left", "right"])
        #expect(facts.map(\.conflicts) == [1, 0] && facts.map(\.both) == [1, 0] && facts.map(\.files) == [1, 2])
        #expect(facts.map(\.ahead) == [1, 1] && facts.map(\.behind) == [1, 1])
        // One token of 27 differs: three of the 25 rows on each side.
        let divergence = try #require(facts[0].divergence)
        #expect(abs(divergence - 3.0 / 25) < 1e-9)
        #expect(try #require(facts[1].dissimilarity) > 0.2)
        var pipeline = PipelineFacts(scope: all, now: now)
        pipeline.branches = facts
        #expect(pipeline.figure(.predictedConflicts).value == 0.5)
    }
}
