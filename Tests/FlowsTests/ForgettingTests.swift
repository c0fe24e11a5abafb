import Flows
import Foundation
import GRDB
import Provenance
import Redaction
import TestSupport
import Testing

@testable import Store

/// What is forgotten is in no file of the store, and nobody brings it back.
struct ForgettingTests {
    private let folder: TemporaryFolder
    private let path: String

    /// Words of the turn that is to be forgotten: prompt, answer, code, what a tool said, path, title of the session.
    private static let words = [
        "qzforgetprompt", "qxforgetanswer", "qvforgetcode", "qjforgettool", "qkforgetpath", "qwforgettitle",
    ]

    private static let lines: [String] = {
        let history = ClaudeHistory()
        return [
            history.user(1, "the first question"), history.answer(2, "msg_1", ClaudeHistory.text("The first answer.")),
            history.user(3, "please qzforgetprompt this"),
            history.answer(4, "msg_2", ClaudeHistory.text("I qxforgetanswer you.")),
            history.call(
                5, "msg_2", "toolu_1", "Write",
                #"{"file_path":"/home/ada/shop/qkforgetpath.py","content":"qvforgetcode = 1\n"}"#),
            history.result(6, of: "toolu_1", "written qjforgettool"),
            history.user(7, "the last question"), history.answer(8, "msg_3", ClaudeHistory.text("The last answer.")),
            #"{"type":"custom-title","customTitle":"All of qwforgettitle","sessionId":"\#(history.session)"}"#,
        ]
    }()

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/store/store.sqlite"
    }

    private func run(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun.colophon(arguments + ["--store", path], in: folder)
    }

    private func ingest(_ lines: [String] = Self.lines, as name: String = "h") throws {
        try folder.write("histories/\(name).jsonl", lines.asLines)
        let run = try run("ingest", folder.path + "/histories")
        try #require(run.status == 0, "\(run.complaint)")
    }

    private func turn(asked words: String) throws -> String {
        let store = try Store.open(at: path, mode: .write)
        let turn = try store.turns(limit: 100).first { $0.title.contains(words) }
        return "turn:\(try #require(turn).uid)"
    }

    /// Which of the words any file of the store holds. The index of words keeps what a word shares with the one before it
    /// only once, so the ends of words are looked for.
    private func words(_ words: [String] = Self.words) throws -> [String] {
        let store = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let bytes = try FileManager.default.contentsOfDirectory(atPath: store)
            .compactMap { FileManager.default.contents(atPath: "\(store)/\($0)") }
        return words.filter { word in bytes.contains { $0.range(of: Data(word.dropFirst(2).utf8)) != nil } }
    }

