/// How one list is ordered by one column.
enum SortColumn {
    /// By time alone.
    case time
    /// Value by value along an index that has the time behind the value: a page costs the same wherever it is.
    case walk(column: String, values: Values)
    /// By what has to be looked at in every row.
    case scan(String)

    /// Which values there are to walk, in ascending order.
    enum Values {
        case known([SortValue])
        /// Those of an indexed column of this table, found by going from one to the next.
        case distinct(table: String, column: String)
    }

    /// `nil` where the list has no such column.
    static func of(_ column: RowOrder.Column, in table: ListTable) -> SortColumn? {
        if column == .time { return .time }
        return switch table {
        case .turns: turns[column]
        case .generations: generations[column]
        case .edits: edits[column]
        case .sessions: sessions[column]
        case .findings: findings[column]
        case .alerts: alerts[column]
        }
    }

    private static let levels = Values.known((0...4).map { .integer($0) })
    static let severities = ["info", "low", "medium", "high", "critical"]
    /// Gravest last, as the levels are: their words would be in another order.
    private static let bySeverity = Values.known(severities.map { .text($0) })

    private static let turns: [RowOrder.Column: SortColumn] = [
        .risk: .walk(column: "t.risk", values: levels),
        .model: .walk(column: "t.model", values: .distinct(table: "turn", column: "model")),
        .agent: .scan("t.agent"),
        .file: .scan("(SELECT o.text FROM path o WHERE o.id = t.path)"),
        .lines: .scan("nullif(t.added + t.removed, 0)"),
        .tokens: .scan("t.output_tokens"),
        .status: .scan("t.status"),
        .title: .scan("nullif(t.title, '')"),
    ]

    private static let generations: [RowOrder.Column: SortColumn] = [
        .model: .walk(column: "g.model", values: .distinct(table: "generation", column: "model")),
        .tokens: .scan("g.output_tokens"),
        .duration: .scan("nullif(max(g.ended_at - g.started_at, 0), 0)"),
    ]

    private static let edits: [RowOrder.Column: SortColumn] = [
        .file: .scan("(SELECT o.text FROM path o WHERE o.id = e.path)"),
        .lines: .scan("nullif(coalesce(e.added, 0) + coalesce(e.removed, 0), 0)"),
        .status: .scan("e.status"),
    ]

    private static let sessions: [RowOrder.Column: SortColumn] = [
        .agent: .scan("s.agent"),
        .title: .scan("s.title"),
    ]

    private static let findings: [RowOrder.Column: SortColumn] = [
        .severity: .walk(column: "f.severity", values: bySeverity),
        .rule: .scan("f.rule"),
        .model: .scan(
            """
            (SELECT n.model FROM generation n
                WHERE n.id = coalesce(f.generation, (SELECT d.generation FROM edit d WHERE d.id = f.edit)))
            """),
        .file: .scan(
            """
            (SELECT o.text FROM path o
                WHERE o.id = coalesce(f.path, (SELECT d.path FROM edit d WHERE d.id = f.edit)))
            """),
        .status: .scan("f.status"),
    ]

    private static let alerts: [RowOrder.Column: SortColumn] = [
        .severity: .walk(column: "a.severity", values: bySeverity),
        .title: .scan("a.title"),
    ]
}

extension ListTable {
    /// What a list of these can be ordered by.
    package var columns: [RowOrder.Column] { RowOrder.Column.allCases.filter { SortColumn.of($0, in: self) != nil } }
}
