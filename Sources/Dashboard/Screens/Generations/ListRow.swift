package import Store

/// What the list lists.
package enum ListSubject: CaseIterable, Equatable, Sendable {
    /// Turns that wrote or touched a file.
    case code
    case turns
    case generations

    var next: ListSubject {
        switch self {
        case .code: .turns
        case .turns: .generations
        case .generations: .code
        }
    }

    /// `turn with code`, `turns with code`
    func noun(isOne: Bool) -> String {
        switch self {
        case .code: isOne ? "turn with code" : "turns with code"
        case .turns: isOne ? "turn" : "turns"
        case .generations: isOne ? "generation" : "generations"
        }
    }
}

/// A row of the list: a turn, or one generation.
package enum ListRow: Equatable, Sendable {
    case turn(TurnRow)
    case generation(GenerationRow)

    package var id: Int64 {
        switch self {
        case .turn(let row): row.id
        case .generation(let row): row.id
        }
    }

    package var at: Int64 {
        switch self {
        case .turn(let row): row.at
        case .generation(let row): row.at
        }
    }

    package var key: PageKey { PageKey(at: at, id: id) }

    package var turn: TurnRow? {
        if case .turn(let row) = self { row } else { nil }
    }

    /// The turn that opens with the row; `nil` for a generation that has not found its turn yet.
    package var turnID: Int64? {
        switch self {
        case .turn(let row): row.id
        case .generation(let row): row.turnID
        }
    }

    package var title: String {
        switch self {
        case .turn(let row): row.title
        case .generation(let row): row.title ?? ""
        }
    }

    /// How many edits lie under it.
    var edits: Int {
        switch self {
        case .turn(let row): row.edits
        case .generation: 0
        }
    }

    var risk: Int? { turn?.risk }
}
