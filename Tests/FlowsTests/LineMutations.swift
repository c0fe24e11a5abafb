/// Lines of a history, damaged: bytes flipped, parts cut out or doubled, members of one line set into another.
struct LineMutations {
    private let lines: [[UInt8]]
    private var random: UInt64

    init(_ lines: [String], seed: UInt64) {
        self.lines = lines.map { Array($0.utf8) }
        random = seed
    }

    private mutating func roll(_ bound: Int) -> Int {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((random >> 33) % UInt64(max(1, bound)))
    }

    private static let values = [
        "null", "true", "-1", "9223372036854775807", "1e400", "\"\"", "[]", "{}", "[[[[]]]]", #""\ud800""#,
        #""\u0000""#,
        #"{"type":"text","text":7}"#,
    ].map { Array($0.utf8) }

    mutating func next() -> [UInt8] {
        var line = lines[roll(lines.count)]
        for _ in 0...roll(3) {
            switch roll(7) {
            case 0: line[roll(line.count)] = UInt8(truncatingIfNeeded: roll(256))
            case 1: line.removeSubrange(range(in: line))
            case 2: line = Array(line[..<roll(line.count)])
            case 3:
                let other = lines[roll(lines.count)]
                line.replaceSubrange(range(in: line), with: other[range(in: other)])
            default:
                // Most often a line that is still JSON, with a value of another kind somewhere.
                if let value = value(in: line) {
                    line.replaceSubrange(value, with: Self.values[roll(Self.values.count)])
                }
            }
            if line.isEmpty { line = [0x7B, 0x7D] }
        }
        return line.map { $0 == 0x0A ? 0x20 : $0 }
    }

    private mutating func range(in line: [UInt8]) -> Range<Int> {
        let start = roll(line.count)
        return start..<min(line.count, start + 1 + roll(60))
    }

    /// The bytes of some member's value: what stands behind `":`, to the end of the string, list or number.
    private mutating func value(in line: [UInt8]) -> Range<Int>? {
        var starts: [Int] = []
        for place in line.indices.dropFirst(2) where line[place - 1] == 0x3A && line[place - 2] == 0x22 {
            starts.append(place)
        }
        guard !starts.isEmpty else { return nil }
        let start = starts[roll(starts.count)]
        var (place, depth, inString) = (start, 0, false)
        while place < line.count {
            let byte = line[place]
            if inString {
                if byte == 0x5C { place += 1 } else if byte == 0x22 { inString = false }
            } else if byte == 0x22 {
                inString = true
            } else if byte == 0x7B || byte == 0x5B {
                depth += 1
            } else if byte == 0x7D || byte == 0x5D {
                if depth == 0 { break }
                depth -= 1
            } else if byte == 0x2C, depth == 0 {
                break
            }
            place += 1
        }
        return start..<min(place, line.count)
    }
}
