/// What GitHub knows the line of an alert by when the code around it moves: `primaryLocationLineHash`.
///
/// As its upload action computes it (github/codeql-action, `src/fingerprints.ts`): spaces and tabs are left out, a line's
/// hash covers the 100 UTF-16 units that begin with it, and equal ones are counted.
package struct LineHashes {
    private static let window = 100
    private static let factor: UInt64 = 37
    private static let end: UInt64 = 65535

    private var hashes: [UInt64] = []
    private var counts: [Int] = []

    package init(_ text: String) {
        var units: [UInt64] = []
        var starts = [0]
        var isAfterReturn = false
        for unit in text.utf16 {
            if unit == 0x20 || unit == 0x09 || isAfterReturn && unit == 0x0A {
                isAfterReturn = false
                continue
            }
            isAfterReturn = unit == 0x0D
            units.append(isAfterReturn ? 0x0A : UInt64(unit))
            if units.last == 0x0A { starts.append(units.count) }
        }
        units.append(Self.end)
        units += [UInt64](repeating: 0, count: Self.window)
        hash(units, from: starts)
    }

    private mutating func hash(_ units: [UInt64], from starts: [Int]) {
        var power: UInt64 = 1
        for _ in 0..<Self.window { power &*= Self.factor }
        var value: UInt64 = 0
        for unit in units.prefix(Self.window) { value = value &* Self.factor &+ unit }
        var first = 0
        var seen: [UInt64: Int] = [:]
        for start in starts {
            while first < start {
                value = value &* Self.factor &+ units[first + Self.window] &- power &* units[first]
                first += 1
            }
            hashes.append(value)
            seen[value, default: 0] += 1
            counts.append(seen[value] ?? 1)
        }
    }

    /// `271789c17abda88f:1`; `nil` where there is no such line. Lines count from 1.
    package func hash(ofLine line: Int) -> String? {
        guard hashes.indices.contains(line - 1) else { return nil }
        return "\(String(hashes[line - 1], radix: 16)):\(counts[line - 1])"
    }
}
