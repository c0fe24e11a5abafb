import Store
import Terminal

// One side or two, and where one stands when that changes.
extension TurnScreen {
    struct Side {
        var column: Int
        var columns: Int
    }

    /// One side, or two where both are wide enough to be read.
    static func sides(_ size: Size) -> [Side] {
        guard size.columns >= 100, size.rows >= 12 else { return [Side(column: 0, columns: size.columns)] }
        let left = min(max(size.columns * 2 / 5, 44), 72)
        return [
            Side(column: 0, columns: left - 1), Side(column: left + 1, columns: size.columns - left - 1),
        ]
    }

    private func layouts(_ size: Size) -> [TurnDocument.Layout] {
        let sides = Self.sides(size)
        let hasEdits = detail?.answers.contains { !$0.edits.isEmpty } ?? false
        guard sides.count > 1, hasEdits else {
            return [TurnDocument.Layout(part: .all, columns: size.columns, view: view)]
        }
        return [
            TurnDocument.Layout(part: .asked, columns: sides[0].columns, view: .diff),
            TurnDocument.Layout(part: .wrote, columns: sides[1].columns, view: view),
        ]
    }

    /// Lays the turn out where the size, the view or the turn itself has changed, and stays where one was.
    mutating func layOut(_ context: ScreenContext, before: [TurnDocument]) {
        guard let detail else { return }
        let layouts = layouts(context.size)
        guard documents.map(\.layout) != layouts else { return }
        documents = layouts.map { TurnDocument(detail, $0, clock: context.clock) }
        let oldTops = tops
        let isSplit = documents.count > 1
        if before.count == documents.count {
            tops = documents.indices.map { Self.place(of: oldTops[$0], in: before[$0], now: documents[$0]) }
        } else if let last = before.last, let line = oldTops.last {
            // From one side to two, or back: what was seen of the edits is seen again.
            let edits = Self.place(of: line, in: last, now: documents[documents.count - 1])
            tops = isSplit ? [0, edits] : [edits]
        } else {
            tops = documents.map { _ in 0 }
        }
        pane = isSplit ? min(pane, 1) : 0
        if before.isEmpty, isSplit { pane = 1 }
        if let focus { bring(focus) }
    }

    private mutating func bring(_ focus: Focus) {
        for index in documents.indices {
            let marks =
                switch focus {
                case .edit(let id): documents[index].edits.first { $0.id == id }
                case .generation(let id): documents[index].answers.first { $0.id == id }
                }
            guard let marks else { continue }
            tops[index] = marks.line
            pane = index
            self.focus = nil
        }
    }

    /// The line that shows, laid out anew, about what a line showed: the same distance between the same two edits.
    private static func place(of line: Int, in before: TurnDocument, now: TurnDocument) -> Int {
        let index = before.edits.lastIndex { $0.line <= line }
        let start = index.map { before.edits[$0].line } ?? 0
        let newStart = index.flatMap { now.edits.indices.contains($0) ? now.edits[$0].line : nil } ?? 0
        let next = index.map { $0 + 1 } ?? 0
        let end = before.edits.indices.contains(next) ? before.edits[next].line : before.lines.count
        let newEnd = now.edits.indices.contains(next) ? now.edits[next].line : now.lines.count
        return newStart + (line - start) * max(newEnd - newStart, 0) / max(end - start, 1)
    }

    /// The last line does not leave the bottom, except that the last edit may be brought to the top.
    mutating func scroll(to line: Int, _ context: ScreenContext) {
        for index in documents.indices {
            let document = documents[index]
            let lowest = max(document.lines.count - context.size.rows, document.edits.last?.line ?? 0, 0)
            let line = index == pane ? line : tops[index]
            tops[index] = min(max(line, 0), lowest)
        }
    }
}
