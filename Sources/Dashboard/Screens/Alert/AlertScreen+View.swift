import Flows
import Provenance
package import Terminal
import Text

extension AlertScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let page else {
            frame.put(
                absence, row: min(1, max(size.rows - 1, 0)), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        let layout = AlertLayout(size: size, page: page)
        drawHeader(page, layout, context, on: &frame)
        drawLines(page, layout, context, on: &frame)
        frame.rule([Span(toldTitle(page), Style(.heading))], row: layout.rule, width: size.columns)
        for (row, spans) in toldLines(size).dropFirst(told).prefix(layout.told.rows).enumerated() {
            frame.put(spans, row: layout.told.start + row, column: 2, width: size.columns - 3)
        }
        return frame
    }

    // MARK: What went wrong

    private func drawHeader(
        _ page: AlertPage, _ layout: AlertLayout, _ context: ViewContext, on frame: inout Frame
    ) {
        let width = frame.size.columns - 2
        var first: [Span] = []
        if let severity = page.severity { first += [TurnColumns.severity(severity), Span("  ")] }
        first.append(Span(Visible.text(page.headline.isEmpty ? page.title : page.headline), Style(.heading)))
        frame.put(first, row: 0, column: 1, width: width)
        guard layout.header > 1 else { return }
        var words = [page.at.map { "fired \(context.clock.moment($0, now: context.now))" } ?? "when is not recorded"]
        if let service = page.service { words.append("service \(service)") }
        words.append(page.release.map { "release \(Self.release($0))" } ?? "release not recorded")
        frame.put(
            Visible.text(words.joined(separator: "   ")), row: 1, column: 1, width: width, style: .muted,
            ellipsis: true)
        let revision = page.revision ?? (page.isTraced ? "No repository of it is known here." : state)
        guard layout.header > 3 else {
            frame.put(Visible.text(revision), row: 2, column: 1, width: width, style: .muted, ellipsis: true)
            return
        }
        for (row, words) in Wrapping.lines(ofText: revision, columns: width, limit: 2).enumerated() {
            frame.put(words, row: 2 + row, column: 1, width: width, style: .muted)
        }
    }

    /// Of a commit no more than it takes to find it.
    private static func release(_ name: String) -> String {
        name.utf8.count == 40 && name.allSatisfy(\.isHexDigit) ? String(name.prefix(8)) : name
    }

    private var state: String { isTracing ? "looking up who wrote the lines…" : "not traced: t does it" }

    // MARK: Frames

    private func drawLines(_ page: AlertPage, _ layout: AlertLayout, _ context: ViewContext, on frame: inout Frame) {
        let table = Table(Self.columns(page, context), width: frame.size.columns)
        if layout.hasTitles { table.drawTitles(row: layout.lines.start - 1, on: &frame) }
        for (row, index) in page.lines.indices.dropFirst(top).prefix(layout.lines.rows).enumerated() {
            table.draw(
                page.lines[index], row: layout.lines.start + row, isSelected: index == selected, on: &frame)
        }
        guard layout.hasHidden else { return }
        let words = "–  \(page.hidden.grouped) \(page.hidden == 1 ? "frame" : "frames") of libraries"
        frame.put(words, row: layout.rule - 1, column: 2, width: frame.size.columns - 3, style: .muted)
    }

    private static func columns(_ page: AlertPage, _ context: ViewContext) -> [Column<AlertPage.Line>] {
        [
            Column("#", .fixed(3), rank: 5) { line, _ in [Span("\(line.number)", .muted)] },
            Column("frame", .flexible(least: 18), rank: 0) { line, width in
                [Span(Visible.text(line.place).truncatedAtFront(to: width), line.isOwn ? .text : .muted)]
            },
            Column("in", .fixed(16), rank: 3) { line, _ in [Span(Visible.text(line.function ?? ""), .muted)] },
            Column("line as it ran", .flexible(least: 24), rank: 2) { line, _ in
                [Span(Visible.text(String((line.text ?? "").drop { $0.isWhitespace })))]
            },
            Column("written by", .fixed(16), rank: 0) { line, width in
                author(of: line, width, isTraced: page.isTraced, context)
            },
            Column("certainty", .fixed(9), rank: 1) { line, _ in [certainty(line.certainty)] },
        ]
    }

    /// `opus-4.5 12:41`: of a long name the moment is left.
    private static func author(of line: AlertPage.Line, _ width: Int, isTraced: Bool, _ context: ViewContext) -> [Span]
    {
        guard !line.author.isEmpty else { return [Span(isTraced || !line.isOwn ? "–" : "…", .muted)] }
        let when = line.at.map { " " + context.clock.short($0, now: context.now) } ?? ""
        let who = TurnColumns.short(line.author).truncated(to: max(width - when.displayWidth, 4))
        return [Span(who), Span(when, .muted)]
    }

