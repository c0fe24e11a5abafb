/// One JSON array of objects, an object a line, whose keys are the columns' names.
package struct JSONRowWriter: RowWriter {
    private var columns: [OutputColumn] = []
    private var isEmpty = true

    package init() {}

    package mutating func begin(_ columns: [OutputColumn], to sink: inout [UInt8]) {
        self.columns = columns
        isEmpty = true
        sink.append(UInt8(ascii: "["))
    }

    package mutating func row(_ values: [OutputValue], to sink: inout [UInt8]) {
        sink.append(contentsOf: isEmpty ? "\n".utf8 : ",\n".utf8)
        isEmpty = false
        JSONObjectWriter.write(to: &sink) { object in
            for (place, column) in columns.enumerated() {
                switch values.value(at: place) {
                case .text(let text): object.set(column.name, text)
                case .integer(let integer): object.set(column.name, integer)
                case .number(let number): object.set(column.name, number)
                case .timestamp(let time): object.set(column.name, time.iso)
                case .null: object.set(column.name, String?.none)
                }
            }
        }
    }

    package mutating func end(to sink: inout [UInt8]) {
        sink.append(contentsOf: isEmpty ? "]\n".utf8 : "\n]\n".utf8)
    }
}
