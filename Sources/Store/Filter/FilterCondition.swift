/// Turns a filter's tree into the condition of one subject's list.
///
/// What stands on the row is compared there; a test that an index of the row serves is written as
/// `column IN (SELECT …)`: SQLite then walks the index value by value, newest first, and leaves each value
/// as soon as the page is full.
struct FilterCondition {
    let subject: Filter.Subject
    /// Whether a SELECT has `many` rows; `nil` lets the condition count them itself.
    let isFrequent: ((FilterSQL) -> Bool)?

    /// More than this many hits are not worth gathering before the first page.
    static let many: Int64 = 20_000

    func sql(_ expression: FilterExpression) -> FilterSQL {
        switch expression {
        case .all(let parts): return .joined(all(parts), by: "AND", identity: "1")
        case .any(let parts): return .or(parts.map(sql))
        // What is not known is not so: a turn without a model is one that is not of this model.
        case .not(let part): return "(\(sql(part)) IS NOT TRUE)"
        case .test(let test): return sql(test)
        }
    }

    /// Few hits are gathered and followed up to their rows; where there are many, the newest rows are asked one by one.
    func by(_ hits: FilterSQL, few: FilterSQL, many: FilterSQL) -> FilterSQL {
        if let isFrequent { return isFrequent(hits) ? many : few }
        return "CASE WHEN \(Self.count(hits)) = \(Self.many) THEN \(many) ELSE \(few) END"
    }

    static func count(_ hits: FilterSQL) -> FilterSQL { "(SELECT count(*) FROM (\(hits) LIMIT \(many)))" }

    private func all(_ parts: [FilterExpression]) -> [FilterSQL] {
        parts.filter { $0.searchedField == nil }.map(sql) + FilterSearch.searches(in: parts).map(search)
    }

    private func sql(_ test: FilterTest) -> FilterSQL {
        let values = test.predicates
        switch test.field {
        case .model: return model(values)
        case .agent: return values.texts(on: agent)
        case .repo: return repository(values)
        case .branch: return values.texts(on: branch)
        case .asker: return asker(values.choices)
        case .tokens: return values.spans(on: tokens)
        case .age, .at: return values.spans(on: time)
        case .session: return session(values)
        case .commit: return commit(values)
        case .change: return change(values)
        case .file: return file(values)
        case .lang: return edited("\(values.texts(on: "p.language"))", mayBeMany: true)
        case .status: return status(values.choices)
        case .kind: return edit("d.kind IN \(values.choices)")
        case .means: return edit("d.means IN \(values.choices)")
        case .risk: return risk(values.levels)
        case .sev: return finding("f.severity IN \(values.levels.map { Self.severities[$0] })")
        case .rule: return finding(values.texts(on: "f.rule"))
        case .cwe: return finding(cwe(values))
        case .trust: return trust(values.choices)
        case .words, .prompt: return search(FilterSearch(all: [test], field: test.field))
        // Refused by the parser.
        case .alive, .certainty, .conf, .cost: return "0"
        }
    }
}
