import Testing

@testable import Terminal

@Suite struct ColorChoiceTests {
    private func environment(_ term: String, direct: Bool = false, none: Bool = false) -> TerminalEnvironment {
        var environment = TerminalEnvironment(term: term)
        environment.hasDirectColors = direct
        environment.noColor = none
        return environment
    }

    /// What this machine knows of terminals.
    private func colors(_ type: String) -> Int? {
        [
            "xterm": 8, "xterm-256color": 256, "xterm-direct": Color.direct, "tmux-256color": 256, "xterm-kitty": 256,
            "tmux-direct": Color.direct, "screen-256color": 256, "vt100": 0, "linux": 8,
        ][type]
    }

    @Test(
        arguments: [
            ("xterm-256color", true, .automatic, "xterm-direct"),
            ("xterm-256color", false, .automatic, "xterm-256color"),
            ("xterm-256color", false, .truecolor, "xterm-direct"),
            ("xterm-256color", true, .colors256, "xterm-256color"),
            ("xterm-256color", true, .never, "xterm-256color"), ("xterm-kitty", true, .always, "xterm-direct"),
            ("tmux-256color", true, .automatic, "tmux-direct"), ("xterm-direct", true, .automatic, "xterm-direct"),
            ("screen-256color", true, .automatic, "screen-256color"), ("linux", true, .automatic, "linux"),
            ("xterm", false, .colors256, "xterm-256color"), ("xterm", true, .colors16, "xterm"),
            ("vt100", false, .colors256, "vt100"),
        ] as [(String, Bool, ColorChoice, String)])
    func `the entry is that of the terminal's family, where there is one`(
        term: String, direct: Bool, choice: ColorChoice, type: String
    ) {
        #expect(choice.terminalType(environment(term, direct: direct), colors: colors) == type)
    }

    @Test func `an entry that would bring true colour is named where there is none`() {
        func missing(_ term: String, direct: Bool = true) -> [String] {
            ColorChoice.automatic.missingEntries(environment(term, direct: direct), colors: colors)
        }
        #expect(missing("screen-256color") == ["screen-direct"])
        #expect(missing("xterm-ghostty") == [])
        #expect(missing("alacritty") == ["alacritty-direct"])
        #expect(missing("alacritty", direct: false) == [])
        #expect(missing("xterm-direct") == [])
    }

    @Test func `NO_COLOR asks for no direct colours, and always does not mind it`() {
        let environment = environment("xterm-256color", direct: true, none: true)
        #expect(ColorChoice.automatic.terminalType(environment, colors: colors) == "xterm-256color")
        #expect(ColorChoice.always.terminalType(environment, colors: colors) == "xterm-direct")
        #expect(ColorChoice.automatic.colors(environment) == 0)
        #expect(ColorChoice.colors16.colors(environment) == 16)
    }

    @Test func `what is printed has as many colours as the terminal is known to have`() {
        #expect(ColorChoice.automatic.colors(environment("xterm", direct: true)) == Color.direct)
        #expect(ColorChoice.automatic.colors(environment("xterm-256color")) == 256)
        #expect(ColorChoice.automatic.colors(environment("xterm")) == 16)
        #expect(ColorChoice.automatic.colors(environment("dumb")) == 0)
        #expect(ColorChoice.mono.colors(environment("xterm-256color")) == 0)
    }

    @Test(
        arguments: [
            ("15;0", .dark), ("0;15", .light), ("0;default;7", .light), ("7;default;8", .dark), ("0;default", nil),
            ("", nil),
            ("1;99", nil),
        ] as [(String, Appearance?)])
    func `COLORFGBG tells the ground`(_ value: String, _ appearance: Appearance?) {
        #expect(Appearance(colorFgBg: value) == appearance)
    }

    @Test func `a look is begun by the sequence for so many colours`() {
        let face = Face(.rgb(255, 136, 0), on: .ansi(12), [.bold, .underline])
        #expect(face.selectGraphicRendition(colors: Color.direct) == "\u{1B}[0;1;4;38;2;255;136;0;104m")
        #expect(face.selectGraphicRendition(colors: 256) == "\u{1B}[0;1;4;38;5;208;104m")
        #expect(face.selectGraphicRendition(colors: 16) == "\u{1B}[0;1;4;93;104m")
        #expect(face.selectGraphicRendition(colors: 0) == "\u{1B}[0;1;4m")
    }
}
