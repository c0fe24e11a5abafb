/// A text that the store keeps once, by its SHA-256: words, answers, context, code.
package struct Body: Equatable, Sendable, ExpressibleByStringLiteral {
    package var text: String
    /// How many secrets were taken out of it; `nil` until someone has looked.
    package var redactions: Int?
    /// Of the text as it stands here; computed beside the parsing, not under the store's lock.
    package var digest: Digest?

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }
}
