/// One construct that the lexer stands in and that may outlast the line.
struct Frame: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case string
        case comment
        /// Code inside of a string or between JSX tags.
        case hole
        /// What stands behind the colon of a Python replacement field.
        case specification
        /// Between `<` and `>` of a JSX tag.
        case tag
        /// Between an opening and a closing JSX tag.
        case children
    }

    let kind: Kind
    /// Which string or comment of the lexicon; `markup` for a hole between tags.
    let form: UInt8
    /// Hashes of a raw string, nested openings of a comment, open brackets of the hole's own shape, open elements.
    var depth: UInt32 = 0
    /// Open brackets of other shapes in a hole.
    var others: UInt32 = 0
    /// The string ends with its line.
    var isOnSingleLine = false
    /// A hole that has gone over a line end; a tag that has its name.
    var isSettled = false
    /// A tag that closes an element.
    var isClosing = false

    static let markup: UInt8 = .max

    init(_ kind: Kind, form: UInt8 = markup, depth: UInt32 = 0) {
        self.kind = kind
        self.form = form
        self.depth = depth
    }
}
