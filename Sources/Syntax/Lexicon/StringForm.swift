/// One way to write a string.
struct StringForm: Sendable {
    /// What begins and ends it.
    enum Shape: UInt8, Sendable {
        /// `open`, and the quotes that it ends in.
        case quotes
        /// A character in single quotes, where a name behind a quote without a second one is a lifetime (Rust).
        case character
        /// What stands behind the first quote stands before the last: `R"x(…)x"`, `$x$…$x$`.
        case delimiter
        /// A letter and a bracket or other sign of the writer's choice: `%w[…]` (Ruby).
        case percent
        /// The lines below, up to one that repeats the word: `<<EOF`.
        case lines
    }

    /// From the first quote on where a prefix stands before it.
    let open: Mark
    let quote: UInt8
    /// How often the quote is repeated at the end.
    let quotes: Int
    var shape = Shape.quotes
    var kind = TokenKind.string
    /// The group of prefixes (`Lexicon.prefixes`) that one of must stand before it; 0 for none.
    var prefixes: UInt8 = 0
    /// What takes its meaning from the byte after it; 0 for nothing.
    var escape = UInt8(ascii: "\\")
    var isMultiline = false
    /// An escape before the line end carries a single-line string over it.
    var isContinued = false
    /// A quote, written twice, is one of the text.
    var isDoubled = false
    /// A backslash keeps a quote from closing before a letter: `'it\'s'`, but not `'\'` (SQL, whose dialects differ).
    var mayBeEscaped = false
    /// May stand between hashes, which then belong to its end and its escapes (Swift, Rust).
    var mayHaveHashes = false
    /// More quotes at its begin want as many at its end (C#).
    var countsQuotes = false
    /// Of a run of quotes the last ones close (Kotlin).
    var endsLate = false
    /// `\N{LATIN SMALL LETTER A}` is a character, no hole (Python).
    var namesCharacters = false
    var holes: Holes = []
    /// How many braces open a hole (C#: as many as dollars).
    var holeWidth: UInt8 = 1
    /// Does not begin right behind a name, where it is an apostrophe.
    var standsApart = false
    /// Begins where an operand may stand alone (YAML).
    var isOperand = false
    /// None where its line does not close it.
    var closesOnLine = false
    /// The value of an attribute in a JSX tag.
    var isInTags = false
    /// `percent`: the letters that it may have; the empty one is a blank.
    var letters: StaticString = ""

    init(_ quote: Unicode.Scalar, times quotes: Int = 1) {
        self.init(Mark(Substring(String(repeating: String(quote), count: quotes))), quote, times: quotes)
        isMultiline = quotes > 1
    }

    init(_ open: Mark, _ quote: Unicode.Scalar, times quotes: Int = 1) {
        self.open = open
        self.quote = UInt8(ascii: quote)
        self.quotes = quotes
    }

    func hasLetter(_ letter: UInt8) -> Bool {
        for place in 0..<letters.utf8CodeUnitCount where letters.utf8Start[place] == letter { return true }
        return false
    }

    /// The form, changed.
    func with(_ change: (inout StringForm) -> Void) -> StringForm {
        var form = self
        change(&form)
        return form
    }
}
