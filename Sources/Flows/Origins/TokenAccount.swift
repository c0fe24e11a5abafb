package import Provenance

/// What is known of each token of one text that a model wrote: its words, or what an edit put into a file.
package struct TokenAccount: Sendable {
    /// Where a token came from.
    package enum Origin: Equatable, Sendable {
        /// It stands in nothing that the model saw.
        case new
        case copied(Place)
        /// What the model saw is not recorded.
        case notRecorded
    }

    /// A place in what the model saw.
    package struct Place: Equatable, Sendable {
        /// `segment:4f2a…`
        package var link: String
        /// `file`, `tool`, `user`, `system` or `summary` of a segment; `answer`, `edit`.
        package var kind: String
        package var title: String
        package var path: String?
        /// In the file, where the text is a part of one, else in the text; from 1.
        package var line: Int
    }

    /// What became of a token.
    package enum Fate: Equatable, Sendable {
        /// In the file today, from 1; the column counts bytes.
        case stands(line: Int, column: Int)
        /// An edit took it out, or wrote something else there.
        case changed(edit: String, by: String, at: Int64)
        /// A commit took it out that no edit of the store stands for.
        case deleted(commit: String, by: String, at: Int64)
        /// It is in the last commit and not in the file: whoever took it out has not committed that.
        case uncommitted
        /// It is not there; who took it out is in no record.
        case gone
    }

    package struct Token: Sendable {
        /// In the text, as bytes.
        package var range: Range<Int>
        package var text: String
        /// From 1, in the text.
        package var line: Int
        /// Natural logarithm of its probability; `nil` where it was not recorded.
        package var logprob: Float?
        /// What the engine said might have stood here.
        package var alternatives: [TokenRun.Alternative] = []
        package var origin: Origin
        /// `nil` for words that went into no file, and where `fateNote` says why.
        package var fate: Fate?
    }

    /// The uids.
    package var generation: String
    package var edit: String?
    package var path: String?
    /// What was written.
    package var text: String
    /// They are the model's own; else those of the language.
    package var areModels: Bool
    package var tokens: [Token]
    /// The file in which it stands today, where that is another one.
    package var movedTo: String?
    /// Why nothing, or not all, is said of what became of them, as a sentence.
    package var fateNote: String?
}
