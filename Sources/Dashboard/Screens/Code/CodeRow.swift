/// One line of an edit's code, before it is laid out for a width.
struct CodeRow: Equatable {
    enum Kind: UInt8 {
        case kept, removed, added
        /// `@@ -3,7 +12,9 @@`
        case hunk
        /// `\ No newline at end of file`
        case aside
        /// Words in place of code.
        case note
    }

    var kind: Kind
    /// As it was generated, without its end.
    var text: Substring
    /// There may be very many rows, so they take no more than they need; 0 where it is not known, or no file has so many.
    private var numbers: (old: Int32, new: Int32)

    /// Its number in the file before the edit, where that is known.
    var old: Int? { numbers.old > 0 ? Int(numbers.old) : nil }
    /// Its number in the file after the edit.
    var number: Int? { numbers.new > 0 ? Int(numbers.new) : nil }

    init(kind: Kind, text: Substring, old: Int? = nil, number: Int? = nil) {
        self.kind = kind
        self.text = text
        numbers = (old.flatMap(Int32.init(exactly:)) ?? 0, number.flatMap(Int32.init(exactly:)) ?? 0)
    }

    static func == (left: CodeRow, right: CodeRow) -> Bool {
        left.kind == right.kind && left.text == right.text && left.numbers == right.numbers
    }

    var isCode: Bool { kind.rawValue < Kind.hunk.rawValue }
}
