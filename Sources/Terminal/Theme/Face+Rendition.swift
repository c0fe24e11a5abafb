extension Face {
    /// The sequence that begins this look (ECMA-48 8.3.117, SGR), with the bright, the 256 and the direct colours as xterm
    /// has them; everything before it is off.
    ///
    /// - Parameter colors: how many the terminal has; 0 for none.
    package func selectGraphicRendition(colors: Int) -> String {
        var codes = "0"
        let marks: [(Modifiers, String)] = [
            (.bold, ";1"), (.dim, ";2"), (.italic, ";3"), (.underline, ";4"), (.reverse, ";7"),
        ]
        for (modifier, code) in marks where modifiers.contains(modifier) { codes += code }
        if colors > 0 {
            codes += foreground.code(colors, normal: 30, bright: 90, extended: 38)
            codes += background.code(colors, normal: 40, bright: 100, extended: 48)
        }
        return "\u{1B}[\(codes)m"
    }
}

extension Color {
    fileprivate func code(_ colors: Int, normal: Int32, bright: Int32, extended: Int32) -> String {
        if colors >= Self.direct, let (red, green, blue) = components {
            return ";\(extended);2;\(red);\(green);\(blue)"
        }
        let number = number(colors: min(colors, 256))
        switch number {
        case ..<0: return ""
        case ..<8: return ";\(normal + number)"
        case ..<16: return ";\(bright + number - 8)"
        default: return ";\(extended);5;\(number)"
        }
    }
}
