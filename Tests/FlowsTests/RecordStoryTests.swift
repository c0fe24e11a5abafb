import GRDB
import Testing

@testable import Flows
@testable import Store

/// A record's story: back to the prompt, and on to everything that it became.
struct RecordStoryTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        try store.write { db in try db.execute(sql: Self.rows) }
    }

    private func story(_ kind: NodeKind, _ uid: String) throws -> String {
        let node = try #require(try store.node(kind, named: uid))
        return try #require(try RecordStory(store: store, now: 7_300_000).markdown(of: node))
    }

    @Test func `From an alert by its line, edit and answer to the prompt and its session`() throws {
        let story = try story(.alert, "al1")
        let steps = story.split(separator: "\n").drop { $0 != "### How it came about" }.filter { $0.hasPrefix("- ") }
            .map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        #expect(
            steps.prefix(6) == [
                "- has part", "- resolved to", "- written by", "- prompted by", "- part of", "- part of",
            ])
        #expect(story.contains("> Make refunds idempotent"))
        #expect(story.contains("`edit:e1`"))
        #expect(story.contains("It was generated at 1970-01-01 00:00 by acme (m-1), in answer to:"))
    }

    @Test func `From a prompt to everything that it became`() throws {
        let story = try story(.prompt, "p1")
        for fact in [
            "- **1 generation**: m-1", "- **1 edit**: pay/refund.py",
            "- **1 finding**: sql-from-input: built from input (high)",
            "- **1 frame**", "- **1 alert**: down",
        ] { #expect(story.contains(fact), "\(fact) in \(story)") }
        #expect(story.contains("Asked at 1970-01-01 00:00 of acme (m-1), 2 hours ago:"))
    }

    @Test func `Every kind of record has a story, and none speaks to the terminal`() throws {
        for (kind, uid) in [
            (NodeKind.session, "s1"), (.turn, "p1"), (.prompt, "p1"), (.segment, "g1"), (.generation, "a1"),
            (.edit, "e1"),
            (.finding, "f1"), (.decision, "d1"), (.alert, "al1"), (.frame, "al1.0.0"), (.deployment, "dep1"),
            (.revision, "c0ffee"), (.repository, "github.com/acme/shop"),
        ] {
            let story = try story(kind, uid)
            #expect(story.hasPrefix("## "), "\(kind)")
            #expect(!story.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(kind)")
        }
    }

    private static let rows = """
        INSERT INTO repository VALUES (1, 'github.com/acme/shop', 'shop', NULL);
        INSERT INTO session (id, uid, agent, maker_id, repository, started_at, title)
            VALUES (1, 's1', 'acme', 'one', 1, 1, 'Refunds' || char(27));
        INSERT INTO body (id, sha256, text, redactions) VALUES (1, zeroblob(32), 'Make refunds idempotent' || char(7), 0);
        INSERT INTO path VALUES (1, 'pay/refund.py', 'python');
        INSERT INTO turn (id, uid, session, at, ended_at, title, agent, model)
            VALUES (1, 'p1', 1, 1, 9, 'Make refunds idempotent', 'acme', 'm-1');
        INSERT INTO prompt (id, uid, session, turn, words, at, first_segment, last_segment)
            VALUES (1, 'p1', 1, 1, 1, 1, 1, 1);
        INSERT INTO segment (id, uid, session, number, origin, body, at) VALUES (1, 'g1', 1, 1, 'user', 1, 1);
        INSERT INTO generation (id, uid, session, turn, prompt, model, started_at, ended_at, first_segment, last_segment)
            VALUES (1, 'a1', 1, 1, 1, 'm-1', 2, 3, 1, 1);
        INSERT INTO edit (id, uid, call, generation, path, kind, status, at)
            VALUES (1, 'e1', 'c1', 1, 1, 'create', 'applied', 3);
        INSERT INTO finding (uid, edit, rule, severity, message, at)
            VALUES ('f1', 1, 'sql-from-input', 'high', 'built from input', 5);
        INSERT INTO decision (uid, generation, verdict, at) VALUES ('d1', 1, 'review', 6);
        INSERT INTO alert (id, uid, title, revision, at) VALUES (1, 'al1', 'down' || char(27) || '[31m', 'c0ffee', 9);
        INSERT INTO frame (id, alert, exception, depth, file, line) VALUES (1, 1, 0, 0, 'pay/refund.py', 3);
        INSERT INTO resolution (frame, level, edit, commit_id, at) VALUES (1, 'exact', 1, 'c0ffee', 9);
        INSERT INTO deployment (uid, revision, at) VALUES ('dep1', 'c0ffee', 8);
        INSERT INTO revision (hash) VALUES ('c0ffee');
        """
}
