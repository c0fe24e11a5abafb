import Store
import Text

/// Writes a list page by page, so that a million rows need no more memory than fifty.
struct Listing {
    let output: OutputOptions
    let limit: Int

    private static let pageSize = 500

    /// - Parameter page: the rows after a key, with the key of each.
    mutating func write(
        _ columns: [OutputColumn], page: (PageKey?, Int) throws -> [(PageKey, [OutputValue])]
    ) throws {
        let width = Console.columns
        // A table on a narrow terminal shows fewer columns; every other form, and a pipe, gets them all.
        let places = output.format == .table ? width.map(columns.fitting(_:)) : nil
        var writer = output.format.writer(width: width)
        var sink: [UInt8] = []
        var left = limit == 0 ? Int.max : limit
        var key: PageKey?
        writer.begin(places.map { $0.map { columns[$0] } } ?? columns, to: &sink)
        while left > 0 {
            let count = min(left, Self.pageSize)
            let rows = try page(key, count)
            for (_, values) in rows { writer.row(places.map { $0.map { values[$0] } } ?? values, to: &sink) }
            Console.write(sink)
            sink.removeAll(keepingCapacity: true)
            guard rows.count == count, let last = rows.last else { break }
            key = last.0
            left -= rows.count
        }
        writer.end(to: &sink)
        Console.write(sink)
    }
}
