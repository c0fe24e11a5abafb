/// Why a text is no TOML, and where that shows.
package struct TOMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    /// From 1, in characters; `nil` where the whole line is meant.
    package var column: Int?
    /// One sentence without a full stop, beginning small: it follows the place.
    package var reason: String

    package init(line: Int, column: Int? = nil, _ reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    package var description: String { "line \(line): \(reason)" }
}
