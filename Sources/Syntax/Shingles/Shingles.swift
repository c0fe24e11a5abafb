/// Hashes of *k* consecutive code tokens: what an index of code is made of.
///
/// S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (2003): of every
/// window of `window` shingles the least is kept, the rightmost of equal ones. Two texts that share `window + k - 1`
/// tokens in a row keep one shingle in common.
package enum Shingles {
    package static let k = 5
    package static let window = 8

    /// Every shingle of the tokens, by the place of its first token; none where there are fewer than `k`.
    package static func all(_ hashes: [UInt64]) -> [UInt32] {
        guard hashes.count >= k else { return [] }
        return hashes.withUnsafeBufferPointer { tokens in
            [UInt32](unsafeUninitializedCapacity: tokens.count - k + 1) { buffer, count in
                for place in 0...(tokens.count - k) { buffer[place] = shingle(tokens, at: place) }
                count = tokens.count - k + 1
            }
        }
    }

    @inline(__always)
    private static func shingle(_ tokens: UnsafeBufferPointer<UInt64>, at place: Int) -> UInt32 {
        var hash: UInt64 = 0
        for step in 0..<k { hash = (hash ^ tokens[place &+ step]) &* 0x9E37_79B9_7F4A_7C15 }
        hash ^= hash >> 32
        hash &*= 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    /// The places of the shingles that are kept; of fewer than a window the least.
    package static func winnowed(_ shingles: ArraySlice<UInt32>) -> [Int] {
        guard !shingles.isEmpty else { return [] }
        var kept: [Int] = []
        kept.reserveCapacity(shingles.count / 4 + 1)
        // The places of what may still become the least of a window, their shingles rising.
        var rising: [Int] = []
        var head = 0
        for place in shingles.indices {
            while rising.count > head, shingles[rising[rising.count - 1]] >= shingles[place] { rising.removeLast() }
            rising.append(place)
            if place - rising[head] >= window { head += 1 }
            let isWhole = place - shingles.startIndex >= window - 1 || place == shingles.endIndex - 1
            if isWhole, kept.last != rising[head] { kept.append(rising[head]) }
        }
        return kept
    }
}
