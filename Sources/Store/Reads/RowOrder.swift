/// What a list is ordered by. Of equal values the newest comes first, and what has no value comes last, either way round.
package struct RowOrder: Hashable, Sendable {
    package enum Column: String, CaseIterable, Sendable {
        case time, risk, severity, model, agent, file, rule, lines, tokens, duration, status, title
    }

    package var column: Column
    /// Against the natural way round: oldest, least or Z first.
    package var isReversed: Bool

    package init(_ column: Column = .time, isReversed: Bool = false) {
        self.column = column
        self.isReversed = isReversed
    }

    package static let newestFirst = RowOrder()

    /// Whether larger values come before smaller ones.
    var isDescending: Bool { column.isDescending != isReversed }
}

extension RowOrder.Column {
    /// The natural way round: newest, gravest and most first, but words from A on.
    var isDescending: Bool {
        switch self {
        case .time, .risk, .severity, .lines, .tokens, .duration: true
        case .model, .agent, .file, .rule, .status, .title: false
        }
    }
}

/// The value by which a row stands where it does; `nil` for none.
package enum SortValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)

    /// As SQLite orders them.
    static func precedes(_ one: SortValue, _ other: SortValue) -> Bool {
        switch (one, other) {
        case (.integer(let one), .integer(let other)): one < other
        case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
        case (.integer, .text): true
        case (.text, .integer): false
        }
    }
}

extension RowOrder {
    /// Whether a row with the first key stands before one with the second.
    package func precedes(_ one: PageKey, _ other: PageKey) -> Bool {
        if column == .time { return isReversed ? one.isOlder(than: other) : other.isOlder(than: one) }
        switch (one.value, other.value) {
        case (nil, nil): return other.isOlder(than: one)
        case (nil, _): return false
        case (_, nil): return true
        case (let left?, let right?):
            if left == right { return other.isOlder(than: one) }
            return precedes(left, right) != isDescending
        }
    }
}

extension RowOrder {
    /// A key that no row has, right before this one: a page that begins after it begins with this row.
    package func justBefore(_ key: PageKey) -> PageKey {
        var before = key
        if column == .time, isReversed {
            if key.id > .min { before.id -= 1 }
        } else if key.id < .max {
            before.id += 1
        }
        return before
    }

    private func precedes(_ one: SortValue, _ other: SortValue) -> Bool {
        // The words of severities stand in an order of their own.
        if column == .severity, case .text(let one) = one, case .text(let other) = other {
            let ranks = SortColumn.severities
            return (ranks.firstIndex(of: one) ?? -1) < (ranks.firstIndex(of: other) ?? -1)
        }
        return SortValue.precedes(one, other)
    }
}

extension PageKey {
    fileprivate func isOlder(than other: PageKey) -> Bool { (at, id) < (other.at, other.id) }
}
