package import Terminal

extension TurnScreen {
    package func view(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard !documents.isEmpty else {
            let words = isGone ? "This turn is no longer in the store." : hasFailed ? "" : "reading the turn…"
            frame.put(words, row: min(1, size.rows - 1), column: 2, width: size.columns - 3, style: .muted)
            return frame
        }
        let sides = documents.count > 1 ? Self.sides(size) : [Side(column: 0, columns: size.columns)]
        for (index, side) in sides.enumerated() where documents.indices.contains(index) {
            let isFocused = documents.count > 1 && index == pane
            let part = TurnDocumentView.frame(
                documents[index], top: tops[index], size: Size(columns: side.columns, rows: size.rows),
                isFocused: isFocused)
            frame.put(part, row: 0, column: side.column)
        }
        return frame
    }
}
