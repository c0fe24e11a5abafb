// What the keys of moving mean where rows are gone through.
extension Action {
    /// How many rows down it goes, up where negative, of which a page holds so many; `nil` for what goes to an end or is no
    /// moving.
    func steps(page: Int) -> Int? {
        switch self {
        case .down: 1
        case .up: -1
        case .halfPageDown: max(page / 2, 1)
        case .halfPageUp: -max(page / 2, 1)
        case .pageDown: page
        case .pageUp: -page
        default: nil
        }
    }

    /// Where it goes from a row, perhaps beyond the ends, which who takes it knows; the row itself where it is no moving.
    func moved(_ row: Int, page: Int) -> Int {
        switch self {
        case .first: 0
        case .last: .max / 2
        default: row + (steps(page: page) ?? 0)
        }
    }
}
