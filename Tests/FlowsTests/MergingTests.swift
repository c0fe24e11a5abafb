import Flows
import Foundation
import GRDB
import Ingest
import Provenance
import TestSupport
import Testing

@testable import Store

/// What goes over from one store to another, and what does not.
struct MergingTests {
    private let folder: TemporaryFolder
    private let history = ClaudeHistory()
    private let secret = ["ghp", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"].joined(separator: "_")

    init() throws {
        folder = try TemporaryFolder()
    }

    private func store(_ name: String, _ lines: [String]) throws -> String {
        try folder.write("\(name)/h.jsonl", lines.asLines)
        let path = folder.path + "/\(name).sqlite"
        let store = try Store.open(at: path)
        _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/\(name)"))
        try store.close()
        return path
    }

    private var lines: [String] {
        [
            history.user(1, "the first question"),
            history.call(
                2, "msg_1", "toolu_1", "Write", #"{"file_path":"/home/ada/shop/a.py","content":"first = 1\n"}"#),
            history.result(3, of: "toolu_1", "written"), history.user(4, "the second question"),
            history.answer(5, "msg_2", ClaudeHistory.text("The second answer.")),
        ]
    }

    private func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun.colophon(arguments, in: folder) }

    private func bytes(_ name: String) -> Data {
        ["", "-wal", "-shm"].reduce(into: Data()) { data, suffix in
            data += FileManager.default.contents(atPath: folder.path + "/" + name + suffix) ?? Data()
        }
    }

    @Test func `A secret that the other store holds does not come over, whatever that store says of its texts`() throws
    {
        let other = try store("other", lines)
        let queue = try DatabaseQueue(path: other)
        try queue.write { db in
            try db.execute(
                sql: """
                    UPDATE body SET text = 'use ' || ?1, redactions = 0 WHERE id = (SELECT min(words) FROM prompt);
                    """, arguments: [secret])
            try db.execute(
                sql: "UPDATE body SET text = ?1 || ' it is', redactions = NULL WHERE text = 'The second answer.'",
                arguments: [secret])
            try db.execute(sql: "UPDATE session SET title = 'About ' || ?1", arguments: [secret])
            try db.execute(
                sql: """
                    INSERT INTO finding (uid, path, rule, severity, message, at) VALUES ('f', 1, 'r', 'low', ?1, 5)
                    """, arguments: [secret])
        }
        try queue.close()
        let merged = try run("merge", other, "--store", folder.path + "/own.sqlite")
        #expect(merged.status == 0, "\(merged.complaint)")
        #expect(bytes("own.sqlite").range(of: Data(secret.dropFirst(4).utf8)) == nil)
        let own = try Store.open(at: folder.path + "/own.sqlite")
        #expect(try own.turns(limit: 9).count == 2)
        #expect(try own.read { try Int.fetchOne($0, sql: "SELECT sum(redactions) FROM body") } == 2)
        let bundled = try run("bundle", "-o", folder.path + "/bundle.sqlite", "--store", other)
        #expect(bundled.status == 0, "\(bundled.complaint)")
        #expect(bytes("bundle.sqlite").range(of: Data(secret.dropFirst(4).utf8)) == nil)
    }

    @Test func `What was forgotten here does not come back by a merge, and what was forgotten there stays here`() throws
    {
        let own = try store("own", lines)
        let other = try store("other", lines)
        #expect(try run("forget", "--filter", "\"first question\"", "--yes", "--store", own).status == 0)
        let before = try StoreDump(Store.open(at: own))
        #expect(
            try run("merge", other, "--store", own).output.hasSuffix("0 sessions, 0 turns, 0 generations, 0 edits\n"))
        #expect(try StoreDump(Store.open(at: own)) == before)
        let rich = try StoreDump(Store.open(at: other))
        #expect(try run("merge", own, "--store", other).status == 0)
        #expect(try StoreDump(Store.open(at: other)) == rich)
    }

