import Flows
import Foundation
import GRDB
import Ingest
import Testing

@testable import Store

/// Every reader of histories, handed what no agent wrote: nothing may crash it, and what it tells the store can take.
///
/// `make soak` hands a million inputs to each, in release mode, and prints the figures; a run of its own is repeated by
/// the name that a failure gives: `COLOPHON_FUZZ=codex:17 make soak SUITE=FuzzSoakTests`.
struct FuzzSoakTests {
    private static let isLong = ProcessInfo.processInfo.environment["COLOPHON_SOAK"] != nil
    private static let lineInputs = isLong ? 1_000_000 : 5000
    private static let rowInputs = isLong ? 1_000_000 : 5000
    private static let damagedFiles = isLong ? 5000 : 60
    /// Of so many inputs one goes through the intake.
    private static let sampled = isLong ? 1000 : 20
    private static let wanted = ProcessInfo.processInfo.environment["COLOPHON_FUZZ"]

    @Test(arguments: HistoryFormat.all.map(\.name))
    func `A reader of lines takes what no agent wrote`(name: String) throws {
        let place = try #require(HistoryFormat.all.firstIndex { $0.name == name })
        let format = HistoryFormat.all[place]
        let inputs = try #require(FuzzInputs(format), "'\(name)' has no lines in FuzzInputs")
        var fuzz = LineFuzz(format: format, inputs: inputs)
        guard let episodes = Self.episodes(name, of: Self.lineInputs / LineFuzz.length) else { return }
        for number in episodes {
            FuzzTrace.note("\(name):\(number)", at: place)
            try fuzz.run(number, isTold: episodes.count == 1)
        }
        FuzzTrace.note(nil, at: place)
        if Self.isLong { print(fuzz.tally.line(name)) }
        guard episodes.count > 1 else { return }
        #expect(fuzz.tally.inputs == Self.lineInputs)
        #expect(fuzz.tally.read > Self.lineInputs / 10)
        #expect(fuzz.tally.broken > 0)
        let folder = try TemporaryFolder()
        for number in stride(from: 0, to: episodes.count, by: Self.sampled) {
            try folder.write("\(number).jsonl", Data(fuzz.file(number)))
        }
        try take(folder.histories)
    }

    @Test(arguments: WholeHistoryFormat.all.map(\.name))
    func `A reader of whole files takes what no agent wrote`(name: String) throws {
        let place = try #require(WholeHistoryFormat.all.firstIndex { $0.name == name })
        let format = WholeHistoryFormat.all[place]
        let file = try #require(WholeFuzzFile(format), "'\(name)' has no maker in WholeFuzzFile")
        let folder = try TemporaryFolder()
        let count = Self.isLong ? 10_000 : 1000
        var fuzz = WholeFuzz(format: format, file: file, folder: folder)
        let inputs = file.isManyFiles ? max(2 * count, Self.rowInputs / 20) : Self.rowInputs
        guard let episodes = Self.episodes(name, of: inputs / count) else { return }
        for number in episodes {
            FuzzTrace.note("\(name):\(number)", at: HistoryFormat.all.count + place)
            try fuzz.run(number, count: count)
        }
        FuzzTrace.note(nil, at: HistoryFormat.all.count + place)
        if Self.isLong { print(fuzz.tally.line(name)) }
        guard episodes.count > 1 else { return }
        #expect(fuzz.tally.inputs == inputs)
        let files = try (0..<2).map { try file.write(500, seed: UInt64($0), in: folder) }
        try take(files.compactMap(HistoryFile.init(path:)))
    }

    @Test(arguments: WholeHistoryFormat.all.filter { WholeFuzzFile($0)?.isDatabase == true }.map(\.name))
    func `A database with damaged pages is read or refused in words`(name: String) throws {
        let place = try #require(WholeHistoryFormat.all.firstIndex { $0.name == name })
        let format = WholeHistoryFormat.all[place]
        let file = try #require(WholeFuzzFile(format))
        let folder = try TemporaryFolder()
        let whole = try Data(contentsOf: URL(fileURLWithPath: file.write(60, seed: 7, in: folder)))
        var fuzz = WholeFuzz(format: format, file: file, folder: folder)
        guard let episodes = Self.episodes(name + "-pages", of: Self.damagedFiles) else { return }
        for number in episodes {
            FuzzTrace.note("\(name)-pages:\(number)", at: 32 + place)
            try fuzz.runDamaged(number, of: whole)
        }
        FuzzTrace.note(nil, at: 32 + place)
        if Self.isLong { print(fuzz.tally.line(name + " (whole files)")) }
    }

    /// All, or the one that was named; `nil` where another reader's was.
    private static func episodes(_ name: String, of count: Int) -> Range<Int>? {
        guard let wanted else { return 0..<count }
        let parts = wanted.split(separator: ":")
        guard parts.first.map(String.init) == name else { return nil }
        return parts.count > 1 ? Int(parts[1]).map { $0..<$0 + 1 } : 0..<count
    }

    /// Through the whole intake, into a store that is sound afterwards.
    private func take(_ files: [HistoryFile]) throws {
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(files)
        #expect(summary.filesSeen == files.count)
        #expect(summary.filesRead == files.count)
        #expect(summary.strangers.isEmpty)
        // Traces tell of lines alone.
        #expect(summary.added.generations + summary.added.attributions > 0)
        let verdict = try store.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(verdict == ["ok"])
        let orphans = try store.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
        #expect(orphans.isEmpty)
        let waiting = try store.hasPending()
        #expect(!waiting)
    }
}
