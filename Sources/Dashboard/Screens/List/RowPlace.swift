/// A place in the list: a row, or one of the edits under it.
package struct RowPlace: Comparable, Hashable, Sendable {
    package var row: Int
    /// `nil` for the row itself.
    package var child: Int?

    package init(row: Int, child: Int? = nil) {
        self.row = row
        self.child = child
    }

    package static let first = RowPlace(row: 0)

    package static func < (left: RowPlace, right: RowPlace) -> Bool {
        (left.row, left.child ?? -1) < (right.row, right.child ?? -1)
    }
}
