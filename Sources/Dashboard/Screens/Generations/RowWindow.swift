import Store

/// The part of a long list that is in memory: rows that follow each other without a gap, newest first.
///
/// It grows at both ends by pages and forgets at the other end, so that it never holds more than `capacity`.
package struct RowWindow: Equatable, Sendable {
    static let capacity = 2000

    package private(set) var rows: [ListRow] = []
    /// Whether nothing newer, or older, than these rows was there when they were read.
    package private(set) var reachesNewest = false
    package private(set) var reachesOldest = false

    var isComplete: Bool { reachesNewest && reachesOldest }

    mutating func replace(_ rows: [ListRow], reachesNewest: Bool, reachesOldest: Bool) {
        self.rows = rows
        self.reachesNewest = reachesNewest
        self.reachesOldest = reachesOldest
    }

    /// - Returns: by how much the indexes of the rows that stay have grown.
    mutating func append(older: [ListRow], reachesOldest: Bool) -> Int {
        rows += older
        self.reachesOldest = reachesOldest
        let surplus = max(rows.count - Self.capacity, 0)
        if surplus > 0 {
            rows.removeFirst(surplus)
            reachesNewest = false
        }
        return -surplus
    }

    /// - Returns: by how much the indexes of the rows that stay have grown.
    mutating func prepend(newer: [ListRow], reachesNewest: Bool) -> Int {
        rows = newer + rows
        self.reachesNewest = reachesNewest
        if rows.count > Self.capacity {
            rows.removeLast(rows.count - Self.capacity)
            reachesOldest = false
        }
        return newer.count
    }

    /// Where the row stands, or if it is gone the one that took its place.
    func index(of key: PageKey) -> Int {
        let index = rows.firstIndex { ($0.at, $0.id) <= (key.at, key.id) } ?? rows.count - 1
        return max(index, 0)
    }
}
