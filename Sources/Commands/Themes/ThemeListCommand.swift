import ArgumentParser
import Foundation
import Terminal
import Text

struct ThemeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Names the themes, where each is from, and the ground it is for.")

    @OptionGroup var output: OutputOptions

    private static let columns = [
        OutputColumn("name", minimumWidth: 8), OutputColumn("appearance", title: "ground", minimumWidth: 6),
        OutputColumn("origin", minimumWidth: 12, isFlexible: true),
        OutputColumn("problem", minimumWidth: 10, isFlexible: true, rank: 1),
    ]

    func run() throws {
        let library = ThemeLibrary.ofUser
        let rows = library.entries.map { entry -> [OutputValue] in
            let origin = entry.path ?? "colophon"
            do {
                let loaded = try library.load(entry.name)
                return [
                    .text(entry.name), .text(loaded.theme.appearance?.rawValue ?? "any"), .text(origin),
                    ThemeLibrary.summary(loaded.warnings).map { .text($0) } ?? .null,
                ]
            } catch {
                return [.text(entry.name), .null, .text(origin), .text("\(error)")]
            }
        }
        Table.write(Self.columns, rows, output.format)
    }
}

extension ThemeLibrary {
    static var ofUser: ThemeLibrary {
        ThemeLibrary(folder: ConfigHome(environment: ProcessInfo.processInfo.environment).themes)
    }
}

/// A list that is known whole.
enum Table {
    static func write(_ columns: [OutputColumn], _ rows: [[OutputValue]], _ format: OutputFormat) {
        let width = Console.columns
        let places = format == .table ? width.map(columns.fitting(_:)) : nil
        var writer = format.writer(width: width)
        var sink: [UInt8] = []
        writer.begin(places.map { $0.map { columns[$0] } } ?? columns, to: &sink)
        for row in rows { writer.row(places.map { $0.map { row[$0] } } ?? row, to: &sink) }
        writer.end(to: &sink)
        Console.write(sink)
    }
}
