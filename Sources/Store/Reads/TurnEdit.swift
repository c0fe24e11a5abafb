import GRDB

/// An edit under its turn in a list, with the gravest open finding in it.
package struct TurnEdit: Equatable, Sendable {
    package var edit: EditRow
    package var finding: FindingRow?

    package init(edit: EditRow, finding: FindingRow? = nil) {
        self.edit = edit
        self.finding = finding
    }
}

extension Store {
    /// The edits of some turns, each turn's in the order of time. A turn without edits, or that is gone, has none.
    package func edits(ofTurns turns: [Int64]) throws -> [Int64: [TurnEdit]] {
        try read { db in
            var edits: [Int64: [TurnEdit]] = [:]
            for turn in turns {
                let findings = try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            \(FindingRow.select) WHERE f.status = 'open' AND \(FindingRow.isOfTurn)
                            ORDER BY f.at, f.id
                            """),
                    arguments: [turn]
                ).map(FindingRow.init(row:))
                let gravest = Dictionary(grouping: findings) { $0.edit ?? "" }.mapValues { findings in
                    findings.max { Self.weight($0.severity) < Self.weight($1.severity) }
                }
                edits[turn] = try Row.fetchAll(
                    db.cachedStatement(sql: "\(EditRow.select) WHERE g.turn = ? ORDER BY e.at, e.id"),
                    arguments: [turn]
                ).map { row in
                    let edit = EditRow(row: row)
                    return TurnEdit(edit: edit, finding: gravest[edit.uid] ?? nil)
                }
            }
            return edits
        }
    }

    private static func weight(_ severity: String) -> Int {
        ["info", "low", "medium", "high", "critical"].firstIndex(of: severity) ?? 0
    }
}
