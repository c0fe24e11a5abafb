import Store
import Terminal
import Text

/// Where a turn came from and what it became, as an indented list: the prompt and what was read, the answers and what they
/// wrote, what was found in it and what is linked to it.
struct ProvenanceTree: Equatable {
    struct Line: Equatable {
        var spans: [Span]
        /// What Enter opens.
        var target: Target?
    }

    enum Target: Equatable {
        case turn
        case generation(Int64)
        case edit(Int64)
    }

    let turn: Int64
    let title: String
    private(set) var lines: [Line] = []

    init(_ detail: TurnDetail, clock: WallClock) {
        turn = detail.turn.id
        title = detail.turn.title
        let words = Wrapping.lines(
            ofText: detail.prompt.isEmpty ? detail.turn.title : detail.prompt, columns: 400, limit: 1)
        add("prompt", words.first.map { "\"\($0)\"" } ?? "no words", target: .turn)
        for source in detail.sources {
            let range = source.firstLine.map { first in
                source.lineCount.map { ":\(first)-\(first.adding($0).subtracting(1))" } ?? ":\(first)"
            }
            let name = Visible.text(source.path ?? source.tool ?? "context") + (range ?? "")
            add(branch: " ├ ", source.origin == "file" ? "context" : "tool", name, after: source.tool ?? "")
        }
        let edits = detail.answers.flatMap(\.edits).count
        for answer in detail.answers where !answer.edits.isEmpty || edits == 0 {
            let row = answer.generation
            let tokens = row.outputTokens.map { "  \($0.grouped) tokens" } ?? ""
            add(
                "generation", Visible.text(TurnColumns.short(row.model ?? "model not recorded")) + tokens,
                after: clock.short(row.at, now: detail.turn.at), target: .generation(row.id))
            for edit in answer.edits { add(edit, in: detail) }
        }
        for name in detail.linked {
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            add(parts.first.map { Visible.text($0) } ?? "link", Visible.text(String((parts.last ?? name).prefix(40))))
        }
        if let change = detail.turn.change { add("change", Visible.text(change)) }
    }

    private mutating func add(_ edit: EditDetail, in detail: TurnDetail) {
        let row = edit.edit
        let place = row.firstLine.map { ":\($0)" } ?? ""
        lines.append(
            Line(
                spans: [Span(" └ ", .muted), Span("edit    ", .muted), Span(Visible.text(row.path) + place)]
                    + TurnColumns.lines(row.added, row.removed)
                    + [Span("  " + Visible.text(row.status), TurnColumns.status(row.status))],
                target: .edit(row.id)))
        for finding in detail.findings where finding.edit == row.uid {
            let sign = TurnColumns.severity(finding.severity)
            let line = finding.firstLine.map { ":\($0)" } ?? ""
            lines.append(
                Line(
                    spans: [
                        Span("    ├ ", .muted), Span(String(sign.text.prefix(1)) + " ", sign.style),
                        Span(Visible.text(finding.rule) + line), Span("  " + Visible.text(finding.status), .muted),
                    ], target: .edit(row.id)))
        }
    }

    private mutating func add(
        branch: String = "", _ kind: String, _ words: String, after: String = "", target: Target? = nil
    ) {
        let name = branch + kind
        let padding = String(repeating: " ", count: max(11 - name.displayWidth, 1))
        lines.append(
            Line(
                spans: [Span(name + padding, .muted), Span(words), Span("  " + Visible.text(after), .muted)],
                target: target))
    }
}
