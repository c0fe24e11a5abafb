import Store
import Terminal
import Text

/// What has to be said: that the store is a demo, what happened since the last visit, and the last notice over it.
enum SecondLine {
    static func draw(_ state: DashboardState, now: Int64, on frame: inout Frame) {
        if state.isPlain { return drawPlainly(state, now: now, on: &frame) }
        var column = 1
        if state.isDemo {
            column += frame.put(" DEMO ", row: 1, column: column, style: Style(.demo)) + 1
        }
        let width = frame.size.columns - column - 1
        if let notice = state.notice {
            frame.put(
                Visible.text(notice.text), row: 1, column: column, width: width,
                style: Style(notice.isError ? .error : .note), ellipsis: true)
        } else if state.isDemo {
            frame.put(
                "made-up turns, to look around in; yours come with 'colophon ingest'", row: 1, column: column,
                width: width, style: .muted, ellipsis: true)
        } else if let news = state.news {
            frame.put(words(of: news, state.clock, now: now), row: 1, column: column, width: width)
        }
    }

    /// `3 of 200+. Demo. 1,204 turns written`: where one is, and what has to be said, in words alone.
    private static func drawPlainly(_ state: DashboardState, now: Int64, on frame: inout Frame) {
        let top = state.screens.top
        var words: [String] = []
        if let notice = state.notice { words.append((notice.isError ? "error: " : "") + Visible.text(notice.text)) }
        if let overview = top as? OverviewScreen { words.append("pane \(overview.focus.title)") }
        if !top.position.isEmpty { words.append(top.position) }
        if top.isSearching { words.append("searching") }
        if state.isDemo { words.append("demo, made-up turns") }
        if state.notice == nil, let news = state.news {
            words.append(self.words(of: news, state.clock, now: now, isPlain: true).map(\.text).joined())
        }
        let style = Style(state.notice.map { $0.isError ? .error : .note } ?? .note)
        frame.put(
            words.joined(separator: ". "), row: 1, column: 1, width: frame.size.columns - 2, style: style,
            ellipsis: true)
    }

    /// `since yesterday 18:02: 14 turns, 2 high findings, 1 rejected`
    private static func words(of news: News, _ clock: WallClock, now: Int64, isPlain: Bool = false) -> [Span] {
        let moment = clock.moment(news.since, now: now)
        guard !news.isEmpty else { return [Span("nothing new since \(moment)", .muted)] }
        var spans = [Span("since \(moment): ", .muted), Span(count(news.turns, "turn"))]
        if news.graveFindings > 0 {
            spans += [
                Span(", "),
                Span((isPlain ? "" : "▲ ") + count(news.graveFindings, "high finding"), Style(.severityHigh)),
            ]
        }
        if news.rejected > 0 {
            spans += [Span(", "), Span("\(news.rejected.grouped) rejected", Style(.statusRejected))]
        }
        return spans
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number.grouped)\(number >= News.limit ? "+" : "") \(noun)\(number == 1 ? "" : "s")"
    }
}
