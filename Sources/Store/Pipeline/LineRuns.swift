import Foundation

/// Whose the lines of a file on the main line are, from its first on; what follows the last run is older than was looked at.
package struct LineRuns: Equatable, Sendable {
    package struct Run: Equatable, Sendable {
        /// The row of `landing`; 0 for lines that were there before, below 0 for rows that are not written yet.
        package var owner: Int64
        package var count: Int

        package init(owner: Int64, count: Int) {
            self.owner = owner
            self.count = count
        }
    }

    package private(set) var runs: [Run] = []

    package init(_ runs: [Run] = []) { self.runs = runs }

    /// Puts lines in the place of others.
    ///
    /// - Parameter place: how many lines stand before them.
    /// - Returns: those that were taken out.
    package mutating func replace(_ place: Int, _ removed: Int, with added: [Run]) -> [Run] {
        var (before, taken, after): ([Run], [Run], [Run]) = ([], [], [])
        var at = 0
        for run in runs {
            let first = min(max(place - at, 0), run.count)
            let second = min(max(place + removed - at, 0), run.count)
            Self.append(run.owner, first, to: &before)
            Self.append(run.owner, second - first, to: &taken)
            Self.append(run.owner, run.count - second, to: &after)
            at += run.count
        }
        if at < place { Self.append(0, place - at, to: &before) }
        for run in added { Self.append(run.owner, run.count, to: &before) }
        for run in after { Self.append(run.owner, run.count, to: &before) }
        // What is older at the end need not be kept.
        while before.last?.owner == 0 { before.removeLast() }
        runs = before
        return taken
    }

    package mutating func rename(_ owners: [Int64: Int64]) {
        for place in runs.indices { runs[place].owner = owners[runs[place].owner] ?? runs[place].owner }
    }

    private static func append(_ owner: Int64, _ count: Int, to runs: inout [Run]) {
        guard count > 0 else { return }
        if let last = runs.indices.last, runs[last].owner == owner {
            runs[last].count += count
        } else {
            runs.append(Run(owner: owner, count: count))
        }
    }

    // MARK: - As bytes

    /// Numbers of seven bits a byte, the lowest first; owner and count in turn.
    var bytes: Data {
        var bytes = Data()
        func add(_ number: Int64) {
            var rest = UInt64(bitPattern: max(0, number))
            while rest > 127 {
                bytes.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        for run in runs {
            add(run.owner)
            add(Int64(run.count))
        }
        return bytes
    }

    /// - Returns: `nil` of what is no such bytes.
    init?(_ bytes: Data) {
        var numbers: [Int64] = []
        var (number, shift): (UInt64, UInt64) = (0, 0)
        for byte in bytes {
            guard shift < 63 else { return nil }
            number |= UInt64(byte & 127) << shift
            shift += 7
            if byte < 128 {
                guard let whole = Int64(exactly: number), whole < 1 << 40 else { return nil }
                numbers.append(whole)
                (number, shift) = (0, 0)
            }
        }
        guard shift == 0, numbers.count.isMultiple(of: 2) else { return nil }
        for place in stride(from: 0, to: numbers.count, by: 2) {
            Self.append(numbers[place], Int(min(numbers[place + 1], 10_000_000)), to: &runs)
        }
    }
}
