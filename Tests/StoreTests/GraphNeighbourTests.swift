import GRDB
import Testing

@testable import Store

/// What is next to a record, by the tables and by links, named from both ends.
struct GraphNeighbourTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        try store.write { db in try db.execute(sql: Self.rows) }
    }

    private func names(_ node: NodeName, _ direction: GraphDirection) throws -> [String] {
        try store.edges(of: node, direction).map { "\($0.name) \($0.countText) \($0.kind)" }
    }

    @Test func `An answer was prompted, has seen its context, and wrote`() throws {
        #expect(
            try names(.row(.generation, 1), .causes) == ["part of 1 turn", "used 2 segment", "prompted by 1 prompt"])
        #expect(try names(.row(.generation, 1), .effects) == ["wrote 1 edit", "judged by 1 decision"])
        #expect(try names(.row(.segment, 1), .effects) == ["part of 1 prompt", "used by 2 generation"])
        #expect(try names(.row(.segment, 3), .effects) == ["used by 1 generation"])
    }

    @Test func `From an alert it goes back to the edit, and from the edit on to the alert`() throws {
        #expect(try names(.row(.alert, 1), .causes) == ["has part 1 frame", "fired at 1 revision", "caused by 1 edit"])
        #expect(try names(.row(.frame, 1), .causes) == ["resolved to 1 edit", "line brought by 1 revision"])
        #expect(
            try names(.row(.edit, 1), .effects)
                == ["has finding 1 finding", "blamed for 1 frame", "caused 1 alert"])
        let commit = NodeName.named(kind: "revision", uid: "c0ffee")
        #expect(try names(commit, .causes) == ["committed by 1 session"])
        #expect(
            try names(commit, .effects) == [
                "brought the line of 1 frame", "deployed as 1 deployment", "had alert 1 alert",
            ])
    }

    @Test func `What a link says is read from both ends, and what it names need not be here`() throws {
        let all = try store.edges(of: .row(.session, 1), .effects)
        let far = try #require(all.first { $0.kind == "checkpoint" })
        #expect(far.name == "saved in" && far.inverse == "holds")
        let page = try store.neighbours(of: .row(.session, 1), along: far, limit: 9)
        #expect(page.map(\.name) == [.named(kind: "checkpoint", uid: "k1")])
        #expect(try names(.named(kind: "checkpoint", uid: "k1"), .causes) == ["holds 1 session"])
    }

    @Test func `What an answer copied from is named from both ends, that of which it has most first`() throws {
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO copy (generation, number, segment, answer, edit, tokens) VALUES
                        (2, 1, 3, NULL, NULL, 40), (2, 2, NULL, 1, NULL, 30), (2, 3, 1, NULL, NULL, 20),
                        (2, 4, NULL, NULL, 1, 12);
                    """)
        }
        let causes = try store.edges(of: .row(.generation, 2), .causes).filter { $0.name == "copied from" }
        #expect(causes.map { "\($0.countText) \($0.kind)" } == ["2 segment", "1 generation", "1 edit"])
        #expect(causes.allSatisfy { $0.inverse == "copied into" })
        let segments = try store.neighbours(of: .row(.generation, 2), along: causes[0], limit: 1)
        #expect(segments.map(\.name) == [.row(.segment, 3)])
        let rest = try store.neighbours(of: .row(.generation, 2), along: causes[0], after: segments[0].key, limit: 9)
        #expect(rest.map(\.name) == [.row(.segment, 1)])
        for node in [NodeName.row(.segment, 3), .row(.generation, 1), .row(.edit, 1)] {
            let group = try #require(try store.edges(of: node, .effects).first { $0.name == "copied into" })
            #expect(group.inverse == "copied from")
            #expect(try store.neighbours(of: node, along: group, limit: 9).map(\.name) == [.row(.generation, 2)])
        }
        try store.write { db in try db.execute(sql: "DELETE FROM segment WHERE id = 3") }
        #expect(try names(.row(.generation, 2), .causes).contains("copied from 1 segment"))
    }

    @Test func `Pages follow each other without gap or overlap, and more than a hundred are not counted`() throws {
        try store.write { db in
            for number in 10..<270 {
                try db.execute(
                    sql: """
                        INSERT INTO generation (id, uid, session, turn, started_at, ended_at)
                        VALUES (\(number), 'many\(number)', 1, 1, 5, 5)
                        """)
            }
        }
        let group = try #require(try store.edges(of: .row(.turn, 1), .effects).first { $0.kind == "generation" })
        #expect(group.countText == "100+")
        var seen: [NodeName] = []
        var key: NeighbourKey?
        while true {
            let page = try store.neighbours(of: .row(.turn, 1), along: group, after: key, limit: 37)
            seen += page.map(\.name)
            guard let last = page.last, page.count == 37 else { break }
            key = last.key
        }
        #expect(seen.count == 262)
        #expect(Set(seen).count == 262)
    }

    @Test func `A session without a time is among those of its repository`() throws {
        let group = try #require(try store.edges(of: .row(.repository, 1), .effects).first)
        let first = try store.neighbours(of: .row(.repository, 1), along: group, limit: 1)
        let rest = try store.neighbours(of: .row(.repository, 1), along: group, after: first.last?.key, limit: 9)
        #expect(first.map(\.name) == [.row(.session, 1)])
        #expect(rest.map(\.name) == [.row(.session, 2)])
    }

    static let rows = """
        INSERT INTO repository VALUES (1, 'github.com/acme/shop', 'shop', NULL);
        INSERT INTO session (id, uid, agent, maker_id, repository, started_at) VALUES
            (1, 's1', 'acme', 'one', 1, 1), (2, 's2', 'acme', 'two', 1, NULL);
        INSERT INTO body (id, sha256, text, redactions) VALUES (1, zeroblob(32), 'words', 0);
        INSERT INTO path VALUES (1, 'a.py', 'python');
        INSERT INTO turn (id, uid, session, at, ended_at, title) VALUES (1, 'p1', 1, 1, 9, 'Make it so');
        INSERT INTO prompt (id, uid, session, turn, words, at, first_segment, last_segment)
            VALUES (1, 'p1', 1, 1, 1, 1, 1, 1);
        INSERT INTO segment (id, uid, session, number, origin, body, at) VALUES
            (1, 'g1', 1, 1, 'user', 1, 1), (2, 'g2', 1, 2, 'tool', 1, 2), (3, 'g3', 1, 3, 'tool', 1, 3);
        INSERT INTO generation (id, uid, session, turn, prompt, started_at, ended_at, first_segment, last_segment)
            VALUES (1, 'a1', 1, 1, 1, 2, 3, 1, 2), (2, 'a2', 1, 1, 1, 4, 5, 1, 3);
        INSERT INTO edit (id, uid, call, generation, path, kind, at) VALUES (1, 'e1', 'c1', 1, 1, 'create', 3);
        INSERT INTO finding (uid, edit, rule, severity, message, at) VALUES ('f1', 1, 'r', 'high', 'm', 5);
        INSERT INTO decision (uid, generation, verdict, at) VALUES ('d1', 1, 'review', 6);
        INSERT INTO alert (id, uid, title, revision, at) VALUES (1, 'al1', 'down', 'c0ffee', 9);
        INSERT INTO frame (id, alert, exception, depth, file, line) VALUES (1, 1, 0, 0, 'a.py', 3);
        INSERT INTO resolution (frame, level, edit, commit_id, at) VALUES (1, 'exact', 1, 'c0ffee', 9);
        INSERT INTO deployment (uid, revision, at) VALUES ('dep1', 'c0ffee', 8);
        INSERT INTO link (from_kind, from_uid, relation, to_kind, to_uid) VALUES
            ('session', 's1', 'committed', 'revision', 'c0ffee'), ('session', 's1', 'saved in', 'checkpoint', 'k1'),
            ('alert', 'al1', 'caused by', 'edit', 'e1');
        """
}
