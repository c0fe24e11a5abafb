/// Turns a filter's tree into the condition of the lists of findings and of alerts.
///
/// What a finding says itself is asked of it: severity, rule, weakness, place, time, status, and words of its message. All
/// else is asked of the turn whose code it is about. An alert has a severity, a time and words; what else is asked finds none.
struct FindingCondition {
    let table: ListTable

    func sql(_ expression: FilterExpression) -> FilterSQL {
        switch expression {
        case .all(let parts): .joined(parts.map(sql), by: "AND", identity: "1")
        case .any(let parts): .or(parts.map(sql))
        case .not(let part): "(\(sql(part)) IS NOT TRUE)"
        case .test(let test): table == .alerts ? alert(test) : finding(test)
        }
    }

    private func finding(_ test: FilterTest) -> FilterSQL {
        let values = test.predicates
        switch test.field {
        case .sev, .risk: return "f.severity IN \(values.levels.map { FilterCondition.severities[$0] })"
        case .rule: return values.texts(on: "f.rule")
        case .cwe: return FilterCondition(subject: .edits, isFrequent: nil).cwe(values)
        case .status:
            let own = values.choices.filter(FilterField.findingStatuses.contains)
            guard !own.isEmpty else { return ofTurn(test) }
            let isMixed = own.count < values.choices.count
            return .or(["f.status IN \(own)"] + (isMixed ? [ofTurn(test)] : []))
        case .age, .at: return values.spans(on: "f.at")
        case .words: return .or(words(of: values).map { words($0, in: "f.message || ' ' || f.rule") } + [ofTurn(test)])
        case .file: return "\(Self.path) IN (SELECT p.id FROM path p WHERE \(FilterCondition.paths(values).match))"
        default: return ofTurn(test)
        }
    }

    private func ofTurn(_ test: FilterTest) -> FilterSQL {
        """
        EXISTS (SELECT 1 FROM turn t WHERE t.id = (\(Self.turn))
            AND \(FilterCondition(subject: .turns, isFrequent: nil).sql(.test(test))))
        """
    }

    private func alert(_ test: FilterTest) -> FilterSQL {
        let values = test.predicates
        return switch test.field {
        case .sev, .risk: "a.severity IN \(values.levels.map { FilterCondition.severities[$0] })"
        case .age, .at: values.spans(on: "a.at")
        case .words: .or(words(of: values).map { words($0, in: "a.title || ' ' || coalesce(a.service, '')") })
        default: "0"
        }
    }

    private func words(of values: [FilterPredicate]) -> [String] {
        values.compactMap { if case .word(let word) = $0 { word.text } else { nil } }
    }

    private func words(_ text: String, in column: FilterSQL) -> FilterSQL {
        FilterTextMatch.contains(text).on("(\(column))")
    }

    private static let path: FilterSQL = "coalesce(f.path, (SELECT d.path FROM edit d WHERE d.id = f.edit))"

    /// The turn that a finding `f` is about.
    static let turn: FilterSQL = """
        SELECT n.turn FROM generation n
        WHERE n.id = coalesce(f.generation, (SELECT d.generation FROM edit d WHERE d.id = f.edit))
        """
}
