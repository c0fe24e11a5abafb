package import Store

/// What one ingest did: the last line it prints.
package struct IntakeSummary: Equatable, Sendable {
    /// A line that was left out, and why.
    package struct Skip: Equatable, Sendable {
        package var file: String
        package var line: Int
        package var reason: String
    }

    /// Files with something new in them, and all that were looked at.
    package var filesRead = 0
    package var filesSeen = 0
    /// References of repositories with something new in them, and all that were looked at.
    package var referencesRead = 0
    package var referencesSeen = 0
    /// Objects that are not here, as in a partial clone.
    package var missingObjects = 0
    package var bytes: Int64 = 0
    package var added = Tally()
    package var skippedLines = 0
    package var unknownLines = 0
    package var shortenedTexts = 0
    /// The first of the skipped lines, at most `listed`.
    package var skips: [Skip] = []
    /// Files that are no history that we know, or cannot be read, each as a sentence.
    package var strangers: [String] = []

    package static let listed = 20

    package init() {}
}
