/// A list that somebody gave a name: what is listed, under which filter, in which order.
package struct SavedView: Equatable, Sendable {
    /// What is listed, by the word that the store keeps.
    package enum Subject: String, CaseIterable, Sendable {
        /// Turns that wrote or touched a file.
        case code
        case turns, generations, edits, sessions
        /// Findings that nobody has fixed, accepted or called false.
        case openFindings = "open-findings"
        case findings, alerts

        package var table: ListTable {
            switch self {
            case .code, .turns: .turns
            case .generations: .generations
            case .edits: .edits
            case .sessions: .sessions
            case .openFindings, .findings: .findings
            case .alerts: .alerts
            }
        }
    }

    package var name: String
    package var subject: Subject
    /// In the filter language; empty for everything.
    package var filter: String
    package var order: RowOrder
    /// When it was saved, Unix milliseconds.
    package var at: Int64

    package init(name: String, subject: Subject, filter: String = "", order: RowOrder = .newestFirst, at: Int64 = 0) {
        self.name = name
        self.subject = subject
        self.filter = filter
        self.order = order
        self.at = at
    }
}
