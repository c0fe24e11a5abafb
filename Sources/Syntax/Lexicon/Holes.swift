/// The holes that a string may have.
struct Holes: OptionSet, Sendable {
    let rawValue: UInt16

    static let braces = Holes(rawValue: 1 << 0)
    static let dollarBraces = Holes(rawValue: 1 << 1)
    static let escapedParentheses = Holes(rawValue: 1 << 2)
    static let hashBraces = Holes(rawValue: 1 << 3)
    static let bracesBeforeDollar = Holes(rawValue: 1 << 4)
    static let dollarParentheses = Holes(rawValue: 1 << 5)
    static let backticks = Holes(rawValue: 1 << 6)
    /// `$name`, without brackets.
    static let names = Holes(rawValue: 1 << 7)
    /// `$1`, `$?` and the other parameters of a shell.
    static let parameters = Holes(rawValue: 1 << 8)

    static let shell: Holes = [.dollarBraces, .dollarParentheses, .backticks, .names, .parameters]
}
