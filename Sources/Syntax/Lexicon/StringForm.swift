/// One way to write a string.
struct StringForm: Sendable {
    let quote: UInt8
    /// How often the quote is repeated at either end: 1 or 3.
    let quotes: Int
    /// The group of prefixes (`Lexicon.prefixes`) that one of must stand before it; 0 for none.
    var prefixes: UInt8 = 0
    /// What takes its meaning from the byte after it; 0 for nothing.
    var escape = UInt8(ascii: "\\")
    var isMultiline = false
    /// An escape before the line end carries a single-line string over it.
    var isContinued = false
    /// May stand between hashes, which then belong to its end and its escapes (Swift).
    var mayHaveHashes = false
    /// `\N{LATIN SMALL LETTER A}` is a character, no hole (Python).
    var namesCharacters = false
    var hole: Hole?
    /// Does not begin right behind a name, where it is an apostrophe.
    var standsApart = false
    /// The value of an attribute in a JSX tag.
    var isInTags = false

    init(_ quote: Unicode.Scalar, times quotes: Int = 1) {
        self.quote = UInt8(ascii: quote)
        self.quotes = quotes
        isMultiline = quotes > 1
    }

    /// The form, changed.
    func with(_ change: (inout StringForm) -> Void) -> StringForm {
        var form = self
        change(&form)
        return form
    }
}
