/// Rows of comma-separated values as RFC 4180 has them, with the line on which each begins. A semicolon or a tab may stand
/// for the comma: whichever the header has most of.
struct CSVRows: Sequence, IteratorProtocol {
    private let bytes: UnsafeRawBufferPointer
    private let separator: UInt8
    private var place = 0
    private var line = 1

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        let header = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        separator =
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].max { left, right in
                header.count { $0 == left } < header.count { $0 == right }
            } ?? UInt8(ascii: ",")
    }

    mutating func next() -> (line: Int, fields: [String])? {
        while place < bytes.count {
            let start = line
            let fields = row()
            // Empty lines are none.
            if fields.count > 1 || fields.first?.isEmpty == false { return (start, fields) }
        }
        return nil
    }

    private mutating func row() -> [String] {
        var fields: [String] = []
        while true {
            let (field, isLast) = field()
            // More than any table has; what is beyond them is not kept.
            if fields.count < 512 { fields.append(field) }
            if isLast { return fields }
        }
    }

    private mutating func field() -> (String, isLast: Bool) {
        var text: [UInt8] = []
        var isQuoted = false
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            isQuoted = true
            place += 1
        }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if place < bytes.count, bytes[place] == byte {
                        place += 1
                    } else {
                        isQuoted = false
                        continue
                    }
                }
                if byte == UInt8(ascii: "\n") { line += 1 }
            } else if byte == separator {
                return (Self.text(text), false)
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r"), place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
                line += 1
                return (Self.text(text), true)
            }
            if text.count < 1 << 16 { text.append(byte) }
        }
        return (Self.text(text), true)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var text = Substring(decoding: bytes, as: UTF8.self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
