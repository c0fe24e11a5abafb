import Audit
import Foundation
import Git
import Testing

@testable import Flows

/// A change answers for what it adds, and for nothing that was there before.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed")) struct ChangeAuditingTests {
    private let copy: GitFolder
    private let old = "import os\n\n\ndef old(name):\n    os.system(\"ls \" + name)\n\n\ndef other():\n    return 1\n"

    init() throws {
        copy = try GitFolder()
        try copy.folder.write("shop/run.py", old)
        try copy.commit("Old code")
    }

    private func found(_ change: String) throws -> (places: [String], summary: ChangeAuditing.Summary) {
        let checkout = try #require(Checkout.discover(from: copy.root))
        var auditing = try ChangeAuditing(in: checkout)
        var places: [String] = []
        try auditing.audit(change) { places.append("\($0.path):\($0.finding.lines.lowerBound)") }
        return (places, auditing.summary)
    }

    @Test func `old code is left alone, what the work tree adds is found before any commit`() throws {
        #expect(try found("HEAD").places.isEmpty)
        try copy.folder.write("shop/run.py", old + "\n\ndef new(name):\n    os.system(\"rm \" + name)\n")
        let now = try found("HEAD")
        #expect(now.places == ["run.py:13"] && now.summary.addedLines == 4, "\(now)")
        try copy.git("add", "-A")
        #expect(try found("HEAD").places == ["run.py:13"])
        try copy.commit("New code")
        #expect(try found("HEAD").places.isEmpty && found("HEAD~1").places == ["run.py:13"])
        #expect(try found("HEAD~1..HEAD").places == ["run.py:13"])
    }

    @Test func `a file that moved brings its old code with it, committed or not`() throws {
        try copy.git("mv", "run.py", "moved.py")
        try copy.folder.write("shop/moved.py", old + "\n\ndef new(name):\n    os.system(\"rm \" + name)\n")
        try copy.git("add", "-A")
        #expect(try found("HEAD").places == ["moved.py:13"])
        try copy.commit("Move")
        #expect(try found("HEAD~1").places == ["moved.py:13"])
        #expect(try found("HEAD~1..").places == ["moved.py:13"])
    }

    @Test func `what another branch did in the meantime is none of the change's`() throws {
        try copy.git("checkout", "-q", "-b", "work")
        try copy.folder.write("shop/b.py", "import os\nos.system(input())\n")
        try copy.commit("Mine")
        try copy.git("checkout", "-q", "main")
        try copy.folder.write("shop/c.py", "import os\nos.system(input())\n")
        try copy.commit("Theirs")
        try copy.git("checkout", "-q", "work")
        #expect(try found("main").places == ["b.py:2"])
        #expect(try found("main..work").places == ["b.py:2"])
    }

    @Test func `other line ends alone are no added lines, and an unknown revision is told`() throws {
        try copy.folder.write("shop/run.py", old.replacing("\n", with: "\r\n"))
        #expect(try found("HEAD").summary.addedLines == 0)
        #expect(throws: (any Error).self) { try self.found("nosuch") }
        #expect(throws: (any Error).self) { try self.found("--output=x") }
    }
}
