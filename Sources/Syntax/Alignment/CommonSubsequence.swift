/// The longest common subsequence of two short sequences, by the textbook's table.
enum CommonSubsequence {
    /// Larger tables are not filled.
    static let mostCells = 40_000

    /// - Parameter take: each pair of equal places, the last first.
    static func pairs(
        _ one: ArraySlice<UInt64>, _ other: ArraySlice<UInt64>, take: (Int, Int) -> Void
    ) {
        let (rows, columns) = (one.count, other.count)
        guard rows > 0, columns > 0, rows * columns <= mostCells else { return }
        let width = columns + 1
        var lengths = [UInt16](repeating: 0, count: (rows + 1) * width)
        for row in 0..<rows {
            let token = one[one.startIndex + row]
            for column in 0..<columns {
                lengths[(row + 1) * width + column + 1] =
                    token == other[other.startIndex + column]
                    ? lengths[row * width + column] + 1
                    : max(lengths[row * width + column + 1], lengths[(row + 1) * width + column])
            }
        }
        var (row, column) = (rows, columns)
        while row > 0, column > 0 {
            if one[one.startIndex + row - 1] == other[other.startIndex + column - 1] {
                row -= 1
                column -= 1
                take(one.startIndex + row, other.startIndex + column)
            } else if lengths[(row - 1) * width + column] >= lengths[row * width + column - 1] {
                row -= 1
            } else {
                column -= 1
            }
        }
    }
}
