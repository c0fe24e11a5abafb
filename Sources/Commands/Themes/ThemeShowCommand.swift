import ArgumentParser
import Foundation
import Terminal
import Text

struct ThemeShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows every key of a theme in its look; as a table in a pipe or with --format.")

    @Argument(help: "A name of 'colophon theme list' (default: the one in use).")
    var name: String?

    @Option(help: "table, csv, json or markdown: the values instead of the looks.")
    var format: OutputFormat?

    @Option(help: ArgumentHelp("Colours, as for the dashboard.", valueName: "when"))
    var color: ColorChoice?

    private static let columns = [
        OutputColumn("key", minimumWidth: 20), OutputColumn("fg", minimumWidth: 8),
        OutputColumn("bg", minimumWidth: 8), OutputColumn("modifiers", minimumWidth: 9, isFlexible: true),
    ]

    func run() throws {
        var options = try LookOptions.parse([])
        options.color = color
        let look = try options.look()
        let environment = TerminalEnvironment.current
        let theme: Theme
        do {
            let loaded = try look.themes.load(name ?? look.theme.name(for: environment.appearance ?? .dark))
            theme = loaded.theme
            for warning in loaded.warnings { Console.note("\(warning)") }
        } catch {
            throw CommandError(error.description)
        }
        guard format != nil || !Console.isTerminal else { return show(theme, look.color.colors(environment)) }
        let rows = Role.allCases.map { role -> [OutputValue] in
            let face = theme[role]
            return [
                .text(role.rawValue), .text(face.foreground.name), .text(face.background.name),
                .text(face.modifiers.names.joined(separator: " ")),
            ]
        }
        Table.write(Self.columns, rows, format ?? .table)
    }

    /// A line for each key: its name in its look, the same on a selected row, and what it says.
    private func show(_ theme: Theme, _ colors: Int) {
        let theme = theme.suited(to: colors)
        let off = "\u{1B}[0m"
        var text = ""
        for role in Role.allCases {
            let begin = theme.face(for: Style(role)).selectGraphicRendition(colors: colors)
            let selected = theme.face(for: Style(role, on: .selection)).selectGraphicRendition(colors: colors)
            let face = theme[role]
            let words = [face.foreground.name, face.background == .standard ? "" : "on " + face.background.name]
            let says = (words + face.modifiers.names).filter { !$0.isEmpty }.joined(separator: " ")
            text += " \(begin) \(role.rawValue.padded(to: 22)) \(off) \(selected) selected \(off)  \(says)\n"
        }
        Console.write(text)
    }
}

extension Modifiers {
    fileprivate var names: [String] {
        let all: [(Modifiers, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