    @Test func `Made-up records and one's own are not mixed, and the mark goes along`() throws {
        let own = try store("own", lines)
        #expect(try run("demo", "--generations", "20", "--output", folder.path + "/demo").status == 0)
        let demo = folder.path + "/demo/store.sqlite"
        let mixed = try run("merge", demo, "--store", own)
        #expect(mixed.status == 1)
        #expect(mixed.complaint.contains("are made up and those of the store are not"))
        #expect(try run("merge", own, "--store", demo).complaint.contains("records of the store are made up"))
        #expect(try run("merge", demo, "--store", folder.path + "/new.sqlite").status == 0)
        #expect(try Store.open(at: folder.path + "/new.sqlite").isSynthetic)
        #expect(try run("bundle", "--store", demo, "-o", folder.path + "/bundle.sqlite").status == 0)
        #expect(try Store.open(at: folder.path + "/bundle.sqlite").isSynthetic)
        let (all, bundle) = try (
            StoreDump(Store.open(at: demo)), StoreDump(Store.open(at: folder.path + "/new.sqlite"))
        )
        #expect(all == bundle, "\(all.difference(from: bundle))")
    }

    @Test func `A bundle holds the turns that match, opens as any store, and merges`() throws {
        let own = try store("own", lines)
        let bundle = folder.path + "/bundle.sqlite"
        let made = try run("bundle", "--filter", "file:a.py", "-o", bundle, "--store", own)
        #expect(made.output.hasSuffix("1 session, 1 turn, 1 generation, 1 edit, 2 segments\n"), "\(made.output)")
        #expect(try run("list", "turns", "--format", "json", "--store", bundle).output.contains("the first question"))
        #expect(try run("list", "turns", "--filter", "first", "--store", bundle).output.contains("the first question"))
        #expect(bytes("bundle.sqlite").range(of: Data("second".utf8)) == nil)
        let again = try run("bundle", "-o", bundle, "--store", own)
        #expect(again.status == 1 && again.complaint.contains("There is a file"))
        let whole = try StoreDump(Store.open(at: own))
        #expect(try run("merge", bundle, "--store", own).status == 0)
        #expect(try StoreDump(Store.open(at: own)) == whole)
        // The part first, the whole later: as if it had been the whole alone.
        let fresh = folder.path + "/fresh.sqlite"
        #expect(try run("merge", bundle, own, "--store", fresh).status == 0)
        let found = try StoreDump(Store.open(at: fresh))
        #expect(found == whole, "\(found.difference(from: whole))")
    }

    @Test func `A bundle without bodies holds facts and no text, and does not shorten what is there`() throws {
        let own = try store("own", lines)
        let bundle = folder.path + "/bundle.sqlite"
        #expect(try run("bundle", "--no-bodies", "-o", bundle, "--store", own).status == 0)
        for word in ["question", "second answer", "first = 1", "written"] {
            #expect(bytes("bundle.sqlite").range(of: Data(word.utf8)) == nil, "\(word)")
        }
        let rows = try Store.open(at: bundle).turns(limit: 9)
        #expect(rows.map(\.path) == [nil, "a.py"] && rows.map(\.title) == ["", ""])
        let whole = try StoreDump(Store.open(at: own))
        #expect(try run("merge", bundle, "--store", own).status == 0)
        let after = try StoreDump(Store.open(at: own))
        #expect(after == whole, "\(after.difference(from: whole))")
        #expect(try run("merge", own, "--store", bundle).status == 0)
        #expect(
            try Store.open(at: bundle).turns(limit: 9).map(\.title) == ["the second question", "the first question"])
    }

    @Test func `A program that writes meanwhile loses nothing`() throws {
        let own = folder.path + "/own.sqlite"
        let other = try store("other", lines)
        var made = MadeHistory(seed: 1)
        try made.write(sessions: 3, turns: 8, to: folder.path + "/made")
        let writer = ProgramRun.process(
            BuiltProgram.path("colophon"), ["ingest", folder.path + "/made", "--store", own], in: folder)
        writer.standardOutput = FileHandle.nullDevice
        try writer.run()
        let runs = try (0..<5).map { _ in try run("merge", other, "--store", own) }
        writer.waitUntilExit()
        #expect(writer.terminationStatus == 0 && runs.allSatisfy { $0.status == 0 })
        #expect(try Store.open(at: own).turns(limit: 99).count == 2 + 3 * 8)
    }
}
