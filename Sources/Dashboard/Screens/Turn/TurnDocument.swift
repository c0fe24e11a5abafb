import Store
import Terminal
import Text

/// A turn laid out for a width: the prompt, then answers and edits in the order of time.
struct TurnDocument: Equatable {
    private(set) var lines: [DocumentLine] = []
    /// The lines on which edits begin.
    private(set) var edits: [Int] = []
    let columns: Int
    /// Of the line numbers beside code.
    static let gutter = 6

    init(_ detail: TurnDetail, columns: Int, clock: WallClock) {
        self.columns = columns
        let width = max(columns - 3, 1)
        addPrompt(detail, width: width, clock)
        addFindings(detail.findings)
        let count = detail.answers.reduce(0) { $0 + $1.edits.count }
        for answer in detail.answers.sorted(by: {
            ($0.generation.at, $0.generation.id) < ($1.generation.at, $1.generation.id)
        }) {
            addAnswer(answer, width: width, clock)
            for edit in answer.edits.sorted(by: { ($0.edit.at, $0.edit.id) < ($1.edit.at, $1.edit.id) }) {
                addEdit(edit, of: count, clock)
            }
        }
    }

    private mutating func addPrompt(_ detail: TurnDetail, width: Int, _ clock: WallClock) {
        lines.append(.heading([Span("prompt", Style(.heading)), Span("  " + clock.clock(detail.turn.at), .muted)]))
        let words = detail.prompt.isEmpty ? detail.turn.title : detail.prompt
        if words.isEmpty {
            lines.append(.words("no words", .muted))
        } else {
            lines += Wrapping.lines(ofText: words, columns: width).map { .words($0, .text) }
        }
        lines.append(.empty)
    }

    private mutating func addFindings(_ findings: [FindingRow]) {
        guard !findings.isEmpty else { return }
        lines.append(.heading([Span("findings", Style(.heading))]))
        for finding in findings {
            var spans = [Self.severity(finding.severity), Span("  " + Visible.text(finding.rule))]
            if let path = finding.path {
                let line = finding.firstLine.map { ":\($0)" } ?? ""
                spans.append(Span("  " + Visible.text(path) + line, .muted))
            }
            spans.append(Span("  " + Visible.text(finding.message)))
            lines.append(.spans(spans))
        }
        lines.append(.empty)
    }

    private mutating func addAnswer(_ answer: TurnDetail.Answer, width: Int, _ clock: WallClock) {
        guard !answer.output.isEmpty else { return }
        let generation = answer.generation
        let model = generation.model.map { Visible.text($0) } ?? "model not recorded"
        let tokens = generation.outputTokens.map { "\($0) tokens out" } ?? "tokens not recorded"
        let thread = generation.thread.isEmpty ? "" : "  sub-agent " + Visible.text(generation.thread)
        lines.append(
            .heading([
                Span("answer", Style(.heading)),
                Span("  \(clock.clock(generation.at))  \(model)  \(tokens)\(thread)", .muted),
            ]))
        lines += Wrapping.lines(ofText: answer.output, columns: width).map { .words($0, .text) }
        lines.append(.empty)
    }

    private mutating func addEdit(_ detail: EditDetail, of count: Int, _ clock: WallClock) {
        let edit = detail.edit
        edits.append(lines.count)
        var title = [Span("edit \(edits.count) of \(count)", Style(.heading)), Span("  " + Visible.text(edit.path))]
        if let from = edit.movedFrom { title.append(Span(" ⟵ " + Visible.text(from), .muted)) }
        if edit.added == nil, edit.removed == nil { title.append(Span("  lines not recorded", .muted)) }
        if let added = edit.added, added > 0 { title.append(Span("  +\(added)", Style(.diffAdded))) }
        if let removed = edit.removed, removed > 0 { title.append(Span("  −\(removed)", Style(.diffRemoved))) }
        title.append(Span("  " + Visible.text(edit.status), TurnColumns.status(edit.status)))
        title.append(Span("  " + clock.clock(edit.at), .muted))
        lines.append(.heading(title))
        lines += CodeLines.lines(of: detail, columns: columns - Self.gutter - 2)
        lines.append(.empty)
    }

    private static func severity(_ severity: String) -> Span {
        let order = ["info", "low", "medium", "high", "critical"]
        return order.firstIndex(of: severity).map { TurnColumns.risk($0) } ?? Span(Visible.text(severity))
    }
}
