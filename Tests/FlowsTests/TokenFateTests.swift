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

    @Test func `Of a file that is gone it is said so`() throws {
        try copy.edit("a.py", to: Lines.refund)
        try FileManager.default.removeItem(atPath: copy.path + "/a.py")
        #expect(try fates("e1").note?.contains("not there any more") == true)
    }
}
