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
    /// Its number in the file before the edit, where that is known.
    var old: Int?
    /// Its number in the file after the edit.
    var number: Int?

    var isCode: Bool { kind.rawValue < Kind.hunk.rawValue }
}
