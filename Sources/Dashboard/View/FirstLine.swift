import Store
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

        if let alarm = Self.alarm(state) {
            // Alerts are told at every size.
            let column = max(end - alarm.reduce(0) { $0 + $1.text.displayWidth }, 12)
            frame.put(alarm, row: 0, column: column, width: end - column)
            end = column - 2
        }

        let place = state.repository.map { Visible.text($0) } ?? "all"
        let top = state.screens.top
        var after: [Span] = []
        if !top.tally.isEmpty { after.append(Span("   " + top.tally, .muted)) }
        if let filter = top.filter, !filter.isEmpty { after.append(Span("   " + Visible.text(filter), Style(.input))) }
        if let ordering = top.ordering { after.append(Span("   " + ordering, .muted)) }
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

    /// `38 findings  5 alerts ▲1`; alerts alone where there is little room.
    private static func alarm(_ state: DashboardState) -> [Span]? {
        guard let standing = state.standing else { return nil }
        var spans: [Span] = []
        if state.size.columns >= 72, standing.openFindings > 0 {
            spans.append(Span(count(standing.openFindings, "finding"), .muted))
        }
        if standing.alerts > 0 {
            if !spans.isEmpty { spans.append(Span("  ")) }
            spans.append(Span(count(standing.alerts, "alert"), Style(.warning)))
            if standing.newAlerts > 0 {
                spans.append(Span((state.isPlain ? " new " : " ▲") + standing.newAlerts.grouped, Style(.severityHigh)))
            }
        }
        return spans.isEmpty ? nil : spans
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number.grouped)\(number >= Standing.limit ? "+" : "") \(noun)\(number == 1 ? "" : "s")"
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
