/// How many rows a write added: what a summary line counts.
package struct Tally: Equatable, Sendable {
    package var sessions = 0
    package var turns = 0
    package var generations = 0
    package var edits = 0
    package var segments = 0
    package var tokenRuns = 0
    package var rules = 0
    package var findings = 0
    package var decisions = 0
    package var alerts = 0
    package var links = 0
    package var attributions = 0
    package var redactions = 0
    /// Tokens of the generations that are new, and what known ones gained.
    package var inputTokens: Int64 = 0
    package var outputTokens: Int64 = 0

    package init() {}

    package static func += (total: inout Tally, more: Tally) {
        total.sessions += more.sessions
        total.turns += more.turns
        total.generations += more.generations
        total.edits += more.edits
        total.segments += more.segments
        total.tokenRuns += more.tokenRuns
        total.rules += more.rules
        total.findings += more.findings
        total.decisions += more.decisions
        total.alerts += more.alerts
        total.links += more.links
        total.attributions += more.attributions
        total.redactions += more.redactions
        total.inputTokens += more.inputTokens
        total.outputTokens += more.outputTokens
    }
}
