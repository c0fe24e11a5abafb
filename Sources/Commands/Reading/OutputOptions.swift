import ArgumentParser
import Text

/// How a list comes out.
struct OutputOptions: ParsableArguments {
    @Option(help: "table, csv, json or markdown.")
    var format: OutputFormat = .table
}

extension OutputFormat: ExpressibleByArgument {}
