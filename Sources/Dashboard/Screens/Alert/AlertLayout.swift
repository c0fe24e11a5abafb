import Terminal
import Text

/// What stands where on the screen of an alert: what went wrong, its frames, under them what is told of one.
struct AlertLayout: Equatable {
    struct Part: Equatable {
        var start: Int
        var rows: Int
    }

    /// What went wrong; then when, where and at which commit, where there is room.
    let header: Int
    /// Whether the columns have titles.
    let hasTitles: Bool
    let lines: Part
    /// Whether the frames that are not shown are counted under the others.
    let hasHidden: Bool
    /// The row of the title over what is told.
    let rule: Int
    let told: Part

    init(size: Size, page: AlertPage?) {
        let count = page?.lines.count ?? 0
        let isRoomy = size.rows >= 14
        // Why the lines are read at that commit takes a second row where there is one.
        let isLong = (page?.revision?.displayWidth ?? 0) > size.columns - 2
        header = !isRoomy ? 1 : size.rows >= 20 && isLong ? 4 : 3
        hasTitles = isRoomy && count > 0
        hasHidden = isRoomy && (page?.hidden ?? 0) > 0
        let start = header + (hasTitles ? 1 : 0)
        let left = max(size.rows - start - (hasHidden ? 1 : 0) - 1, 0)
        // The line that failed and who called it are always there; what is told of them needs more room than the rest.
        let most = max(left * 2 / 5, min(2, left))
        lines = Part(start: start, rows: min(count, most))
        rule = start + lines.rows + (hasHidden ? 1 : 0)
        told = Part(start: rule + 1, rows: max(size.rows - rule - 1, 0))
    }
}
