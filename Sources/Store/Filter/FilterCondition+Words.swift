// Words of prompts, answers and edited code.
extension FilterCondition {
    func search(_ search: FilterSearch) -> FilterSQL {
        // Where a word is frequent as it stands, most rows that have a word which begins like it have the word itself: the
        // costly question is asked of the others alone.
        if let whole = search.whole, isFrequent?(hits(of: [whole])) == true {
            return "(\(asked(search, [whole])) OR \(asked(search, search.parts)))"
        }
        return by(
            hits(of: search.parts), few: "\(row) IN (\(rows(of: search)))", many: asked(search, search.parts))
    }

    /// The texts that have all parts, those of a beginning perhaps more than once.
    private func hits(of parts: [String]) -> FilterSQL {
        guard let first = parts.first else { return "SELECT NULL WHERE 0" }
        let rest = parts.dropFirst().map { part -> FilterSQL in
            " AND \(literal: WordHits.function)(\(part), search.rowid)"
        }
        guard let beginning = WordBeginning(match: first) else {
            return rest.reduce("SELECT rowid FROM search WHERE search MATCH \(first)") { "\($0)\($1)" }
        }
        return rest.reduce(
            """
            SELECT search.rowid FROM temp.search_word w CROSS JOIN search WHERE w.term >= \(beginning.letters)
                AND w.term < \(beginning.end) AND search MATCH '"' || w.term || '"'
            """
        ) { "\($0)\($1)" }
    }

    /// From the row down; a probe of the index for each text costs 40 µs, and frequent hits may all be long ago.
    private func asked(_ search: FilterSearch, _ parts: [String]) -> FilterSQL {
        let all = FilterSQL.joined(
            parts.map { "\(literal: WordHits.function)(\($0), body)" }, by: "AND", identity: "1")
        return "EXISTS (SELECT 1 FROM (\(texts(of: search))) WHERE \(all))"
    }

    /// From the texts up: `CROSS JOIN` keeps SQLite from starting at the other end.
    private func rows(of search: FilterSearch) -> FilterSQL {
        let generation: FilterSQL = "CROSS JOIN generation n ON n.turn = p.turn"
        let edit: FilterSQL = "CROSS JOIN edit d ON d.generation = n.id"
        let prompts: FilterSQL =
            switch subject {
            case .turns: "SELECT p.turn FROM hit CROSS JOIN prompt p ON p.words = hit.id WHERE p.turn IS NOT NULL"
            case .sessions: "SELECT p.session FROM hit CROSS JOIN prompt p ON p.words = hit.id"
            case .generations: "SELECT n.id FROM hit CROSS JOIN prompt p ON p.words = hit.id \(generation)"
            case .edits: "SELECT d.id FROM hit CROSS JOIN prompt p ON p.words = hit.id \(generation) \(edit)"
            }
        let table: FilterSQL = "WITH hit(id) AS MATERIALIZED (\(hits(of: search.parts)))"
        if search.isOfPromptsAlone { return "\(table) \(prompts)" }
        let ofEdits: FilterSQL = subject == .edits ? edit : ""
        return """
            \(table) \(prompts)
            UNION ALL SELECT \(owner) FROM hit CROSS JOIN generation n ON n.output = hit.id \(ofEdits)
                WHERE \(owner) IS NOT NULL
            UNION ALL SELECT \(owner) FROM hit CROSS JOIN edit d ON d.after = hit.id
                CROSS JOIN generation n ON n.id = d.generation WHERE \(owner) IS NOT NULL
            """
    }

    /// From the row down: the texts of one row.
    private func texts(of search: FilterSearch) -> FilterSQL {
        let prompts: FilterSQL =
            switch subject {
            case .turns: "SELECT p.words AS body FROM prompt p WHERE p.turn = t.id"
            case .sessions: "SELECT p.words AS body FROM prompt p WHERE p.session = s.id"
            case .generations: "SELECT p.words AS body FROM prompt p WHERE p.turn = g.turn"
            case .edits:
                """
                SELECT p.words AS body FROM generation n JOIN prompt p ON p.turn = n.turn WHERE n.id = e.generation
                """
            }
        if search.isOfPromptsAlone { return prompts }
        let others: FilterSQL =
            switch subject {
            case .turns:
                """
                SELECT n.output FROM generation n WHERE n.turn = t.id
                UNION ALL SELECT d.after FROM generation n JOIN edit d ON d.generation = n.id WHERE n.turn = t.id
                """
            case .sessions:
                """
                SELECT n.output FROM generation n WHERE n.session = s.id
                UNION ALL SELECT d.after FROM generation n JOIN edit d ON d.generation = n.id WHERE n.session = s.id
                """
            case .generations: "SELECT g.output UNION ALL SELECT d.after FROM edit d WHERE d.generation = g.id"
            case .edits: "SELECT n.output FROM generation n WHERE n.id = e.generation UNION ALL SELECT e.after"
            }
        return "\(prompts) UNION ALL \(others)"
    }
}
