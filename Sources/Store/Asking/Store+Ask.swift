import GRDB

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Store {
    /// Past questions and answers that hold the words, the best first; a turn's prompt and answers are one hit.
    ///
    /// FTS5 ranks the texts by bm25, and of the turns of the best ones prompt and answers are ranked together. Of hits as
    /// good as each other the newer one and the one of the same repository come first.
    ///
    /// - Parameters:
    ///   - repository: the name of the one that the asker stands in.
    ///   - now: Unix milliseconds.
    package func ask(
        _ question: AskedQuestion, matching filter: Filter = .everything, repository: String? = nil, now: Int64,
        limit: Int
    ) throws -> [AskedHit] {
        guard !question.isEmpty, limit > 0 else { return [] }
        return try read { db in
            let search = AskedSearch(db: db, filter: filter)
            let counts = try question.terms.map { try search.count($0) }
            let ranking = AskedRanking(question, counts: counts, texts: try search.texts())
            var hits: [(turn: TurnRow, prompt: String, answer: String, score: Double)] = []
            for id in try search.turns(question, counts: counts, weights: ranking.weights) {
                guard
                    let row = try Row.fetchOne(
                        db.cachedStatement(sql: "\(TurnRow.select) WHERE t.id = ?"), arguments: [id])
                else { continue }
                let turn = TurnRow(row: row)
                let (prompt, answer) = try search.words(of: id)
                var score = ranking.score(prompt: prompt, answer: answer)
                guard score > 0 else { continue }
                if let repository, turn.repository == repository { score *= 1.05 }
                let (age, overflows) = now.subtractingReportingOverflow(turn.at)
                if !overflows { score *= 1 + 0.05 * exp(-max(Double(age), 0) / (180 * 86_400_000)) }
                hits.append((turn, prompt, answer, score))
            }
            hits.sort { ($0.score, $0.turn.at, $0.turn.id) > ($1.score, $1.turn.at, $1.turn.id) }
            return try hits.prefix(limit).map { hit in
                AskedHit(
                    turn: try Self.withReply(hit.turn, db),
                    asked: MarkedText(
                        hit.prompt.isEmpty ? hit.turn.title : hit.prompt, question, weights: ranking.weights, words: 24),
                    answer: MarkedText(hit.answer, question, weights: ranking.weights, words: 36),
                    files: try search.files(of: hit.turn.id), score: hit.score)
            }
        }
    }
}
