/// What a rule asks of one argument: `{ arg = 0, name = "sql", value = "built" }`.
struct ArgumentCondition: Sendable {
    enum Place: Sendable {
        case position(Int)
        case any
        case last
        /// What the method is called on.
        case receiver
        case keywordOnly
        /// From this position on.
        case from(Int)
    }

    /// What the argument must be.
    enum Test: String, Sendable, CaseIterable {
        case present, missing
        /// From outside or a parameter, and not made safe for the kind of the rule.
        case tainted
        case outside
        /// From outside, or from a parameter that was put behind something else.
        case appended
        /// Text put together from parts, one of which is dynamic and not made safe.
        case built
        /// Built or tainted.
        case suspect
        case dynamic
        case constant
        /// A product, sum or difference with a dynamic side.
        case computed
        case product
        case text
        case list
    }

    var place = Place.any
    var names: [Word] = []
    var test = Test.present
    /// The literal or word, its case and quotes aside, is one of these.
    var equals: [String] = []
    /// It has one of these in it.
    var has: [String] = []
    var lacks: [String] = []
    var below: Int?
    /// For what the text must read as: `sql`, `html`.
    var reads: TextShape?
    /// What is asked must not be so.
    var isNegated = false
}
