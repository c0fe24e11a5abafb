/// One construct that the lexer stands in and that may outlast the line.
struct Frame: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case string
        case comment
        /// Code inside of a string or between JSX tags.
        case hole
        /// What stands behind the colon of a replacement field.
        case specification
        /// Between `<` and `>` of a JSX tag.
        case tag
        /// Between an opening and a closing JSX tag.
        case children
        /// HTML around PHP.
        case outside
        /// A block of text that its indentation holds together (YAML).
        case indented
    }

    let kind: Kind
    /// Which string or comment of the lexicon; `markup` for a hole in none.
    let form: UInt8
    /// Of a hole.
    var hole = Hole.dollarBraces
    /// How many braces open a hole, and close it.
    var width: UInt8 = 1
    /// Hashes or quotes of a raw string, bytes of a delimiter, nested openings of a comment, open brackets of the hole's
    /// own shape, open elements, the indentation of a block, the quote open in an HTML tag.
    var depth: UInt32 = 0
    /// Open brackets of other shapes in a hole.
    var others: UInt32 = 0
    /// What ends the string: the fingerprint of a delimiter of `depth` bytes, or the brackets that are counted.
    var delimiter: UInt64 = 0
    /// The string ends with its line.
    var isOnSingleLine = false
    /// A hole that has gone over a line end; a tag that has its name.
    var isSettled = false
    /// A tag that closes an element; a comment in HTML.
    var isClosing = false
    /// Blanks may stand before the word that ends it.
    var isIndented = false

    static let markup: UInt8 = .max

    init(_ kind: Kind, form: UInt8 = markup, depth: UInt32 = 0) {
        self.kind = kind
        self.form = form
        self.depth = depth
    }

    init(_ hole: Hole, form: UInt8 = markup, width: UInt8 = 1) {
        self.init(.hole, form: form)
        self.hole = hole
        self.width = width
    }
}
