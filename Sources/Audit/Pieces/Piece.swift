/// A token that is code, with what the walk asks of it at hand.
struct Piece {
    enum Kind: UInt8 {
        case word, keyword, constant, number, string, regex
        /// `(`, `[`, `{` and their ends, those of holes in strings among them.
        case open, close
        case sign
        /// `-x`, `--name`, and the key of a mapping.
        case option
        case directive
    }

    var word: Word
    var start: Int32
    var end: Int32
    /// Of `open`: where its end is, or the piece before which it is taken to end. -1 where it opens nothing.
    var partner: Int32 = -1
    var column: UInt16
    var kind: Kind
    /// The sign or bracket, the first byte of a string's or number's text.
    var byte: UInt8
    var beginsLine: Bool
    var followsBlank: Bool
    /// An opening or closing one of a hole in a string.
    var isHole = false
}
