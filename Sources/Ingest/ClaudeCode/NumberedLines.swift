/// A file as the agent's reading tool shows it to the model: each line behind its number and an arrow or a tab.
struct NumberedLines {
    let text: String
    let first: Int
    let count: Int

    /// `nil` where the text does not begin so.
    init?(_ shown: String) {
        var shown = shown
        var plain: [UInt8] = []
        var first: Int?
        var count = 0
        shown.withUTF8 { bytes in
            var start = 0
            while start < bytes.count, let (number, content) = Self.prefix(of: bytes, from: start) {
                let end = bytes[content...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                if first == nil { first = number } else { plain.append(UInt8(ascii: "\n")) }
                plain.append(contentsOf: bytes[content..<end])
                count += 1
                start = end + 1
            }
        }
        guard let first, first > 0 else { return nil }
        self.first = first
        self.count = count
        text = String(decoding: plain, as: UTF8.self)
    }

    /// The number at the start of a line, and where what follows it begins.
    private static func prefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, Int)? {
        var place = start
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        var number = 0
        let digits = place
        while place < bytes.count, place - digits < 9, case let digit = Int(bytes[place]) - 48, 0...9 ~= digit {
            number = number * 10 + digit
            place += 1
        }
        guard place > digits, place < bytes.count else { return nil }
        if bytes[place] == UInt8(ascii: "\t") { return (number, place + 1) }
        return bytes[place...].starts(with: "→".utf8) ? (number, place + 3) : nil
    }
}
