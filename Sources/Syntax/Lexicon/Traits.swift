/// What sets a language apart beside its words, strings, comments and operators.
struct Traits: OptionSet, Sendable {
    let rawValue: UInt32

    /// `$` is a letter.
    static let dollarInNames = Traits(rawValue: 1 << 0)
    /// A name may stand in backticks.
    static let backtickedNames = Traits(rawValue: 1 << 1)
    /// `@name` anywhere.
    static let attributes = Traits(rawValue: 1 << 2)
    /// `@name` where nothing stands before it on the line.
    static let decorators = Traits(rawValue: 1 << 3)
    /// `#if`, `#available`, macros.
    static let directives = Traits(rawValue: 1 << 4)
    /// `#field` of a class.
    static let privateNames = Traits(rawValue: 1 << 5)
    /// What stands behind a dot is a name, whatever word it is.
    static let wordsAreMembers = Traits(rawValue: 1 << 6)
    /// A word right before a colon is a label or key.
    static let wordsAreLabels = Traits(rawValue: 1 << 7)
    /// A capital says nothing of a type where a call follows (Go exports by capitals).
    static let capitalsAreCalled = Traits(rawValue: 1 << 8)
    /// `1.` is a number.
    static let trailingDot = Traits(rawValue: 1 << 9)
    /// `.5` is a number.
    static let leadingDot = Traits(rawValue: 1 << 10)
    /// `/…/` where an operand is expected.
    static let regexes = Traits(rawValue: 1 << 11)
    /// A regex does not begin with a blank (Swift), which keeps operators apart.
    static let noBlankBeginsRegex = Traits(rawValue: 1 << 12)
    /// `#/…/#`
    static let regexesInHashes = Traits(rawValue: 1 << 17)
    /// `<a href="">…</a>` where an operand is expected.
    static let markup = Traits(rawValue: 1 << 13)
    /// `<T>(x)` and `<T>x` stand where markup may (TypeScript).
    static let angleBrackets = Traits(rawValue: 1 << 14)
    /// `!` and `?` behind an operand belong to it.
    static let postfixMarks = Traits(rawValue: 1 << 15)
    /// Braces never hold an object (Swift: a closure), and labels may be followed by a name.
    static let bracesHoldStatements = Traits(rawValue: 1 << 16)
}
