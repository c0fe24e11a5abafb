import Store

/// What a page that is under way is for.
struct PendingPage: Equatable {
    enum Purpose: Equatable {
        /// Replaces all rows; then the row with this key is selected, or the first. So many rows stand before them, as far
        /// as is known.
        case reload(selecting: PageKey?, offset: Int? = nil)
        /// Replaces all rows; the first is selected, unless somebody has gone elsewhere meanwhile.
        case newest
        case last
        case older, newer
    }
    var ticket: Int
    var purpose: Purpose
    /// What is looked for.
    var query: Query
    /// Where the selection stood when it was asked for.
    var selected: RowPlace

    /// What a list is narrowed to.
    struct Query: Equatable {
        var subject: ListSubject
        var filter: String
        var order: RowOrder
    }
}
