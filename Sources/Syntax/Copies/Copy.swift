/// A stretch of a text that stands in a source, too.
package struct Copy: Hashable, Sendable {
    /// The tokens of the text.
    package var tokens: Range<Int>
    /// The place of the source among those that were added.
    package var source: Int
    /// The token of the source at which it begins.
    package var start: Int

    package init(tokens: Range<Int>, source: Int, start: Int) {
        self.tokens = tokens
        self.source = source
        self.start = start
    }
}
