package import Audit

/// What answers of models wrote of a change, what was found in it, and how risky it is.
package struct GeneratedChange: Sendable {
    package struct Counts: Equatable, Sendable {
        /// Files that the change adds lines to.
        package var files = 0
        package var checked = 0
        /// Added lines with code in them.
        package var lines = 0
        /// Of these: edits of the store wrote them.
        package var generated = 0
        /// Generated lines in files of languages without rules.
        package var unchecked = 0
        /// Findings in generated lines that a person lets stand.
        package var waived = 0
        /// Findings in added lines that no edit of the store wrote, and in lines that were there before.
        package var ofPeople = 0
        package var ofOld = 0

        package init() {}
    }

    /// How many lines of a file an answer wrote.
    package struct Written: Equatable, Sendable {
        /// The uid.
        package var generation: String
        /// From the top of the repository.
        package var path: String
        package var lines: Int
    }

    package var counts = Counts()
    /// In lines that the change adds and a model wrote; other auditors' among them.
    package var findings: [GateFinding] = []
    /// In files that the policy ignores, too.
    package var written: [Written] = []
    package var risk: ChangeRisk
    package var base: String
    /// `nil` for the work tree.
    package var tip: String?
    /// Why it could not be told, each a sentence; empty where it could.
    package var doubts: [String] = []
    /// Those of them that a person answers who has read the change: it is known what was generated, and no rule looks at it.
    package var answerable: [String] = []
    /// What stands in generated lines and what was found there, without places: of the same work the same words.
    var words: [String] = []

    /// Uids of the answers, in order.
    package var generations: [String] { risk.answers.map(\.uid).sorted() }
}
