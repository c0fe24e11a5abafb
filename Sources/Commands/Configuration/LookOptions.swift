import ArgumentParser
import Foundation
import Terminal

/// Theme and colours, as every command that shows them takes them.
struct LookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A name of 'colophon theme list', or auto: by the terminal's ground (default: $COLOPHON_THEME, else the "
                + "configuration, else default).", valueName: "name"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Colours: as many as the terminal has, none with NO_COLOR (auto); whatever NO_COLOR says (always); or at most "
                + "truecolor, 256, 16, mono, never (default: the configuration, else auto).", valueName: "when"))
    var color: ColorChoice?

    @Flag(
        help: """
            For screen readers: one pane at a time, words instead of signs, no lines, the cursor on what is selected.
            """)
    var plain = false

    /// - Throws: `CommandError` for a theme on the command line that cannot be shown; what is wrong elsewhere is told in
    ///   the look and no reason to stop.
    func look(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> DashboardLook {
        let home = ConfigHome(environment: environment)
        var configuration = Configuration(path: home.file)
        if let keyboard = Colophon.keyboard { configuration.note(keyboard.problems(configuration.keys)) }
        let themes = ThemeLibrary(folder: home.themes)
        var choice = configuration.theme ?? .named("default")
        if let name = environment["COLOPHON_THEME"], !name.isEmpty { choice = Self.choice(name, configuration) }
        if let theme {
            choice = Self.choice(theme, configuration)
            for appearance in Set([choice.name(for: .dark), choice.name(for: .light)]) {
                do {
                    _ = try themes.load(appearance)
                } catch {
                    throw CommandError(error.description)
                }
            }
        }
        var look = DashboardLook(themes: themes, theme: choice, color: color ?? configuration.color ?? .automatic)
        look.complaint = configuration.problems.first
        look.isPlain = plain || configuration.isPlain ?? false
        look.keys = configuration.keys
        return look
    }

    /// `auto` is the pair of the configuration, where it has one.
    private static func choice(_ name: String, _ configuration: Configuration) -> ThemeChoice {
        guard name == "auto" else { return .named(name) }
        return configuration.theme.flatMap { $0.mindsAppearance ? $0 : nil } ?? .automatic
    }
}

extension ColorChoice: ExpressibleByArgument {}
