import Flows
import Foundation
import GRDB
import Provenance
import TestSupport
import Testing
import Text

@testable import Store

/// Whether this machine has the interpreter that the foreign writer needs.
private let hasPython = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }

@Suite(.enabled(if: hasPython, "python3 is not on this machine: no foreign writer to test with"))
struct ForeignWriterTests {
    private let folder: ProgramFolder
    private let path: String
    /// Put together here, so that no file of the repository holds anything that looks like a key.
    private let secret = ["ghp", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"].joined(separator: "_")

    init() throws {
        folder = try ProgramFolder()
        path = folder.file("store.sqlite")
    }

    private func write(_ order: String, _ more: String...) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "foreign_writer.py").path
        let run = try folder.run("/usr/bin/env", ["python3", script, path, secret, order] + more)
        try #require(run.status == 0, "\(run.err)")
    }

    @Test
    func `what a foreign generator and auditor insert is listed, found, redacted and rated`() throws {
        let store = try Store.open(at: path)
        try write("usual")
        try Intake(store: store).settle()
        let turn = try #require(try store.turns(limit: 9).first)
        #expect(turn.title.hasPrefix("Make refunds idempotent"))
        #expect(turn.repository == "shop" && turn.branch == "main" && turn.agent == "acme-coder")
        #expect(turn.model == "acme-coder-2" && turn.path == "pay/e1.py" && turn.status == "applied")
        #expect(turn.generations == 1 && turn.edits == 1 && turn.added == 3 && turn.removed == 1)
        #expect(turn.inputTokens == 90 && turn.outputTokens == 2)
        #expect(turn.risk == 3)
        #expect(try store.generations(limit: 9).count == 1)
        #expect(try store.edits(limit: 9).map(\.path) == ["pay/e1.py"])
        #expect(try store.sessions(limit: 9).first?.endedAt == turn.endedAt)
        for word in ["idempotent", "zebrafinch", "wombatrefund"] {
            #expect(try store.turns(matching: Filter(word, now: 0), limit: 9).count == 1, "\(word)")
        }
        #expect(try store.pendingCounts().isEmpty)
        let detail = try #require(try store.turn(turn.id))
        #expect(detail.findings.map(\.auditor) == ["acme-audit"])
    }

    @Test
    func `no file of the store holds the secret of a foreign writer once its rows are worked off`() throws {
        let store = try Store.open(at: path)
        try write("usual")
        try Intake(store: store).settle()
        let texts = try store.read { try String.fetchAll($0, sql: "SELECT text FROM body") }
        #expect(!texts.contains { $0.contains(secret) })
        #expect(try store.turns(matching: Filter("A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8", now: 0), limit: 9).isEmpty)
        let wrong = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT sha256, text FROM body").filter {
                Array($0["sha256"] as Data) != SHA256.hash($0["text"] as String).bytes
            }.count
        }
        #expect(wrong == 0)
    }

    @Test
    func `rows arrive live beside a reader that has the store open`() throws {
        let reader = try Store.open(at: path, connections: 3)
        #expect(try reader.turns(limit: 9).isEmpty)
        try write("usual")
        #expect(try reader.hasPending())
        #expect(try reader.generations(limit: 9).count == 1)
        try Intake(store: reader).settle()
        #expect(try reader.turns(limit: 9).map(\.risk) == [3])
    }

    @Test
    func `an edit that is completed later and findings that are fixed or withdrawn change what lists show`() throws {
        let store = try Store.open(at: path)
        try write("usual")
        try Intake(store: store).settle()
        try write("late")
        try Intake(store: store).settle()
        let turn = try #require(try store.turns(limit: 9).first)
        #expect(turn.status == "changed" && turn.added == 1 && turn.removed == 0)
        #expect(turn.risk == nil)
        #expect(try store.turns(matching: Filter("quokkarefund", now: 0), limit: 9).count == 1)
        #expect(try store.pendingCounts().isEmpty)
    }

    @Test(arguments: [false, true])
    func `answers find their turns whatever comes first`(isSettledBetween: Bool) throws {
        let store = try Store.open(at: path)
        if isSettledBetween {
            try write("backwards", "--settle")
            try Intake(store: store).settle()
            #expect(try store.turns(limit: 9).map(\.asker) == ["agent"])
            try store.write { try $0.execute(sql: Self.rest) }
        } else {
            try write("backwards")
        }
        try Intake(store: store).settle()
        let turns = try store.turns(limit: 9)
        #expect(turns.map(\.asker) == ["person", "person"])
        #expect(turns.map(\.generations) == [1, 2])
        #expect(turns.map(\.edits) == [1, 0])
        #expect(turns.map(\.repository) == ["shop", "shop"])
        #expect(try store.pendingCounts().isEmpty)
    }

    /// What the writer leaves out when it stops in the middle.
    private static let rest = """
        INSERT INTO body (sha256, text) VALUES (randomblob(32), 'And now the tests'), (randomblob(32), 'Make refunds');
        INSERT INTO prompt (uid, session, words, at) SELECT 'p2', 1, id, 1793880010000 FROM body WHERE text LIKE 'And%';
        INSERT INTO prompt (uid, session, words, at) SELECT 'p1', 1, id, 1793880000000 FROM body WHERE text LIKE 'Make%';
        INSERT INTO path (text) VALUES ('pay/e2.py');
        INSERT INTO edit (uid, call, generation, path, kind, at)
            SELECT 'e2', 'e2', id, 1, 'create', 0 FROM generation WHERE maker_id = 'lone';
        INSERT INTO repository (identity, name) VALUES ('github.com/acme/shop', 'shop');
        UPDATE session SET repository = 1;
        """
}
