import Terminal

/// What stands where on the screen of a session: facts above as many as there is room for, then the turns.
struct SessionLayout: Equatable {
    /// The rows above the turns.
    let header: Int
    /// The rows for turns.
    let rows: Int
    let columns: Int

    init(size: Size, facts: Bool) {
        header = !facts ? 0 : size.rows >= 24 ? 4 : size.rows >= 14 ? 3 : size.rows >= 6 ? 1 : 0
        rows = max(size.rows - header, 0)
        columns = size.columns
    }

    var showsDays: Bool { rows >= 12 }
    /// What a line under a turn may take.
    var storyColumns: Int { max(columns - Self.indent - 1, 8) }
    static let indent = 4
}
