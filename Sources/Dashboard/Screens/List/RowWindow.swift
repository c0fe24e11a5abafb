import Store

/// The part of a long list that is in memory: rows that follow each other without a gap.
///
/// It grows at both ends by pages and forgets at the other end, so that it never holds more than `capacity`.
package struct RowWindow: Equatable, Sendable {
    static let capacity = 2000

    package private(set) var rows: [ListRow] = []
    /// How many rows stand before these, where that is known.
    package private(set) var offset: Int?
    /// Whether nothing stood before, or after, these rows when they were read.
    package private(set) var reachesNewest = false
    package private(set) var reachesOldest = false

    var isComplete: Bool { reachesNewest && reachesOldest }

    mutating func replace(_ rows: [ListRow], offset: Int? = nil, reachesNewest: Bool, reachesOldest: Bool) {
        self.rows = rows
        self.reachesNewest = reachesNewest
        self.reachesOldest = reachesOldest
        self.offset = reachesNewest ? 0 : offset
    }

    /// The end of a list of so many rows is in memory.
    mutating func place(amongAll count: Int) {
        if offset == nil, reachesOldest { offset = max(count - rows.count, 0) }
    }

    /// Rows that are other than they were, each in its place.
    mutating func update(_ changed: [ListRow]) {
        for row in changed { if let place = rows.firstIndex(where: { $0.link == row.link }) { rows[place] = row } }
    }

    /// - Returns: by how much the indexes of the rows that stay have grown.
    mutating func append(older: [ListRow], reachesOldest: Bool) -> Int {
        rows += older
        self.reachesOldest = reachesOldest
        let surplus = max(rows.count - Self.capacity, 0)
        if surplus > 0 {
            rows.removeFirst(surplus)
            reachesNewest = false
            offset = offset.map { $0 + surplus }
        }
        return -surplus
    }

    /// - Returns: by how much the indexes of the rows that stay have grown.
    mutating func prepend(newer: [ListRow], reachesNewest: Bool) -> Int {
        rows = newer + rows
        self.reachesNewest = reachesNewest
        offset = reachesNewest ? 0 : offset.map { max($0 - newer.count, 0) }
        if rows.count > Self.capacity {
            rows.removeLast(rows.count - Self.capacity)
            reachesOldest = false
        }
        return newer.count
    }

    /// Where the row stands, or if it is gone the one that took its place.
    func index(of key: PageKey, by order: RowOrder) -> Int {
        let index = rows.firstIndex { !order.precedes($0.key(by: order), key) } ?? rows.count - 1
        return max(index, 0)
    }
}
