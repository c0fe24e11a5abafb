package import Store

/// What one recording did: the last line it prints.
package struct RecordSummary: Equatable, Sendable {
    /// Lines that are in the store, and all that were not blank.
    package var recorded = 0
    package var lines = 0
    /// What of them is new.
    package var added = Tally()

    package init() {}

    package var bad: Int { lines - recorded }
}
