/// A row of numbers as blocks of eight heights; a zero is a blank, the largest the full block.
enum Sparkline {
    private static let blocks = Array("▁▂▃▄▅▆▇█")

    /// - Parameter columns: neighbours are summed up where there are more numbers than columns.
    static func text(_ numbers: [Int], columns: Int) -> String {
        guard columns > 0, !numbers.isEmpty else { return "" }
        let bars = min(columns, numbers.count)
        let sums = (0..<bars).map { bar in
            numbers[numbers.count * bar / bars..<numbers.count * (bar + 1) / bars].reduce(0) { $0.adding($1) }
        }
        guard let most = sums.max(), most > 0 else { return String(repeating: " ", count: bars) }
        return String(
            sums.map { sum in
                sum <= 0 ? " " : blocks[min(Int(Double(sum) / Double(most) * 8 - 0.000_1), 7)]
            })
    }
}
