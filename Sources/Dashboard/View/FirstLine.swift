import Terminal
import Text

/// `colophon ▸ shop   200+ turns   model:opus*            12:43 last write`
enum FirstLine {
    static func draw(_ state: DashboardState, now: Int64, on frame: inout Frame) {
        let width = frame.size.columns
        var right = ""
        if let lastWrite = state.lastWrite { right = "\(state.clock.short(lastWrite, now: now)) last write" }
        // The path matters more than the time.
        var end = width - 1
        if width >= 60, !right.isEmpty {
            let column = width - 1 - right.displayWidth
            frame.put(right, row: 0, column: column, style: .muted)
            end = column - 2
        }

        let place = state.repository.map { Visible.text($0) } ?? "all"
        let top = state.screens.top
        var after: [Span] = []
        if !top.tally.isEmpty { after.append(Span("   " + top.tally, .muted)) }
        if let filter = top.filter, !filter.isEmpty { after.append(Span("   " + Visible.text(filter), Style(.input))) }
        if top.isSearching { after.append(Span("   searching…", Style(.note))) }

        // A long name leaves room for what follows it, up to half of the line.
        let room = end - 1
        let left = max(room - after.reduce(0) { $0 + $1.text.displayWidth }, room / 2)
        let names = state.screens.all.map(\.name).filter { !$0.isEmpty }
        // Where one is matters more than where one came from: what lies between gives way for the first words of it.
        let limits = [Int.max, 24, 12, 1]
        let limit = limits.first { limit in
            let last = max((names.last?.displayWidth ?? 0) - 24, 0)
            return crumbs(place, names, limit: limit).reduce(0) { $0 + $1.text.displayWidth } - last <= left
        }
        let used = frame.put(crumbs(place, names, limit: limit ?? 1), row: 0, column: 1, width: left)
        frame.put(after, row: 0, column: 1 + used, width: room - used)
    }

    /// - Parameter limit: the columns of the name of a screen that is not the last.
    private static func crumbs(_ place: String, _ names: [String], limit: Int) -> [Span] {
        var crumbs = [Span("colophon", Style(.title)), Span(" ▸ ", .muted), Span(place, Style(.breadcrumb))]
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            crumbs += [Span(" ▸ ", .muted), Span(isLast ? name : name.truncated(to: limit), Style(.breadcrumb))]
        }
        return crumbs
    }
}
