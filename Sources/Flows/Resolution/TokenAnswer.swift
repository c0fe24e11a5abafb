package import Store

/// Who wrote one token.
package struct TokenAnswer: Sendable {
    /// As bytes of the text.
    package var range: Range<Int>
    /// From 1.
    package var line: Int
    /// The edit that inserted it; `nil` where none is known.
    package var edit: EditOrigin?
}
