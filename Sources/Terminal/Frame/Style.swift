/// How a cell is to look: a meaning, at most one surface it lies on, and marks that hold in every theme.
///
/// The surface is what a selected row or a panel does to the words on it, without their losing their own meaning:
///
///     Style(.severityHigh).on(.selection)
package struct Style: Hashable, Sendable {
    package var role: Role
    package var surface: Role?
    package var modifiers: Modifiers

    package init(_ role: Role, on surface: Role? = nil, _ modifiers: Modifiers = []) {
        self.role = role
        self.surface = surface
        self.modifiers = modifiers
    }

    package static let text = Style(.text)
    package static let muted = Style(.muted)

    package var bold: Style { with(.bold) }
    package var dim: Style { with(.dim) }
    package var italic: Style { with(.italic) }
    package var underlined: Style { with(.underline) }
    package var reversed: Style { with(.reverse) }

    package func on(_ surface: Role?) -> Style { Style(role, on: surface, modifiers) }

    package func with(_ modifiers: Modifiers) -> Style { Style(role, on: surface, self.modifiers.union(modifiers)) }
}

/// Marks beside colour that a terminal can put on a cell.
package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Modifiers(rawValue: 1)
    package static let dim = Modifiers(rawValue: 2)
    package static let italic = Modifiers(rawValue: 4)
    package static let underline = Modifiers(rawValue: 8)
    package static let reverse = Modifiers(rawValue: 16)
}
