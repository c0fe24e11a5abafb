import Flows
import Foundation
import GRDB
import Ingest
import Provenance
import TestSupport
import Testing

@testable import Store

/// Stores that know parts of the same come to one store, whichever is taken first.
struct MergeOrderTests {
    /// Five stores that overlap: sessions in common, the same session at different lengths, a fork here and its origin
    /// there, and what auditors and alarms say beside it.
    private static func make(in folder: TemporaryFolder) throws -> [String] {
        let claude = Conversation.claude.lines
        let codex = Conversation.codex.lines
        let history = ClaudeHistory(session: "5e551011-0000-4000-8000-00000000000a")
        var fork = ClaudeHistory(session: "5e551011-0000-4000-8000-00000000000f")
        fork.forkedFrom = history.session
        func told(_ by: ClaudeHistory) -> [String] {
            [
                by.user(1, "go"), by.call(2, "msg_f1", "toolu_f1", "Write", #"{"file_path":"/a","content":"x"}"#),
                by.result(3, of: "toolu_f1"), by.user(4, "on"),
            ]
        }
        let forked = told(fork) + [fork.user(5, "elsewhere"), fork.answer(6, "msg_f3", ClaudeHistory.text("There."))]
        let origin = told(history) + [history.answer(5, "msg_f2", ClaudeHistory.text("Done."))]
        let contents: [(lines: [[String]], seeds: [Int], words: String)] = [
            ([Array(claude[..<12])], [1], ""), ([Array(claude[..<25]), forked], [1, 2], "first"),
            ([Array(codex[..<(codex.count / 2)]), origin], [2], ""), ([claude], [3], "second"),
            ([codex], [1, 3], "third"),
        ]
        return try contents.enumerated().map { index, content in
            for (number, lines) in content.lines.enumerated() {
                try folder.write("\(index)/\(number).jsonl", lines.asLines)
            }
            for seed in content.seeds {
                var made = MadeHistory(seed: seed)
                try made.write(sessions: 2, turns: 4, to: folder.path + "/\(index)/made")
            }
            let path = folder.path + "/store-\(index).sqlite"
            let store = try Store.open(at: path)
            _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/\(index)"))
            if !content.words.isEmpty { try judge(store, content.words, status: index == 3 ? "fixed" : "open") }
            try store.close()
            return path
        }
    }

    private static func judge(_ store: Store, _ words: String, status: String) throws {
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO rule (id, title, severity) VALUES ('r', ?1, 'high');
                    """, arguments: [words])
            try db.execute(
                sql: """
                    INSERT INTO finding (uid, edit, rule, severity, message, status, at)
                    SELECT 'f' || uid, id, 'r', 'high', ?1, ?2, at FROM edit WHERE uid < '4';
                    """, arguments: [words, status])
            try db.execute(
                sql: """
                    INSERT INTO alert (uid, title, service, at) VALUES ('a', ?1, nullif(?1, 'first'), length(?1));
                    """, arguments: [words])
            try db.execute(
                sql: """
                    INSERT INTO change (repository, number, url) VALUES ('o/shop', 7, nullif('https://x/' || ?1, 'https://x/third'));
                    """, arguments: [words])
            try db.execute(
                sql: """
                    INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid, at)
                    SELECT 'session', uid, 'part of', 'change', 'o/shop#7', length(?1) FROM session;
                    """, arguments: [words])
            try db.execute(
                sql: "UPDATE session SET title = ?1, agent_version = ?1", arguments: [words])
        }
        try Intake(store: store).settle()
    }

    /// What lists show, in their order, and every row.
    private struct Picture: Equatable {
        var turns: [TurnRow]
        var generations: [GenerationRow]
        var edits: [EditRow]
        var sessions: [SessionRow]
        var dump: StoreDump

        init(_ store: Store) throws {
            turns = try store.turns(limit: 10_000)
            generations = try store.generations(limit: 10_000)
            edits = try store.edits(limit: 10_000)
            sessions = try store.sessions(limit: 10_000)
            for index in turns.indices { turns[index].id = 0 }
            for index in generations.indices { (generations[index].id, generations[index].turnID) = (0, nil) }
            for index in edits.indices { edits[index].id = 0 }
            for index in sessions.indices { (sessions[index].id, sessions[index].root) = (0, nil) }
            dump = try StoreDump(store)
        }
    }

    private static func orders(_ elements: [String]) -> [[String]] {
        if elements.count < 2 { return [elements] }
        return elements.indices.flatMap { index in
            var rest = elements
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 }
        }
    }

    private func merged(_ paths: [String]) throws -> Store {
        let store = try Store.inMemory()
        for path in paths { _ = try Merging(store: store).take(path) }
        return store
    }

    @Test func `Five overlapping stores come to the same in all 120 orders, row for row and list for list`() throws {
        let folder = try TemporaryFolder()
        let paths = try Self.make(in: folder)
        let expected = try Picture(merged(paths))
        #expect(expected.dump.rows["pending"] == [])
        #expect(expected.turns.count > 20 && expected.edits.count > 60)
        for order in Self.orders(paths) {
            let picture = try Picture(merged(order))
            let name = order.map { $0.suffix(8).prefix(1) }.joined()
            try #require(picture.dump == expected.dump, "\(name):\n\(picture.dump.difference(from: expected.dump))")
            #expect(picture.turns == expected.turns, "\(name)")
            #expect(picture.generations == expected.generations, "\(name)")
            #expect(picture.edits == expected.edits, "\(name)")
            #expect(picture.sessions == expected.sessions, "\(name)")
        }
    }

    @Test func `The lists of the program are the same, byte for byte, and merging again changes nothing`() throws {
        let folder = try TemporaryFolder()
        let paths = try Self.make(in: folder)
        func lists(_ store: String) throws -> [String] {
            try ["turns", "generations", "edits", "sessions"].map { subject in
                try ProgramRun.colophon(
                    ["list", subject, "--format", "json", "--limit", "0", "--store", store], in: folder
                ).output
            }
        }
        var seen: Set<[String]> = []
        for (index, order) in [paths, paths.reversed(), Array(paths[2...] + paths[..<2])].enumerated() {
            let store = folder.path + "/all-\(index).sqlite"
            let run = try ProgramRun.colophon(["merge", "--store", store] + order, in: folder)
            try #require(run.status == 0, "\(run.complaint)")
            seen.insert(try lists(store))
            let before = try StoreDump(Store.open(at: store))
            let again = try ProgramRun.colophon(["merge", "--store", store] + order.reversed(), in: folder)
            #expect(
                again.output.split(separator: "\n").allSatisfy {
                    $0.hasSuffix("new are 0 sessions, 0 turns, 0 generations, 0 edits")
                }, "\(again.output)")
            #expect(try StoreDump(Store.open(at: store)) == before)
            seen.insert(try lists(store))
        }
        #expect(seen.count == 1)
        // One of the five as the store that takes the others.
        _ = try ProgramRun.colophon(["merge", "--store", paths[3]] + paths[..<3] + paths[4...], in: folder)
        seen.insert(try lists(paths[3]))
        #expect(seen.count == 1)
    }

    @Test func `A merge of stores says what one ingest of all their histories says`() throws {
        let folder = try TemporaryFolder()
        for index in 0..<3 {
            var made = MadeHistory(seed: index)
            try made.write(sessions: 2, turns: 4, to: folder.path + "/h/\(index)")
        }
        let all = try Store.inMemory()
        _ = try Intake(store: all).run(HistoryFile.all(below: folder.path + "/h"))
        let paths = try [[0, 1], [2, 1], [2]].enumerated().map { number, seeds in
            let path = folder.path + "/\(number).sqlite"
            let store = try Store.open(at: path)
            for seed in seeds { _ = try Intake(store: store).run(HistoryFile.all(below: folder.path + "/h/\(seed)")) }
            try store.close()
            return path
        }
        let (dump, expected) = (try StoreDump(merged(paths)), try StoreDump(all))
        #expect(dump == expected, "\(dump.difference(from: expected))")
    }
}
