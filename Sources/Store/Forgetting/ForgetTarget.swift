package import Provenance

/// What the user wants to be forgotten.
package enum ForgetTarget: Sendable {
    case records([(kind: RecordKind, id: Int64)])
    /// The turns that a filter finds.
    case turns(Filter)
    /// Of these turns, by row, those that a filter finds.
    case turnsAmong([Int64], Filter)
    /// What came to its end before a moment; what a link of the provenance graph holds to an alert, a finding or any
    /// record but a change stays, unless it is asked for as well.
    case before(Int64, withLinked: Bool)
}
