import Flows
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Store

/// Many writers at once, and writers that are killed, through the built program.
///
/// `make soak` runs the full counts in release mode and prints the figures.
@Suite(.serialized)
struct SoakTests {
    private static let isLong = ProcessInfo.processInfo.environment["COLOPHON_SOAK"] != nil

    @Test
    func `8 processes that create and fill one store at once lose nothing and wait without a word`() throws {
        let seconds = Self.isLong ? 60 : 10
        let folder = try ProgramFolder()
        for writer in 0..<8 {
            var history = MadeHistory(seed: writer)
            try history.write(sessions: 2, turns: 6, to: folder.file("history/\(writer)"))
        }
        let alone = folder.file("alone.sqlite")
        let first = try folder.run("colophon", ["ingest", folder.file("history"), "--store", alone])
        try #require(first.status == 0)
        let expected = try Self.dump(alone)
        let start = ContinuousClock.now
        var rounds = 0
        var reads = 0
        repeat {
            let path = folder.file("round-\(rounds)/store.sqlite")
            let writers = try (0..<8).map { writer in
                try folder.start("colophon", ["ingest", folder.file("history/\(writer)"), "--store", path])
            }
            while writers.contains(where: \.process.isRunning) {
                let reader = try folder.run("colophon", ["list", "turns", "--store", path])
                reads += 1
                // The very first look may come before the first writer.
                if reader.err.contains("There is no store") { continue }
                try #require(reader.err == "")
                try #require(reader.status == 0)
            }
            for writer in writers {
                try #require(writer.status == 0, "\(writer.err)")
                try #require(writer.err.isEmpty, "\(writer.err)")
            }
            let dump = try Self.dump(path)
            try #require(dump == expected, "\(dump.difference(from: expected))")
            try FileManager.default.removeItem(atPath: folder.file("round-\(rounds)"))
            rounds += 1
        } while ContinuousClock.now - start < .seconds(seconds)
        Self.report("\(rounds) rounds of 8 writers, \(reads) reads, \(expected.rows) rows each", since: start)
    }

    @Test
    func `a store whose writer is killed anywhere is whole, and reading on ends at the same rows`() throws {
        let goal = Self.isLong ? 200 : 20
        let folder = try ProgramFolder()
        var history = MadeHistory(seed: 100)
        let bytes = try history.write(sessions: 3, turns: Self.isLong ? 60 : 20, to: folder.file("history"))
        let undisturbed = folder.file("undisturbed/store.sqlite")
        let arguments = ["ingest", folder.file("history"), "--store"]
        let first = try folder.run("colophon", arguments + [undisturbed])
        try #require(first.status == 0)
        let expected = try Self.dump(undisturbed)
        let fullSize = 2 * Self.size(of: undisturbed)
        let start = ContinuousClock.now
        var kills = 0
        var stores = 0
        var dice = SystemRandomNumberGenerator()
        while kills < goal {
            let path = folder.file("\(stores)/store.sqlite")
            try FileManager.default.createDirectory(
                atPath: folder.file("\(stores)"), withIntermediateDirectories: true)
            for _ in 0..<4 {
                let before = Self.size(of: path)
                let limit = before + Int.random(in: 0..<max(1, fullSize), using: &dice)
                let run = try folder.start("colophon", arguments + [path])
                while run.process.isRunning, Self.size(of: path) <= limit { sched_yield() }
                kill(run.process.processIdentifier, SIGKILL)
                guard run.status == -SIGKILL else { continue }
                kills += 1
                if FileManager.default.fileExists(atPath: path) { try Self.check(path) }
            }
            let last = try folder.run("colophon", arguments + [path])
            try #require(last.status == 0 && last.err.isEmpty, "\(last.err)")
            try Self.check(path)
            let dump = try Self.dump(path)
            try #require(dump == expected, "\(dump.difference(from: expected))")
            try FileManager.default.removeItem(atPath: folder.file("\(stores)"))
            stores += 1
        }
        Self.report("\(kills) kills, \(stores) stores, \(bytes) bytes of history, \(expected.rows) rows", since: start)
    }

    @Test(.enabled(if: isLong, "a measurement: make soak"))
    func `how long a write transaction holds the lock while histories are read`() throws {
        let folder = try ProgramFolder()
        var history = MadeHistory(seed: 200)
        let bytes = try history.write(sessions: 40, turns: 100, to: folder.file("history"))
        let path = folder.file("store.sqlite")
        try Store.open(at: path).close()
        let holds = Mutex<[Double]>([])
        let began = Mutex<ContinuousClock.Instant?>(nil)
        var configuration = Store.configuration(mode: .write)
        configuration.prepareDatabase { db in
            // Copying the journal back happens after the lock is given up, but inside the statement that is timed.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            db.trace(options: .profile) { event in
                guard case .profile(let statement, _) = event else { return }
                if statement.sql.hasPrefix("BEGIN IMMEDIATE") {
                    began.withLock { $0 = .now }
                } else if statement.sql.hasPrefix("COMMIT"), let start = began.withLock({ $0.take() }) {
                    holds.withLock { $0.append(Double((ContinuousClock.now - start) / .microseconds(1)) / 1000) }
                }
            }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let start = ContinuousClock.now
        let sources = try IngestSources(paths: [folder.file("history")], environment: [:])
        _ = try Intake(store: Store(location: path, database: queue)).run(sources.files())
        let sorted = holds.withLock { $0.sorted() }
        try #require(!sorted.isEmpty)
        let p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
        Self.report(
            "\(sorted.count) transactions for \(bytes) bytes, lock held p50 \(sorted[sorted.count / 2]) ms, "
                + "p99 \(p99) ms, max \(sorted[sorted.count - 1]) ms", since: start)
    }

    private static func dump(_ path: String) throws -> StoreDump {
        let store = try Store.open(at: path, mode: .write)
        defer { try? store.close() }
        let isPending = try store.hasPending()
        try #require(!isPending)
        return try StoreDump(store)
    }

    private static func check(_ path: String) throws {
        let store = try Store.open(at: path, mode: .write)
        defer { try? store.close() }
        let verdict = try store.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        try #require(verdict == ["ok"])
        let orphans = try store.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
        try #require(orphans.isEmpty)
    }

    /// Of the file with its journal, or of the draft that is still to be linked into place.
    private static func size(of path: String) -> Int {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.reduce(0) { sum, name in
            var status = stat()
            let isPart = name.hasPrefix("store.sqlite") && stat("\(folder)/\(name)", &status) == 0
            return isPart ? sum + Int(status.st_size) : sum
        }
    }

    private static func report(_ words: String, since start: ContinuousClock.Instant) {
        guard isLong else { return }
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        print("soak: \(words), \(seconds) s")
    }
}

extension StoreDump {
    fileprivate var rows: Int { tables.values.reduce(0) { $0 + $1.count } }
}
