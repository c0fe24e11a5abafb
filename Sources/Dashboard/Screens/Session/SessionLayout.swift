import Store
import Terminal

/// What stands where on the screen of a session: facts above as many as there is room for, then the turns.
struct SessionLayout: Equatable {
    /// The rows above the turns.
    let header: Int
    /// The rows for turns.
    let rows: Int
    let columns: Int

    init(size: Size, facts: SessionDetail?) {
        let lines = facts.map { SessionFacts.count(of: $0) } ?? 0
        // A line between them and the turns where there is room for it.
        header = lines == 0 || size.rows < 6 ? 0 : size.rows < 14 ? 1 : min(lines, size.rows < 24 ? 2 : 3) + 1
        rows = max(size.rows - header, 0)
        columns = size.columns
    }

    var showsDays: Bool { rows >= 12 }
    /// What a line under a turn may take.
    var storyColumns: Int { max(columns - Self.indent - 1, 8) }
    static let indent = 4
}
