import Text

/// Numbers of the Common Weakness Enumeration, in the many ways in which tools write them.
enum Weaknesses {
    /// `CWE-89: SQL Injection`, `external/cwe/cwe-089`, `cwe:89`, `CWE_89`.
    ///
    /// - Returns: each once, in their order; at most eight.
    static func numbers(in text: String) -> [Int] {
        var numbers: [Int] = []
        let bytes = Array(text.utf8.prefix(1 << 16))
        var place = 0
        while place + 3 < bytes.count, numbers.count < 8 {
            guard bytes[place] | 0x20 == UInt8(ascii: "c"), bytes[place + 1] | 0x20 == UInt8(ascii: "w"),
                bytes[place + 2] | 0x20 == UInt8(ascii: "e")
            else {
                place += 1
                continue
            }
            place += 3
            if place < bytes.count,
                [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"), 0x20].contains(bytes[place])
            {
                place += 1
            }
            var (value, digits) = (0, 0)
            while place < bytes.count, digits < 6, bytes[place] &- UInt8(ascii: "0") < 10 {
                value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
                (digits, place) = (digits + 1, place + 1)
            }
            if value > 0, digits < 6, !numbers.contains(value) { numbers.append(value) }
        }
        return numbers
    }
}

extension JSONValue {
    /// Of a text, a number, or a list of these.
    func weaknesses() -> [Int] {
        switch kind {
        case .string: return Weaknesses.numbers(in: string ?? "")
        case .array:
            var numbers: [Int] = []
            for element in elements where numbers.count < 8 {
                for number in element.weaknesses() where !numbers.contains(number) { numbers.append(number) }
            }
            return numbers
        default: return []
        }
    }
}
