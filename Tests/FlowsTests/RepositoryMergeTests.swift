import Flows
import Foundation
import GRDB
import Testing

@testable import Store

/// Stores that know one repository by different names come to one repository.
@Suite(.enabled(if: Workshop.hasGit, "git is not installed"))
struct RepositoryMergeTests {
    private let folder: TemporaryFolder
    private let remote = "host.example/o/r"

    init() throws { folder = try TemporaryFolder() }

    /// The identities of all sessions and turns, merged in one order.
    private func merged(_ names: [String]) throws -> [String] {
        let store = try Store.inMemory()
        for name in names { _ = try Merging(store: store).take(folder.path + "/" + name) }
        let sessions = try store.sessions(limit: 100).map { "\($0.makerID.suffix(2)) \($0.identity ?? "-")" }
        return sessions.sorted() + (try store.turns(limit: 100).map { $0.repository ?? "-" }.sorted())
            + (try store.repositories().map { "\($0.identity) \($0.name)" }.sorted())
    }

    /// Three stores: one has seen the repository without a remote, one with it, one saw it get its remote.
    private func make() throws -> String {
        let early = try Workshop(folder, store: "early.sqlite")
        let root = try early.repository("r")
        let files = try (0..<4).map { _ in try early.claude(in: root) }
        try early.read(files[0], files[1])
        try early.store.close()
        let saw = try Workshop(folder, store: "saw.sqlite")
        try saw.read(files[0])
        try saw.git(["remote", "add", "origin", "https://" + remote], in: root)
        try saw.read(files[2])
        try saw.store.close()
        let late = try Workshop(folder, store: "late.sqlite")
        try late.read(files[1], files[3])
        try late.store.close()
        return "root:\(try early.head(of: root))"
    }

    @Test func `Told by remote here and by first commit there it is one, in any order`() throws {
        _ = try make()
        let names = ["early.sqlite", "saw.sqlite", "late.sqlite"]
        let expected = try merged(names)
        #expect(expected.filter { $0.hasSuffix(remote) }.count == 4)
        #expect(expected.suffix(1) == ["\(remote) r"])
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(try merged(order.map { names[$0] }) == expected)
        }
        #expect(try merged(names + names) == expected)
    }

    @Test func `Where no store has seen it get its remote, a session that both know is of the better one`() throws {
        let root = try make()
        let expected = try merged(["early.sqlite", "late.sqlite"])
        #expect(try merged(["late.sqlite", "early.sqlite"]) == expected)
        #expect(expected.prefix(3) == ["01 \(root)", "02 \(remote)", "04 \(remote)"])
    }

    @Test func `A bundle tells the names of its repository, and forgetting the last session forgets them`() throws {
        _ = try make()
        let run = try ProgramRun.colophon(
            ["bundle", "--store", folder.path + "/saw.sqlite", "-o", folder.path + "/part.sqlite"], in: folder)
        try #require(run.status == 0, "\(run.complaint)")
        #expect(try merged(["early.sqlite", "part.sqlite"]).suffix(1) == ["\(remote) r"])
        let forget = try ProgramRun.colophon(
            ["forget", "--store", folder.path + "/saw.sqlite", "--filter", "repo:r", "--yes"], in: folder)
        try #require(forget.status == 0, "\(forget.complaint)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/saw.sqlite"))
        #expect(bytes.range(of: Data(remote.utf8)) == nil)
    }

    @Test func `What another program says of two names counts from the next ingest on`() throws {
        let shop = try Workshop(folder)
        let root = try shop.repository("r")
        try shop.read(shop.claude(in: root))
        try shop.store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid)
                    SELECT 'repository', identity, 'same as', 'repository', ? FROM repository
                    """, arguments: [remote])
        }
        try shop.read()
        #expect(try shop.identities == [remote])
    }
}
