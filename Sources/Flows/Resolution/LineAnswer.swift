package import Git
package import Provenance
package import Store

/// Who wrote one line, how certain that is, and what it rests on.
package struct LineAnswer: Sendable {
    /// From 1.
    package var number: Int
    /// Code tokens of the line, as a person counts them.
    package var tokens: Int
    package var certainty = Certainty.noRecord
    /// What speaks for an edit: of `exact` and `adapted` alone.
    package var content: ContentEvidence?
    /// Edits that wrote the same line before, or as well, the likelier first.
    package var others: [ContentEvidence] = []
    /// The commit that brought the line; `nil` where it is not committed, git does not know the file, or had no time.
    package var history: LineCommit?
    /// The session that the commit belongs to, where no edit is known.
    package var session: SessionEvidence?

    package init(number: Int, tokens: Int) {
        self.number = number
        self.tokens = tokens
    }
}

/// An edit in whose text the line stands.
package struct ContentEvidence: Sendable {
    package var edit: EditOrigin
    /// How many of the line's tokens stand in the edit's text, and of how many.
    package var aligned: Int
    package var of: Int
    /// Tokens, as a person counts them, of the longest run without a gap around the line.
    package var run: Int
    package var isSameFile: Bool
    /// What stood before the edit is not recorded.
    package var isUncertain: Bool
    /// Where in the text the tokens lie that are not the edit's, as bytes.
    package var changed: [Range<Int>]
    /// Another edit wrote the same at the same time: both may be meant.
    package var isTied = false
}

/// The commit that brought a line.
package struct LineCommit: Equatable, Sendable {
    package var commit: BlamedCommit
    /// The file's name, and the line's number from 1, in it.
    package var path: String
    package var line: Int

    package init(commit: BlamedCommit, path: String, line: Int) {
        self.commit = commit
        self.path = path
        self.line = line
    }
}

/// A session that a commit belongs to.
package struct SessionEvidence: Equatable, Sendable {
    /// The uid.
    package var session: String
    package var agent: String
    package var model: String?
    /// The row's id of the turn that is likeliest, where one is.
    package var turn: Int64?
    /// What it rests on, as one sentence.
    package var reason: String

    package init(session: String, agent: String, model: String? = nil, turn: Int64? = nil, reason: String) {
        self.session = session
        self.agent = agent
        self.model = model
        self.turn = turn
        self.reason = reason
    }
}
