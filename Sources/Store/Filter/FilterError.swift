/// What is wrong with a filter, where in its text, and what to write instead.
package struct FilterError: Error, Equatable, Sendable, CustomStringConvertible {
    /// UTF-8 offsets in the filter's text; empty at the end of the text where something is missing.
    package let range: Range<Int>
    /// One full sentence, with the offending value in quotes.
    package let message: String
    /// What to put in place of the range, where there is a likely answer.
    package let suggestion: String?

    package init(_ message: String, at range: Range<Int>, suggestion: String? = nil) {
        self.range = range
        self.message = message
        self.suggestion = suggestion
    }

    package var description: String { message }

    /// The filter's text on one line and `^^^^` under the bad word on the next.
    ///
    ///     modle:opus
    ///     ^^^^^
    ///
    /// Columns are counted in scalars; what would break the line is shown as a space.
    package func pointing(in text: String) -> String {
        var line = ""
        var before = 0
        var under = 0
        var offset = 0
        for scalar in text.unicodeScalars {
            if offset < range.lowerBound {
                before += 1
            } else if offset < range.upperBound {
                under += 1
            }
            offset += UTF8.width(scalar)
            let breaks = scalar.properties.generalCategory == .control || scalar.properties.isPatternWhitespace
            line.unicodeScalars.append(breaks ? " " : scalar)
        }
        return line + "\n" + String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
    }
}
