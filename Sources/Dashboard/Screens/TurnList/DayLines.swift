/// How rows of several days lie on lines: each day begins with a line of its own, and so does the page.
///
///     ─ today ──────
///     row 0
///     row 1
///     ─ yesterday ──
///     row 2
struct DayLines {
    enum Line: Equatable {
        /// The day of this row.
        case day(of: Int)
        case row(Int)
    }

    let count: Int
    let height: Int
    /// The local day of a row; constant where days are not shown.
    let day: (Int) -> Int64
    let showsDays: Bool

    /// The lines of the page that begins with the row `top`.
    func lines(from top: Int) -> [Line] {
        var lines: [Line] = []
        guard count > 0, height > 0 else { return lines }
        var current: Int64?
        for row in max(top, 0)..<max(count, top, 0) {
            if showsDays {
                let day = day(row)
                if day != current {
                    // A day's name with no row under it says nothing.
                    guard lines.count + 1 < height else { break }
                    lines.append(.day(of: row))
                    current = day
                }
            }
            guard lines.count < height else { break }
            lines.append(.row(row))
        }
        return lines
    }

    /// The top nearest to the given one from which `selected` is on the page.
    func top(near top: Int, showing selected: Int) -> Int {
        // A page ends with the last row where there are rows enough to fill it: nothing hides above blank lines.
        let top = min(top, selected, leastTop(from: count - 1, limit: 0))
        guard selected > top else { return max(selected, 0) }
        return leastTop(from: selected, limit: top)
    }

    /// The first row of the page that ends with `last`, but none before `limit`.
    private func leastTop(from last: Int, limit: Int) -> Int {
        guard last > limit else { return max(last, 0) }
        var first = last
        var used = showsDays ? 2 : 1
        while first > limit {
            let isNewDay = showsDays && day(first - 1) != day(first)
            used += isNewDay ? 2 : 1
            if used > height { break }
            first -= 1
        }
        return max(first, limit)
    }
}
