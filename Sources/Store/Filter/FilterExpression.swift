/// A filter as a tree of tests.
indirect enum FilterExpression: Equatable, Sendable {
    /// True when every part is; without parts, everything.
    case all([FilterExpression])
    case any([FilterExpression])
    case not(FilterExpression)
    case test(FilterTest)

    /// Whether a field is asked for anywhere.
    func asks(_ field: FilterField) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.asks(field) }
        case .not(let part): part.asks(field)
        case .test(let test): test.field == field
        }
    }

    /// The free words that a match holds.
    var words: [String] {
        switch self {
        case .all(let parts), .any(let parts):
            return parts.flatMap(\.words)
        case .not:
            return []
        case .test(let test):
            guard test.field == .words || test.field == .prompt else { return [] }
            return test.predicates.compactMap { predicate in
                if case .word(let word) = predicate { word.text } else { nil }
            }
        }
    }
}
