/// Comma-separated values as RFC 4180 has them: a heading line, quotes where needed, CRLF. Null is an empty field.
package struct CSVWriter: RowWriter {
    private let isSafeToPrint: Bool
    private var count = 0

    /// - Parameter isSafeToPrint: Shows controls and invisible characters, for a terminal, instead of writing them.
    package init(isSafeToPrint: Bool = false) {
        self.isSafeToPrint = isSafeToPrint
    }

    package mutating func begin(_ columns: [OutputColumn], to sink: inout [UInt8]) {
        count = columns.count
        write(columns.map(\.name), to: &sink)
    }

    package mutating func row(_ values: [OutputValue], to sink: inout [UInt8]) {
        write((0..<count).map { values.value(at: $0).exact ?? "" }, to: &sink)
    }

    package mutating func end(to sink: inout [UInt8]) {}

    private func write(_ fields: [String], to sink: inout [UInt8]) {
        for (place, field) in fields.enumerated() {
            if place > 0 { sink.append(UInt8(ascii: ",")) }
            let field = isSafeToPrint ? Visible.text(field, keeping: [.newline, .tab]) : field
            // 2.6: fields with line breaks, quotes and commas are enclosed in quotes; 2.7: a quote in them is doubled.
            let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            if !needsQuotes {
                sink.append(contentsOf: field.utf8)
                continue
            }
            sink.append(UInt8(ascii: "\""))
            for byte in field.utf8 {
                if byte == UInt8(ascii: "\"") { sink.append(byte) }
                sink.append(byte)
            }
            sink.append(UInt8(ascii: "\""))
        }
        sink.append(contentsOf: [0x0D, 0x0A])
    }
}
