package import Provenance

/// One thing that a scanner says, in the words of the field.
package struct ScannerResult: Equatable, Sendable {
    /// How it stands with it, as the report has it.
    package enum Standing: Equatable, Sendable {
        case open
        /// Somebody waived it, in the code or elsewhere, and may have said why.
        case suppressed(String?)
        case falsePositive
        case fixed
        /// It was there in an earlier run.
        case absent
        /// The scanner tells of something that is no defect: a check that passed.
        case noDefect
    }

    /// As the tool calls it: `py/sql-injection`, `B602`.
    package var rule: String
    package var title: String?
    package var message: String
    /// What to do about it, where the rule says so.
    package var help: String?
    package var severity: Severity
    package var confidence: ScannerConfidence?
    /// The likeliest first; empty where nothing tells.
    package var cwes: [Int] = []
    package var isSecurity = false
    package var place: ScannerPlace?
    /// The first way from source to sink.
    package var flow: [ScannerPlace] = []
    package var standing = Standing.open
    /// The tool's own name of this one result, which stays.
    package var fingerprint: String?
    /// The commit in which it stands, where results of one report differ in it.
    package var revision: String?

    package init(rule: String, message: String, severity: Severity) {
        self.rule = rule
        self.message = message
        self.severity = severity
    }
}

/// How sure the scanner is.
package enum ScannerConfidence: String, Sendable { case low, medium, high }
