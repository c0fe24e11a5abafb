/// A function of the text, from its name to its end.
struct Function {
    var name = Word.none
    var namePiece: Int32 = -1
    var parameters: [Parameter] = []
    /// Pieces of its body.
    var from: Int32
    var to: Int32
    var isMethod = false
    /// Its body was met: it was not only declared.
    var hasBody = false
    /// Its decorators or annotations make it answer requests.
    var isHandler = false
    /// What it gives back, as far as it was seen.
    var result: Value?
    var outer: Int32 = 0

    struct Parameter {
        var word: Word
        var piece: Int32
        var isNumber: Bool
    }
}
