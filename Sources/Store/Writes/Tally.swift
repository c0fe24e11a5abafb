/// How many rows a write added: what a summary line counts.
package struct Tally: Equatable, Sendable {
    package var sessions = 0
    package var turns = 0
    package var generations = 0
    package var edits = 0
    package var segments = 0
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
        total.redactions += more.redactions
        total.inputTokens += more.inputTokens
        total.outputTokens += more.outputTokens
    }
}
