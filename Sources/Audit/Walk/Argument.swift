/// One argument of a call, or one member of a mapping.
struct Argument {
    var value: Value
    var keyword: Word
    var keyPiece: Int32
    /// Pieces, the last one included.
    var from: Int32
    var to: Int32
    /// A member of an object among the arguments: `f(a, {key: value})`.
    var isInner = false
}
