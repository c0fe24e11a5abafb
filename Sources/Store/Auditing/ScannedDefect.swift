package import Provenance

/// What an outside scanner says of an edit's code.
package struct ScannedDefect: Sendable {
    /// With its auditor and rule, and where in the edit it is, as far as that is known.
    package var finding: Finding
    /// The edit's row.
    package var edit: Int64
    /// The weaknesses that it may be, the likeliest first.
    package var cwes: [Int]
    /// What the scanner's own people said of it; `nil` where it is open.
    package var judgement: FindingJudgement?
    /// What the scanner knows it by.
    package var fingerprint: String?

    package init(_ finding: Finding, edit: Int64, cwes: [Int]) {
        self.finding = finding
        self.edit = edit
        self.cwes = cwes
    }
}
