import ArgumentParser
import Foundation
import Terminal
import Text

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Shows and checks the configuration, its keys and its places.",
        discussion: """
            The configuration is a file of TOML, such as ~/.config/colophon/config.toml:

              theme = "dark"                 # or { dark = "dark", light = "light" }
              color = "auto"                 # always, never, truecolor, 256, 16, mono
              plain = true                   # words instead of signs, for screen readers
              [keys]
              follow = "W"                   # an action of 'colophon config keys'
              half-page-down = ["Ctrl-d", "J"]

            Nothing in it is needed, and what is wrong in it keeps nothing from opening.
            """,
        subcommands: [
            ConfigCheckCommand.self, ConfigShowCommand.self, ConfigPathCommand.self, ConfigKeysCommand.self,
        ],
        defaultSubcommand: ConfigShowCommand.self)
}

extension Configuration {
    /// The user's own, its keys checked, too.
    static func ofUser() -> Configuration {
        var configuration = Configuration(path: ConfigHome(environment: ProcessInfo.processInfo.environment).file)
        if let keyboard = Colophon.keyboard { configuration.note(keyboard.problems(configuration.keys)) }
        return configuration
    }
}

struct ConfigCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is wrong with the configuration and the user's themes; then exits 1."
    )

    func run() throws {
        let home = ConfigHome(environment: ProcessInfo.processInfo.environment)
        let configuration = Configuration.ofUser()
        var problems = configuration.problems
        let library = ThemeLibrary(folder: home.themes)
        var names = library.entries.filter { $0.path != nil }.map(\.name)
        for appearance in [Appearance.dark, .light] {
            let name = configuration.theme?.name(for: appearance) ?? "default"
            if !names.contains(name) { names.append(name) }
        }
        for name in names {
            do {
                problems += try library.load(name).warnings.map(\.description)
            } catch {
                problems += error.problems.map(\.description)
            }
        }
        for problem in problems { Console.write("\(problem)\n") }
        if !problems.isEmpty { throw ExitCode.failure }
        let file = home.file.map { Visible.text($0) } ?? "config.toml"
        let isThere = home.file.map { FileManager.default.fileExists(atPath: $0) } ?? false
        Console.write(isThere ? "\(file) is in order.\n" : "There is no \(file); all is as colophon comes.\n")
    }
}

struct ConfigShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints what is in force, as a configuration would say it.")

    func run() throws {
        let configuration = Configuration.ofUser()
        var lines: [String] = []
        switch configuration.theme {
        case .byAppearance(let dark, let light)?:
            lines.append("theme = { dark = \(Self.quoted(dark)), light = \(Self.quoted(light)) }")
        case .named(let name)?: lines.append("theme = \(Self.quoted(name))")
        case nil: lines.append("theme = \"default\"")
        }
        lines.append("color = \"\((configuration.color ?? .automatic).rawValue)\"")
        lines.append("plain = \(configuration.isPlain ?? false)")
        let changed = Colophon.keyboard?.lines(configuration.keys).filter(\.isChanged) ?? []
        if !changed.isEmpty { lines.append("\n[keys]") }
        for line in changed { lines.append("\(line.action) = [\(line.keys.map(Self.quoted).joined(separator: ", "))]") }
        Console.write(lines.joined(separator: "\n") + "\n")
        if let problem = configuration.problems.first {
            let more = configuration.problems.count > 1 ? " ('colophon config check' names all.)" : ""
            Console.note(problem + more)
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(Visible.text(escaped))\""
    }
}

struct ConfigPathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Names every place that colophon reads from or writes to.")

    @OptionGroup var options: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let home = ConfigHome(environment: ProcessInfo.processInfo.environment)
        let store = try? options.path()
        let places: [(String, String?)] = [
            ("config", home.file), ("themes", home.themes), ("store", store),
            ("state", store.flatMap { SessionPath.of(store: $0, environment: ProcessInfo.processInfo.environment) }),
        ]
        let rows = places.map { name, path -> [OutputValue] in
            let isThere = path.map { FileManager.default.fileExists(atPath: $0) } ?? false
            return [.text(name), path.map { .text($0) } ?? .null, .text(isThere ? "there" : "not there")]
        }
        Table.write(
            [
                OutputColumn("place", minimumWidth: 6), OutputColumn("path", minimumWidth: 20, isFlexible: true),
                OutputColumn("state", minimumWidth: 9),
            ], rows, output.format)
    }
}

struct ConfigKeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Lists actions and their keys, by the names that [keys] takes.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let lines = Colophon.keyboard?.lines(Configuration.ofUser().keys) ?? []
        Table.write(
            [
                OutputColumn("action", minimumWidth: 16), OutputColumn("keys", minimumWidth: 12),
                OutputColumn("does", minimumWidth: 20, isFlexible: true),
                OutputColumn("from", minimumWidth: 6, rank: 1),
            ],
            lines.map {
                [
                    .text($0.action), .text($0.keys.joined(separator: " ")), .text($0.help),
                    .text($0.isChanged ? "config" : "colophon"),
                ]
            }, output.format)
    }
}
