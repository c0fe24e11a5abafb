package import Store

/// What a list lists: what a view keeps, and what a session comes back to.
package struct ListPlace: Equatable, Sendable {
    package var subject: ListSubject
    package var filter: String
    package var order: RowOrder

    package init(_ subject: ListSubject, filter: String = "", order: RowOrder? = nil) {
        self.subject = subject
        self.filter = filter
        self.order = order.flatMap { subject.orders.contains($0.column) ? $0 : nil } ?? subject.naturalOrder
    }

    package init(_ view: SavedView) {
        self.init(ListSubject(view.subject), filter: view.filter, order: view.order)
    }
}

extension ListSubject {
    /// Edits are shown under their turns.
    init(_ subject: SavedView.Subject) {
        switch subject {
        case .code, .edits: self = .code
        case .turns: self = .turns
        case .generations: self = .generations
        case .sessions: self = .sessions
        case .openFindings: self = .openFindings
        case .findings: self = .findings
        case .alerts: self = .alerts
        }
    }

    var saved: SavedView.Subject {
        switch self {
        case .code: .code
        case .turns: .turns
        case .generations: .generations
        case .sessions: .sessions
        case .openFindings: .openFindings
        case .findings: .findings
        case .alerts: .alerts
        }
    }
}
