/// Why a file of rules cannot be used, and where that shows.
package struct AuditRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As it was given to the reader.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, in characters; `nil` where the whole line is meant.
    package var column: Int?
    /// The word that it is about, for a sign below it.
    package var word: String?
    /// One sentence without a full stop, beginning small: it follows the place.
    package var reason: String

    package init(file: String, line: Int, column: Int? = nil, word: String? = nil, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.word = word
        self.reason = reason
    }

    package var description: String { "\(file), line \(line): \(reason)" }
}
