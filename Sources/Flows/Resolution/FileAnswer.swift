/// Who wrote the lines of a file.
package struct FileAnswer: Sendable {
    /// What git's history came to.
    package enum History: String, Sendable {
        case complete
        /// The time was over; what was found until then counts.
        case unfinished = "not finished"
        /// The file is in no repository, or not in its history.
        case none
    }

    package var file: SourceFile
    package var lines: [LineAnswer]
    package var history: History
    /// How many edits the index from code to edits does not know yet.
    package var waiting: Int
    /// For each token of the code its place as bytes, line by line, and who wrote it.
    package var tokens: [TokenAnswer] = []
}
