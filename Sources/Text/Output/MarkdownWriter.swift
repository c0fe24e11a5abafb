/// A table in GitHub's Markdown. Text shows as it is: what Markdown or HTML would make of it is escaped.
package struct MarkdownWriter: RowWriter {
    private let clock: TimeZoneClock
    private var count = 0

    package init(clock: TimeZoneClock = .local) {
        self.clock = clock
    }

    package mutating func begin(_ columns: [OutputColumn], to sink: inout [UInt8]) {
        count = columns.count
        write(columns.map { Self.escaped($0.title) }, to: &sink)
        write(columns.map { $0.alignment == .leading ? "---" : "--:" }, to: &sink)
    }

    package mutating func row(_ values: [OutputValue], to sink: inout [UInt8]) {
        write((0..<count).map { values.value(at: $0).shown(clock).map(Self.escaped) ?? "" }, to: &sink)
    }

    package mutating func end(to sink: inout [UInt8]) {}

    private func write(_ cells: [String], to sink: inout [UInt8]) {
        sink.append(contentsOf: "| \(cells.joined(separator: " | ")) |\n".utf8)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in Visible.text(text, keeping: .newline).unicodeScalars {
            switch scalar {
            case "\n": escaped += "<br>"
            case "\\", "`", "*", "_", "[", "]", "<", "&", "|", "~", "#": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
