import Store

/// What a person has marked, in that order: rows, and edits under the turns that are opened.
package struct Marks: Equatable, Sendable {
    struct Mark: Equatable, Sendable {
        var row: ListRow
        /// The edit under the row, where that is marked alone.
        var edit: EditRow?

        var link: String { edit.map { "edit:\($0.uid)" } ?? row.link }

        var piece: Piece? {
            guard let edit else { return row.whole }
            return row.turnID.map { Piece(turn: $0, edit: edit.id) }
        }

        static func isEarlier(_ left: Mark, _ right: Mark) -> Bool {
            (left.row.at, left.row.id, left.edit?.at ?? 0, left.edit?.id ?? 0)
                < (right.row.at, right.row.id, right.edit?.at ?? 0, right.edit?.id ?? 0)
        }
    }

    /// More than anybody marks one by one.
    static let limit = 1000

    private(set) var all: [Mark] = []

    var isEmpty: Bool { all.isEmpty }
    var count: Int { all.count }
    var links: [String] { all.map(\.link) }

    /// The rows that are marked, or of which an edit is.
    var rows: [ListRow] {
        var seen: Set<String> = []
        return all.map(\.row).filter { seen.insert($0.link).inserted }
    }

    func contains(_ row: ListRow, _ edit: EditRow? = nil) -> Bool {
        let link = Mark(row: row, edit: edit).link
        return all.contains { $0.link == link }
    }

    mutating func toggle(_ row: ListRow, _ edit: EditRow? = nil) {
        let mark = Mark(row: row, edit: edit)
        if let known = all.firstIndex(where: { $0.link == mark.link }) {
            all.remove(at: known)
        } else if all.count < Self.limit {
            all.append(mark)
        }
    }

    mutating func removeAll() { all.removeAll() }
}
