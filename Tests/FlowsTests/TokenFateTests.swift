import Foundation
import GRDB
import Testing

@testable import Flows
@testable import Store

/// What became of the tokens of an edit.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct TokenFateTests {
    private let copy: WorkingCopy

    init() throws { copy = try WorkingCopy() }

    private func fates(_ edit: String) throws -> (note: String?, fates: [String: TokenAccount.Fate]) {
        let (id, generation) = try copy.store.read { db in
            let row = try #require(
                try Row.fetchOne(db, sql: "SELECT id, generation FROM edit WHERE uid = ?", arguments: [edit]))
            return (row["id"] as Int64, row["generation"] as Int64)
        }
        var accounting = TokenAccounting(store: copy.store, here: copy.path)
        let account = try #require(try accounting.accounts(of: generation, edit: id).first)
        return (
            account.fateNote,
            Dictionary(account.tokens.compactMap { t in t.fate.map { (t.text, $0) } }, uniquingKeysWith: { a, _ in a })
        )
    }

    @Test func `A token stands where the file has it today`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try copy.write("a.py", "import os\n\n" + Lines.refund)
        let line = Lines.refund.components(separatedBy: "\n").firstIndex { $0.contains("MissingCharge") } ?? 0
        let column = Lines.refund.components(separatedBy: "\n")[line].utf8.count
        guard case .stands(let at, let byte)? = try fates("e1").fates["MissingCharge"] else {
            Issue.record("it does not stand")
            return
        }
        #expect(at == line + 3)
        #expect((1...column).contains(byte))
    }

    @Test func `A token that a later edit took out names that edit, one that a person took out is gone`() throws {
        try copy.edit("a.py", to: Lines.refund)
        let second = Lines.refund.replacing("MissingCharge", with: "NoSuchCharge")
        try copy.edit("a.py", from: Lines.refund, to: second)
        guard case .changed(let edit, _, _)? = try fates("e1").fates["MissingCharge"] else {
            Issue.record("it is not changed")
            return
        }
        #expect(edit == "e2")
        try copy.write("a.py", second.replacing("NoSuchCharge", with: "Oops"))
        #expect(try fates("e2").fates["NoSuchCharge"] == .gone)
    }

    @Test func `A token that a commit took out names the commit and whose it is`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try copy.commit()
        try copy.write("a.py", "import os\n" + Lines.refund)
        try copy.commit("Something else")
        let second = Lines.refund.replacing("MissingCharge", with: "NoSuchCharge")
        try copy.write("a.py", second)
        let commit = try copy.commit("Rename\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        try copy.write("a.py", second + Lines.ship)
        try copy.commit("Later")
        guard case .deleted(let hash, let by, let at)? = try fates("e1").fates["MissingCharge"] else {
            Issue.record("no commit is named")
            return
        }
        #expect(hash == commit && by == "Ann with claude-code")
        #expect(try copy.git("show", "-s", "--format=%at", commit) == "\(at / 1000)")
        // What is not committed yet is said so.
        try copy.write("a.py", second.replacing("find_charge", with: "look_up") + Lines.ship)
        #expect(try fates("e1").fates["find_charge"] == .uncommitted)
        guard case .stands? = try fates("e1").fates["gateway"] else {
            Issue.record("what stands is not said to")
            return
        }
    }

    @Test func `What was taken out before the file moved, while it did and after names each its commit`() throws {
        try copy.edit("a.py", to: Lines.refund + Lines.ship)
        try copy.commit()
        var text = (Lines.refund + Lines.ship).replacing("MissingCharge", with: "NoSuchCharge")
        try copy.write("a.py", text)
        let before = try copy.commit("Before")
        text = text.replacing("print_label", with: "make_label")
        try copy.git("mv", "a.py", "pay.py")
        try FileManager.default.createDirectory(atPath: copy.path + "/pay", withIntermediateDirectories: true)
        try copy.git("mv", "pay.py", "pay/a.py")
        try copy.write("pay/a.py", text)
        let moving = try copy.commit("Move")
        try copy.write("pay/a.py", text.replacing("find_charge", with: "look_up"))
        let after = try copy.commit("After")
        let told = try fates("e1").fates
        for (token, commit) in [("MissingCharge", before), ("print_label", moving), ("find_charge", after)] {
            guard case .deleted(commit, "Ann", _)? = told[token] else {
                Issue.record("\(token) is \(told[token].map { "\($0)" } ?? "unknown")")
                continue
            }
        }
    }

    @Test func `A file that a commit deleted is gone with that commit, one that nobody committed is just gone`() throws
    {
        try copy.edit("a.py", to: Lines.refund)
        try copy.edit("b.py", to: Lines.ship)
        try copy.git("add", "a.py")
        try copy.git("commit", "-q", "-m", "One")
        try copy.git("rm", "-q", "a.py")
        try copy.git("commit", "-q", "-m", "Away")
        try FileManager.default.removeItem(atPath: copy.path + "/b.py")
        let commit = try copy.git("rev-parse", "HEAD")
        guard case .deleted(commit, "Ann", _)? = try fates("e1").fates["MissingCharge"] else {
            Issue.record("the commit is not named")
            return
        }
        #expect(try fates("e2").fates.isEmpty)
        #expect(try fates("e2").note?.contains("not there any more") == true)
    }

    @Test func `A file of the same name in another repository says nothing of it`() throws {
        try copy.edit("a.py", to: Lines.refund)
        let other = try WorkingCopy()
        try other.git("remote", "set-url", "origin", "git@example.com:acme/other.git")
        try other.write("a.py", "pass\n")
        try other.commit()
        var accounting = TokenAccounting(store: copy.store, here: other.path)
        let generation = try copy.store.read { try Int64.fetchOne($0, sql: "SELECT id FROM generation") ?? 0 }
        let account = try #require(try accounting.accounts(of: generation).last)
        #expect(
            account.tokens.contains {
                if case .stands? = $0.fate { true } else { false }
            })
    }

    @Test func `Of a file that is gone it is said so`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try FileManager.default.removeItem(atPath: copy.path + "/a.py")
        #expect(try fates("e1").note?.contains("not there any more") == true)
    }
}
