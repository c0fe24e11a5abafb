/// What the user asked for in `--color` or the configuration. `NO_COLOR` counts only for `automatic`.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
    /// As many as the terminal has, none with `NO_COLOR`.
    case automatic = "auto"
    /// The same whatever `NO_COLOR` says.
    case always
    case truecolor
    case colors256 = "256"
    case colors16 = "16"
    case mono
    case never

    func allows(_ environment: TerminalEnvironment) -> Bool {
        switch self {
        case .automatic: !environment.noColor
        case .always, .truecolor, .colors256, .colors16: true
        case .mono, .never: false
        }
    }

    /// More are not used, whatever the terminal has.
    var limit: Int {
        switch self {
        case .automatic, .always, .truecolor: Color.direct
        case .colors256: 256
        case .colors16: 16
        case .mono, .never: 0
        }
    }

    private func wantsDirect(_ environment: TerminalEnvironment) -> Bool {
        guard allows(environment), limit == Color.direct else { return false }
        // Over ssh and in tmux COLORTERM is often lost: who says truecolor means it.
        return self == .truecolor || environment.hasDirectColors
    }

    /// The terminfo entry to use for a terminal.
    ///
    /// True colour is there only in entries of direct colours (`xterm-direct`): in `xterm-256color` ncurses has no way to
    /// say it. Without such an entry the colours are the nearest of 256.
    ///
    /// - Parameter colors: how many an entry has; `nil` where there is no such entry on this machine.
    func terminalType(_ environment: TerminalEnvironment, colors: (String) -> Int?) -> String? {
        guard let term = environment.term, !term.isEmpty else { return nil }
        if wantsDirect(environment) {
            return Self.directEntries(of: term).first { colors($0) == Color.direct } ?? term
        }
        if self == .colors256, let least = colors(term), least < 256 {
            return Self.relatives(of: term, "-256color").first { colors($0) == 256 } ?? term
        }
        return term
    }

    /// The entries of which one would bring the true colours that the terminal has, where none of them is installed.
    func missingEntries(_ environment: TerminalEnvironment, colors: (String) -> Int?) -> [String] {
        guard let term = environment.term, !term.isEmpty, wantsDirect(environment) else { return [] }
        let entries = Self.directEntries(of: term)
        return entries.contains { colors($0) == Color.direct } ? [] : Array(entries.dropFirst())
    }

    private static func directEntries(of term: String) -> [String] { [term] + relatives(of: term, "-direct") }

    /// `xterm-kitty-direct` and `xterm-direct` of `xterm-kitty`; `tmux-direct` of `tmux-256color`.
    private static func relatives(of term: String, _ suffix: String) -> [String] {
        let parts = term.split(separator: "-").filter { !$0.hasSuffix("color") }
        return parts.indices.reversed().map { parts[...$0].joined(separator: "-") + suffix }
    }

    /// How many colours to use in what is printed without a full screen.
    package func colors(_ environment: TerminalEnvironment) -> Int {
        guard allows(environment), let term = environment.term, !term.isEmpty, term != "dumb" else { return 0 }
        if wantsDirect(environment) { return Color.direct }
        let has256 = self == .colors256 || environment.hasDirectColors || term.contains("256color")
        return min(has256 ? 256 : 16, limit)
    }
}
