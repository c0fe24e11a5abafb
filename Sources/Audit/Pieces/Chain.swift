/// A dotted name as it grows: `subprocess.run`, `Runtime.getRuntime().exec`. Whatever joins its words (`.`, `->`, `::`,
/// `?.`), it is the same name.
struct Chain {
    /// All words.
    var full = Word.none
    /// All but the last one.
    var before = Word.none
    var last = Word.none
    /// The last two.
    var lastTwo = Word.none
    var count: UInt16 = 0

    init() {}

    init(_ word: Word) { append(word) }

    /// `subprocess.run`, `getRuntime().exec`
    init(parsing name: Slice<UnsafeBufferPointer<UInt8>>) {
        for part in name.split(separator: UInt8(ascii: ".")) {
            let end = part.suffix(2)
            let isCall = end.elementsEqual("()".utf8)
            let isIndex = end.elementsEqual("[]".utf8)
            append(Word(isCall || isIndex ? part.dropLast(2) : part))
            if isCall { mark(.call) } else if isIndex { mark(.index) }
        }
    }

    @inline(__always)
    mutating func append(_ word: Word) {
        before = full
        full = full.joined(word)
        lastTwo = last.joined(word)
        last = word
        count &+= 1
    }

    /// Notes that what the name stands for was called or indexed.
    @inline(__always)
    mutating func mark(_ mark: Word) {
        full = full.joined(mark)
        lastTwo = lastTwo.joined(mark)
        last = last.joined(mark)
    }
}
