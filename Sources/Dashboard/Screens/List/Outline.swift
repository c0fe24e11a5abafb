/// The order of a list's rows with the edits under those that are opened.
struct Outline {
    let count: Int
    /// How many edits are shown under a row.
    let children: (Int) -> Int

    var last: RowPlace { count > 0 ? end(of: count - 1) : .first }

    func after(_ place: RowPlace) -> RowPlace? {
        let next = (place.child ?? -1) + 1
        if next < children(place.row) { return RowPlace(row: place.row, child: next) }
        return place.row + 1 < count ? RowPlace(row: place.row + 1) : nil
    }

    func before(_ place: RowPlace) -> RowPlace? {
        if let child = place.child { return RowPlace(row: place.row, child: child > 0 ? child - 1 : nil) }
        return place.row > 0 ? end(of: place.row - 1) : nil
    }

    /// So many places further, or back where the number is negative; no farther than the ends.
    func moved(_ place: RowPlace, by steps: Int) -> RowPlace {
        var place = place
        for _ in 0..<abs(steps) {
            guard let next = steps < 0 ? before(place) : after(place) else { break }
            place = next
        }
        return place
    }

    /// The nearest place that is there.
    func clamped(_ place: RowPlace) -> RowPlace {
        guard count > 0 else { return .first }
        guard place.row < count else { return last }
        guard place.row >= 0 else { return .first }
        guard let child = place.child else { return place }
        let children = children(place.row)
        return RowPlace(row: place.row, child: children == 0 ? nil : min(max(child, 0), children - 1))
    }

    private func end(of row: Int) -> RowPlace {
        let children = children(row)
        return RowPlace(row: row, child: children > 0 ? children - 1 : nil)
    }
}
