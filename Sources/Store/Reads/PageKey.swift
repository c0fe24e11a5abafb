/// Where a page begins: lists are ordered by time, then by row, newest first.
package struct PageKey: Equatable, Hashable, Sendable {
    package var at: Int64
    package var id: Int64

    package init(at: Int64, id: Int64) {
        self.at = at
        self.id = id
    }
}

/// Which way a page goes on from its key.
package enum PageDirection: Sendable {
    case older, newer
}
