import Flows
import GRDB
import Testing

@testable import Store

/// Asking the store what was asked before.
struct AskTests {
    private static let now: Int64 = 1_795_351_380_000
    private static let day: Int64 = 86_400_000
    private let store: Store

    init() throws { store = try Store.inMemory() }

    /// Adds turns of one session, a minute apart, the first at `at`.
    private static func add(
        _ exchanges: [AskedConversations.Exchange], to store: Store, session: String = "s", repository: String = "shop",
        at: Int64 = now - day
    ) throws {
        try store.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO repository (identity, name) VALUES (?1, ?1)", arguments: [repository])
            try db.execute(
                sql: """
                    INSERT INTO session (uid, agent, maker_id, repository, started_at)
                    SELECT ?1, 'claude-code', ?1, id, ?3 FROM repository WHERE identity = ?2
                    """, arguments: [session, repository, at])
            for (index, exchange) in exchanges.enumerated() {
                let time = at + Int64(index) * 60_000
                for text in [exchange.prompt, exchange.answer] {
                    try db.execute(
                        sql:
                            "INSERT OR IGNORE INTO body (sha256, text) VALUES (CAST(substr(hex(?1) || ?2, 1, 32) AS BLOB), ?1)",
                        arguments: [text, String(repeating: "0", count: 32)])
                }
                let uid = "\(session)\(index)"
                try db.execute(
                    sql: """
                        INSERT INTO prompt (uid, session, words, at) SELECT ?1, s.id, b.id, ?3
                        FROM session s, body b WHERE s.uid = ?2 AND b.text = ?4 LIMIT 1
                        """, arguments: [uid, session, time, exchange.prompt])
                try db.execute(
                    sql: """
                        INSERT INTO generation (uid, session, prompt, started_at, ended_at, output)
                        SELECT ?1, s.id, p.id, ?3 + 1000, ?3 + 2000, b.id FROM session s, body b, prompt p
                        WHERE s.uid = ?2 AND b.text = ?4 AND p.uid = ?1 LIMIT 1
                        """, arguments: [uid, session, time, exchange.answer])
            }
        }
        try Intake(store: store).settle()
    }

    private func ask(_ words: String, _ filter: String = "", repository: String? = nil, limit: Int = 10) throws
        -> [String]
    {
        try store.ask(
            AskedQuestion(words), matching: Filter(filter, now: Self.now), repository: repository, now: Self.now,
            limit: limit
        ).map(\.turn.uid)
    }

    @Test func `of twenty questions in other words nearly all are answered by the first hit, all within five`() throws {
        let store = try DemoStore.inMemory(now: Self.now)
        try Self.add(AskedConversations.exchanges, to: store)
        var first = 0
        var misses: [String] = []
        for (question, answer) in AskedConversations.questions {
            let hits = try store.ask(AskedQuestion(question), now: Self.now, limit: 5).map(\.turn.uid)
            if hits.first == "s\(answer)" { first += 1 }
            if !hits.contains("s\(answer)") || hits.first != "s\(answer)" { misses.append("\(question): \(hits)") }
        }
        print("ask: \(first) of \(AskedConversations.questions.count) first; others \(misses)")
        #expect(first >= 18, "\(misses)")
        #expect(
            misses.allSatisfy { miss in
                AskedConversations.questions.contains {
                    miss.hasPrefix($0.question) && miss.contains("\"s\($0.answer)\"")
                }
            }, "\(misses)")
    }

    @Test func `words of the prompt and of its answer are one hit`() throws {
        try Self.add(
            [
                .init(prompt: "Why does checkout fail?", answer: "The idempotency key is missing."),
                .init(prompt: "checkout", answer: "Done."), .init(prompt: "What is a key?", answer: "A value."),
            ], to: store)
        #expect(try ask("checkout key").first == "s0")
    }

    @Test func `other forms of a word are found, and other words are not`() throws {
        try Self.add(
            [
                .init(prompt: "Retry the query", answer: "It retries three times."),
                .init(prompt: "Café menus", answer: "They are in menu.json."),
                .init(prompt: "a word of its own", answer: "nothing"),
            ], to: store)
        #expect(try ask("retries") == ["s0"])
        #expect(try ask("retrying queries") == ["s0"])
        #expect(try ask("cafe menu") == ["s1"])
        #expect(try ask("CAFÉS") == ["s1"])
        #expect(try ask("unheard") == [])
    }

    @Test func `common words count only where there are no others`() throws {
        try Self.add(
            [.init(prompt: "What is it?", answer: "This."), .init(prompt: "the lock", answer: "It waits.")], to: store)
        #expect(try ask("how do we do the lock") == ["s1"])
        #expect(try ask("what is it").first == "s0")
        #expect(AskedQuestion("?!…").isEmpty)
    }

    @Test func `of hits as good as each other the newer comes first, and the one of the own repository before it`()
        throws
    {
        let exchange = AskedConversations.Exchange(prompt: "purge the cache", answer: "make purge does it.")
        try Self.add([exchange], to: store, session: "old", repository: "shop", at: Self.now - 300 * Self.day)
        try Self.add([exchange], to: store, session: "new", repository: "blog", at: Self.now - Self.day)
        #expect(try ask("purging caches") == ["new0", "old0"])
        #expect(try ask("purging caches", repository: "shop") == ["old0", "new0"])
        #expect(try ask("purging caches", "repo:shop") == ["old0"])
        #expect(try ask("purging caches", "age:<2d") == ["new0"])
    }

    @Test func `the words that were found are marked in a part of the answer that holds them`() throws {
        let long = String(repeating: "something else entirely. ", count: 100)
        try Self.add(
            [.init(prompt: "cache?", answer: long + "Run make purge\nto empty the caches. " + long)], to: store)
        let hit = try #require(try store.ask(AskedQuestion("purge cache"), now: Self.now, limit: 1).first)
        #expect(hit.asked.marked("«", "»") == "«cache»?")
        #expect(hit.answer.marked("«", "»").contains("Run make «purge» to empty the «caches»."))
        #expect(hit.answer.text.hasPrefix("… ") && hit.answer.text.hasSuffix(" …") && hit.answer.text.count < 300)
    }

    @Test(arguments: [
        "\"", "a\" OR b*", "NEAR(a b)", "col:x - ^ * ( )", "\u{0}\u{1B}[2J", "退款", "👩‍👩‍👧", "' ; DROP TABLE turn",
    ])
    func `nothing that is typed is syntax`(words: String) throws {
        try Self.add([.init(prompt: "退款必须是幂等的", answer: "好")], to: store)
        let hits = try ask(words)
        #expect(hits == (words == "退款" ? ["s0"] : []))
    }

    @Test func `a question as long as a book is answered by its first words`() throws {
        try Self.add([.init(prompt: "purge", answer: "done")], to: store)
        #expect(try ask("purge " + String(repeating: "word ", count: 100_000)) == ["s0"])
    }
}
