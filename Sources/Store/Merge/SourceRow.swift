import GRDB

/// A row that may hold any type in any column: a foreign file is not believed.
protocol NamedValues {
    func raw(_ column: String) -> DatabaseValue
}

/// A row of the source that outlives its cursor, its columns found by a table that all rows of a query share.
struct SourceRow: NamedValues {
    private let values: [DatabaseValue]
    private let places: [String: Int]

    init(_ row: Row, places: [String: Int]) {
        values = Array(row.databaseValues)
        self.places = places
    }

    static func places(in row: Row) -> [String: Int] {
        Dictionary(row.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(column: String) -> DatabaseValue { places[column].map { values[$0] } ?? .null }

    func raw(_ column: String) -> DatabaseValue { self[column] }
}

extension Row: NamedValues {
    func raw(_ column: String) -> DatabaseValue { self[column] }
}