    private static func certainty(_ certainty: Certainty?) -> Span {
        switch certainty {
        case .exact: Span("exact", Style(.confidenceHigh))
        case .adapted: Span("adapted", Style(.confidenceMedium))
        case .commit, .session: Span(certainty?.rawValue ?? "", Style(.confidenceLow))
        case .noRecord: Span("no record", .muted)
        case nil: Span("–", .muted)
        }
    }

    // MARK: What is told of the selected frame

    private func toldTitle(_ page: AlertPage) -> String {
        guard let lead else { return page.lines.isEmpty ? "what is known" : "no suspect" }
        guard page.leads.count > 1, let place = page.leads.firstIndex(of: lead) else { return "suspect" }
        return place == 0
            ? "suspect, the likeliest of \(page.leads.count)" : "suspect \(place + 1) of \(page.leads.count)"
    }

    /// All that is told, line by line.
    ///
    /// - Parameter size: that of the screen.
    func toldLines(_ size: Size) -> [[Span]] {
        guard let page else { return [] }
        // Prose that is too wide is hard to read.
        let width = min(max(size.columns - 3, 1), 116)
        // Who wrote it stands above, too: what was asked needs the little room there is.
        let isBrief = AlertLayout(size: size, page: page).told.rows < 6
        var lines: [[Span]] = []
        func add(_ text: String, indent: Int = 0, style: Style = .text, limit: Int = .max) {
            for piece in Wrapping.lines(ofText: text, columns: max(width - indent, 8), limit: limit) {
                lines.append([Span(String(repeating: " ", count: indent)), Span(piece, style)])
            }
        }
        if let exception = line?.exception, !exception.isEmpty { add("Raised as \(exception)", style: .muted) }
        if let lead {
            if !isBrief || lead.prompt == nil { add(lead.sentence) }
            if let prompt = lead.prompt {
                add(prompt, indent: isBrief ? 0 : 4, style: Style(.input), limit: isBrief ? 2 : 12)
            }
            for fact in facts(of: lead, page) {
                let words = Wrapping.lines(ofText: fact.words, columns: max(width - 11, 8))
                for (index, piece) in words.enumerated() {
                    lines.append([Span((index == 0 ? fact.name : "").padded(to: 11), .muted), Span(piece)])
                }
            }
        } else if page.isTraced {
            for sentence in line.map({ [Self.sentence(of: $0)] }) ?? page.verdict { add(sentence) }
            // Where no frame is ours, what came in with the release is all that can be told.
            if line != nil, !page.lines.contains(where: \.isOwn) { page.verdict.forEach { add($0) } }
        } else {
            add(state.prefix(1).uppercased() + state.dropFirst(), style: .muted)
        }
        for note in page.notes { add("Note: \(note)", style: Style(.warning)) }
        if page.lines.isEmpty, let text = page.text, !text.isEmpty {
            lines.append([])
            add(text, style: .muted)
        }
        return lines
    }

    private static func sentence(of line: AlertPage.Line) -> String {
        guard line.isOwn else { return "This frame is of a library, or of other code than the repository holds." }
        guard line.certainty != nil else { return "The file is known, but not the line that is meant." }
        return "No record: a person wrote this line, or an agent that left no trace."
            + (line.evidence.map { " What is known: \($0)." } ?? "")
    }

    /// What is known, and of the rest that it is not.
    private func facts(of lead: AlertPage.Lead, _ page: AlertPage) -> [TraceStory.Fact] {
        var facts = lead.facts.map { fact in
            TraceStory.Fact(fact.name, String(fact.words.drop { $0 == ":" || $0 == " " }))
        }
        func has(_ name: String) -> Bool { facts.contains { $0.name == name } }
        guard page.isTraced else {
            facts.append(
                TraceStory.Fact("", isTracing ? "Looking up the rest…" : "The rest is not known: t traces the alert."))
            return facts
        }
        if !has("Caught?") { facts.append(TraceStory.Fact("Caught?", "no finding is recorded for this code")) }
        if !has("Revert") {
            facts.append(
                TraceStory.Fact(
                    "Revert",
                    lead.edit == nil
                        ? "not known without an edit"
                        : lead.isWide ? "the line is in no commit that is known" : "r looks for it"))
        }
        if !has("Radius") {
            facts.append(
                TraceStory.Fact(
                    "Radius",
                    lead.edit == nil
                        ? "not known without an edit" : lead.isWide ? "nothing else is known" : "r looks for it"))
        }
        return facts
    }
}
