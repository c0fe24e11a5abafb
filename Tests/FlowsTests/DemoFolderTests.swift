import Foundation
import GRDB
import Git
import Testing

@testable import Flows
@testable import Store

/// The folder that `colophon demo` makes.
@Suite(.enabled(if: GitCommand().version != nil, "git is not installed"))
struct DemoFolderTests {
    private let plan = DemoPlan(generations: 120, seed: 3, now: 1_793_880_000_000)

    private func make(_ folder: TemporaryFolder, name: String = "demo") throws -> (path: String, Checkout) {
        let demo = try DemoFolder(path: "\(folder.path)/\(name)", plan: plan)
        let repository = try #require(try demo.make().repository)
        return (demo.path, try #require(Checkout.discover(from: repository)))
    }

    private func lines(_ path: String, at commit: String, in checkout: Checkout) -> [Substring] {
        let text = try? GitCommand().run(["show", "\(commit):\(path)"], in: checkout)
        return String(decoding: text ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private func commits(_ checkout: Checkout) throws -> [String] {
        try String(decoding: GitCommand().run(["rev-list", "main"], in: checkout), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func `The repository's commits have the same ids each time`() throws {
        let folder = try TemporaryFolder()
        let first = try commits(make(folder, name: "a").1)
        #expect(try commits(make(folder, name: "b").1) == first)
        #expect(first.count > 10)
    }

    @Test func `The store knows the repository by its root commit and by its folder`() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let (path, checkout) = try make(folder)
        let store = try Store.open(at: path + "/store.sqlite", mode: .read)
        let place = try #require(try store.repository(in: checkout.root))
        #expect(place.name == "shop")
        #expect(try place.identity == "root:\(#require(commits(checkout).last))")
        let known = try commits(checkout)
        let stated = try store.read { db in
            try String.fetchAll(db, sql: "SELECT commit_id FROM session WHERE commit_id IS NOT NULL")
        }
        #expect(stated.count > 3)
        #expect(stated.allSatisfy(known.contains))
    }

    @Test func `What agents wrote stands in the repository's files at the lines they say`() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let (path, checkout) = try make(folder)
        let store = try Store.open(at: path + "/store.sqlite", mode: .read)
        let commits = try commits(checkout)
        let filter = try Filter("repo:shop (status:applied or status:changed)", now: plan.now)
        let edits = try store.edits(matching: filter, limit: 100).filter { $0.added ?? 0 > 0 }
        #expect(edits.count > 8)
        for edit in edits {
            let after = try #require(store.edit(edit.id)?.after).split(separator: "\n")
            let first = try #require(edit.firstLine)
            let stands = commits.contains { commit in
                let file = lines(edit.path, at: commit, in: checkout)
                return file.count >= first && after.contains(file[first - 1])
            }
            #expect(stands, "\(edit.path):\(first)")
        }
    }

    @Test func `The stack trace points at a deployed line that an edit with an open finding wrote`() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let (path, checkout) = try make(folder)
        let store = try Store.open(at: path + "/store.sqlite", mode: .read)
        let text: String = try String(contentsOfFile: path + "/alert.txt", encoding: .utf8)
        let frame = try #require(text.matches(of: /File "\/srv\/shop\/(.+)", line (\d+), in/).last)
        let number = try #require(Int(frame.output.2))
        let alert = try #require(
            try store.read { db in
                try Row.fetchOne(
                    db, sql: "SELECT a.*, b.text FROM alert a JOIN body b ON b.id = a.body WHERE service = 'shop'")
            })
        #expect(alert["text"] == text)
        let deployed = lines(String(frame.output.1), at: alert["revision"], in: checkout)
        let line: String = String(deployed[number - 1])
        #expect(line.contains("execute("))
        let found = try #require(
            try store.read { db in
                try Row.fetchOne(
                    db,
                    sql: """
                        SELECT f.first_line, b.text FROM finding f JOIN edit e ON e.id = f.edit
                            JOIN body b ON b.id = e.after JOIN path p ON p.id = e.path
                        WHERE f.status = 'open' AND p.text = ?
                        """, arguments: [String(frame.output.1)])
            })
        let written = (found["text"] as String).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(written[(found["first_line"] as Int) - 1] == line)
        // Since then it has moved and been formatted.
        #expect(lines(String(frame.output.1), at: "main", in: checkout) == [""])
        #expect(!lines("src/shop/payments/refund.py", at: "main", in: checkout).contains { $0 == line })
    }

    @Test func `A folder that is no demo is refused and stays as it was`() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine/store.sqlite", "not to be touched")
        let demo = try DemoFolder(path: folder.path + "/mine", plan: plan)
        #expect(throws: DemoFolder.Refusal.self) { try demo.make() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/mine") == ["store.sqlite"])
        #expect(
            FileManager.default.contents(atPath: folder.path + "/mine/store.sqlite") == Data("not to be touched".utf8))
        try folder.write("file", "")
        #expect(throws: DemoFolder.Refusal.self) { try DemoFolder(path: folder.path + "/file", plan: plan).make() }
    }

    @Test func `An earlier demo is replaced, and what lies beside it stays`() throws {
        let folder = try TemporaryFolder()
        _ = try make(folder)
        try folder.write("demo/notes.txt", "mine")
        try folder.write("demo/shop.fast-import", "left behind")
        let (path, _) = try make(folder)
        #expect(FileManager.default.contents(atPath: path + "/notes.txt") == Data("mine".utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.contains("-") }
        #expect(Set(names) == ["README.txt", "alert.txt", "notes.txt", "shop", "store.sqlite"])
    }

    @Test func `Fewer generations than its story has are refused`() {
        #expect(throws: DemoFolder.Refusal.self) {
            try DemoFolder(path: "x", plan: DemoPlan(generations: 3, now: 0))
        }
    }

    @Test func `The command makes it, says what to try, and keeps histories out of it`() throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/demo"
        let made = try ProgramRun.colophon(["demo", "--generations", "120", "--output", output], in: folder)
        #expect(made.status == 0)
        #expect(made.complaint.isEmpty)
        #expect(made.output.contains(" 120 generations,"))
        #expect(made.output.contains("colophon --store \(output)/store.sqlite"))
        let store = output + "/store.sqlite"
        for arguments in [["ingest"], ["ingest", folder.path]] {
            let refused = try ProgramRun.colophon(arguments + ["--store", store], in: folder)
            #expect(refused.status == 1)
            #expect(refused.output.isEmpty)
            #expect(refused.complaint.split(separator: "\n").count == 1)
            #expect(refused.complaint.contains("made-up"))
        }
        let shown = try ProgramRun.colophon(["demo", "--distributions", "--store", store], in: folder)
        #expect(shown.output.contains("edits a turn"))
        #expect(shown.output.contains(Measured.source))
    }
}
