/// What a list has a row for each of.
package enum ListTable: CaseIterable, Sendable {
    case turns, generations, edits, sessions, findings, alerts

    /// With the alias that conditions expect.
    var clause: String {
        switch self {
        case .turns: "turn t"
        case .generations: "generation g"
        case .edits: "edit e"
        case .sessions: "session s"
        case .findings: "finding f"
        case .alerts: "alert a"
        }
    }

    var id: String { String(clause.suffix(1)) + ".id" }

    var time: String {
        switch self {
        case .turns: "t.at"
        case .generations: "g.started_at"
        case .edits: "e.at"
        case .sessions: "coalesce(s.started_at, 0)"
        case .findings: "f.at"
        case .alerts: "a.at"
        }
    }
}
