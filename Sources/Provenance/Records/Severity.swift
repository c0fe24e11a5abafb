/// How bad it is, worst first: of a finding, a rule or an alert.
package enum Severity: String, CaseIterable, Sendable {
    case critical, high, medium, low, info
}
