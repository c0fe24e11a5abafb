import Provenance

extension FilterCondition {
    /// Rows of answers that can be trusted so far; of a turn or session the least trusted of its answers counts.
    func trust(_ choices: [String]) -> FilterSQL {
        let levels = Trust.allCases.filter { choices.contains($0.word) }.map(\.rawValue)
        let answers: FilterSQL = "FROM generation_trust x WHERE x.level IN \(levels)"
        switch subject {
        case .generations: return "g.id IN (SELECT x.generation \(answers))"
        case .edits: return "e.generation IN (SELECT x.generation \(answers))"
        case .turns:
            return """
                (SELECT max(x.level) FROM generation n JOIN generation_trust x ON x.generation = n.id
                    WHERE n.turn = t.id) IN \(levels)
                """
        case .sessions:
            return """
                (SELECT max(x.level) FROM generation n JOIN generation_trust x ON x.generation = n.id
                    WHERE n.session = s.id) IN \(levels)
                """
        }
    }
}
