package import Provenance

/// Everything of one turn: what was asked, what came, what it wrote.
package struct TurnDetail: Equatable, Sendable {
    package var turn: TurnRow
    package var session: SessionRow
    /// The whole prompt in the asker's words.
    package var prompt: String
    package var answers: [Answer]
    package var findings: [FindingRow]
    /// What was read for it.
    package var sources: [TurnSource] = []
    /// Records that links tie to it, as links name them: `alert:4f2a…`.
    package var linked: [String] = []
    /// How the answer ended that a prompt of a few words answers; `nil` for longer ones, and where none came before.
    package var inReplyTo: String?

    /// A generation with its words and edits.
    package struct Answer: Equatable, Sendable {
        package var generation: GenerationRow
        package var output: String
        package var edits: [EditDetail]
        /// `nil` where that was not found out yet, or what it saw is not recorded.
        package var trust: GenerationTrust?
        /// How its engine was asked, where that is known.
        package var engineRun: EngineRun?
        /// What was run on it.
        package var trials: [Trial] = []

        package init(generation: GenerationRow, output: String, edits: [EditDetail]) {
            self.generation = generation
            self.output = output
            self.edits = edits
        }
    }

    package init(
        turn: TurnRow, session: SessionRow, prompt: String, answers: [Answer], findings: [FindingRow] = []
    ) {
        self.turn = turn
        self.session = session
        self.prompt = prompt
        self.answers = answers
        self.findings = findings
    }
}

extension TurnDetail {
    /// The body that holds the words of a turn `?1`: those that opened it, else the first that its answers were given to.
    static let words = """
        SELECT p.words FROM prompt p
        WHERE p.turn = ?1 OR p.uid = (SELECT uid FROM turn WHERE id = ?1)
            OR p.id IN (SELECT prompt FROM generation WHERE turn = ?1)
        ORDER BY p.uid = (SELECT uid FROM turn WHERE id = ?1) DESC, p.asker = 'person' DESC, p.at, p.uid LIMIT 1
        """
}

/// One edit with its texts.
package struct EditDetail: Equatable, Sendable {
    package var edit: EditRow
    package var before: String?
    package var after: String?
    package var patch: String?

    package init(edit: EditRow, before: String? = nil, after: String? = nil, patch: String? = nil) {
        self.edit = edit
        self.before = before
        self.after = after
        self.patch = patch
    }
}
