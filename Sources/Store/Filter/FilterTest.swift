/// One `field:value`: true when any of its predicates is.
struct FilterTest: Equatable, Sendable {
    let field: FilterField
    let predicates: [FilterPredicate]
}

/// One value of a field, read by the field's kind.
enum FilterPredicate: Equatable, Sendable {
    case text(FilterTextMatch)
    case span(FilterSpan)
    /// Levels from 0 (info) to 4 (critical).
    case levels([Int])
    case choice(String)
    case word(FilterWord)
}

enum FilterTextMatch: Equatable, Sendable {
    case equal(String)
    /// A glob as it was typed, cut at its stars: `a*b` is `["a", "b"]`.
    case glob([String])
    case contains(String)
}

/// Whole numbers or Unix milliseconds between two bounds, both part of it; `nil` is open.
struct FilterSpan: Equatable, Sendable {
    var lower: Int64?
    var upper: Int64?
}

/// A word or phrase as full-text search takes it.
struct FilterWord: Equatable, Sendable {
    let text: String
    let isPrefix: Bool
}
