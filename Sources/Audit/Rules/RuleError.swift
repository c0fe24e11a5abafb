/// Why a file of rules cannot be used, and where that shows.
package struct AuditRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As it was given to the reader.
    package var file: String
    /// From 1.
    package var line: Int
    /// One sentence without a full stop, beginning small: it follows the place.
    package var reason: String

    package var description: String { "\(file), line \(line): \(reason)" }
}
