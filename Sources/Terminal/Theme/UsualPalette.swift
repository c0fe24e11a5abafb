/// What terminals make of their own colours where nobody chose others.
struct UsualPalette {
    let name: String
    let appearance: Appearance
    let foreground: Color.Components
    let background: Color.Components
    /// Of the 16 colours, those that a theme may name.
    let colors: [Color.Components]

    private init(
        _ name: String, _ appearance: Appearance, _ foreground: UInt32, _ background: UInt32, _ colors: [UInt32]
    ) {
        self.name = name
        self.appearance = appearance
        self.foreground = Color.components(foreground)
        self.background = Color.components(background)
        self.colors = colors.map(Color.components)
    }

    /// The colour as this terminal shows it; `nil` stands for its own foreground or background.
    func components(of color: Color) -> Color.Components? {
        if case .ansi(let number) = color { return colors[Int(number) % 16] }
        return color.components
    }

    static let all = [
        UsualPalette("xterm, white on black", .dark, 0xE5E5E5, 0x000000, xterm),
        UsualPalette("xterm", .light, 0x000000, 0xFFFFFF, xterm),
        UsualPalette(
            "the Linux console", .dark, 0xAAAAAA, 0x000000,
            [
                0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555,
                0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
            ]),
        UsualPalette("GNOME Terminal, dark", .dark, 0xD0CFCC, 0x171421, gnome),
        UsualPalette("GNOME Terminal, light", .light, 0x171421, 0xFFFFFF, gnome),
        UsualPalette(
            "Windows Terminal", .dark, 0xCCCCCC, 0x0C0C0C,
            [
                0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676, 0xE74856,
                0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
            ]),
        UsualPalette(
            "VS Code, dark", .dark, 0xCCCCCC, 0x1E1E1E,
            [
                0x000000, 0xCD3131, 0x0DBC79, 0xE5E510, 0x2472C8, 0xBC3FBC, 0x11A8CD, 0xE5E5E5, 0x666666, 0xF14C4C,
                0x23D18B, 0xF5F543, 0x3B8EEA, 0xD670D6, 0x29B8DB, 0xE5E5E5,
            ]),
        UsualPalette(
            "VS Code, light", .light, 0x333333, 0xFFFFFF,
            [
                0x000000, 0xCD3131, 0x107C10, 0x949800, 0x0451A5, 0xBC05BC, 0x0598BC, 0x555555, 0x666666, 0xCD3131,
                0x14CE14, 0xB5BA00, 0x0451A5, 0xBC05BC, 0x0598BC, 0xA5A5A5,
            ]),
        UsualPalette("Dracula's and Nord's ground", .dark, 0xD8DEE9, 0x2E3440, xterm),
        UsualPalette("Solarized's light ground", .light, 0x586E75, 0xFDF6E3, xterm),
    ]

    private static let xterm: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    private static let gnome: [UInt32] = [
        0x171421, 0xC01C28, 0x26A269, 0xA2734C, 0x12488B, 0xA347BA, 0x2AA1B3, 0xD0CFCC, 0x5E5C64, 0xF66151, 0x33D17A,
        0xE9AD0C, 0x2A7BDE, 0xC061CB, 0x33C7DE, 0xFFFFFF,
    ]
}
