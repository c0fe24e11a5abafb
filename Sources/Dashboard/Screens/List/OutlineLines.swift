/// How rows of several days, and the edits of opened ones, lie on lines: each day begins with a line of its own, and so
/// does the page.
///
///     ─ today ──────
///     row 0
///        edit 0
///     row 1
///     ─ yesterday ──
///     row 2
struct OutlineLines {
    enum Line: Equatable {
        /// The heading of this row's day or group.
        case day(of: Int)
        case place(RowPlace)
    }

    let outline: Outline
    let height: Int
    /// The local day of a row, or another group that it is of.
    let day: (Int) -> Int64
    let showsDays: Bool

    /// The lines of the page that begins with the place `top`.
    func lines(from top: RowPlace) -> [Line] {
        var lines: [Line] = []
        guard outline.count > 0, height > 0 else { return lines }
        var current: Int64?
        var next: RowPlace? = outline.clamped(top)
        while let place = next {
            if showsDays {
                let day = day(place.row)
                if day != current {
                    // A day's name with no row under it says nothing.
                    guard lines.count + 1 < height else { break }
                    lines.append(.day(of: place.row))
                    current = day
                }
            }
            guard lines.count < height else { break }
            lines.append(.place(place))
            next = outline.after(place)
        }
        return lines
    }

    /// The top nearest to the given one from which `selected` is on the page.
    func top(near top: RowPlace, showing selected: RowPlace) -> RowPlace {
        // A page ends with the last row where there are rows enough to fill it: nothing hides above blank lines.
        let top = min(top, selected, leastTop(from: outline.last, limit: .first))
        guard selected > top else { return max(selected, .first) }
        return leastTop(from: selected, limit: top)
    }

    /// The first place of the page that ends with `last`, but none before `limit`.
    private func leastTop(from last: RowPlace, limit: RowPlace) -> RowPlace {
        guard last > limit else { return max(last, .first) }
        var first = last
        var used = showsDays ? 2 : 1
        while first > limit, let previous = outline.before(first) {
            let isNewDay = showsDays && previous.row != first.row && day(previous.row) != day(first.row)
            used += isNewDay ? 2 : 1
            if used > height { break }
            first = previous
        }
        return max(first, limit)
    }
}
