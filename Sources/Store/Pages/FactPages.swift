/// Reads a stretch of time by its pages, and by rows where there are none.
struct FactPages {
    /// Milliseconds of a page, the first one from 1970 on.
    static let week: Int64 = 7 * 86_400_000

    let kind: FactKind
    /// As the table names it; nothing of what is packed of all together.
    let repository: String
    let statements: Statements

    /// Tells the parts of a stretch in the order of time.
    ///
    /// - Parameters:
    ///   - packed: takes the bytes of a week, and which part of the stretch is in it; `false` of damaged ones, of which
    ///     nothing was taken.
    ///   - rows: takes a part that is to be read row by row.
    func each(
        _ stretch: Range<Int64>, packed: (UnsafeRawBufferPointer, Range<Int64>) throws -> Bool,
        rows: (Range<Int64>) throws -> Void
    ) throws {
        // Of less than two weeks most of a page would be read for nothing.
        guard stretch.upperBound > 0, stretch.upperBound > stretch.lowerBound &+ 2 * Self.week else {
            return try rows(stretch)
        }
        let first = max(stretch.lowerBound, 0) / Self.week
        let last = (stretch.upperBound - 1) / Self.week
        let waiting = try statements.rows(
            "SELECT week FROM pending_page WHERE kind = ? AND repository = ? AND week BETWEEN ? AND ? ORDER BY week",
            [kind.rawValue, repository, first, last]
        ) { $0.number(0) }
        // Weeks that wait one after the other are read at once; so is what is older than 1970.
        var open: Range<Int64>? = stretch.lowerBound < 0 ? stretch.lowerBound..<0 : nil
        var place = 0
        func close() throws {
            if let part = open { try rows(part) }
            open = nil
        }
        func add(_ week: Int64) throws {
            let part = Self.stretch(of: week).clamped(to: stretch)
            if let before = open, before.upperBound == part.lowerBound {
                open = before.lowerBound..<part.upperBound
            } else {
                try close()
                open = part
            }
        }
        try statements.each(
            """
            SELECT week, bytes FROM fact_page WHERE kind = ? AND repository = ? AND week BETWEEN ? AND ? ORDER BY week
            """, [kind.rawValue, repository, first, last]
        ) { row in
            let week = row.number(0)
            while place < waiting.count, waiting[place] < week {
                try add(waiting[place])
                place += 1
            }
            if place < waiting.count, waiting[place] == week {
                try add(week)
                place += 1
                return
            }
            try close()
            let bytes = row.bytes(1)
            // None is packed of nothing.
            if try bytes.isEmpty || !packed(bytes, Self.stretch(of: week).clamped(to: stretch)) { try add(week) }
        }
        while place < waiting.count {
            try add(waiting[place])
            place += 1
        }
        try close()
    }

    static func stretch(of week: Int64) -> Range<Int64> {
        let (start, isOver) = week.multipliedReportingOverflow(by: Self.week)
        guard !isOver else { return Int64.max..<Int64.max }
        return start..<(start > .max - Self.week ? .max : start + Self.week)
    }
}
