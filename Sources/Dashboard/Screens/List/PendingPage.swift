import Store

/// What a page that is under way is for.
struct PendingPage: Equatable {
    enum Purpose: Equatable {
        /// Replaces all rows; then the row with this key is selected, or the first.
        case reload(selecting: PageKey?)
        case last
        case older, newer
    }
    var ticket: Int
    var purpose: Purpose
    /// What is looked for.
    var query: Query

    /// What a list is narrowed to.
    struct Query: Equatable {
        var subject: ListSubject
        var filter: String
        var order: RowOrder
    }
}
