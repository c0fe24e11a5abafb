package import Store

/// What a file told of the pipeline.
package struct PipelineReading: Sendable {
    package struct Row: Sendable {
        package var record: PipelineRecord
        /// The words of a change's commits, where they were told: for what they say of agents.
        package var commits: [CommitWords] = []
    }

    /// What a commit says of itself.
    package struct CommitWords: Equatable, Sendable {
        package var authors: [(name: String, mail: String)]
        package var message: String

        package static func == (left: Self, right: Self) -> Bool {
            left.message == right.message && left.authors.elementsEqual(right.authors) { $0 == $1 }
        }
    }

    /// A row that was left out.
    package struct BadRow: Equatable, Sendable {
        /// Counted from 1.
        package var line: Int
        /// One sentence.
        package var reason: String
    }

    package var rows: [Row] = []
    package var bad: [BadRow] = []
    /// What the rows were taken for, in words: `gh pr list`.
    package var shapes: [String] = []
    /// What can be said of the file as a whole, each a sentence.
    package var notes: [String] = []
}

/// Why a file cannot be read at all: one sentence.
package struct PipelineFileError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// Why a row is left out: one sentence.
struct BadPipelineRow: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
