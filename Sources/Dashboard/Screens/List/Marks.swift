/// The rows that a person has marked, in that order.
package struct Marks: Equatable, Sendable {
    /// More than anybody marks one by one.
    static let limit = 1000

    private(set) var rows: [ListRow] = []

    var isEmpty: Bool { rows.isEmpty }
    var count: Int { rows.count }

    func contains(_ row: ListRow) -> Bool { rows.contains { $0.link == row.link } }

    mutating func toggle(_ row: ListRow) {
        if let known = rows.firstIndex(where: { $0.link == row.link }) {
            rows.remove(at: known)
        } else if rows.count < Self.limit {
            rows.append(row)
        }
    }

    mutating func removeAll() { rows.removeAll() }
}
