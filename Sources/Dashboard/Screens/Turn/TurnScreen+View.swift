package import Terminal

extension TurnScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard !reader.isEmpty else {
            let words = isGone ? "This turn is no longer in the store." : hasFailed ? "" : "reading the turn…"
            frame.put(words, row: min(1, size.rows - 1), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        let isAlone = reader.panes.count == 1
        let sides = isAlone ? [Side(column: 0, columns: size.columns)] : Self.sides(size)
        for (index, side) in sides.enumerated() where reader.panes.indices.contains(index) {
            // The edits stand in the last one.
            let shade = index == reader.panes.count - 1 ? tokens.shade : nil
            let part = DocumentView.frame(
                reader.panes[index], size: Size(columns: side.columns, rows: readingRows(size)),
                isFocused: index == reader.focus, isAlone: isAlone, reader.look(index, shade))
            frame.put(part, row: 0, column: side.column)
        }
        drawBar(size, on: &frame)
        return frame
    }
}
