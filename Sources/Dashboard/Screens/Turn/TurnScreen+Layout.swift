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
        let least = CodeView.sideBySideColumns
        let shown = view == .sideBySide && size.columns < least ? .diff : view
        // Two texts beside each other may need the room that the prompt has.
        guard sides.count > 1, hasEdits, shown != .sideBySide || sides[1].columns >= least else {
            return [TurnDocument.Layout(part: .all, columns: size.columns, view: shown, wraps: wraps)]
        }
        return [
            TurnDocument.Layout(part: .asked, columns: sides[0].columns, view: .diff),
            TurnDocument.Layout(part: .wrote, columns: sides[1].columns, view: shown, wraps: wraps),
        ]
    }

    /// Lays the turn out where the size, the view or the turn itself has changed, and stays where one was.
    mutating func layOut(_ context: ScreenContext, before: [TurnDocument]) {
        guard let detail else { return }
        let layouts = layouts(context.size)
        guard documents.map(\.layout) != layouts else { return }
        // Where the turn itself has changed there are none.
        let same = documents.last
        documents = layouts.map { TurnDocument(detail, $0, clock: context.clock, like: same) }
        let old = reader.panes
        let isSplit = documents.count > 1
        var panes = documents.map { DocumentPane($0.text) }
        for index in panes.indices {
            panes[index].highestTop = documents[index].edits.last?.line ?? 0
            // From one side to two, or back: what was seen of the edits is seen again.
            let source = before.count == documents.count ? index : index == panes.count - 1 ? before.count - 1 : -1
            guard before.indices.contains(source), old.indices.contains(source) else { continue }
            panes[index].restore(
                cursor: Self.place(of: old[source].cursor, in: before[source], now: documents[index]),
                top: Self.place(of: old[source].top, in: before[source], now: documents[index]))
        }
        reader.show(panes, focus: isSplit && before.count < 2 ? 1 : reader.focus)
        if let focus { bring(focus) }
    }

    private mutating func bring(_ focus: Focus) {
        for index in documents.indices {
            let mark =
                switch focus {
                case .edit(let id): documents[index].edits.first { $0.id == id }
                case .generation(let id): documents[index].answers.first { $0.id == id }
                }
            guard let mark else { continue }
            reader.go(to: mark.line, in: index)
            self.focus = nil
        }
    }

    /// The line that shows, laid out anew, about what a line showed: the same distance between the same two edits.
    private static func place(of line: Int, in before: TurnDocument, now: TurnDocument) -> Int {
        let index = before.edits.lastIndex { $0.line <= line }
        let start = index.map { before.edits[$0].line } ?? 0
        let newStart = index.flatMap { now.edits.indices.contains($0) ? now.edits[$0].line : nil } ?? 0
        let next = index.map { $0 + 1 } ?? 0
        let end = before.edits.indices.contains(next) ? before.edits[next].line : before.text.count
        let newEnd = now.edits.indices.contains(next) ? now.edits[next].line : now.text.count
        if line - start <= 0 { return newStart }
        return newStart + (line - start) * max(newEnd - newStart, 0) / max(end - start, 1)
    }
}
