import Foundation
import GRDB
import Provenance
import TestSupport
import Testing

@testable import Store

/// Files of older schemas are brought up to date, and hold what they held.
struct MigrationTests {
    @Test
    func `a store of version 1 becomes one of today with all its rows`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 1)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one')")
        }
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        #expect(try store.sessions(limit: 9).map(\.uid) == ["s"])
        let (version, schema) = try store.read { db in
            (try Int.fetchOne(db, sql: "PRAGMA user_version"), try Self.schema(db))
        }
        #expect(version == Schema.version)
        #expect(try Store.inMemory().read(Self.schema) == schema)
    }

    @Test
    func `findings, decisions and what was forgotten survive the making of their tables anew`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 4)
        try queue.write { db in
            try db.execute(sql: Schema.guards)
            try db.execute(
                sql: """
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one');
                    INSERT INTO generation (uid, session, started_at, ended_at) VALUES ('g', 1, 5, 5);
                    INSERT INTO body (sha256, text, redactions) VALUES (zeroblob(32), 'eval(x)', 0);
                    INSERT INTO path (text) VALUES ('a.py');
                    INSERT INTO edit (uid, call, generation, path, kind, at, after) VALUES ('e', 'c', 1, 1, 'create', 6, 1);
                    INSERT INTO finding (id, uid, edit, last_line, rule, severity, message, auditor, status, at)
                        VALUES (7, 'f', 1, 3, 'r', 'high', 'Bad.', 'semgrep', 'accepted', 7);
                    INSERT INTO decision (id, uid, edit, verdict, at) VALUES (4, 'd', 1, 'block', 8);
                    INSERT INTO forgotten VALUES ('finding', 'lost', 9);
                    """)
        }
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        try store.write { db in
            func line(_ sql: String) throws -> String? { try String.fetchOne(db, sql: sql) }
            #expect(
                try line("SELECT id || uid || edit || last_line || status || at FROM finding") == "7f13accepted7")
            #expect(try line("SELECT finding || auditor || rule || message FROM finding_witness") == "7semgreprBad.")
            #expect(try line("SELECT id || uid || edit || verdict FROM decision") == "4d1block")
            #expect(try line("SELECT edit FROM pending_audit") == "1")
            try db.execute(
                sql: """
                    INSERT INTO finding (uid, edit, rule, severity, message, at) VALUES ('lost', 1, 'r', 'low', '', 1);
                    DELETE FROM pending;
                    """)
            #expect(try line("SELECT group_concat(uid) FROM finding") == "f")
            try db.execute(sql: "UPDATE finding SET status = 'gone'; DELETE FROM edit")
            #expect(try line("SELECT count(*) FROM finding") == "0")
            #expect(try line("SELECT count(*) FROM finding_witness") == "0")
        }
    }

    @Test
    func `token runs of version 6 are there as they were, and can have alternatives from now on`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 6)
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one');
                    INSERT INTO generation (uid, session, started_at, ended_at) VALUES ('g', 1, 5, 5);
                    INSERT INTO token_run (generation, count, lengths, logprobs) VALUES (1, 2, x'0202', x'0000A0BE000020BF');
                    """)
        }
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        #expect(try store.tokenRun(of: 1)?.tokens.map(\.logprob) == [-0.3125, -0.625])
        #expect(try store.tokenRun(of: 1)?.tokens.flatMap(\.alternatives).isEmpty == true)
        try store.write { db in
            #expect(throws: DatabaseError.self) {
                try db.execute(
                    sql: "INSERT INTO engine_run (generation, engine, fidelity, observed_tokens, ended) "
                        + "VALUES (1, 'acme', 'guessed', 2, 'complete')")
            }
            try db.execute(
                sql: """
                    INSERT INTO engine_run (generation, engine, fidelity, observed_tokens, ended)
                        VALUES (1, 'acme', 'pieces', 2, 'truncated');
                    INSERT INTO trial (generation, at, command, ended_at, exit_code) VALUES (1, 1, 'make', 2, 0);
                    """)
        }
        #expect(try store.engineRun(of: 1)?.ended == .truncated)
        #expect(try store.trials(of: 1).map(\.command) == ["make"])
        try store.write { try $0.execute(sql: "DELETE FROM generation") }
        #expect(try store.engineRun(of: 1) == nil)
    }

    @Test
    func `answers of version 8 that hold copies are looked through again, for the graph to know from where`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Store(location: path, database: queue).migrate(to: 8)
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO session (uid, agent, maker_id) VALUES ('s', 'acme', 'one');
                    INSERT INTO generation (uid, session, started_at, ended_at) VALUES ('g', 1, 5, 5), ('h', 1, 6, 6);
                    INSERT INTO origin (generation, tokens, copied, runs) VALUES
                        (1, 20, 0, x'01'), (2, 20, 12, x'01'), (2, 30, 14, x'01');
                    DELETE FROM pending_origin;
                    """)
        }
        try queue.close()
        let store = try Store.open(at: path, mode: .write)
        let waiting = try store.read { db in try Int64.fetchAll(db, sql: "SELECT generation FROM pending_origin") }
        #expect(waiting == [2])
        try store.write { db in
            for ends in ["NULL, NULL, NULL", "NULL, 1, 1"] {
                #expect(throws: DatabaseError.self) {
                    try db.execute(
                        sql: """
                            INSERT INTO copy (generation, number, segment, answer, edit, tokens)
                            VALUES (2, 1, \(ends), 9)
                            """)
                }
            }
        }
    }

    private static func schema(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
    }
}
