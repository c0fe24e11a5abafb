/// Which theme the user wants: one by name, or one for each ground.
package enum ThemeChoice: Hashable, Sendable {
    case named(String)
    case byAppearance(dark: String, light: String)

    /// What `auto` is where the configuration names no pair.
    package static let automatic = ThemeChoice.byAppearance(dark: "dark", light: "light")

    package func name(for appearance: Appearance) -> String {
        switch self {
        case .named(let name): name
        case .byAppearance(let dark, let light): appearance == .dark ? dark : light
        }
    }

    /// Whether the terminal's ground has a say.
    package var mindsAppearance: Bool {
        if case .byAppearance = self { true } else { false }
    }
}
