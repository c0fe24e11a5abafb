/// What a person can ask for by key; each screen names those that it obeys.
package enum Action: CaseIterable, Hashable, Sendable {
    case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last
    case open, back, nextEdit, previousEdit
    case filter, clearFilter, widen
    case leave, quit, help, mouse, repaint
    case apply, cancel, left, right, toStart, toEnd, erase, eraseNext, eraseWord, eraseAll

    /// Obeyed on every screen, by the dashboard itself.
    static let everywhere: [Action] = [.leave, .help, .mouse, .repaint, .quit]

    /// Moving about in what is longer than the screen.
    static let scrolling: [Action] = [
        .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first, .last,
    ]
}
