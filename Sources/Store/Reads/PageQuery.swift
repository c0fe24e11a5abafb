import GRDB

/// Reads one page of a list, ordered by any of its columns, from a key down or up.
///
/// The list is cut into stretches: one for each value that is walked, one for all values that are not, one for rows without
/// a value. Within a stretch, the page is found by its key; where it ends before the page is full, the next one goes on.
struct PageQuery {
    let table: ListTable
    /// Reads rows by the alias of the table.
    let select: String
    let matches: FilterSQL
    let order: RowOrder
    let limit: Int

    private struct Stretch {
        var condition: FilterSQL
        var value: SortValue?
        /// The expression that orders the rows of it, beside their time.
        var scanned: String?
    }

    func fetch(_ db: Database, from key: PageKey?, _ direction: PageDirection) throws -> [Row] {
        guard let column = SortColumn.of(order.column, in: table) else { return [] }
        let isDown = direction == .older
        var stretches = try self.stretches(column, db)
        if !isDown { stretches.reverse() }
        var rows: [Row] = []
        var key = key
        if let start = key { stretches.removeFirst(self.place(of: start, in: stretches, isDown: isDown)) }
        for stretch in stretches where rows.count < limit {
            rows += try fetch(
                stretch, db, from: key.flatMap { holds($0, stretch) ? $0 : nil }, isDown, limit - rows.count)
            key = nil
        }
        return isDown ? rows : rows.reversed()
    }

    private func stretches(_ column: SortColumn, _ db: Database) throws -> [Stretch] {
        switch column {
        case .time: return [Stretch(condition: "1")]
        case .scan(let expression):
            return [
                Stretch(condition: "\(literal: expression) IS NOT NULL", scanned: expression),
                Stretch(condition: "\(literal: expression) IS NULL"),
            ]
        case .walk(let name, let values):
            var stretches = try self.values(values, db).map { value in
                switch value {
                case .integer(let number):
                    Stretch(condition: "\(literal: name) = \(number)", value: value)
                case .text(let text): Stretch(condition: "\(literal: name) = \(text)", value: value)
                }
            }
            if order.isDescending { stretches.reverse() }
            return stretches + [Stretch(condition: "\(literal: name) IS NULL")]
        }
    }

    private func values(_ values: SortColumn.Values, _ db: Database) throws -> [SortValue] {
        switch values {
        case .known(let values): return values
        case .distinct(let table, let column):
            return try String.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE name(text) AS (
                        SELECT min(\(column)) FROM \(table)
                        UNION ALL SELECT (SELECT min(\(column)) FROM \(table) WHERE \(column) > text)
                        FROM name WHERE text IS NOT NULL)
                    SELECT text FROM name WHERE text IS NOT NULL
                    """
            ).map { .text($0) }
        }
    }

    private func holds(_ key: PageKey, _ stretch: Stretch) -> Bool {
        if order.column == .time { return true }
        return stretch.scanned != nil ? key.value != nil : key.value == stretch.value
    }

    /// The first stretch that holds what comes after the key. The key's own value may be gone from the list meanwhile.
    private func place(of key: PageKey, in stretches: [Stretch], isDown: Bool) -> Int {
        if let own = stretches.firstIndex(where: { holds(key, $0) }) { return own }
        let probe = PageKey(value: key.value, at: .min, id: .min)
        let next = stretches.firstIndex { stretch in
            let start = PageKey(value: stretch.value, at: .min, id: .min)
            return isDown ? order.precedes(probe, start) : order.precedes(start, probe)
        }
        return next ?? stretches.count
    }

    private func fetch(
        _ stretch: Stretch, _ db: Database, from key: PageKey?, _ isDown: Bool, _ limit: Int
    ) throws -> [Row] {
        // Newest first within equal values; by time alone the other way round turns that, too.
        let isNewestFirst = (order.column == .time && order.isReversed) != isDown
        let (time, id) = (table.time, table.id)
        var condition: FilterSQL = "\(matches) AND \(stretch.condition)"
        var terms = ["\(time) \(isNewestFirst ? "DESC" : "ASC")", "\(id) \(isNewestFirst ? "DESC" : "ASC")"]
        if let scanned = stretch.scanned {
            terms.insert("\(scanned) \(order.isDescending == isDown ? "DESC" : "ASC")", at: 0)
        }
        if let key {
            let after: FilterSQL =
                "(\(literal: time), \(literal: id)) \(literal: isNewestFirst ? "<" : ">") (\(key.at), \(key.id))"
            condition = "\(condition) AND \(beyond(key, after, stretch, isDown))"
        }
        let ordered = "ORDER BY " + terms.joined(separator: ", ")
        // First the page, then what stands beside it: with joins in the way SQLite would sort every match of an
        // index that it walks value by value, instead of leaving each value as soon as the page is full.
        let sql = """
            \(select) WHERE \(id) IN (SELECT \(id) FROM \(table.clause) WHERE \(condition.sql) \(ordered) LIMIT ?)
            \(ordered)
            """
        let arguments = condition.arguments.map(\.databaseValue) + [limit.databaseValue]
        return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
    }

    private func beyond(_ key: PageKey, _ after: FilterSQL, _ stretch: Stretch, _ isDown: Bool) -> FilterSQL {
        guard let scanned = stretch.scanned, let value = key.value else { return after }
        let sign = order.isDescending == isDown ? "<" : ">"
        return switch value {
        case .integer(let number):
            """
            (\(literal: scanned) \(literal: sign) \(number) OR \(literal: scanned) = \(number) AND \(after))
            """
        case .text(let text):
            "(\(literal: scanned) \(literal: sign) \(text) OR \(literal: scanned) = \(text) AND \(after))"
        }
    }
}
