package import Store

/// A row of a list.
package enum ListRow: Equatable, Sendable {
    case turn(TurnRow)
    case generation(GenerationRow)
    case session(SessionRow)
    case finding(FindingRow)
    case alert(AlertRow)

    package var id: Int64 {
        switch self {
        case .turn(let row): row.id
        case .generation(let row): row.id
        case .session(let row): row.id
        case .finding(let row): row.id
        case .alert(let row): row.id
        }
    }

    /// Where nothing tells when it was, `at` sets it behind all others.
    var isDated: Bool {
        if case .session(let row) = self { row.startedAt != nil } else { true }
    }

    static let undated = "not recorded"

    package var at: Int64 {
        switch self {
        case .turn(let row): row.at
        case .generation(let row): row.at
        case .session(let row): row.startedAt ?? 0
        case .finding(let row): row.at
        case .alert(let row): row.at
        }
    }

    package func key(by order: RowOrder) -> PageKey {
        switch self {
        case .turn(let row): order.key(of: row)
        case .generation(let row): order.key(of: row)
        case .session(let row): order.key(of: row)
        case .finding(let row): order.key(of: row)
        case .alert(let row): order.key(of: row)
        }
    }

    package var turn: TurnRow? {
        if case .turn(let row) = self { row } else { nil }
    }

    /// The turn that opens with the row; `nil` where there is none, or a generation has not found its turn yet.
    package var turnID: Int64? {
        switch self {
        case .turn(let row): row.id
        case .generation(let row): row.turnID
        case .finding(let row): row.turnID
        case .session, .alert: nil
        }
    }

    /// All that a turn or one answer wrote.
    var whole: Piece? {
        switch self {
        case .turn(let row): Piece(turn: row.id)
        case .generation(let row): row.turnID.map { Piece(turn: $0, generation: row.id) }
        case .session, .finding, .alert: nil
        }
    }

    /// The session it belongs to, where the row says it.
    var session: String? {
        switch self {
        case .turn(let row): row.session
        case .generation(let row): row.session
        case .session(let row): row.uid
        case .finding, .alert: nil
        }
    }

    package var title: String {
        switch self {
        case .turn(let row): row.title
        case .generation(let row): row.title ?? ""
        case .session(let row): row.title ?? ""
        case .finding(let row): row.message
        case .alert(let row): row.title
        }
    }

    /// `turn:4f2a91…`, as links name it.
    package var link: String {
        switch self {
        case .turn(let row): "turn:\(row.uid)"
        case .generation(let row): "generation:\(row.uid)"
        case .session(let row): "session:\(row.uid)"
        case .finding(let row): "finding:\(row.uid)"
        case .alert(let row): "alert:\(row.uid)"
        }
    }

    /// How many edits lie under it.
    var edits: Int { turn?.edits ?? 0 }

    var risk: Int? { turn?.risk }
}
