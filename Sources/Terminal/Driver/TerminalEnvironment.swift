#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the environment says about the terminal, read once, so that tests can say it instead.
package struct TerminalEnvironment: Sendable {
    package var term: String?
    package var noColor = false
    /// `COLORTERM`: whether the terminal takes colours of 24 bits.
    package var hasDirectColors = false
    /// What `COLORFGBG` says of the ground.
    package var appearance: Appearance?
    /// Milliseconds to wait for the rest of an escape sequence; `$ESCDELAY`.
    package var escapeDelay: Int?

    package init(term: String?) { self.term = term }

    package static var current: TerminalEnvironment {
        var environment = TerminalEnvironment(term: variable("TERM"))
        environment.hasDirectColors = ["truecolor", "24bit"].contains(variable("COLORTERM") ?? "")
        environment.appearance = variable("COLORFGBG").flatMap { Appearance(colorFgBg: $0) }
        environment.noColor = variable("NO_COLOR") != nil
        environment.escapeDelay = variable("ESCDELAY").flatMap(Int.init).flatMap { (0...5000).contains($0) ? $0 : nil }
        return environment
    }

    /// An empty variable says nothing (no-color.org asks for that explicitly).
    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
