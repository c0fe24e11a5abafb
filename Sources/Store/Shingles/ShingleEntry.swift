/// One entry of the index from code to edits.
package struct ShingleEntry: Comparable, Hashable, Sendable {
    package var shingle: UInt32
    /// The row's id in this store.
    package var edit: Int64

    package init(shingle: UInt32, edit: Int64) {
        self.shingle = shingle
        self.edit = edit
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.shingle, one.edit) < (other.shingle, other.edit)
    }

    /// What more edits have than these says nothing of one of them: no more entries of a shingle are kept.
    package static let mostEdits = 65
}
