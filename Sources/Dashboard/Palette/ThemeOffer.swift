/// The themes that the palette offers.
package struct ThemeOffer: Equatable, Sendable {
    package var names: [String]
    /// Of these, the user's own files.
    package var own: Set<String>
    /// The one that is worn.
    package var worn: String

    package init(names: [String], own: Set<String> = [], worn: String) {
        self.names = names
        self.own = own
        self.worn = worn
    }
}
