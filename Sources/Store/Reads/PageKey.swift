/// Where a page begins: a row's place in its list, by the value that the list is ordered by, then by time, then by row.
package struct PageKey: Equatable, Hashable, Sendable {
    /// `nil` where the list goes by time, or where the row has no value.
    package var value: SortValue?
    package var at: Int64
    package var id: Int64

    package init(value: SortValue? = nil, at: Int64, id: Int64) {
        self.value = value
        self.at = at
        self.id = id
    }
}

/// Which way a page goes on from its key: down the list, or up. Without a key it begins at the list's one end or the other.
package enum PageDirection: Sendable {
    case older, newer
}
