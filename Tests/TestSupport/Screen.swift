/// What a person in front of the terminal would see, and the state that the terminal is in.
package struct Screen: Sendable, CustomStringConvertible {
    package struct Cell: Hashable, Sendable {
        /// One cluster; empty for the right half of a wide one.
        package var text = " "
        package var look = Look()
    }

    /// Colours are palette numbers, nil for the terminal's own; direct ones are `0x1rrggbb`.
    package struct Look: Hashable, Sendable {
        package var foreground: Int?
        package var background: Int?
        package var bold = false
        package var dim = false
        package var italic = false
        package var underline = false
        package var reverse = false

        package init() {}
    }

    package internal(set) var rows: Int
    package internal(set) var columns: Int
    package internal(set) var cells: [[Cell]]
    package internal(set) var cursorRow = 0
    package internal(set) var cursorColumn = 0
    package internal(set) var cursorIsVisible = true
    package internal(set) var isAlternate = false
    /// Private modes that are set now, without 25 (cursor) and 1049 (alternate screen), which have words of their own.
    package internal(set) var modes: Set<Int> = []
    package internal(set) var bells = 0
    /// The base64 of the last OSC 52.
    package internal(set) var clipboard: String?

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        cells = Screen.blank(rows: rows, columns: columns)
    }

    static func blank(rows: Int, columns: Int, look: Look = Look()) -> [[Cell]] {
        Array(repeating: Array(repeating: Cell(text: " ", look: look), count: columns), count: rows)
    }

    /// The screen as text, a line for each row, without the blanks at their ends.
    package func text() -> String { (0..<rows).map { row($0) }.joined(separator: "\n") }

    package var description: String { "\n" + text() }

    package func row(_ row: Int) -> String {
        guard cells.indices.contains(row) else { return "" }
        var text = cells[row].map(\.text).joined()
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }

    package func contains(_ text: String) -> Bool {
        (0..<rows).contains { contained(text, in: row($0)) }
    }

    package func look(row: Int, column: Int) -> Look? {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return nil }
        return cells[row][column].look
    }

    /// What must be as a shell left it: modes off, the ordinary screen, a visible cursor.
    package var isReset: Bool { modes.isEmpty && !isAlternate && cursorIsVisible }
}

private func contained(_ part: String, in text: String) -> Bool {
    guard !part.isEmpty else { return true }
    var start = text.startIndex
    while start < text.endIndex {
        if text[start...].hasPrefix(part) { return true }
        start = text.index(after: start)
    }
    return false
}
