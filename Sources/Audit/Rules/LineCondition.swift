/// What a line of a text must have, for languages that are looked at line by line.
struct LineCondition: Sendable {
    /// Each of these, its case aside.
    var all: [String] = []
    var any: [String] = []
    var none: [String] = []
    /// The whole text has none of these.
    var unlessText: [String] = []
    var textHas: [String] = []
}
