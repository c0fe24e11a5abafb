import Store
import Terminal
import Text

/// A turn of a conversation laid out for a width: the prompt, then what was read, answered and written as it came; what
/// a sub-agent did stands together, at the time at which it began.
struct StoryLines: Equatable {
    private(set) var lines: [StoryLine] = []
    let columns: Int

    /// A turn of more lines says how many there are more; it is read in full on its own screen.
    static let limit = 4000
    /// Of one answer.
    private static let answerLimit = 400
    private static let indent = 2

    private enum Event {
        case piece(TurnStory.ContextPiece)
        case answer(TurnDetail.Answer)
    }

    init(_ story: TurnStory, columns: Int, clock: WallClock) {
        self.columns = columns
        addPrompt(story.detail)
        let events =
            story.pieces.map { (at: $0.at, thread: $0.thread, event: Event.piece($0)) }
            + story.detail.answers.map {
                (at: $0.generation.at, thread: $0.generation.thread, event: Event.answer($0))
            }
        let own = events.filter { $0.thread.isEmpty }
        let inner = Dictionary(grouping: events.filter { !$0.thread.isEmpty }, by: \.thread)
        let errands = Dictionary(grouping: story.errands.filter { !$0.thread.isEmpty }, by: \.thread)
        let names = Set(inner.keys).union(errands.keys)
        // A stable order: of what came at one time, context before answers.
        var parts: [(at: Int64, body: (inout StoryLines) -> Void)] = own.map { event in
            (event.at, { $0.add(event.event, story.detail, isInner: false, clock) })
        }
        for name in names.sorted() {
            let asked = errands[name] ?? []
            let events = (inner[name] ?? []).enumerated().sorted {
                ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
            }
            let start = min(events.first?.element.at ?? .max, asked.first?.at ?? .max)
            parts.append(
                (
                    start,
                    { lines in
                        lines.addErrand(name, asked)
                        for event in events { lines.add(event.element.event, story.detail, isInner: true, clock) }
                    }
                ))
        }
        for part in parts.enumerated().sorted(by: { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }) {
            part.element.body(&self)
        }
        addOtherFindings(of: story.detail)
        if lines.count > Self.limit {
            let surplus = lines.count - Self.limit
            lines.removeLast(surplus)
            lines.append(StoryLine(spans: [Span("… and \(surplus.grouped) lines more; Enter opens the turn", .muted)]))
        }
    }

    /// In place of what cannot be shown.
    init(columns: Int, words: String) {
        self.columns = columns
        lines = [StoryLine(spans: [Span(words, .muted)])]
    }

    private func width(isInner: Bool) -> Int { max(columns - (isInner ? Self.indent : 0), 8) }

    private mutating func add(_ spans: [Span], _ target: StoryLine.Target = .turn, isInner: Bool = false) {
        let blanks = Span(String(repeating: " ", count: isInner ? Self.indent : 0))
        lines.append(StoryLine(spans: isInner ? [blanks] + spans : spans, target: target, isInner: isInner))
    }

    private mutating func addPrompt(_ detail: TurnDetail) {
        if let reply = detail.inReplyTo {
            for (index, line) in Wrapping.lines(ofText: reply, columns: max(columns - 2, 8), limit: 12).enumerated() {
                add([Span((index == 0 ? "⟵ " : "  ") + line, .muted)])
            }
        }
        let words = detail.prompt.isEmpty ? detail.turn.title : detail.prompt
        guard !words.isEmpty else { return add([Span("no words", .muted)]) }
        let wrapped = Wrapping.lines(ofText: words, columns: max(columns - 2, 8), limit: Self.answerLimit + 1)
        for (index, line) in wrapped.prefix(Self.answerLimit).enumerated() {
            add([Span(index == 0 ? "› " : "  ", Style(.hintKey)), Span(line, Style(.heading))])
        }
        if wrapped.count > Self.answerLimit { add([Span("  … Enter opens the turn", .muted)]) }
    }

    private mutating func add(_ event: Event, _ detail: TurnDetail, isInner: Bool, _ clock: WallClock) {
        switch event {
        case .piece(let piece): add(piece, isInner: isInner)
        case .answer(let answer): add(answer, detail, isInner: isInner, clock)
        }
    }

