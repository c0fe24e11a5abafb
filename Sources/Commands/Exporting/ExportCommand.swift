import ArgumentParser
import Flows
import Store

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes what the store holds in a format that other programs read.",
        discussion: """
            otlp: OTLP/JSON, one line a resource, GenAI spans as the OpenTelemetry conventions name them; edits and what \
            else they have no name for stand under colophon.*. 'colophon ingest' reads the file back to the same records: \
            all but findings, decisions, alerts, links, token runs, and segments that no answer saw.
            """)

    @Option(help: "One of \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ExportFormat

    @Option(help: ArgumentHelp("Only turns that match.", valueName: "filter"))
    var filter = ""

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to make; '-' is standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var options: StoreOptions

    func run() throws {
        let filter = try FilterText.parse(filter)
        var exporter = format.exporter(of: try options.openForReading(), filter)
        if output == "-" {
            _ = try exporter.export { Console.write($0) }
        } else {
            let exported = try ExportFile(path: output).make { try exporter.export(to: $0) }
            Console.write("made \(output): \(exported)\n")
        }
    }
}
