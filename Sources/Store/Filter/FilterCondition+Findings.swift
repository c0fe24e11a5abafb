// What auditors said of the row.
extension FilterCondition {
    static let severities = ["info", "low", "medium", "high", "critical"]

    /// The highest severity among open findings.
    func risk(_ levels: [Int]) -> FilterSQL {
        guard let lowest = levels.first else { return "0" }
        // A finding below the lowest level that is asked for decides nothing; one above the highest does.
        let severities = Array(Self.severities[lowest...])
        return switch subject {
        case .turns: "t.risk IN \(levels)"
        case .sessions:
            """
            s.id IN (SELECT u.session FROM turn u WHERE u.risk IN \(Array(lowest...4))
                GROUP BY u.session HAVING max(u.risk) IN \(levels))
            """
        case .generations, .edits:
            by(
                "SELECT 1 FROM finding f WHERE f.severity IN \(severities)",
                few: """
                    \(row) IN (SELECT \(judged) AS judged FROM finding f LEFT JOIN edit d ON d.id = f.edit
                        WHERE f.status = 'open' AND f.severity IN \(severities) AND \(judged) IS NOT NULL
                        GROUP BY judged HAVING max(\(level)) IN \(levels))
                    """,
                many: "(SELECT max(\(level)) FROM (\(findings)) f WHERE f.status = 'open') IN \(levels)")
        }
    }

    private var level: FilterSQL {
        """
        CASE f.severity WHEN 'critical' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END
        """
    }

    /// The findings of one row, where it is a generation or an edit.
    private var findings: FilterSQL {
        if subject == .edits { return "SELECT * FROM finding WHERE edit = e.id" }
        return """
            SELECT * FROM finding WHERE generation = g.id
            UNION ALL SELECT o.* FROM edit d CROSS JOIN finding o ON o.edit = d.id
                WHERE d.generation = g.id AND o.generation IS NULL
            """
    }

    /// Rows with a finding `f` for which a condition holds.
    func finding(_ condition: FilterSQL) -> FilterSQL {
        switch subject {
        case .edits, .generations:
            """
            \(row) IN (SELECT \(judged) FROM finding f LEFT JOIN edit d ON d.id = f.edit
                WHERE \(condition) AND \(judged) IS NOT NULL)
            """
        case .turns, .sessions:
            """
            \(row) IN (SELECT \(owner) FROM finding f LEFT JOIN edit d ON d.id = f.edit
                JOIN generation n ON n.id = coalesce(f.generation, d.generation)
                WHERE \(condition) AND \(owner) IS NOT NULL)
            """
        }
    }

    private var judged: FilterSQL {
        subject == .edits ? "f.edit" : "coalesce(f.generation, d.generation)"
    }

    /// The rule knows its weakness where the finding does not say it.
    func cwe(_ values: [FilterPredicate]) -> FilterSQL {
        values.texts { match in
            var match = match
            if case .equal(let number) = match, Int64(number) != nil { match = .equal("CWE-" + number) }
            return match.on("coalesce(f.cwe, (SELECT r.cwe FROM rule r WHERE r.id = f.rule))")
        }
    }
}
