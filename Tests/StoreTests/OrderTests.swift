import GRDB
import Provenance
import Testing

@testable import Store

/// The same sightings end at the same rows, whichever history is read first.
struct OrderTests {
    private func dump(_ batches: [[Sighting]], isSettledBetween: Bool) throws -> StoreDump {
        let store = try Store.inMemory()
        for sightings in batches {
            var batch = Batch()
            batch.sightings = sightings
            try store.apply(batch)
            if isSettledBetween { try store.settle { _ in nil } }
        }
        try store.settle { _ in nil }
        var dump = try StoreDump(store)
        #expect(dump.tables["pending"] == [])
        // Bodies of turns that came and went leave no trace either way.
        dump.tables["pending"] = nil
        return dump
    }

    /// Every order of the batches, settled between them or only at the end.
    private func expectOneEnd(_ batches: [[Sighting]]) throws {
        let expected = try dump(batches, isSettledBetween: false)
        for order in Self.orders(batches) {
            for isSettledBetween in [false, true] {
                let other = try dump(order, isSettledBetween: isSettledBetween)
                #expect(other == expected, "\(other.difference(from: expected))")
            }
        }
    }

    private static func orders<Element>(_ elements: [Element]) -> [[Element]] {
        if elements.count < 2 { return [elements] }
        return elements.indices.flatMap { index in
            var rest = elements
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 }
        }
    }

    private func session(_ name: String, parent: String? = nil) -> Sighting {
        var session = Session(uid: UID(text: name), agent: "claude-code", makerID: name)
        session.parent = parent.map { UID(text: $0) }
        session.startedAt = 100
        return .session(session)
    }

    private func prompt(
        _ name: String, _ session: String, at: Int64, thread: String = "", asker: Prompt.Asker = .person
    ) -> Sighting {
        .prompt(
            Prompt(
                uid: UID(text: name), session: UID(text: session), asker: asker, thread: thread,
                words: Body("words of \(name)"), at: at))
    }

    private func answer(
        _ name: String, _ session: String, to prompt: String?, at: Int64, thread: String = ""
    ) -> Sighting {
        var generation = Generation(uid: UID(text: name), session: UID(text: session), thread: thread, startedAt: at)
        generation.prompt = prompt.map { UID(text: $0) }
        generation.output = Body("answer \(name)")
        generation.tokens.output = 5
        return .generation(generation)
    }

    @Test
    func `sub-agents find their turn whether they are read before or after it`() throws {
        let first = [
            session("s"), prompt("p1", "s", at: 100), answer("g1", "s", to: "p1", at: 110),
            prompt("p2", "s", at: 200), answer("g2", "s", to: "p2", at: 210),
        ]
        let sub = [
            session("s"), prompt("task", "s", at: 120, thread: "a", asker: .agent),
            answer("ga1", "s", to: "task", at: 130, thread: "a"), answer("ga2", "s", to: "task", at: 220, thread: "a"),
        ]
        let early = [
            session("s"), prompt("early", "s", at: 50, thread: "b", asker: .agent),
            answer("gb", "s", to: "early", at: 60, thread: "b"),
        ]
        let late = [session("s"), prompt("p3", "s", at: 215), answer("g3", "s", to: "p3", at: 230)]
        try expectOneEnd([first, sub, early, late])
    }

    @Test
    func `sub-agents alone make one turn, named after their session`() throws {
        try expectOneEnd(
            (0..<3).map { index in
                [
                    session("s"),
                    prompt("task\(index)", "s", at: Int64(300 - index), thread: "\(index)", asker: .agent),
                    answer("g\(index)", "s", to: "task\(index)", at: Int64(301 - index), thread: "\(index)"),
                ]
            })
    }

    @Test
    func `what a fork copied belongs to the session it was copied from`() throws {
        func copied(_ name: String) -> [Sighting] {
            [prompt("p1", name, at: 100), answer("g1", name, to: "p1", at: 110), answer("gx", name, to: nil, at: 111)]
        }
        let original =
            [session("a")] + copied("a") + [prompt("p2", "a", at: 300), answer("g2", "a", to: "p2", at: 310)]
        let fork =
            [session("b", parent: "a")] + copied("b")
            + [prompt("p3", "b", at: 400), answer("g3", "b", to: "p3", at: 410)]
        let sibling =
            [session("c", parent: "a")] + copied("c")
            + [prompt("p4", "c", at: 500), answer("g4", "c", to: "p4", at: 510)]
        try expectOneEnd([original, fork, sibling])
        let store = try dump([fork, sibling, original], isSettledBetween: true)
        #expect(store.tables["turn"]?.count { $0.hasPrefix("'p1' 'a' ") } == 1)
    }

    @Test
    func `the words of a prompt that were known as context are searchable`() throws {
        let store = try Store.inMemory()
        var batch = Batch()
        var text = Body("the very same words")
        text.redactions = 0
        batch.sightings = [
            session("s"),
            .segment(
                Segment(
                    uid: UID(text: "x"), session: UID(text: "s"), thread: "", number: 1, origin: .tool, text: text,
                    at: 1)),
        ]
        try store.apply(batch)
        try store.settle { _ in nil }
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO body (sha256, text) VALUES (zeroblob(32), 'the very same words');
                    INSERT INTO prompt (uid, session, words, at) VALUES ('p', 1, last_insert_rowid(), 5);
                    """)
        }
        try store.settle { _ in nil }
        #expect(try store.turns(matching: Filter("very same", now: 0), limit: 9).count == 1)
    }
}
