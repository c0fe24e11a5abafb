/// One piece of a text, as UTF-8 bytes. The tokens of a text follow each other without gap or overlap.
package struct Token: Hashable, Sendable {
    package let kind: TokenKind
    package let range: Range<Int>

    package init(_ kind: TokenKind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
