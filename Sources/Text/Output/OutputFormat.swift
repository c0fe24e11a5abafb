/// How a list is written: for people (`table`), for programs (`csv`, `json`), for an issue or a page (`markdown`).
package enum OutputFormat: String, CaseIterable, Sendable {
    case table, csv, json, markdown

    /// A writer for one list.
    ///
    /// - Parameters:
    ///   - width: Columns of the terminal, which a table keeps to; nil for a pipe, where nothing is cut.
    ///   - clock: The zone in which people read times; programs get UTC.
    package func writer(width: Int? = nil, clock: TimeZoneClock = .local) -> any RowWriter {
        switch self {
        case .table: TableWriter(width: width, clock: clock)
        // A CSV that a person looks at must not speak to the terminal; one in a pipe is for programs and says all.
        case .csv: CSVWriter(isSafeToPrint: width != nil)
        case .json: JSONRowWriter()
        case .markdown: MarkdownWriter(clock: clock)
        }
    }
}

/// Writes rows as bytes, as they come: `begin` once, `row` for each, `end` once.
///
/// The sink is the caller's, who sends the bytes on and empties it whenever that suits.
///
///     var writer = format.writer(width: terminal?.width)
///     writer.begin(columns, to: &bytes)
///     for row in rows { writer.row(row.values, to: &bytes) }
///     writer.end(to: &bytes)
package protocol RowWriter {
    mutating func begin(_ columns: [OutputColumn], to sink: inout [UInt8])
    /// A row shorter than the columns is filled with nulls; what is beyond them is left out.
    mutating func row(_ values: [OutputValue], to sink: inout [UInt8])
    mutating func end(to sink: inout [UInt8])
}

/// What a list says of one of its columns.
package struct OutputColumn: Hashable, Sendable {
    /// For programs: the JSON key and the heading in CSV.
    package var name: String
    /// For people.
    package var title: String
    package var alignment: Alignment
    /// Columns of the terminal that a table leaves to it when it shrinks.
    package var minimumWidth: Int
    /// Whether a table may cut its text to fit.
    package var isFlexible: Bool
    /// Which columns a narrow table leaves out first: the highest; 0 stays always.
    package var rank: Int

    package init(
        _ name: String, title: String? = nil, alignment: Alignment = .leading, minimumWidth: Int = 4,
        isFlexible: Bool = false, rank: Int = 0
    ) {
        self.name = name
        self.title = title ?? name
        self.alignment = alignment
        self.minimumWidth = minimumWidth
        self.isFlexible = isFlexible
        self.rank = rank
    }
}

extension [OutputColumn] {
    /// The places of the columns for which a table of so many terminal columns has room.
    package func fitting(_ width: Int) -> [Int] {
        var kept = [Int](indices)
        while kept.count > 1, kept.reduce(-2, { $0 + self[$1].leastWidth + 2 }) > width,
            let next = kept.max(by: { self[$0].rank < self[$1].rank }), self[next].rank > 0
        {
            kept.removeAll { $0 == next }
        }
        return kept
    }
}

extension OutputColumn {
    fileprivate var leastWidth: Int { Swift.max(minimumWidth, isFlexible ? 0 : title.displayWidth) }
}
