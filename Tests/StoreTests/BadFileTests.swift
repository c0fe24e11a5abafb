import Foundation
import GRDB
import Provenance
import TestSupport
import Testing

@testable import Store

/// Files that are no store, or none that can be used: one sentence, exit code 1, and the file as it was.
struct BadFileTests {
    private let folder: ProgramFolder
    private let path: String

    init() throws {
        folder = try ProgramFolder()
        path = folder.file("files/store.sqlite")
        try FileManager.default.createDirectory(atPath: folder.file("files"), withIntermediateDirectories: true)
        var history = MadeHistory(seed: 1)
        try history.write(sessions: 1, turns: 3, to: folder.file("history"))
    }

    private func makeStore() throws {
        let run = try folder.run("colophon", ["ingest", folder.file("history"), "--store", path])
        try #require(run.status == 0, "\(run.err)")
    }

    /// What reading and writing commands say, where it is the same sentence and nothing changed on the disk.
    private func refusal(reading: Bool = true) throws -> String {
        let before = FileManager.default.contents(atPath: path)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("files")).sorted()
        let commands =
            [["ingest", folder.file("history")]] + (reading ? [["list", "turns"], ["show", "turn:1"]] : [])
        var sentences: Set<String> = []
        for command in commands {
            let run = try folder.run("colophon", command + ["--store", path])
            #expect(run.status == 1)
            #expect(run.out.isEmpty)
            sentences.insert(run.err)
        }
        #expect(FileManager.default.contents(atPath: path) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("files")).sorted() == names)
        let said = try #require(sentences.first)
        #expect(sentences.count == 1)
        #expect(said.contains(path) && said.hasSuffix(".\n") && said.count { $0 == "\n" } == 1)
        #expect(!said.contains("Error") && !said.contains("Usage"))
        return said
    }

    @Test
    func `an empty file is no store`() throws {
        try Data().write(to: URL(filePath: path))
        #expect(try refusal().contains("the file is empty"))
    }

    @Test
    func `a text is no store`() throws {
        try Data(String(repeating: "not a store\n", count: 900).utf8).write(to: URL(filePath: path))
        #expect(try refusal().contains("it is not SQLite"))
    }

    @Test
    func `another program's SQLite stays in its own journal mode`() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        try queue.close()
        #expect(try refusal().contains("another program made it"))
    }

    @Test
    func `a newer schema is refused with both versions`() throws {
        try makeStore()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 77") }
        try queue.close()
        let said = try refusal()
        #expect(said.contains("schema 77") && said.contains("up to \(Schema.version)"))
    }

    @Test
    func `a file cut short is told at once`() throws {
        try makeStore()
        let whole = try #require(FileManager.default.contents(atPath: path))
        try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        let said = try refusal()
        #expect(said.contains("damaged") && said.contains("\(whole.count / 2) of \(whole.count) bytes"))
    }

    @Test
    func `damage in the middle is told when it is touched`() throws {
        try makeStore()
        var bytes = try #require(FileManager.default.contents(atPath: path))
        // The pages of the schema's tables, but for the first: whatever is read first meets one of them.
        for offset in stride(from: 4096, to: bytes.count, by: 4096) {
            for place in offset..<offset + 64 { bytes[place] ^= 0xFF }
        }
        try bytes.write(to: URL(filePath: path))
        let said = try refusal()
        #expect(said.contains("damaged") && said.contains(".recover"))
    }

    @Test
    func `a read-only file is read, and not written`() throws {
        try makeStore()
        chmod(path, 0o444)
        #expect(try refusal(reading: false).contains("read-only"))
        let before = FileManager.default.contents(atPath: path)
        let run = try folder.run("colophon", ["list", "turns", "--store", path, "--format", "csv"])
        #expect(run.status == 0 && run.err.isEmpty)
        #expect(run.out.split(whereSeparator: \.isNewline).count == 4)
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test
    func `a folder is no store`() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(try refusal().contains("it is not a file"))
    }

    @Test
    func `a folder that cannot be made is named`() throws {
        try Data("a file".utf8).write(to: URL(filePath: path))
        let run = try folder.run(
            "colophon", ["ingest", folder.file("history"), "--store", path + "/below/store.sqlite"])
        #expect(run.status == 1)
        #expect(run.err.contains("'\(path)': it is not a folder") && run.err.count { $0 == "\n" } == 1)
        #expect(FileManager.default.contents(atPath: path) == Data("a file".utf8))
    }

    @Test
    func `a full disk keeps what the store held`() throws {
        try makeStore()
        let store = try Store.open(at: path, mode: .write)
        let held = try StoreDump(store)
        try store.database.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        var batch = Batch()
        let session = Session(uid: UID(text: "s"), agent: "a", makerID: "s")
        batch.sightings = [.session(session)]
        let long = String(repeating: "long words ", count: 200_000)
        batch.sightings.append(.prompt(Prompt(uid: UID(text: "p"), session: session.uid, words: Body(long), at: 1)))
        let error = #expect(throws: StoreError.self) { try store.apply(batch) }
        #expect(error?.code == .full)
        #expect(error?.description.contains("The disk is full") == true)
        #expect(try StoreDump(store) == held)
    }

    @Test
    func `looking at a store does not write it`() throws {
        try makeStore()
        let before = FileManager.default.contents(atPath: path)
        _ = try folder.run("colophon", ["list", "turns", "--store", path])
        #expect(FileManager.default.contents(atPath: path) == before)
    }
}
