import Flows
import Terminal

/// What stands where: the table alone where there is little room, else the course and the funnel below it.
struct PipelineLayout {
    let size: Size
    /// Rows of the table, its titles not counted.
    let tableRows: Int
    /// Rows of what stands below, its rule counted; 0 where there is none.
    let lowerRows: Int
    /// Columns of the course; the rest is the funnel's.
    let chartColumns: Int
    /// What is not up to date, below the table where all of it has room, else as much of it as three rows hold.
    let notes: [String]

    init(_ size: Size, _ account: PipelineAccount?) {
        self.size = size
        let tiles = account?.tiles.count ?? 0
        let isWide = size.columns >= 100 && size.rows >= 26
        let lines = (account?.notes ?? []).flatMap { Wrapping.lines(ofText: $0, columns: max(size.columns - 3, 10)) }
        notes = tiles == 0 || size.rows < 16 ? [] : Array(lines.prefix(3))
        lowerRows = isWide ? min(max(size.rows - 1 - tiles - notes.count, 12), size.rows / 2, 22) : 0
        tableRows = max(size.rows - 1 - lowerRows - notes.count, 0)
        let hasFunnel = account?.stages.isEmpty == false
        chartColumns = hasFunnel ? size.columns - 42 : size.columns
    }
}
