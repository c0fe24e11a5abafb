/// A call of a function of the text with what comes from outside.
struct Inner {
    var name: Word
    var position: Int
    /// The way of the value.
    var trail: Int32
    var washed: UInt32
    /// It may be as large or deep as outsiders like.
    var isNumberOpen: Bool
}