    @Test func `No file holds a text of what was forgotten, and all else is as it was`() throws {
        try ingest()
        #expect(try words() == Self.words)
        let run = try run("forget", try turn(asked: "qzforgetprompt"), "--yes")
        #expect(run.status == 0)
        #expect(run.output == "forgot 1 turn, 1 prompt, 1 generation, 1 edit, 2 segments\n")
        #expect(run.complaint.isEmpty)
        #expect(try words() == [])
        let store = try Store.open(at: path, mode: .write)
        #expect(try store.turns(limit: 9).map(\.title) == ["the last question", "the first question"])
        #expect(try store.turns(matching: Filter("\"first answer\"", now: 0), limit: 9).count == 1)
        let faults = try store.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check")
                + Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
                .map(\.description)
        }
        #expect(faults == ["ok"])
        try store.write { db in
            try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
        }
    }

    @Test func `An ingest of the same history, of a copy of it or of one that grew does not bring it back`() throws {
        try ingest()
        _ = try run("forget", try turn(asked: "qzforgetprompt"), "--yes")
        let before = try dump()
        try ingest(as: "copy")
        #expect(try dump() == before)
        #expect(try words() == [])
        let late = ClaudeHistory().answer(9, "msg_2", ClaudeHistory.text("More qxforgetanswer."))
        try ingest(Self.lines + [late], as: "grown")
        #expect(try dump() == before)
        #expect(try words() == [])
    }

    private func dump() throws -> StoreDump { try StoreDump(Store.open(at: path, mode: .write)) }

    @Test func `Plain SQL of another program does not bring it back, and fails with no error`() throws {
        try ingest()
        let rows = try dump()
        _ = try run("forget", try turn(asked: "qzforgetprompt"), "--yes")
        let store = try Store.open(at: path, mode: .write)
        let forgotten = try store.read { db in try Row.fetchAll(db, sql: "SELECT kind, uid FROM forgotten") }
        #expect(Set(forgotten.map { $0["kind"] as String }) == ["prompt", "generation", "edit", "segment", "title"])
        try store.write { db in
            try db.execute(sql: "INSERT INTO body (sha256, redactions, text) VALUES (zeroblob(32), 0, 'again')")
            let body = db.lastInsertedRowID
            for row in forgotten {
                let uid: String = row["uid"]
                switch row["kind"] as String {
                case "prompt":
                    try db.execute(
                        sql: "INSERT INTO prompt (uid, session, words, at) VALUES (?, 1, ?, 5)", arguments: [uid, body])
                case "generation":
                    try db.execute(
                        sql: "INSERT INTO generation (uid, session, started_at, ended_at) VALUES (?, 1, 5, 5)",
                        arguments: [uid])
                case "segment":
                    try db.execute(
                        sql: """
                            INSERT INTO segment (uid, session, number, origin, body, at) VALUES (?, 1, 99, 'tool', ?, 5)
                            """, arguments: [uid, body])
                case "edit":
                    try db.execute(
                        sql: """
                            INSERT INTO edit (uid, call, generation, path, kind, at)
                            SELECT ?, ?, min(g.id), 1, 'touch', 5 FROM generation g
                            """, arguments: [uid, uid])
                default: break
                }
            }
            try db.execute(sql: "DELETE FROM body WHERE id = ?", arguments: [body])
        }
        try Intake(store: store).settle()
        let after = try StoreDump(store)
        #expect(after.rows["generation"]?.count == (rows.rows["generation"]?.count ?? 0) - 1)
        #expect(after.rows["edit"] == [] && after.rows["prompt"]?.count == 2)
    }

    @Test(arguments: [
        // The path stays: what the tool said to the edit names it.
        ("edit", ["qvforgetcode"]), ("generation", ["qxforgetanswer", "qvforgetcode"]),
        (
            "session",
            [
                "qzforgetprompt", "qxforgetanswer", "qvforgetcode", "qjforgettool", "qkforgetpath", "qwforgettitle",
            ]
        ),
    ])
    func `A record takes with it what belongs to it`(kind: String, gone: [String]) throws {
        try ingest()
        let store = try Store.open(at: path, mode: .write)
        let uid = try store.read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT \(kind).uid FROM edit JOIN generation ON generation.id = edit.generation
                    JOIN session ON session.id = generation.session
                    """)
        }
        try store.close()
        #expect(try run("forget", "\(kind):\(try #require(uid))", "--yes").status == 0)
        let left = try words()
        #expect(left == Self.words.filter { !gone.contains($0) })
    }

    @Test func `Other records with the same text are named, and go where it is asked for`() throws {
        let history = ClaudeHistory()
        let other = ClaudeHistory(session: "5e551011-0000-4000-8000-000000000002")
        try ingest([history.user(1, "qzforgetprompt twice"), history.user(2, "else")], as: "a")
        try ingest([other.user(3, "qzforgetprompt twice"), other.user(4, "more")], as: "b")
        let first = try #require(try Store.open(at: path, mode: .write).turns(limit: 9).last)
        let run = try run("forget", "turn:\(first.uid)", "--yes")
        #expect(run.output.hasPrefix("forgot 1 turn, 1 prompt"))
        #expect(run.complaint.contains("other records hold the same: prompt:"))
        #expect(run.complaint.contains("--everywhere"))
        #expect(try words(["qzforgetprompt"]) == ["qzforgetprompt"])
        let rest = try turn(asked: "qzforgetprompt")
        #expect(try self.run("forget", rest, "--everywhere", "--yes").complaint.isEmpty)
        #expect(try words(["qzforgetprompt"]) == [])
        #expect(try Store.open(at: path, mode: .write).turns(limit: 9).map(\.title) == ["more", "else"])
    }

    @Test func `Without a terminal nothing goes before somebody said yes`() throws {
        try ingest()
        let before = try dump()
        let run = try run("forget", "--filter", "qzforgetprompt")
        #expect(run.status == 1)
        #expect(run.complaint.hasPrefix("This would forget 1 turn, 1 prompt, 1 generation"))
        #expect(run.complaint.contains("--yes"))
        #expect(try dump() == before)
        #expect(try self.run("forget", "--filter", "qzforgetprompt", "--yes").status == 0)
        #expect(try words() == [])
        #expect(try self.run("forget", "--filter", "qzforgetprompt", "--yes").output == "There is nothing to forget.\n")
        #expect(try self.run("forget", "--filter", " ", "--yes").status != 0)
        #expect(try self.run("forget", "--yes").status != 0)
    }

    @Test func `What is older than asked goes, but for what a link holds`() throws {
        try ingest()
        let young = try run("retain", "--older-than", "100y", "--yes")
        #expect(young.output == "Nothing is that old.\n")
        let store = try Store.open(at: path, mode: .write)
        let held = try #require(try store.turns(limit: 9).last)
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO alert (uid, title, at) VALUES ('a1', 'qyforgetalert', 5), ('a2', 'refunds fail', 5);
                    INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid)
                    SELECT 'generation', g.uid, 'caused', 'alert', 'a2' FROM generation g WHERE g.turn = ?
                    """, arguments: [held.id])
        }
        // Time has passed since the histories were made; a moment that lies after them all.
        let forgetting = Forgetting(
            store: store, target: .before(held.at + 86_400_000, withLinked: false), spreading: false)
        let plan = try forgetting.plan()
        #expect(plan.linkedTurns == 1)
        #expect(plan.number(of: "turn") == 2 && plan.number(of: "alert") == 1 && plan.number(of: "session") == 0)
        try forgetting.run()
        #expect(try store.turns(limit: 9).map(\.title) == ["the first question"])
        #expect(try words(Self.words + ["qyforgetalert"]) == [])
        let all = Forgetting(store: store, target: .before(held.at + 86_400_000, withLinked: true), spreading: false)
        try all.run()
        let left = try store.read { db in
            try ["session", "turn", "generation", "body", "path", "repository", "alert", "link", "pending"].filter {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") != 0
            }
        }
        #expect(left == [])
    }

    @Test func `A store that was left unswept is swept by the next run`() throws {
        try ingest()
        let store = try Store.open(at: path, mode: .write)
        let id = try #require(try store.turns(limit: 9).first { $0.title.contains("qzforgetprompt") }).id
        struct Killed: Error {}
        #expect(throws: Killed.self) {
            try store.forget(.records([(.turn, id)]), at: 1) { throw Killed() }
        }
        try store.close()
        #expect(try words().contains("qzforgetprompt"))
        #expect(try run("forget", "--filter", "qzforgetprompt", "--yes").output == "There is nothing to forget.\n")
        #expect(try words() == [])
    }

    @Test func `Programs that write meanwhile lose nothing`() throws {
        try ingest()
        let link = try turn(asked: "qzforgetprompt")
        for writer in 0..<3 {
            var history = MadeHistory(seed: writer)
            try history.write(sessions: 2, turns: 8, to: folder.path + "/made/\(writer)")
        }
        let writers = try (0..<3).map { writer in
            let process = ProgramRun.process(
                BuiltProgram.path("colophon"), ["ingest", folder.path + "/made/\(writer)", "--store", path], in: folder)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        let run = try run("forget", link, "--yes")
        #expect(run.status == 0, "\(run.complaint)")
        for writer in writers {
            writer.waitUntilExit()
            #expect(writer.terminationStatus == 0)
        }
        try Store.open(at: path, mode: .write).close()
        #expect(try words() == [])
        #expect(try Store.open(at: path, mode: .write).turns(limit: 99).count == 2 + 3 * 2 * 8)
    }
}
