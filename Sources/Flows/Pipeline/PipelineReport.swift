package import Metrics
import Text

/// The scoreboard as one page of HTML with charts, which needs nothing beside itself.
package struct PipelineReport {
    private let board: Scoreboard
    private let account: PipelineAccount
    private let title: String
    /// The periods in words.
    private let span: String
    private let day: (Int64) -> String

    /// - Parameter day: writes a moment as a day.
    package init(
        board: Scoreboard, account: PipelineAccount, title: String, span: String, day: @escaping (Int64) -> String
    ) {
        self.board = board
        self.account = account
        self.title = title
        self.span = span
        self.day = day
    }

    package var html: String {
        let rows = board.rows.map(row).joined()
        let charts = account.tiles.filter { !$0.isControl && $0.series.contains { $0.value != nil } }.map(chart)
            .joined()
        let definitions = board.rows.filter { !$0.isControl }.compactMap {
            PipelineMetric(rawValue: $0.name)?.definition
        }
        let meanings = definitions.map {
            "<dt>\(Self.plain($0.title))</dt><dd>\(Self.plain($0.meaning)) \(Self.plain($0.counting)) Source: \(Self.plain($0.source)). \(Self.plain($0.caution))</dd>"
        }.joined(separator: "\n")
        let sentences = (board.sentences + board.notes).map { "<p>\(Self.plain($0))</p>" }.joined(separator: "\n")
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.plain(title))</title>
            <style>\(Self.style)</style></head>
            <body><main>
            <h1>\(Self.plain(title))</h1>
            <p class="span">\(Self.plain(span))</p>
            \(sentences)
            <div class="scroll"><table><thead><tr><th>figure</th><th>before</th><th>after</th><th>change</th><th>95 % interval</th><th>n</th><th>verdict</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            <div class="charts">\(charts)</div>
            <h2>What the figures mean</h2>
            <dl>\(meanings)</dl>
            <p class="span">A change is told only where its interval leaves out "no change", with all figures taken together (Holm). Changes without generated code are the control.</p>
            </main></body></html>

            """
    }

    private func row(_ row: ScoreRow) -> String {
        let cells = [
            row.isControl ? "without generated code" : row.title, FigureWords.figure(row.before, row),
            FigureWords.figure(row.after, row), FigureWords.change(row.comparison),
            FigureWords.interval(row.comparison),
            FigureWords.counts(row), FigureWords.verdict(row.verdict),
        ]
        let name = row.isControl ? " class=\"control\"" : ""
        return "<tr\(name)>" + cells.map { "<td>\(Self.plain($0))</td>" }.joined() + "</tr>\n"
    }

    /// Width and height of a chart's inside, and the space left of it for numbers.
    private static let (width, height, left) = (420.0, 120.0, 52.0)

    private func chart(_ tile: PipelineAccount.Tile) -> String {
        let points = tile.series
        let most = points.compactMap { $0.high ?? $0.value }.max() ?? 1
        let scale = most > 0 ? most : 1
        func x(_ place: Int) -> Double { Self.left + (Double(place) + 0.5) / Double(points.count) * Self.width }
        func y(_ value: Double) -> Double { 8 + (1 - value / scale) * Self.height }
        func text(_ value: Double) -> String { String((value * 10).rounded() / 10) }
        var bars = ""
        var lines: [[String]] = [[]]
        for (place, point) in points.enumerated() {
            if let low = point.low, let high = point.high {
                bars +=
                    "<line class=\"half\" x1=\"\(text(x(place)))\" x2=\"\(text(x(place)))\" y1=\"\(text(y(low)))\" y2=\"\(text(y(high)))\"/>"
            }
            guard let value = point.value else {
                if lines.last?.isEmpty == false { lines.append([]) }
                continue
            }
            lines[lines.count - 1].append("\(text(x(place))),\(text(y(value)))")
            bars +=
                "<circle cx=\"\(text(x(place)))\" cy=\"\(text(y(value)))\" r=\"2.5\"><title>\(Self.plain(FigureWords.number(tile.isShare ? value * 100 : value))), n \(point.count)</title></circle>"
        }
        let paths = lines.filter { $0.count > 1 }.map { "<polyline points=\"\($0.joined(separator: " "))\"/>" }.joined()
        let share = Double(account.split - account.from) / Double(max(account.to - account.from, 1))
        let split = text(Self.left + share * Self.width)
        let bottom = text(8 + Self.height)
        let top = FigureWords.number(tile.isShare ? scale * 100 : scale)
        let name = "\(tile.title), \(tile.unit)"
        return """
            <figure><figcaption>\(Self.plain(name))</figcaption>
            <svg viewBox="0 0 \(Int(Self.left + Self.width + 8)) \(Int(Self.height + 32))" role="img" aria-label="\(Self.plain(name)): \(Self.plain(tile.before)) before, \(Self.plain(tile.after)) after">
            <line class="axis" x1="\(text(Self.left))" x2="\(text(Self.left + Self.width))" y1="\(bottom)" y2="\(bottom)"/>
            <line class="axis" x1="\(text(Self.left))" x2="\(text(Self.left))" y1="8" y2="\(bottom)"/>
            <line class="split" x1="\(split)" x2="\(split)" y1="8" y2="\(bottom)"/>
            \(bars)\(paths)
            <text x="\(text(Self.left - 6))" y="16" text-anchor="end">\(Self.plain(top))</text>
            <text x="\(text(Self.left - 6))" y="\(bottom)" text-anchor="end">0</text>
            <text x="\(text(Self.left))" y="\(text(Self.height + 26))">\(Self.plain(day(account.from)))</text>
            <text x="\(split)" y="\(text(Self.height + 26))" text-anchor="middle">\(Self.plain(day(account.split)))</text>
            <text x="\(text(Self.left + Self.width))" y="\(text(Self.height + 26))" text-anchor="end">\(Self.plain(day(account.to)))</text>
            </svg></figure>

            """
    }

    private static func plain(_ text: String) -> String {
        Visible.text(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1c2024;--dim:#5f6670;--line:#c9ced6;--mark:#2463a8;--back:#fff}
        @media(prefers-color-scheme:dark){:root{--ink:#e3e6ea;--dim:#9aa2ad;--line:#454c56;--mark:#7db3ec;--back:#15181c}}
        body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);margin:0}
        main{max-width:70rem;margin:0 auto;padding:1.5rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
        .span,dd{color:var(--dim)}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
        table{font-size:.9rem}th,td{text-align:right;padding:.25rem .45rem;border-bottom:1px solid var(--line);white-space:nowrap}
        th:first-child,td:first-child,th:last-child,td:last-child{text-align:left}.control td{color:var(--dim)}
        .control td:first-child{padding-left:1.8rem}.charts{display:flex;flex-wrap:wrap;gap:1rem;margin-top:1.5rem}
        figure{margin:0;flex:1 1 26rem;max-width:32rem}figcaption{font-weight:600}svg{width:100%;height:auto}
        .axis{stroke:var(--line)}.split{stroke:var(--dim);stroke-dasharray:3 3}.half{stroke:var(--line);stroke-width:4}
        polyline{fill:none;stroke:var(--mark);stroke-width:1.5}circle{fill:var(--mark)}text{font-size:11px;fill:var(--dim)}
        dt{font-weight:600;margin-top:.6rem}dd{margin:0}
        """
}
