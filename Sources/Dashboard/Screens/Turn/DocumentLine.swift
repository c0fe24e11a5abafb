import Terminal

/// One line of a turn as it is read from top to bottom.
enum DocumentLine: Equatable {
    /// `─ title ────`
    case heading([Span])
    case words(String, Style)
    case spans([Span])
    /// A line of code: its number in the file where that is known, its sign (`+`, `−` or blank), its text.
    case code(number: Int?, sign: Character, String, Style)
    case empty
}
