extension Theme {
    /// Where text is hard to tell from its background: below 4.5:1, on the rows of a list and under the selection, too.
    ///
    /// Colours whose values are known are held to that wherever words stand in them. The terminal's own 16 are its
    /// user's: on the palettes that terminals come with, what is read as text is held to it, and a signal (a severity, a
    /// fate, a word of code) must be seen, at 3:1, on one palette of each ground at least.
    package func contrastProblems(file: String?) -> [ThemeProblem] {
        var problems: [ThemeProblem] = []
        for role in Role.allCases where role.holdsWords {
            let surfaces: [Role?] = role.isSurface ? [nil] : [nil, .selection, .selectionInactive]
            for surface in surfaces {
                guard let sentence = contrastProblem(of: face(for: Style(role, on: surface)), role) else { continue }
                let place = surface.map { " on \"\($0.rawValue)\"" } ?? ""
                problems.append(ThemeProblem(file: file, key: role.rawValue, sentence + place + "."))
                break
            }
        }
        return problems
    }

    private func contrastProblem(of face: Face, _ role: Role) -> String? {
        let palettes = UsualPalette.all.filter { appearance == nil || $0.appearance == appearance }
        let ratios = palettes.map { palette in
            Contrast.ratio(
                palette.components(of: face.foreground) ?? palette.foreground,
                palette.components(of: face.background) ?? palette.background)
        }
        guard let worst = ratios.indices.min(by: { ratios[$0] < ratios[$1] }) else { return nil }
        func said(_ ratio: Double, _ asked: Double) -> String {
            "\(tenths(ratio)):1 where \(tenths(asked)):1 is asked, "
        }
        if face.isOfTerminal, !role.isText {
            for ground in Appearance.allCases where appearance == nil || ground == appearance {
                let best = zip(palettes, ratios).filter { $0.0.appearance == ground }.map(\.1).max() ?? 21
                if best < Contrast.signal {
                    return said(best, Contrast.signal) + "on every usual palette of a \(ground.rawValue) ground"
                }
            }
            return nil
        }
        // Nothing can be said of a terminal's own foreground on its own ground.
        guard face.foreground != .standard || face.background != .standard else { return nil }
        guard ratios[worst] < Contrast.text else { return nil }
        let isFixed = face.foreground.components != nil && face.background.components != nil
        return said(ratios[worst], Contrast.text) + "\(face.foreground.name) on \(face.background.name)"
            + (isFixed ? "" : ", with the colours of \(palettes[worst].name)")
    }

    /// Cut, not rounded: 4.49 is not 4.5.
    private func tenths(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension Face {
    /// Whether one of the terminal's 16 colours, whose values its user chose, is in it.
    fileprivate var isOfTerminal: Bool {
        [foreground, background].contains { color in
            switch color {
            case .ansi, .indexed(0..<16): true
            default: false
            }
        }
    }
}

extension Role {
    /// Lines and bars are no text.
    fileprivate var holdsWords: Bool {
        switch self {
        case .border, .borderFocus, .chart1, .chart2, .chart3, .chart4, .chart5, .chart6: false
        default: true
        }
    }

    fileprivate var isSurface: Bool { self == .selection || self == .selectionInactive }

    /// What is read as such; all else is a signal that a word or glyph gives, too.
    fileprivate var isText: Bool {
        switch self {
        case .note, .warning, .error, .demo: false
        default: rawValue.hasPrefix("ui.")
        }
    }
}
