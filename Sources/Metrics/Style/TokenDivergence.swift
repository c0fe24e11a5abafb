#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far two bodies of code are from each other, by their tokens.
package enum TokenDivergence {
    /// How often each row of three tokens stands in some files.
    package static func rows(of files: some Sequence<[UInt64]>) -> [UInt64: Int] {
        var rows: [UInt64: Int] = [:]
        for tokens in files {
            for place in tokens.indices.dropLast(2) {
                var hash: UInt64 = 0
                for step in 0..<3 { hash = (hash ^ tokens[place + step]) &* 0x9E37_79B9_7F4A_7C15 }
                rows[hash ^ hash >> 29, default: 0] += 1
            }
        }
        return rows
    }

    /// Jensen and Shannon's divergence, base 2, from 0 (the same) to 1 (nothing in common); `nil` where a side has nothing
    /// (J. Lin, "Divergence measures based on the Shannon entropy", 1991).
    package static func jensenShannon(_ one: [UInt64: Int], _ other: [UInt64: Int]) -> Double? {
        let (n, m) = (one.values.reduce(0, +), other.values.reduce(0, +))
        guard n > 0, m > 0 else { return nil }
        // In the order of the rows, so that sums come out the same in every run.
        var sum = 0.0
        for row in Set(one.keys).union(other.keys).sorted() {
            let (p, q) = (Double(one[row] ?? 0) / Double(n), Double(other[row] ?? 0) / Double(m))
            let middle = (p + q) / 2
            if p > 0 { sum += p * log2(p / middle) / 2 }
            if q > 0 { sum += q * log2(q / middle) / 2 }
        }
        return min(max(sum, 0), 1)
    }

    /// The divergence of two halves of one body into which chance puts its rows, the mean of so many drawings: what two samples
    /// of the same code have. The same in every run.
    package static func noise(of rows: [UInt64: Int], drawings: Int = 4) -> Double? {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func bit() -> Bool {
            // xorshift* (Vigna 2014).
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return (state &* 0x2545_F491_4F6C_DD1D) >> 63 == 1
        }
        var found: [Double] = []
        let order = rows.keys.sorted()
        for _ in 0..<drawings {
            var (one, other): ([UInt64: Int], [UInt64: Int]) = ([:], [:])
            for row in order {
                for _ in 0..<(rows[row] ?? 0) {
                    if bit() { one[row, default: 0] += 1 } else { other[row, default: 0] += 1 }
                }
            }
            if let value = jensenShannon(one, other) { found.append(value) }
        }
        return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
    }

    /// 1 − what two sets have in common of all that they have (Jaccard); `nil` of nothing.
    package static func dissimilarity(_ one: Set<UInt32>, _ other: Set<UInt32>) -> Double? {
        let common = one.intersection(other).count
        let all = one.count + other.count - common
        return all > 0 ? 1 - Double(common) / Double(all) : nil
    }
}
