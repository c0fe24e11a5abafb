/// A filter as a tree of tests.
indirect enum FilterExpression: Equatable, Sendable {
    /// True when every part is; without parts, everything.
    case all([FilterExpression])
    case any([FilterExpression])
    case not(FilterExpression)
    case test(FilterTest)

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
