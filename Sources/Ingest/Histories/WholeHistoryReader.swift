package import Provenance

/// Reads a history that is no list of JSON records, each time it has changed: a database, or a text for people.
package protocol WholeHistoryReader {
    /// - Parameter state: what the reader answered when it read this file last, or empty.
    init(state: String, file: HistoryFile)

    /// - Parameter tell: takes what belongs together; `false` ends the reading.
    mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading
}

/// What came of reading a whole file, beside what was told.
package struct WholeReading: Equatable, Sendable {
    package struct Skip: Equatable, Sendable {
        /// The line, or the number of the record among those that were read.
        package var place: Int
        package var reason: String

        package init(place: Int, reason: String) {
            self.place = place
            self.reason = reason
        }
    }

    /// What the reader wants to know the next time; never words of anybody's.
    package var state = ""
    package var skips: [Skip] = []
    /// How many there were, where not all of them are listed.
    package var skipped = 0
    package var unknown = 0

    package init() {}
}

/// Why a history was not read, as the end of a sentence.
package struct UnreadableHistory: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
