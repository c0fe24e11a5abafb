/// A stretch of an answer that stood in what the model saw.
package struct CopiedRun: Hashable, Sendable {
    /// Where it stood.
    package enum Source: Hashable, Sendable {
        /// A segment, by its number in the session and thread.
        case segment(number: Int)
        /// The output of an earlier generation, by its row's id.
        case output(generation: Int64)
        /// What an earlier edit wrote, by its row's id.
        case edit(Int64)
    }

    /// Words and signs of the text, as `WordStream` of Syntax counts them.
    package var tokens: Range<Int>
    package var source: Source
    /// The word or sign of the source at which it begins.
    package var start: Int

    package init(tokens: Range<Int>, source: Source, start: Int) {
        self.tokens = tokens
        self.source = source
        self.start = start
    }
}

/// What is known of where one text of an answer came from.
package struct TextOrigin: Equatable, Sendable {
    /// The row's id of the edit whose text it is; `nil` for the answer's words.
    package var edit: Int64?
    /// How many words and signs the text has.
    package var tokens: Int
    /// In order, none over another.
    package var runs: [CopiedRun]

    package var copied: Int { runs.reduce(0) { $0 + $1.tokens.count } }

    package init(edit: Int64?, tokens: Int, runs: [CopiedRun]) {
        self.edit = edit
        self.tokens = tokens
        self.runs = runs
    }
}
