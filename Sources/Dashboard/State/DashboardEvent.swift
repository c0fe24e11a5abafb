package import Terminal

/// All that can happen to the dashboard.
package enum DashboardEvent: Equatable, Sendable {
    case key(Key)
    case paste(String)
    case mouse(MouseEvent)
    case resize(Size)
    case answer(Answer)
    /// The themes that there are now.
    case themes(ThemeOffer)
    /// The user's configuration was saved anew.
    case configured(KeyMap)
    /// Somebody wrote to the store.
    case storeChanged
    /// When the store was last written, Unix milliseconds.
    case written(at: Int64)
    /// What works in the background has something to say.
    case note(String)
    /// The reading of what the agents appended came to its end; with words where something was new.
    case caughtUp(String?)
}
