import Git
import Provenance
import Testing

@testable import Flows

/// Which edits wrote the lines of commits, with git's real work in between.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not there"))
struct RevisionAttributionTests {
    @Test
    func `lines that an edit wrote are its, those of a person nobody's`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.write("a.py", "import shop\n" + Lines.refund + "print(refund(first_order))\n")
        try copy.commit()
        #expect(try copy.claims() == ["a.py 2-6 g1"])
    }

    @Test
    func `a person's line between two of an edit stays unclaimed`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: Lines.refund)
        try copy.write(
            "a.py",
            Lines.refund.replacing(
                "    if charge is None:\n", with: "    log.info('refunding', order)\n    if charge is None:\n"))
        try copy.commit()
        #expect(try copy.claims() == ["a.py 1-2 g1", "a.py 4-6 g1"])
    }

    @Test
    func `a line that a person changed is nobody's any more`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: Lines.refund)
        try copy.write("a.py", Lines.refund.replacing("find_charge", with: "look_up_charge"))
        try copy.commit()
        #expect(try copy.claims() == ["a.py 1-1 g1", "a.py 3-5 g1"])
    }

    @Test
    func `what stands everywhere is never claimed alone`() throws {
        let copy = try WorkingCopy()
        try copy.edit(
            "a.c",
            to: "int sum(int one) {\n  if (one) {\n    break;\n  } else {\n    one += two;\n    return 0;\n  }\n}\n\n")
        try copy.write(
            "a.c",
            "int zero(void) {\n    use(it);\n    return 0;\n}\n\nint least(int a) {\n  } else {\n    a = 1;\n    break;\n"
        )
        try copy.commit()
        #expect(try copy.claims() == [])
    }

    @Test
    func `white space at the ends of lines makes no difference`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: Lines.refund)
        try copy.write(
            "a.py",
            "class Shop:\n" + Lines.refund.split(separator: "\n").map { "\t\($0)  \r\n" }.joined())
        try copy.commit()
        #expect(try copy.claims() == ["a.py 2-6 g1"])
    }

    @Test
    func `the last edit that wrote a line has it`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: Lines.refund + Lines.ship)
        try copy.edit("a.py", from: Lines.refund + Lines.ship, to: Lines.ship)
        try copy.edit("a.py", from: Lines.ship, to: Lines.refund + Lines.ship)
        try copy.commit()
        #expect(try copy.claims() == ["a.py 1-5 g3", "a.py 6-9 g1"])
    }

    @Test
    func `an edit has only what its own difference inserts`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", Lines.refund)
        try copy.edit("a.py", from: Lines.refund, to: Lines.refund + Lines.ship)
        try copy.commit()
        #expect(try copy.claims() == ["a.py 6-9 g1"])
    }

    @Test
    func `an edit that was refused, or is later than the commit, wrote nothing`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: Lines.refund, status: .rejected)
        try copy.edit("b.py", to: Lines.refund, status: .changed)
        try copy.write("c.py", Lines.ship)
        try copy.commit()
        try copy.edit("c.py", to: Lines.ship)
        #expect(try copy.claims() == [])
    }

    @Test
    func `a copy that a person made of a generated line is not the edit's`() throws {
        let copy = try WorkingCopy()
        try copy.edit("a.py", to: "total = add_up(order.items)\n")
        try copy.write("a.py", "total = add_up(order.items)\nprint(total)\ntotal = add_up(order.items)\n")
        try copy.commit()
        #expect(try copy.claims() == ["a.py 1-1 g1"])
    }

    @Test
    func `amended, rebased and squashed commits keep their lines' origin`() throws {
        let copy = try WorkingCopy()
        try copy.write("base.txt", "base\n")
        let base = try copy.commit()
        try copy.git("checkout", "-q", "-b", "work")
        try copy.edit("a.py", to: Lines.refund)
        try copy.commit()
        try copy.edit("a.py", from: Lines.refund, to: Lines.refund + Lines.ship, session: "s2")
        try copy.git("add", "-A")
        try copy.git("commit", "-q", "--amend", "--no-edit")
        #expect(try copy.claims("main..work") == ["a.py 1-5 g1", "a.py 6-9 g2"])

        try copy.git("checkout", "-q", "main")
        try copy.write("base.txt", "base\nmore\n")
        try copy.commit()
        try copy.git("rebase", "-q", "main", "work")
        #expect(try copy.claims("main..work") == ["a.py 1-5 g1", "a.py 6-9 g2"])

        try copy.edit("b.py", to: "carrier = choose_carrier(order)\nship(order, carrier)\n")
        try copy.commit()
        try copy.git("checkout", "-q", "main")
        try copy.git("merge", "-q", "--squash", "work")
        let squashed = try copy.commit("All of it")
        #expect(try copy.claims(squashed) == ["a.py 1-5 g1", "a.py 6-9 g2", "b.py 1-2 g3"])
        #expect(try copy.claims("\(base)..main") == ["a.py 1-5 g1", "a.py 6-9 g2", "b.py 1-2 g3"])
    }

    @Test
    func `a renamed file keeps what was written under its old name`() throws {
        let copy = try WorkingCopy()
        try copy.edit("old.py", to: Lines.refund)
        try copy.commit()
        try copy.edit("old.py", from: Lines.refund, to: Lines.refund + Lines.ship)
        try copy.git("mv", "-f", "old.py", "new name.py")
        try copy.commit("Renamed, and more")
        #expect(try copy.claims() == ["old.py 1-5 g1", "new name.py 6-9 g2"])
    }

    @Test
    func `a revert claims nothing, its own revert finds the edit again`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.edit("a.py", from: "import shop\n", to: "import shop\n" + Lines.refund)
        try copy.commit()
        try copy.git("revert", "--no-edit", "HEAD")
        let revert = try copy.git("rev-parse", "HEAD")
        try copy.git("revert", "--no-edit", "HEAD")
        #expect(try copy.claims(revert) == [])
        #expect(try copy.claims("HEAD") == ["a.py 2-6 g1"])
    }

    @Test
    func `a merge has only the lines that neither side brought`() throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        try copy.git("checkout", "-q", "-b", "work")
        try copy.edit("b.py", to: Lines.refund)
        try copy.commit()
        try copy.git("checkout", "-q", "main")
        try copy.write("c.py", "print('mine')\n")
        try copy.commit()
        try copy.git("merge", "-q", "--no-ff", "--no-commit", "work")
        try copy.edit("b.py", from: Lines.refund, to: Lines.refund + Lines.ship)
        let merge = try copy.commit("Merge")
        #expect(try copy.claims(merge) == ["b.py 6-9 g2"])
    }

    @Test
    func `an edit of another repository's file of the same name has no part in it`() throws {
        let copy = try WorkingCopy()
        try copy.git("remote", "set-url", "origin", "git@example.com:acme/other.git")
        try copy.edit("a.py", to: Lines.refund)
        try copy.commit()
        #expect(try copy.claims() == [])
    }

    @Test(arguments: ["", "nothing", "main..nothing", "main...main", "--all", "-p", "..", "a..b..c", "main:a.py"])
    func `what is no revision is refused`(revision: String) throws {
        let copy = try WorkingCopy()
        try copy.write("a.py", "import shop\n")
        try copy.commit()
        #expect(throws: RevisionError.self) { try copy.claims(revision) }
    }
}
