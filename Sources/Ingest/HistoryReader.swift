package import Provenance
package import Text

/// Reads one kind of history, line by line, into sightings.
///
/// A reader remembers what it needs between lines; `mark` is the last place from which a new reader, given `mark.state`,
/// goes on without loss. Lines between the mark and the end may be read twice: their sightings are the same again.
package protocol HistoryReader {
    /// - Parameter state: what `mark.state` held when the file was last left, or empty.
    init(state: String, file: String)

    /// What stands in the state already and must be known before anything that follows: the sessions.
    func resume(into sightings: inout [Sighting])

    mutating func read(_ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]) -> LineVerdict

    /// The file ends here for now: what is open is shown as it stands.
    mutating func end(into sightings: inout [Sighting])

    var mark: ReadMark { get }
}

/// Where a line stands: number from 1, first byte, first byte after it.
package struct LinePlace: Equatable, Sendable {
    package var number: Int
    package var start: Int64
    package var end: Int64

    package init(number: Int, start: Int64, end: Int64) {
        self.number = number
        self.start = start
        self.end = end
    }
}

package enum LineVerdict: Equatable, Sendable {
    case read
    /// A kind of record that this reader does not know: counted, kept out of the way, never an error.
    case unknown
    /// A record of a known kind that lacks what it must have.
    case broken(String)
}

/// A place in a history from which reading can go on.
package struct ReadMark: Equatable, Sendable {
    package var position: Int64
    package var line: Int
    package var state: String

    package init(position: Int64, line: Int, state: String) {
        self.position = position
        self.line = line
        self.state = state
    }
}
