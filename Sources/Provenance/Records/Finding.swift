/// One place in generated code that a rule or an outside scanner objects to.
///
/// It names at least one of generation, edit and path.
package struct Finding: Equatable, Sendable {
    /// What Colophon's own audit is called in `auditor`.
    package static let ownAuditor = "colophon"

    package enum Status: String, CaseIterable, Sendable {
        case open, fixed, accepted, `false`
    }

    package var uid: UID
    package var generation: UID?
    package var edit: UID?
    /// The session in whose folder the path lies, where it is known.
    package var session: UID?
    package var path: String?
    package var firstLine: Int?
    package var lastLine: Int?
    /// UTF-8 bytes of the edit's text, from its first one.
    package var range: Range<Int>?
    /// From 1, in UTF-16 code units: of the first character, and after the last one.
    package var firstColumn: Int?
    package var lastColumn: Int?
    package var rule: String
    /// `security` or `hygiene`.
    package var kind: String?
    package var severity: Severity
    /// `low`, `medium` or `high`.
    package var confidence: String?
    /// The same for the same defect wherever it moves.
    package var fingerprint: String?
    /// The model's tokens under it, where they are recorded.
    package var tokens: TokenSpan?
    /// `CWE-79`.
    package var cwe: String?
    package var message: String
    package var auditor: String?
    /// `nil` where it was not said: open, or what it was before.
    package var status: Status?
    package var at: Int64

    package init(uid: UID, rule: String, severity: Severity, message: String, at: Int64) {
        self.uid = uid
        self.rule = rule
        self.severity = severity
        self.message = message
        self.at = at
    }
}

extension Finding {
    /// What is known of the tokens that a finding covers.
    package struct TokenSpan: Equatable, Sendable {
        package var count: Int
        /// Natural logarithms; `nil` where the engine gave none.
        package var leastLogprob: Double?
        package var meanLogprob: Double?

        package init(count: Int, leastLogprob: Double? = nil, meanLogprob: Double? = nil) {
            self.count = count
            self.leastLogprob = leastLogprob
            self.meanLogprob = meanLogprob
        }
    }
}
