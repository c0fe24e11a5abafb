// The value by which each kind of row stands where it does: the same as `SortColumn` says to SQLite.
extension RowOrder {
    package func key(of row: TurnRow) -> PageKey {
        let value: SortValue? =
            switch column {
            case .risk: row.risk.map { .integer(Int64($0)) }
            case .model: row.model.map { .text($0) }
            case .agent: .text(row.agent)
            case .file: row.path.map { .text($0) }
            case .lines: Self.some(Int64(row.added) + Int64(row.removed))
            case .tokens: row.outputTokens.map { .integer($0) }
            case .status: .text(row.status)
            case .title: row.title.isEmpty ? nil : .text(row.title)
            case .time, .severity, .rule, .duration: nil
            }
        return PageKey(value: value, at: row.at, id: row.id)
    }

    package func key(of row: GenerationRow) -> PageKey {
        let value: SortValue? =
            switch column {
            case .model: row.model.map { .text($0) }
            case .tokens: row.outputTokens.map { .integer($0) }
            case .duration: Self.some(row.endedAt.subtractingReportingOverflow(row.at).partialValue)
            default: nil
            }
        return PageKey(value: value, at: row.at, id: row.id)
    }

    package func key(of row: EditRow) -> PageKey {
        let value: SortValue? =
            switch column {
            case .file: .text(row.path)
            case .lines: Self.some(Int64(row.added ?? 0) + Int64(row.removed ?? 0))
            case .status: .text(row.status)
            default: nil
            }
        return PageKey(value: value, at: row.at, id: row.id)
    }

    package func key(of row: SessionRow) -> PageKey {
        let value: SortValue? =
            switch column {
            case .agent: .text(row.agent)
            case .title: row.title.map { .text($0) }
            default: nil
            }
        return PageKey(value: value, at: row.startedAt ?? 0, id: row.id)
    }

    package func key(of row: FindingRow) -> PageKey {
        let value: SortValue? =
            switch column {
            case .severity: .text(row.severity)
            case .rule: .text(row.rule)
            case .model: row.model.map { .text($0) }
            case .file: row.path.map { .text($0) }
            case .status: .text(row.status)
            default: nil
            }
        return PageKey(value: value, at: row.at, id: row.id)
    }

    package func key(of row: AlertRow) -> PageKey {
        let value: SortValue? =
            switch column {
            case .severity: row.severity.map { .text($0) }
            case .title: .text(row.title)
            default: nil
            }
        return PageKey(value: value, at: row.at, id: row.id)
    }

    private static func some(_ number: Int64) -> SortValue? { number > 0 ? .integer(number) : nil }
}
