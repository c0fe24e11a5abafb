import GRDB
import Testing

@testable import Store

/// Which texts have some words, asked of one after another.
@Suite struct WordHitsTests {
    /// Ids as other programs may choose them; one text in three has no such word.
    private static let ids: [Int64] =
        [1, 2, 3, 63, 64, 65, 16_383, 16_384, 16_385, 70_000, 70_001, 70_002, 1 << 40, -1, -16_384, .max, .min]

    private func queue(_ ids: [Int64] = ids) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(configuration: Store.configuration(mode: .create))
        try queue.write { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE search USING fts5 (text)")
            for (place, id) in ids.enumerated() {
                let text = ["the cat", "then", "a dog"][place % 3]
                try db.execute(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)", arguments: [id, text])
            }
        }
        return queue
    }

    @Test(arguments: [
        #""the""#, #""the"*"#, #""t"*"#, #""THE"*"#, #"("cat" OR "dog")"#, #""the" AND "ca"*"#, #""none""#,
    ])
    func `a text stands in what is found exactly if the search finds it`(match: String) throws {
        try queue().read { db in
            let found = try Int64.fetchSet(
                db, sql: "SELECT rowid FROM search WHERE search MATCH ?", arguments: [match])
            let asked = Self.ids + [4, 5, 16_386, 1 << 20, -2]
            for ids in [asked, asked.reversed()] {
                let list = ids.map { "(\($0))" }.joined(separator: ", ")
                let held = try Int64.fetchSet(
                    db,
                    sql: """
                        WITH body(id) AS (VALUES \(list)) SELECT id FROM body WHERE stands_in(?, id)
                        """, arguments: [match])
                #expect(held == found)
            }
        }
    }

    @Test func `texts that lie far apart are found all the same`() throws {
        let ids = (0..<5000).map { Int64($0) << 20 }
        try queue(ids).read { db in
            for match in ["\"the\"", "\"the\"*"] {
                let count = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM search WHERE stands_in(?, rowid)", arguments: [match])
                #expect(count == (match.hasSuffix("*") ? 3334 : 1667))
            }
        }
    }

    @Test func `what is no search is an error, and what is no text stands nowhere`() throws {
        try queue().read { db in
            #expect(throws: DatabaseError.self) { try Int.fetchOne(db, sql: "SELECT stands_in('\"', 1)") }
            let ofNone = try Int.fetchOne(db, sql: "SELECT stands_in('\"the\"', NULL)")
            #expect(ofNone == 0)
        }
    }
}
