/// One place in generated code that a rule or an outside scanner objects to.
///
/// It names at least one of generation, edit and path.
package struct Finding: Equatable, Sendable {
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
    package var rule: String
    package var severity: Severity
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
