/// What on the same line makes a keyword of the word before it: `async function`, but `async = 1`; `get { 1 }`, but
/// `get(1)`.
struct Followers: OptionSet, Sendable {
    let rawValue: UInt16

    /// A name that does not join two operands, or `@`, `#`, `$`.
    static let name = Followers(rawValue: 1 << 0)
    static let string = Followers(rawValue: 1 << 1)
    static let brace = Followers(rawValue: 1 << 2)
    static let closingBrace = Followers(rawValue: 1 << 3)
    /// `[` behind a blank.
    static let bracket = Followers(rawValue: 1 << 4)
    /// `(` behind a blank.
    static let parenthesis = Followers(rawValue: 1 << 5)
    /// `-`, `*`, `~` behind a blank and before none.
    static let prefix = Followers(rawValue: 1 << 6)
    /// Only where nothing stands before the word on its line.
    static let leadingLine = Followers(rawValue: 1 << 7)

    /// Only where a statement may begin.
    static let statement = Followers(rawValue: 1 << 8)
    /// `;`, `:`, `=>` or the end of the line.
    static let end = Followers(rawValue: 1 << 9)

    /// What is asked of the place before the word; nothing else is where only this is.
    static let places: Followers = [.leadingLine, .statement]

    static let operand: Followers = [.name, .string, .brace, .bracket, .parenthesis, .prefix]
}
