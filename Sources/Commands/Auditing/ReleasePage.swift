import ArgumentParser
import Flows
import Provenance
import Text

/// What is in an artifact that should not leave the house, and how that ends: 0 nothing, 1 something, 2 it could not be
/// told.
enum ReleasePage {
    private static let columns = [
        OutputColumn("severity", title: "sev", minimumWidth: 8), OutputColumn("kind", minimumWidth: 11),
        OutputColumn("path", minimumWidth: 20, isFlexible: true),
        OutputColumn("line", alignment: .trailing, minimumWidth: 4, rank: 1),
        OutputColumn("message", minimumWidth: 30, isFlexible: true),
    ]

    static func run(_ path: String, format: OutputFormat) throws {
        let inspection = try ReleaseInspection(path)
        let rows = inspection.leaks.map { leak -> [OutputValue] in
            [
                .text(leak.severity.rawValue), .text(leak.kind.rawValue), .text(leak.path),
                leak.line.map { .integer(Int64($0)) } ?? .null, .text(leak.message),
            ]
        }
        Table.write(columns, rows, format)
        for sentence in inspection.unread.prefix(20) { Console.note(sentence) }
        if inspection.unread.count > 20 {
            Console.note("And \(inspection.unread.count - 20) more that could not be looked into.")
        }
        let count = IngestReport.count(inspection.leaks.count, "thing")
        Console.note(
            "\(IngestReport.count(inspection.files, "file")) looked at: "
                + (inspection.leaks.isEmpty ? "nothing in them" : "\(count) in them") + " should not leave the house."
                + (inspection.unread.isEmpty ? "" : " Not all could be told."))
        if !inspection.leaks.isEmpty { throw ExitCode(1) }
        if !inspection.unread.isEmpty { throw ExitCode(2) }
    }
}
