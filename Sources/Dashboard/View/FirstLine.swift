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

        var path = [Span("colophon", Style(.title)), Span(" ▸ ", .muted), Span(place, Style(.breadcrumb))]
        let names = state.screens.all.map(\.name).filter { !$0.isEmpty }
        for (index, name) in names.enumerated() {
            // Where one is matters more than where one came from.
            let isLast = index == names.count - 1
            path += [Span(" ▸ ", .muted), Span(isLast ? name : name.truncated(to: 24), Style(.breadcrumb))]
        }
        // A long name leaves room for what follows it, up to half of the line.
        let room = end - 1
        let left = max(room - after.reduce(0) { $0 + $1.text.displayWidth }, room / 2)
        let used = frame.put(path, row: 0, column: 1, width: left)
        frame.put(after, row: 0, column: 1 + used, width: room - used)
    }
}
