import Store
package import Terminal
import Text

extension ProvenanceScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let walk else {
            for (row, line) in absence.enumerated() where row + 1 < size.rows {
                frame.put(line, row: row + 1, column: 2, width: size.columns - 3, style: row == 0 ? .text : .muted)
            }
            return frame
        }
        let layout = layout(size)
        let crumbs = CrumbLine(walk, chosen: crumb?.index, columns: size.columns)
        crumbs.draw(row: 0, on: &frame)
        let signs = signs(walk)
        if let causes = layout.causes { drawSide(.causes, causes, layout, signs, on: &frame) }
        drawMiddle(walk, layout, signs, context, on: &frame)
        if let effects = layout.effects { drawSide(.effects, effects, layout, signs, on: &frame) }
        if layout.causes == nil { drawCounts(layout, on: &frame) }
        if let preview = layout.preview { drawPreview(preview, layout, on: &frame) }
        if let row = layout.pins { drawPins(row: row, on: &frame) }
        if let crumb { crumbs.drawChoices(crumb, on: &frame) { signs[$0] } }
        return frame
    }

    private var absence: [String] {
        if hasFailed { return [] }
        if isGone {
            if case .link(let link) = start {
                return ["The store holds no '\(Visible.text(link))', or several begin so."]
            }
            return ["This record is no longer in the store."]
        }
        return start == nil
            ? ["There is nothing whose provenance could be walked.", ListSubject.code.advice] : ["reading…"]
    }

    /// What of all that is shown is there more than once.
    private func signs(_ walk: Walk) -> [NodeName: NodeSign] {
        var counts: [NodeName: Int] = [:]
        var columns = [page?.causes, page?.effects].compactMap { $0 }
        if let siblings { columns.append(siblings) }
        for column in columns {
            for node in column.lists.flatMap(\.nodes) { counts[node.name, default: 0] += 1 }
        }
        var signs = counts.filter { $0.value > 1 }.mapValues { NodeSign.shared($0) }
        for index in 0..<walk.count - 1 { signs[walk.node(at: index).name] = .path }
        // The focus itself is where one is, unless it is further up, too.
        signs[walk.focus.name] = walk.isOnRepeated || counts[walk.focus.name] ?? 0 > 1 ? .path : nil
        return signs
    }

    // MARK: Columns

    private func drawSide(
        _ direction: GraphDirection, _ part: ProvenanceLayout.Part, _ layout: ProvenanceLayout,
        _ signs: [NodeName: NodeSign], on frame: inout Frame
    ) {
        let title = direction == .causes ? "◀ CAUSES" : "EFFECTS ▶"
        frame.put(title, row: 1, column: part.column + 1, width: part.columns - 2, style: Style(.heading))
        let line = direction == .causes ? part.column + part.columns : part.column - 1
        for row in 1..<layout.start + layout.rows { frame.put("│", row: row, column: line, style: Style(.border)) }
        guard let page else {
            if walk?.isOnRepeated == true {
                let words = "It is in the path above: h or l leads back to it."
                for (row, words) in Wrapping.lines(ofText: words, columns: part.columns - 4, limit: 3).enumerated() {
                    frame.put(words, row: layout.start + row, column: part.column + 2, style: .muted)
                }
            }
            return
        }
        let column = NodeColumn(page.column(direction))
        guard !column.lines.isEmpty else {
            let words = direction == .causes ? "nothing is known" : "nothing yet"
            frame.put(words, row: layout.start, column: part.column + 2, width: part.columns - 3, style: .muted)
            return
        }
        let place = place(direction)
        column.draw(
            from: column.top(showing: place, rows: layout.rows), row: layout.start, column: part.column,
            size: Size(columns: part.columns, rows: layout.rows),
            NodeColumn.Look(selected: place) { signs[$0] }, on: &frame)
    }

    private func drawMiddle(
        _ walk: Walk, _ layout: ProvenanceLayout, _ signs: [NodeName: NodeSign], _ context: ViewContext,
        on frame: inout Frame
    ) {
        let part = layout.middle
        if layout.causes != nil {
            frame.put(
                NodeWords.kind(walk.focus.kind), row: 1, column: part.column + 1, width: part.columns - 2,
                style: Style(.heading))
        }
        var row = layout.start
        let end = layout.start + layout.rows
        if let step = walk.steps.last {
            let column = NodeColumn(step.column)
            let rows = layout.listRows(column.lines.count)
            column.draw(
                from: top, row: row, column: part.column, size: Size(columns: part.columns, rows: rows),
                NodeColumn.Look(selected: step.place, isCursor: crumb == nil) { signs[$0] }, on: &frame)
            row += rows
        }
        guard row < end else { return }
        // Where it stands alone its kind is over it already.
        if layout.causes == nil || row > layout.start {
            frame.rule(
                [Span(NodeWords.kind(walk.focus.kind), Style(.heading))], row: row, column: part.column,
                width: part.columns)
            row += 1
        }
        var lines = NodeDetails(
            walk.focus, page?.account, columns: part.columns, rows: end - row, hasWords: layout.preview == nil, context
        ).lines
        if isGone { lines.append([Span("It is no longer in the store.", Style(.note))]) }
        for (offset, spans) in lines.prefix(max(end - row, 0)).enumerated() {
            frame.put(spans, row: row + offset, column: part.column + 2, width: part.columns - 3)
        }
    }

    /// `3 causes ◀ prompted by 1, used 4`: what the columns would show that have no room.
    private func drawCounts(_ layout: ProvenanceLayout, on frame: inout Frame) {
        let width = frame.size.columns - 2
        guard let page else {
            if walk?.isOnRepeated == true {
                frame.put("@ in the path above: h or l leads back", row: 1, column: 1, width: width, style: .muted)
            }
            return
        }
        let causes = [
            Span("◀ ", .muted), Span(Self.count(page.causes, "cause"), Style(.heading)),
        ]
        let effects = [
            Span(Self.count(page.effects, "effect"), Style(.heading)), Span(" ▶", .muted),
        ]
        guard layout.counts > 1 else {
            frame.put(causes + [Span("   ")] + effects, row: 1, column: 1, width: width)
            return
        }
        frame.put(causes + Self.kinds(page.causes), row: 1, column: 1, width: width)
        frame.put(
            [Span("▶ ", .muted), effects[0]] + Self.kinds(page.effects), row: 2, column: 1, width: width)
    }

    private static func kinds(_ column: GraphColumn) -> [Span] {
        let words = column.lists.map { "\(Visible.text($0.group.name)) \($0.group.countText)" }
        return words.isEmpty ? [] : [Span("  " + words.joined(separator: ", "), .muted)]
    }

    // MARK: Beside them

    private func drawPreview(_ part: ProvenanceLayout.Part, _ layout: ProvenanceLayout, on frame: inout Frame) {
        for row in 1..<layout.start + layout.rows {
            frame.put("│", row: row, column: part.column - 1, style: Style(.border))
        }
        guard let account = page?.account else { return }
        var title = account.text.isEmpty ? "no words of its own" : "words"
        if let path = account.path, !account.text.isEmpty {
            title = Visible.text(path) + (account.firstLine.map { ":\($0)" } ?? "")
        }
        frame.put(
            title.truncatedAtFront(to: part.columns - 2), row: 1, column: part.column + 1, width: part.columns - 2,
            style: Style(.heading))
        let lines = NodeDetails.words(of: account, columns: part.columns, rows: layout.rows)
        for (row, spans) in lines.enumerated() {
            frame.put(spans, row: layout.start + row, column: part.column + 1, width: part.columns - 2)
        }
        if account.isCut, lines.count < layout.rows {
            frame.put("… i shows all of it", row: layout.start + lines.count, column: part.column + 1, style: .muted)
        }
    }

    private func drawPins(row: Int, on frame: inout Frame) {
        var spans = [Span("pinned", Style(.heading))]
        for pin in pins {
            let isHere = pin.name == walk?.focus.name
            spans += [
                Span("  "), Span(NodeWords.short(pin).truncated(to: 24), isHere ? Style(.marked) : .text),
            ]
        }
        frame.rule(spans, row: row, width: frame.size.columns)
    }
}
