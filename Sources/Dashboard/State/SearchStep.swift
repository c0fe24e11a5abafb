/// How a search inside of a screen goes on, key by key.
package enum SearchStep: Equatable, Sendable {
    case begin
    /// The words so far.
    case words(String)
    /// They are the right ones.
    case keep
    /// All is to be as it was before.
    case cancel
}
