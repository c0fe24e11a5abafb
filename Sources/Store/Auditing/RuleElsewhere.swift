import GRDB

/// Where else the rule of a finding was broken: by the same prompt, and by the same model.
package struct RuleElsewhere: Equatable, Sendable {
    package struct Place: Equatable, Sendable {
        package var finding: String
        package var path: String?
        package var line: Int?
        package var status: String
        package var at: Int64

        package init(finding: String, path: String?, line: Int?, status: String, at: Int64) {
            self.finding = finding
            self.path = path
            self.line = line
            self.status = status
            self.at = at
        }
    }

    package struct Group: Equatable, Sendable {
        package var count = 0
        /// The newest of them.
        package var places: [Place] = []
        /// Whether there are more findings than were looked at.
        package var isCut = false

        package init(count: Int = 0, places: [Place] = [], isCut: Bool = false) {
            self.count = count
            self.places = places
            self.isCut = isCut
        }
    }

    /// `nil` where the finding is of no prompt.
    package var ofPrompt: Group?
    /// `nil` where the model is not recorded.
    package var ofModel: Group?

    package init(ofPrompt: Group? = nil, ofModel: Group? = nil) {
        self.ofPrompt = ofPrompt
        self.ofModel = ofModel
    }

    /// How many are counted of each group, and how many of them are named.
    static let most = 500
    static let named = 5
    /// Of each severity only the newest are looked at, so that a large store answers as soon as a small one.
    package static let reach = 2000
}

extension Store {
    /// The other findings of this rule, the newest first, without those that somebody called none.
    package func elsewhere(rule: String, finding: Int64, turn: Int64?, model: String?) throws -> RuleElsewhere {
        try read { db in
            var elsewhere = RuleElsewhere()
            if let turn {
                elsewhere.ofPrompt = try Self.group(db, RuleElsewhere.ofTurn, [turn, rule, finding])
            }
            if let model {
                var group = try Self.group(db, RuleElsewhere.ofModel, [model, rule, finding])
                for severity in SortColumn.severities where !group.isCut {
                    group.isCut =
                        try Int.fetchOne(
                            db.cachedStatement(
                                sql: "SELECT 1 FROM finding WHERE severity = ? LIMIT 1 OFFSET \(RuleElsewhere.reach)"),
                            arguments: [severity]) != nil
                }
                elsewhere.ofModel = group
            }
            return elsewhere
        }
    }

    private static func group(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws
        -> RuleElsewhere.Group
    {
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
        return RuleElsewhere.Group(
            count: min(rows.count, RuleElsewhere.most),
            places: rows.prefix(RuleElsewhere.named).map { row in
                RuleElsewhere.Place(
                    finding: row["uid"], path: row["path_text"], line: row["first_line"], status: row["status"],
                    at: row["at"])
            }, isCut: rows.count > RuleElsewhere.most)
    }
}

extension RuleElsewhere {
    private static let columns = """
        SELECT f.uid, f.status, f.at, f.first_line, p.text AS path_text
        FROM finding f LEFT JOIN edit e ON e.id = f.edit LEFT JOIN path p ON p.id = coalesce(f.path, e.path)
        """
    private static let end = "f.id <> ?3 AND f.status <> 'false' ORDER BY f.at DESC, f.id DESC LIMIT \(most + 1)"

    /// `?1` is the turn, `?2` the rule.
    static let ofTurn = "\(columns) WHERE \(FindingRow.isOfTurn) AND f.rule = ?2 AND \(end)"

    /// `?1` is the model, `?2` the rule. By the index on severity and time: there is none on rules.
    static let ofModel: String = {
        let newest = SortColumn.severities.map { severity in
            """
            SELECT id, rule FROM (
                SELECT id, rule FROM finding WHERE severity = '\(severity)' ORDER BY at DESC LIMIT \(reach))
            """
        }.joined(separator: " UNION ALL ")
        return """
            \(columns) LEFT JOIN generation g ON g.id = coalesce(f.generation, e.generation)
            WHERE f.id IN (SELECT id FROM (\(newest)) WHERE rule = ?2) AND g.model = ?1 AND \(end)
            """
    }()
}
