package import Store

/// What a list lists.
package enum ListSubject: CaseIterable, Equatable, Hashable, Sendable {
    /// Turns that wrote or touched a file.
    case code
    case turns
    case generations
    case sessions
    /// Findings that nobody has fixed, accepted or called false.
    case openFindings
    case findings
    case alerts

    /// What `v` goes on to: other views of the same things.
    var next: ListSubject {
        switch self {
        case .code: .turns
        case .turns: .generations
        case .generations: .sessions
        case .sessions: .code
        case .openFindings: .findings
        case .findings: .openFindings
        case .alerts: .alerts
        }
    }

    /// `turn with code`, `turns with code`
    func noun(isOne: Bool) -> String {
        switch self {
        case .code: isOne ? "turn with code" : "turns with code"
        case .turns: isOne ? "turn" : "turns"
        case .generations: isOne ? "generation" : "generations"
        case .sessions: isOne ? "session" : "sessions"
        case .openFindings: isOne ? "open finding" : "open findings"
        case .findings: isOne ? "finding" : "findings"
        case .alerts: isOne ? "alert" : "alerts"
        }
    }

    /// The name of its screen in the breadcrumb.
    var screenName: String {
        switch self {
        case .code, .turns, .generations: "Generations"
        case .sessions: "Sessions"
        case .openFindings, .findings: "Findings"
        case .alerts: "Alerts"
        }
    }

    /// As links, views and exports name it.
    package var table: ListTable {
        switch self {
        case .code, .turns: .turns
        case .generations: .generations
        case .sessions: .sessions
        case .openFindings, .findings: .findings
        case .alerts: .alerts
        }
    }

    /// Whether its rows open to the edits under them.
    var hasEdits: Bool { self == .code || self == .turns }

    /// Rows of one screen take the place of each other, those of others do not.
    var reader: PageRequest.Reader {
        switch self {
        case .code, .turns, .generations, .sessions: .generations
        case .openFindings, .findings: .findings
        case .alerts: .alerts
        }
    }

    /// What `o` goes through.
    var orders: [RowOrder.Column] { table.columns }

    /// The order that says most at first sight.
    var naturalOrder: RowOrder { self == .openFindings ? RowOrder(.severity) : .newestFirst }
}
