import GRDB

/// The queries behind a question: which texts hold its words, and whose texts they are.
struct AskedSearch {
    let db: Database
    private let condition: (sql: String, arguments: [DatabaseValue])

    /// A word of more texts than this tells so little that its texts alone are not gone through.
    static let many = 20_000
    /// Of the texts that FTS5 ranks highest.
    private static let ranked = 600
    /// Of the newest texts with all the words.
    private static let newest = 200
    /// One text may have been said often: "continue".
    private static let sayings = 20
    /// The turns whose words are read.
    private static let read = 150

    init(db: Database, filter: Filter) {
        self.db = db
        let condition = filter.condition(for: .turns, isFrequent: nil)
        self.condition = (condition.sql, condition.arguments.map(\.databaseValue))
    }

    /// About how many texts can be searched.
    func texts() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(id) FROM search_docsize") ?? 0
    }

    /// The texts that hold a term, up to `many` and one.
    func count(_ term: AskedQuestion.Term) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
            arguments: [term.match, Self.many + 1]) ?? 0
    }

    /// The turns that may answer best, those of the best texts first.
    func turns(_ question: AskedQuestion, counts: [Int], weights: [Double]) throws -> [Int64] {
        let known = zip(question.terms, counts).filter { $0.1 > 0 }
        let rare = known.filter { $0.1 <= Self.many }.map(\.0.match)
        let all = known.map(\.0.match)
        guard !all.isEmpty else { return [] }
        var scores: [Int64: Double] = [:]
        if !rare.isEmpty {
            for (text, rank) in try texts(rare.joined(separator: " OR "), order: "rank", limit: Self.ranked) {
                for turn in try turns(of: text) { scores[turn, default: 0] += rank }
            }
        }
        // Words that are everywhere tell something where they stand together.
        if rare.count < all.count {
            let some = weights.reduce(0, +) / 2
            let together = all.joined(separator: " AND ")
            for (text, _) in try texts(together, order: "rowid DESC", limit: Self.newest) {
                for turn in try turns(of: text) { scores[turn, default: 0] += some }
            }
        }
        if scores.isEmpty, let rarest = known.min(by: { $0.1 < $1.1 }) {
            for (text, _) in try texts(rarest.0.match, order: "rowid DESC", limit: Self.newest) {
                for turn in try turns(of: text) { scores[turn, default: 0] += 1 }
            }
        }
        let best = scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        return best.prefix(Self.read).map(\.key)
    }

    /// Texts of people and answers that match, in an order of FTS5's own, with their bm25 (more is better).
    private func texts(_ match: String, order: String, limit: Int) throws -> [(Int64, Double)] {
        let rank = order == "rank" ? "-rank" : "0"
        let sql = """
            SELECT rowid, \(rank) FROM search WHERE search MATCH ? AND (
                EXISTS (SELECT 1 FROM prompt p JOIN turn t ON t.id = p.turn
                    WHERE p.words = search.rowid AND p.asker = 'person' AND (\(condition.sql)))
                OR EXISTS (SELECT 1 FROM generation g JOIN turn t ON t.id = g.turn
                    WHERE g.output = search.rowid AND (\(condition.sql))))
            ORDER BY \(order) LIMIT ?
            """
        let arguments = [match.databaseValue] + condition.arguments + condition.arguments + [limit.databaseValue]
        return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).map { ($0[0], $0[1]) }
    }

    /// The newest turns in which a text was said.
    private func turns(of text: Int64) throws -> Set<Int64> {
        var turns: Set<Int64> = []
        for source in [
            "prompt s ON s.turn = t.id WHERE s.words = ? AND s.asker = 'person'",
            "generation s ON s.turn = t.id WHERE s.output = ?",
        ] {
            let statement = try db.cachedStatement(
                sql: "SELECT t.id FROM turn t JOIN \(source) AND (\(condition.sql)) ORDER BY s.id DESC LIMIT ?")
            let arguments = [text.databaseValue] + condition.arguments + [Self.sayings.databaseValue]
            turns.formUnion(try Int64.fetchAll(statement, arguments: StatementArguments(arguments)))
        }
        return turns
    }

    /// The prompt of a turn and its answers one after another, as far as anybody ranks them.
    func words(of turn: Int64) throws -> (prompt: String, answer: String) {
        let prompt = try String.fetchOne(
            db.cachedStatement(sql: "SELECT substr(text, 1, 20000) FROM body WHERE id = (\(TurnDetail.words))"),
            arguments: [turn])
        let answers = try String.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT substr(b.text, 1, 20000) FROM generation g JOIN body b ON b.id = g.output
                    WHERE g.turn = ? ORDER BY g.thread <> '', g.started_at, g.id LIMIT 200
                    """), arguments: [turn])
        var answer = ""
        while answer.utf8.count < 100_000, let words = try answers.next() {
            answer += answer.isEmpty ? words : "\n" + words
        }
        return (prompt ?? "", answer)
    }

    func files(of turn: Int64) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.text FROM generation g JOIN edit e ON e.generation = g.id JOIN path p ON p.id = e.path
                    WHERE g.turn = ? GROUP BY p.id ORDER BY min(e.at), p.id LIMIT 20
                    """), arguments: [turn])
    }
}
