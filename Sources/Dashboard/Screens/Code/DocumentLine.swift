import Terminal

/// One line of a document as it is drawn.
enum DocumentLine: Equatable {
    /// `─ title ────`
    case heading([Span])
    case words(String, Style)
    /// Words of which some were searched for.
    case prose([Span])
    case spans([Span])
    case code(CodeLine)
    /// What stood before, and beside it what stands after.
    case pair(CodeLine?, CodeLine?)
    case empty
}

/// A line of code, or a piece of one that was too long for its place.
struct CodeLine: Equatable {
    /// Its number in the file, where that is known.
    var number: Int?
    /// `+`, `−` or blank.
    var sign: Character
    var signStyle: Style
    var text: [Span]
    /// The sign of a finding on this line.
    var mark: Span?
    /// Whether the line begins left of what is shown of it, and whether it goes on to the right.
    var isCutLeft = false
    var isCutRight = false
    /// What a mode says of the line, behind it, where there is room.
    var note: Span?
}
