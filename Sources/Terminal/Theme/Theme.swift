/// Looks for meanings. A role that a theme says nothing about looks like plain text.
///
///     var mine = Theme.standard
///     mine[.severityHigh] = Face(.ansi(1), .bold)
package struct Theme: Hashable, Sendable {
    package var name: String
    /// The ground that it was made for; `nil` where it looks well on any.
    package var appearance: Appearance?
    private var faces: [Role: Face]
    /// Looks of its own for terminals of 16 colours, and for those without any.
    var faces16: [Role: Face] = [:]
    var facesWithoutColor: [Role: Face] = [:]

    package init(name: String, faces: [Role: Face]) {
        self.name = name
        self.faces = faces
    }

    package subscript(role: Role) -> Face {
        get { faces[role] ?? Face() }
        set { faces[role] = newValue }
    }

    /// The look of a style: its role's, laid on its surface, with the style's own marks.
    ///
    /// A reversed surface is one even bar: colours on it would come out as a patchwork of backgrounds. A surface with a
    /// background leaves the words their colours, and what has a background of its own keeps it. The background of plain
    /// text is that of all.
    package func face(for style: Style) -> Face {
        var face = self[style.role]
        if let surface = style.surface {
            let ground = self[surface]
            if ground.modifiers.contains(.reverse) || ground.foreground != .standard {
                face.foreground = ground.foreground
                face.background = ground.background
            } else if ground.background != .standard, face.background == .standard {
                face.background = ground.background
            }
            face.modifiers.formUnion(ground.modifiers)
            if ground.modifiers.contains(.reverse) { face.modifiers.remove(.dim) }
        }
        // Reversing what is reversed already sets it off just as well, and keeps a match visible in the selected row.
        if style.modifiers.contains(.reverse), face.modifiers.contains(.reverse) {
            face.modifiers.remove(.reverse)
            face.modifiers.formUnion(style.modifiers.subtracting(.reverse))
        } else {
            face.modifiers.formUnion(style.modifiers)
        }
        let plain = self[.text]
        if face.background == .standard, plain.background != .standard {
            face.background = plain.background
            if face.foreground == .standard { face.foreground = plain.foreground }
        } else if face.foreground == .standard, face.background != .standard, plain.foreground != .standard {
            face.foreground = plain.foreground
        }
        return face
    }

    /// This theme for a terminal of so many colours.
    package func suited(to colors: Int) -> Theme {
        if colors == 0 { return monochrome }
        guard colors < 256, !faces16.isEmpty else { return self }
        var theme = self
        theme.faces.merge(faces16) { $1 }
        return theme
    }

    /// This theme for a terminal without colours.
    package var monochrome: Theme {
        var theme = Theme(
            name: name, faces: faces.mapValues(\.monochrome).merging(facesWithoutColor.mapValues(\.monochrome)) { $1 })
        theme.appearance = appearance
        for (role, modifiers) in Self.emphasis
        where facesWithoutColor[role] == nil && theme[role].modifiers.isDisjoint(with: [.bold, .underline, .reverse]) {
            theme[role].modifiers.formUnion(modifiers)
        }
        return theme
    }

    /// What must stand out even if a theme said it by colour alone.
    private static let emphasis: [Role: Modifiers] = [
        .selection: .reverse, .selectionInactive: .underline, .marked: .bold, .match: .underline,
        .matchCurrent: .reverse, .error: [.bold, .reverse], .warning: .bold, .hintKey: .bold, .heading: .bold,
        .title: .bold, .borderFocus: .bold, .demo: .reverse, .link: .underline,
        .severityCritical: [.bold, .reverse], .severityHigh: .bold, .untrusted: .underline,
        .statusRejected: .underline, .diffAdded: .bold, .diffRemoved: .underline, .confidenceLow: .underline,
        .syntaxKeyword: .bold,
    ]
}
