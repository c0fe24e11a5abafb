/// How a meaning looks in a theme.
package struct Face: Hashable, Sendable {
    package var foreground: Color
    package var background: Color
    package var modifiers: Modifiers

    package init(_ foreground: Color = .standard, on background: Color = .standard, _ modifiers: Modifiers = []) {
        self.foreground = foreground
        self.background = background
        self.modifiers = modifiers
    }

    package init(_ modifiers: Modifiers) { self.init(.standard, on: .standard, modifiers) }

    /// The same emphasis without colour: what had a background of its own is reversed, what stood out stands out.
    var monochrome: Face {
        var modifiers = modifiers
        if background != .standard { modifiers.insert(.reverse) }
        // Dim is for what matters less, and often looks no different from plain text.
        modifiers.remove(.dim)
        return Face(.standard, on: .standard, modifiers)
    }
}
