import Foundation
import GRDB
import Git
import Provenance
import Testing

@testable import Flows
@testable import Store

/// Who wrote a line, through what happens to code between an edit and today.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct LineResolverTests {
    private let copy: WorkingCopy

    init() throws { copy = try WorkingCopy() }

    /// `exact e1` for each line that has tokens; `no record` for those of nobody.
    private func told(_ path: String, at revision: String? = nil, lines: ClosedRange<Int>? = nil) throws -> [String] {
        try answer(path, at: revision, lines: lines).lines.filter { $0.tokens > 0 }.map { line in
            [line.certainty.rawValue, line.content?.edit.uid].compactMap(\.self).joined(separator: " ")
        }
    }

    private func answer(_ path: String, at revision: String? = nil, lines: ClosedRange<Int>? = nil) throws -> FileAnswer
    {
        try ShingleIndexing(store: copy.store).run()
        let named = try NamedFile(path, from: copy.path)
        var resolver = LineResolver(store: copy.store, objects: named.objects)
        return try resolver.resolve(named.read(revision: revision), lines: lines, needsTokens: true)
    }

    private func many(_ word: String, _ count: Int) -> [String] { Array(repeating: word, count: count) }

    @Test func `A line stands as its edit wrote it, committed, not committed, and in a file that moved`() throws {
        try copy.edit("a.py", to: Lines.refund)
        #expect(try told("a.py") == many("exact e1", 5))
        try copy.commit()
        #expect(try told("a.py") == many("exact e1", 5))
        try copy.git("mv", "a.py", "b.py")
        try copy.commit()
        #expect(try told("b.py") == many("exact e1", 5))
        #expect(try told("a.py", at: "HEAD~1") == many("exact e1", 5))
    }

    @Test func `What a person typed between two edits stays a person's, and the last edit of a line counts`() throws {
        try copy.edit("a.py", to: Lines.refund)
        let typed = Lines.refund + "\n\naudit_every_refund(since=yesterday, limit=40)\n"
        try copy.write("a.py", typed)
        let after = typed.replacing(
            "raise MissingCharge(order.id)", with: "raise MissingCharge(order.id, order.customer)")
        try copy.edit("a.py", from: typed, to: after)
        try copy.commit()
        let told = try told("a.py")
        // Of the line that nobody generated it is known that a session was under way, no more.
        #expect(told == ["exact e1", "exact e1", "exact e1", "exact e2", "exact e1", "session"])
        let lines = try answer("a.py", lines: 4...4).lines
        #expect(lines.first?.content?.run ?? 0 > 20)
    }

    @Test func `A formatter, other line ends and an indent change nothing`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try copy.commit()
        let formatted = """
            class Shop:
                def refund(
                    order,
                ):
                    charge = find_charge(
                        order.id,
                    )
                    if charge is None:
                        raise MissingCharge(order.id)
                    return gateway.refund(charge)

            """
        try copy.write("a.py", formatted.replacing("\n", with: "\r\n"))
        try copy.commit()
        let told = try told("a.py")
        #expect(told == ["session"] + many("exact e1", 8))
    }

    @Test func `A changed name is told, with the tokens that are not the edit's`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try copy.write("a.py", Lines.refund.replacing("charge)", with: "payment)"))
        try copy.commit()
        let last = try #require(try answer("a.py").lines.last)
        #expect(last.certainty == .adapted)
        let bytes = Array(Lines.refund.replacing("charge)", with: "payment)").utf8)
        #expect(last.content?.changed.map { String(decoding: bytes[$0], as: UTF8.self) } == ["payment"])
    }

    @Test func `A function moved to another file is known where it is long enough to be told`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try copy.commit()
        try copy.write("a.py", "")
        try copy.write("lib/c.py", "import gateway\n\n\n" + Lines.refund)
        try copy.commit()
        #expect(try told("lib/c.py") == ["no record"] + many("exact e1", 5))
    }

    @Test func `What stood there before an edit is not its work`() throws {
        try copy.write("old.py", Lines.refund)
        try copy.commit()
        try copy.edit("new.py", to: Lines.refund)
        try copy.commit()
        #expect(try told("old.py") == many("no record", 5))
        #expect(try told("new.py") == many("exact e1", 5))
        // The same text rewritten inserts nothing.
        try copy.edit("old.py", from: Lines.refund, to: Lines.refund)
        #expect(try told("old.py") == many("no record", 5))
    }

    @Test func `Squash, amend and revert of a revert leave every line its edit`() throws {
        try copy.write("README", "shop\n")
        try copy.commit()
        try copy.git("checkout", "-q", "-b", "work")
        try copy.edit("a.py", to: Lines.refund)
        try copy.commit()
        try copy.edit("a.py", from: Lines.refund, to: Lines.refund + "\n" + Lines.ship)
        try copy.commit()
        try copy.git("checkout", "-q", "main")
        try copy.git("merge", "-q", "--squash", "work")
        try copy.commit("Both")
        try copy.git("commit", "-q", "--amend", "-m", "Refund and ship")
        let whole = many("exact e1", 5) + many("exact e2", 4)
        #expect(try told("a.py") == whole)
        try copy.git("revert", "--no-edit", "HEAD")
        try copy.git("revert", "--no-edit", "HEAD")
        #expect(try told("a.py") == whole)
    }

    @Test func `An edit that does not say what stood before is taken at its word no further than it can be`() throws {
        try copy.write("a.py", Lines.ship)
        try copy.commit()
        try copy.edit("a.py", to: Lines.refund, session: "s1")
        try Self.makeUpdate(of: "e1", in: copy.store)
        try copy.commit()
        #expect(try told("a.py") == many("adapted e1", 5))
    }

    private static func makeUpdate(of edit: String, in store: Store) throws {
        // As a writer that knows only what it wrote: no creation, nothing before.
        try store.database.write { db in
            try db.execute(sql: "UPDATE edit SET kind = 'update' WHERE uid = ?", arguments: [edit])
        }
    }

    @Test func `A file outside of any repository is answered by what its session wrote there`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("loose.py", Lines.refund)
        try copy.edit("a.py", to: Lines.refund)
        try ShingleIndexing(store: copy.store).run()
        let named = try NamedFile(path, from: "/")
        #expect(named.objects == nil)
        var resolver = LineResolver(store: copy.store, objects: nil)
        let lines = try resolver.resolve(named.read()).lines
        #expect(lines.map(\.certainty) == Array(repeating: .exact, count: 5))
        #expect(lines.allSatisfy { $0.content?.isSameFile == false && $0.history == nil })
    }

    @Test func `A line is of the edit that took a part of it away, and its tokens of who wrote them`() throws {
        try copy.edit("a.py", to: Lines.refund)
        let after = Lines.refund.replacing("find_charge(order.id)", with: "find_charge()")
        try copy.edit("a.py", from: Lines.refund, to: after)
        try copy.commit()
        let answer = try answer("a.py")
        #expect(Set(answer.tokens.map { $0.edit?.uid }) == ["e1"])
        let told = answer.lines.map { $0.content?.edit.uid }
        let line = try #require(after.split(separator: "\n").firstIndex { $0.contains("find_charge") })
        #expect(told[line] == "e2")
        #expect(told.count { $0 == "e1" } == told.count - 1)
    }

    @Test func `Each token has the edit that put it there`() throws {
        try copy.edit("a.py", to: Lines.refund)
        let after = Lines.refund.replacing("find_charge(order.id)", with: "find_charge(order.id, order.customer)")
        try copy.edit("a.py", from: Lines.refund, to: after)
        try copy.commit()
        let answer = try answer("a.py")
        let bytes = Array(after.utf8)
        let second = answer.tokens.filter { $0.edit?.uid == "e2" }.map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
        #expect(second == ["order", ".", "customer"])
        #expect(answer.tokens.allSatisfy { $0.edit != nil })
    }

    @Test
    func `A file without a record names the commit, and what is asked of a revision that is not there is an error`()
        throws
    {
        try copy.write("a.py", "print(compute_everything(1, 2))\n")
        let commit = try copy.commit("By hand")
        let line = try #require(try answer("a.py").lines.first)
        #expect(line.certainty == .noRecord)
        #expect(line.history?.commit.hash == commit)
        #expect(line.history?.commit.summary == "By hand")
        #expect(throws: RevisionError.self) { try told("a.py", at: "v9") }
        #expect(throws: SourceFile.Unreadable.self) { try told("none.py") }
    }
}
