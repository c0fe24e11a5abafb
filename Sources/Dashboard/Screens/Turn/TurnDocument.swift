import Store
import Terminal
import Text

/// A turn laid out for a width: what was asked and what is known of it, then answers and edits in the order of time.
struct TurnDocument: Equatable {
    /// Which part of a turn a document holds.
    enum Part: Equatable {
        case all
        /// The prompt, the facts, the findings, the answers.
        case asked
        /// The edits.
        case wrote
    }

    private(set) var text: Document
    /// The lines on which edits begin, in order, and which they are.
    private(set) var edits: [Mark] = []
    /// The lines on which answers begin.
    private(set) var answers: [Mark] = []
    /// The code of the edits, which another layout shows again.
    private(set) var codes: [Int64: EditCode] = [:]
    let layout: Layout
    /// Of what a short prompt answers.
    private static let replyLimit = 24

    struct Mark: Equatable {
        var line: Int
        var id: Int64
    }

    /// What the lines depend on beside the turn.
    struct Layout: Equatable {
        var part: Part
        var columns: Int
        var view: CodeView
        /// Whether long lines of code go on below.
        var wraps = true
    }

    /// - Parameter other: the same turn in another layout.
    init(_ detail: TurnDetail, _ layout: Layout, clock: WallClock, like other: TurnDocument? = nil) {
        self.layout = layout
        if let other, (other.layout.view == .code) == (layout.view == .code) { codes = other.codes }
        text = Document(columns: layout.columns, wraps: layout.wraps)
        let width = text.proseColumns
        if layout.part != .wrote {
            addPrompt(detail, width: width, clock)
            addFacts(detail, width: width, clock)
            addFindings(detail.findings, width: width)
        }
        let answers = detail.answers.sorted {
            ($0.generation.at, $0.generation.id) < ($1.generation.at, $1.generation.id)
        }
        let count = detail.answers.reduce(0) { $0 + $1.edits.count }
        for answer in answers {
            if layout.part != .wrote { addAnswer(answer, clock) }
            guard layout.part != .asked else { continue }
            for edit in answer.edits.sorted(by: { ($0.edit.at, $0.edit.id) < ($1.edit.at, $1.edit.id) }) {
                let findings = detail.findings.filter {
                    $0.edit == edit.edit.uid
                        || $0.edit == nil && $0.generation == answer.generation.uid && $0.path == edit.edit.path
                }
                addEdit(edit, of: count, findings, clock)
            }
        }
    }

    /// All of it, line by line.
    var lines: [DocumentLine] { text.lines }

    private mutating func addPrompt(_ detail: TurnDetail, width: Int, _ clock: WallClock) {
        text.append(.heading([Span("prompt", Style(.heading)), Span("  " + clock.clock(detail.turn.at), .muted)]))
        if let reply = detail.inReplyTo {
            let lines = Wrapping.lines(ofText: reply, columns: max(width - 2, 1), limit: Self.replyLimit)
            for (index, line) in lines.enumerated() {
                text.append(.words((index == 0 ? "⟵ " : "  ") + line, .muted))
            }
            text.append(.empty)
        }
        let words = detail.prompt.isEmpty ? detail.turn.title : detail.prompt
        if words.isEmpty {
            text.append(.words("no words", .muted))
        } else {
            text.append(paragraphs: words)
        }
        text.append(.empty)
    }

    private mutating func addFacts(_ detail: TurnDetail, width: Int, _ clock: WallClock) {
        text.append(.heading([Span("facts", Style(.heading))]))
        let indent = 9
        for fact in TurnFacts.facts(of: detail, clock: clock) {
            for (index, piece) in Wrapping.lines(ofText: fact.words, columns: max(width - indent, 8)).enumerated() {
                let name = index == 0 ? fact.name : ""
                text.append(.spans([Span(name.padded(to: indent), .muted), Span(piece, fact.style)]))
            }
        }
        text.append(.empty)
    }

    private mutating func addFindings(_ findings: [FindingRow], width: Int) {
        guard !findings.isEmpty else { return }
        text.append(.heading([Span("findings", Style(.heading))]))
        for finding in findings {
            var spans = [TurnColumns.severity(finding.severity), Span("  " + Visible.text(finding.rule))]
            if finding.status != "open" { spans.append(Span("  " + Visible.text(finding.status), .muted)) }
            if let path = finding.path {
                let place = Visible.text(path) + (finding.firstLine.map { ":\($0)" } ?? "")
                let room = width - spans.reduce(2) { $0 + $1.text.displayWidth }
                spans.append(Span("  " + place.truncatedAtFront(to: max(room, 8)), .muted))
            }
            text.append(.spans(spans))
            for line in Wrapping.lines(ofText: finding.message, columns: width - 2) {
                text.append(.spans([Span("  " + line, .text)]))
            }
        }
        text.append(.empty)
    }

    private mutating func addAnswer(_ answer: TurnDetail.Answer, _ clock: WallClock) {
        guard !answer.output.isEmpty else { return }
        let generation = answer.generation
        answers.append(Mark(line: text.count, id: generation.id))
        let model = generation.model.map { Visible.text($0) } ?? "model not recorded"
        let isNarrow = layout.columns < 60
        let tokens =
            generation.outputTokens.map { "\($0.grouped)\(isNarrow ? "" : " tokens") out" } ?? "tokens not recorded"
        let thread = generation.thread.isEmpty ? "" : "  sub-agent " + Visible.text(generation.thread)
        text.append(
            .heading([
                Span("answer", Style(.heading)),
                Span("  \(clock.clock(generation.at))  \(model)  \(tokens)\(thread)", .muted),
            ]))
        text.append(paragraphs: answer.output)
        text.append(.empty)
    }

    private mutating func addEdit(_ detail: EditDetail, of count: Int, _ findings: [FindingRow], _ clock: WallClock) {
        let edit = detail.edit
        edits.append(Mark(line: text.count, id: edit.id))
        let start = Span("edit \(edits.count) of \(count)  ", Style(.heading))
        var rest: [Span] = []
        if let from = edit.movedFrom { rest.append(Span(" ⟵ " + Visible.text(from), .muted)) }
        if edit.added == nil, edit.removed == nil, layout.columns >= 80 {
            rest.append(Span("  lines not recorded", .muted))
        }
        if let added = edit.added, added > 0 { rest.append(Span("  +\(added)", Style(.diffAdded))) }
        if let removed = edit.removed, removed > 0 { rest.append(Span("  −\(removed)", Style(.diffRemoved))) }
        rest.append(Span("  " + Visible.text(edit.status), TurnColumns.status(edit.status)))
        rest.append(Span("  " + clock.clock(edit.at), .muted))
        // Of a path the end tells more, and the numbers behind it tell more than its front.
        let taken = ([start] + rest).reduce(6) { $0 + $1.text.displayWidth }
        let path = Visible.text(edit.path).truncatedAtFront(to: max(layout.columns - taken, 24))
        let title = [start, Span(path)] + rest
        text.append(.heading(title))
        let code = codes[edit.id] ?? EditCode(of: detail, layout.view)
        codes[edit.id] = code
        text.append(code, sideBySide: layout.view == .sideBySide, findings: findings)
        text.append(.empty)
    }
}
