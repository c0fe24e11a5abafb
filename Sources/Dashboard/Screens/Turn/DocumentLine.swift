import Terminal

/// One line of a turn as it is read from top to bottom.
enum DocumentLine: Equatable {
    /// `─ title ────`
    case heading([Span])
    case words(String, Style)
    case spans([Span])
    case code(CodeLine)
    case empty
}

/// A line of code, or a piece of one that was too long for its place.
struct CodeLine: Equatable {
    /// Its number in the file after the edit, where that is known.
    var number: Int?
    /// `+`, `−` or blank.
    var sign: Character
    var signStyle: Style
    var text: [Span]
    /// The sign of a finding on this line.
    var mark: Span?
}
