import Metrics
package import Store
package import Terminal
import Text

/// The changes behind a figure, the last ones first.
package struct ChangesScreen: Screen {
    private let from: Int64
    private let to: Int64
    private var rows: [ChangeRow]?
    private var request: PipelineRequest?
    private var selected = 0
    private var top = 0

    static let most = 500

    package init(from: Int64, to: Int64) {
        self.from = from
        self.to = to
    }

    package var name: String { "changes" }
    package var tally: String {
        rows.map { "\($0.count.grouped)\($0.count >= Self.most ? "+" : "") change\($0.count == 1 ? "" : "s")" } ?? ""
    }
    package var position: String {
        rows.map { $0.isEmpty ? "" : "\(selected + 1) of \($0.count)" } ?? ""
    }
    package var actions: [Action] { [.close, .out] + Action.scrolling }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        let page = max(context.size.rows - 1, 1)
        switch action {
        case .close, .out: context.leave()
        default: selected = action.moved(selected, page: page)
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        switch event.action {
        case .press: if event.position.row > 0 { selected = top + event.position.row - 1 }
        case .wheelDown: selected += 3
        case .wheelUp: selected -= 3
        default: break
        }
    }

    package mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
        switch answer {
        case .pipeline(let request, .changes(let rows)) where request == self.request: self.rows = rows
        case .superseded(let ticket) where ticket == request?.ticket: request = nil
        default: break
        }
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if request == nil {
            let request = PipelineRequest(
                ticket: context.ticket(), question: .changes(from: from, to: to), isWide: context.repository == nil)
            self.request = request
            context.run(.loadPipeline(request))
        }
        let count = rows?.count ?? 0
        selected = min(max(selected, 0), max(count - 1, 0))
        let room = max(context.size.rows - 1, 1)
        top = min(max(top, selected - room + 1, 0), selected, max(count - room, 0))
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let rows else {
            frame.put("reading…", row: 0, column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        guard !rows.isEmpty else {
            frame.put("No changes in this time.", row: 0, column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        let table = Table(Self.columns(context), width: size.columns)
        table.drawTitles(row: 0, on: &frame)
        for row in 0..<max(size.rows - 1, 0) where rows.indices.contains(top + row) {
            table.draw(rows[top + row], row: row + 1, isSelected: top + row == selected, on: &frame)
        }
        return frame
    }

    private static func columns(_ context: ViewContext) -> [Column<ChangeRow>] {
        func day(_ moment: Int64?) -> [Span] {
            moment.map { [Span(context.clock.date($0, now: context.now))] } ?? [Span("–", .muted)]
        }
        return [
            Column("change", .fixed(8), rank: 0) { row, _ in [Span("#\(row.number)")] },
            Column("title", .flexible(least: 16), rank: 0) { row, _ in [Span(Visible.text(row.title))] },
            Column("kind", .fixed(8), rank: 4) { row, _ in [Span(Visible.text(row.kind ?? "–"), .muted)] },
            Column("state", .fixed(7), rank: 2) { row, _ in [Span(Visible.text(row.state))] },
            Column("opened", .fixed(10), rank: 5) { row, _ in day(row.createdAt) },
            Column("merged", .fixed(10), rank: 1) { row, _ in day(row.mergedAt) },
            Column("generated", .fixed(9), rank: 3) { row, _ in
                [row.generated.map { Span("\(Int(($0 * 100).rounded())) %") } ?? Span("not known", .muted)]
            },
            Column("risk", .fixed(10), rank: 3) { row, _ in
                switch row.risk {
                case nil: [Span("not judged", .muted)]
                case 0?: [Span("· none", .muted)]
                case let risk?: [TurnColumns.risk(risk)]
                }
            },
        ]
    }
}
