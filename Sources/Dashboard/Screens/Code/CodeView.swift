/// How the code of an edit is shown.
enum CodeView: Equatable {
    /// What was taken out and what was put in, one after the other.
    case diff
    /// What stood there before on the left, what stands there after on the right.
    case sideBySide
    /// What stands there after it, alone.
    case code

    var next: CodeView {
        switch self {
        case .diff: .sideBySide
        case .sideBySide: .code
        case .code: .diff
        }
    }

    /// Below so many columns nothing is shown side by side.
    static let sideBySideColumns = 100
}
