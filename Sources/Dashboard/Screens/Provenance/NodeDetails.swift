import Store
import Terminal
import Text

/// What is told of the focus: its title, what is known of it, the beginning of its words.
struct NodeDetails {
    private(set) var lines: [[Span]] = []

    /// - Parameter hasWords: whether its words are told here, too.
    init(
        _ node: GraphNode, _ account: NodeAccount?, columns: Int, rows: Int, hasWords: Bool, _ context: ViewContext
    ) {
        let width = max(columns - 3, 8)
        for line in Wrapping.lines(ofText: NodeWords.title(node), columns: width, limit: 3) {
            lines.append([Span(line, Style(.heading))])
        }
        lines.append([Span(Visible.text(String(node.link.prefix(120))).truncated(to: width), .muted)])
        guard let account else { return }
        let indent = min((account.facts.map { $0.name.displayWidth }.max() ?? 0) + 2, width / 2)
        for fact in account.facts {
            let (words, style) = Self.words(fact.value, context)
            for (index, line) in Wrapping.lines(ofText: words, columns: max(width - indent, 8), limit: 4).enumerated() {
                let name = index == 0 ? fact.name : ""
                lines.append([Span(name.truncated(to: indent - 1).padded(to: indent), .muted), Span(line, style)])
            }
        }
        guard hasWords, rows > lines.count + 2, !account.text.isEmpty else { return }
        lines.append([])
        lines += Self.words(of: account, columns: columns, rows: rows - lines.count)
    }

    /// The words alone.
    static func words(of account: NodeAccount, columns: Int, rows: Int) -> [[Span]] {
        let width = max(columns - 3, 8)
        let isCode = account.path != nil
        var told: [[Span]] = []
        for line in Wrapping.rawLines(account.text) where told.count < rows {
            told += Wrapping.wrapped(Wrapping.shown(line), columns: width, byWords: !isCode).map { [Span($0)] }
        }
        return Array(told.prefix(rows))
    }

    private static func words(_ value: NodeAccount.Fact.Value, _ context: ViewContext) -> (String, Style) {
        switch value {
        case .words(let words): return (words, .text)
        case .number(let number): return (Int(clamping: number).grouped, .text)
        case .moment(let at):
            return ("\(context.clock.date(at, now: context.now)) \(context.clock.clock(at))", .text)
        case .span(let span): return (WallClock.words(ofSpan: span), .text)
        case .risk(let risk):
            let span = TurnColumns.risk(risk)
            return (span.text, span.style)
        }
    }
}