    /// `read  src/pay/charge.py:1-90`, `tool  Bash`, or where the conversation was compacted.
    private mutating func add(_ piece: TurnStory.ContextPiece, isInner: Bool) {
        guard piece.origin != "summary" else {
            return add(
                [Span("── compacted: a summary took the place of what came before ──", Style(.note))], isInner: isInner)
        }
        var place = piece.path.map { Visible.text($0) } ?? ""
        if !place.isEmpty, let first = piece.firstLine {
            place += piece.lineCount.map { ":\(first)-\(first.adding(max($0, 1) - 1))" } ?? ":\(first)"
        }
        let tool = piece.tool.map { Visible.text($0) } ?? ""
        let name = piece.origin == "file" ? "read  " : "tool  "
        let words = piece.origin == "file" && !place.isEmpty ? [place] : [tool, place].filter { !$0.isEmpty }
        let room = width(isInner: isInner) - name.utf8.count
        let text = words.isEmpty ? "not named" : words.joined(separator: "  ")
        add([Span(name + text.truncatedAtFront(to: room), .muted)], isInner: isInner)
    }

    private mutating func add(
        _ answer: TurnDetail.Answer, _ detail: TurnDetail, isInner: Bool, _ clock: WallClock
    ) {
        let generation = answer.generation
        let target = StoryLine.Target.generation(generation.id)
        let width = width(isInner: isInner)
        if !answer.output.isEmpty {
            let model = TurnColumns.model(generation.model).text
            let tokens = generation.outputTokens.map { "  \($0.grouped) tokens out" } ?? ""
            add([Span("\(clock.clock(generation.at))  \(model)\(tokens)", .muted)], target, isInner: isInner)
            let wrapped = Wrapping.lines(ofText: answer.output, columns: width, limit: Self.answerLimit + 1)
            for line in wrapped.prefix(Self.answerLimit) { add([Span(line)], target, isInner: isInner) }
            if wrapped.count > Self.answerLimit { add([Span("… Enter opens the answer", .muted)], target) }
        }
        for edit in answer.edits.map(\.edit).sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
            add(edit, detail.findings.filter { $0.edit == edit.uid }, isInner: isInner)
        }
        for finding in detail.findings where finding.edit == nil && finding.generation == generation.uid {
            add(finding, target, isInner: isInner)
        }
    }

    /// `wrote  src/pay/refund.py  +42 −3  applied`, its findings under it.
    private mutating func add(_ edit: EditRow, _ findings: [FindingRow], isInner: Bool) {
        let numbers =
            edit.added == nil && edit.removed == nil
            ? [Span(" " + Visible.text(edit.kind), .muted)] : TurnColumns.lines(edit.added, edit.removed)
        let rest = numbers + [Span("  " + Visible.text(edit.status), TurnColumns.status(edit.status))]
        let room = width(isInner: isInner) - 7 - rest.reduce(0) { $0 + $1.text.displayWidth }
        let path = Visible.text(edit.path).truncatedAtFront(to: max(room, 12))
        add([Span("wrote  ", .muted), Span(path, Style(.link))] + rest, .edit(edit.id), isInner: isInner)
        for finding in findings { add(finding, .edit(edit.id), isInner: isInner) }
    }

    private mutating func add(_ finding: FindingRow, _ target: StoryLine.Target, isInner: Bool) {
        let line = finding.firstLine.map { ":\($0)" } ?? ""
        var spans = [
            Span("       "), TurnColumns.severity(finding.severity), Span("  " + Visible.text(finding.rule) + line),
            Span("  " + Visible.text(finding.message), .muted),
        ]
        if finding.status != "open" { spans.append(Span("  " + Visible.text(finding.status), .muted)) }
        add(spans, target, isInner: isInner)
    }

    private mutating func addErrand(_ name: String, _ asked: [TurnStory.Errand]) {
        add([Span("sub-agent  ", Style(.note)), Span(Visible.text(name), .muted)], isInner: true)
        for errand in asked {
            for (index, line) in Wrapping.lines(ofText: errand.words, columns: width(isInner: true) - 2, limit: 12)
                .enumerated()
            {
                add([Span(index == 0 ? "› " : "  ", .muted), Span(line, .muted)], isInner: true)
            }
        }
    }

    /// Findings that name neither an edit nor an answer that is here.
    private mutating func addOtherFindings(of detail: TurnDetail) {
        let edits = Set(detail.answers.flatMap(\.edits).map(\.edit.uid))
        let generations = Set(detail.answers.map(\.generation.uid))
        for finding in detail.findings {
            let isTold = finding.edit.map(edits.contains) ?? finding.generation.map(generations.contains) ?? false
            if !isTold { add(finding, .turn, isInner: false) }
        }
    }
}
