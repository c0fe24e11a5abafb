/// Where things stand in a text: bytes as lines and columns, and back.
///
/// Lines end with LF; a CR before it belongs to the break. Lines and columns count from 1.
package struct TextPlaces: Sendable {
    /// What a column counts.
    package enum Unit: String, Sendable { case utf16, scalars, bytes }

    package struct Place: Equatable, Sendable {
        package var line: Int
        package var column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private let bytes: [UInt8]
    private var starts = [0]

    package init(_ text: String) {
        bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() where byte == 0x0A { starts.append(place + 1) }
    }

    /// One more than there are breaks.
    package var lineCount: Int { starts.count }

    /// The bytes of a line without its break; `nil` where there is no such line.
    package func range(ofLine line: Int) -> Range<Int>? {
        guard 1...starts.count ~= line else { return nil }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The byte at which a column begins, at most the end of its line.
    package func byte(line: Int, column: Int, in unit: Unit) -> Int? {
        guard let range = range(ofLine: line) else { return nil }
        guard unit != .bytes else { return min(range.upperBound, range.lowerBound + max(0, column - 1)) }
        return advance(from: range.lowerBound, by: max(0, column - 1), to: range.upperBound, in: unit)
    }

    /// The byte that so many units of the whole text stand before, at most its end.
    package func byte(after units: Int, in unit: Unit) -> Int {
        unit == .bytes
            ? min(bytes.count, max(0, units)) : advance(from: 0, by: max(0, units), to: bytes.count, in: unit)
    }

    /// The line and column of a byte.
    package func place(of byte: Int, in unit: Unit = .utf16) -> Place {
        let byte = min(max(0, byte), bytes.count)
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= byte { low = middle } else { high = middle }
        }
        var units = 0
        for place in starts[low]..<byte { units += Self.units(bytes[place], unit) }
        return Place(line: low + 1, column: units + 1)
    }

    private func advance(from start: Int, by units: Int, to end: Int, in unit: Unit) -> Int {
        var (place, left) = (start, units)
        while place < end, left > 0 {
            left -= Self.units(bytes[place], unit)
            place += 1
            while place < end, bytes[place] & 0xC0 == 0x80 { place += 1 }
        }
        return place
    }

    /// What the scalar counts that begins with a byte; nothing for its other bytes.
    private static func units(_ byte: UInt8, _ unit: Unit) -> Int {
        switch unit {
        case .bytes: 1
        case .scalars: byte & 0xC0 == 0x80 ? 0 : 1
        case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
        }
    }
}
