import Text

/// Turns what theme files say into looks: the palette is known whole by then, whichever file a colour was named in.
struct ThemeReader {
    private var palette: [String: Color] = [:]
    private(set) var problems: [ThemeProblem] = []

    /// - Parameter files: what is inherited first.
    init(_ files: [ThemeFile]) {
        problems = files.flatMap(\.problems)
        for file in files {
            for entry in file.palette {
                // A palette names colours, never other names of its own: no circle, no order to mind.
                let place = Place(file: file.label, line: entry.line, key: "palette." + Visible.text(entry.key))
                palette[entry.key] = color(entry.value, place, named: [:])
            }
        }
    }

    mutating func theme(_ name: String, _ files: [ThemeFile]) -> Theme {
        var theme = Theme(name: name, faces: [:])
        theme.appearance = files.last { $0.appearance != nil }?.appearance
        var entries: [Role: (entry: TOMLTable.Entry, file: String)] = [:]
        for file in files {
            for (role, entry) in file.faces { entries[role] = (entry, file.label) }
        }
        for role in Role.allCases {
            guard let (entry, file) = entries[role] else { continue }
            read(entry.value, Place(file: file, line: entry.line, key: role.rawValue), role, into: &theme)
        }
        return theme
    }

    fileprivate struct Place {
        var file: String
        var line: Int
        var key: String
    }

    private mutating func read(_ value: TOMLValue, _ place: Place, _ role: Role, into theme: inout Theme) {
        let face = self.face(value, place)
        theme[role] = face
        guard case .table(let table) = value else { return }
        if let narrow = table["ansi16"] {
            var coarse = self.face(narrow.value, place.below("ansi16"))
            if case .table = narrow.value {} else { coarse.modifiers = face.modifiers }
            theme.faces16[role] = coarse
        }
        if let plain = table["mono"] {
            theme.facesWithoutColor[role] = Face(.standard, modifiers(plain.value, place.below("mono")))
        }
    }

    /// A colour for the foreground, or a table of `fg`, `bg` and `modifiers`.
    private mutating func face(_ value: TOMLValue, _ place: Place) -> Face {
        guard case .table(let table) = value else { return Face(color(value, place, named: palette) ?? .standard) }
        var face = Face()
        for entry in table.entries {
            let inner = place.below(entry.key)
            switch entry.key {
            case "fg": face.foreground = color(entry.value, inner, named: palette) ?? .standard
            case "bg": face.background = color(entry.value, inner, named: palette) ?? .standard
            case "modifiers": face.modifiers = modifiers(entry.value, inner)
            // [ui.text] with its own colour, and muted beside it.
            case let key where Role(rawValue: place.key + "." + key) != nil: break
            case "ansi16" where !place.isNarrow, "mono" where !place.isNarrow: break
            default:
                problems.append(
                    ThemeProblem(
                        file: place.file, line: place.line, key: Visible.text(inner.key),
                        "there is no such key; a look has fg, bg, modifiers, ansi16 and mono.", isWarning: true))
            }
        }
        return face
    }

    private mutating func modifiers(_ value: TOMLValue, _ place: Place) -> Modifiers {
        var values = [value]
        if case .array(let list) = value { values = list }
        var modifiers: Modifiers = []
        for value in values {
            if case .string(let name) = value, let modifier = Modifiers.names[name] {
                modifiers.insert(modifier)
            } else {
                fail(place, "\(shown(value)) is no modifier: write bold, dim, italic, underline or reverse in quotes.")
            }
        }
        return modifiers
    }

    private mutating func color(_ value: TOMLValue, _ place: Place, named: [String: Color]) -> Color? {
        switch value {
        case .string(let name):
            // For terminals of 16 colours a name is first of all one of theirs.
            let known = place.isNarrow ? Color(name: name) ?? named[name] : named[name] ?? Color(name: name)
            if let known { return known }
        case .integer(let number):
            if let number = UInt8(exactly: number) { return number < 16 ? .ansi(number) : .indexed(number) }
        default: break
        }
        fail(
            place,
            "\(shown(value)) is no colour: write \"#rrggbb\", \"default\", a number from 0 to 255, a name such as "
                + "\"red\" or \"bright-red\"\(named.isEmpty ? "" : ", or one of [palette]").")
        return nil
    }

    private func shown(_ value: TOMLValue) -> String {
        switch value {
        case .string(let text): "'\(Visible.text(text).truncated(to: 40))'"
        case .integer(let number): "\(number)"
        default: value.kind.prefix(1).uppercased() + value.kind.dropFirst()
        }
    }

    private mutating func fail(_ place: Place, _ sentence: String) {
        problems.append(ThemeProblem(file: place.file, line: place.line, key: place.key, sentence))
    }
}

extension ThemeReader.Place {
    fileprivate func below(_ key: String) -> Self { Self(file: file, line: line, key: self.key + "." + key) }
    fileprivate var isNarrow: Bool { key.hasSuffix(".ansi16") || key.contains(".ansi16.") }
}

extension Modifiers {
    static let names: [String: Modifiers] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]
}
