/// How certain it is who wrote a line.
package enum Certainty: String, CaseIterable, Comparable, Sendable {
    /// No session of the store: a person, or an agent that left no trace.
    case noRecord = "no record"
    /// A session fits by branch and time alone.
    case session
    /// The commit that brought the line holds edits of a session.
    case commit
    /// An edit wrote it, and a person or another edit changed it since.
    case adapted
    /// It stands as an edit wrote it.
    case exact

    package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
