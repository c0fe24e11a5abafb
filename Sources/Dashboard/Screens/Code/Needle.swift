/// What is searched for: words as they stand, in either case unless one of their letters is a capital.
struct Needle: Equatable {
    let text: String
    private let bytes: [UInt8]
    private let ignoresCase: Bool
    /// Letters beyond ASCII are compared one by one where case does not matter.
    private let scalars: [Unicode.Scalar]

    /// `nil` for no words at all.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text
        ignoresCase = !text.contains(where: \.isUppercase)
        bytes = Array(text.utf8)
        scalars = ignoresCase && bytes.contains { $0 >= 0x80 } ? text.unicodeScalars.map(Self.folded) : []
    }

    /// Whether it stands nowhere where the other one does not: small letters that begin it are found in either case.
    func begins(with other: Needle) -> Bool { text.utf8.starts(with: other.text.utf8) }

    /// How often it stands in a text; places that overlap count once.
    func count(in text: Substring) -> Int {
        var count = 0
        guard scalars.isEmpty else {
            findScalars(in: text) { _ in count += 1 }
            return count
        }
        let isSearched: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
            if self.bytes.count <= bytes.count { findBytes(in: bytes) { _ in count += 1 } }
        }
        if isSearched == nil { find(in: text) { _ in count += 1 } }
        return count
    }

    /// Where it stands, in bytes.
    func ranges(in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        find(in: text[...]) { ranges.append($0) }
        return ranges
    }

    private func find(in text: Substring, _ found: (Range<Int>) -> Void) {
        guard scalars.isEmpty else { return findScalars(in: text, found) }
        let isSearched: Void? = text.utf8.withContiguousStorageIfAvailable { findBytes(in: $0, found) }
        if isSearched == nil { Array(text.utf8).withUnsafeBufferPointer { findBytes(in: $0, found) } }
    }

    @inline(__always) private func findBytes(in text: UnsafeBufferPointer<UInt8>, _ found: (Range<Int>) -> Void) {
        let count = bytes.count
        guard text.count >= count else { return }
        bytes.withUnsafeBufferPointer { bytes in
            let small = bytes[0]
            let large = ignoresCase && Self.isSmall(small) ? small & 0xDF : small
            var place = 0
            let last = text.count - count
            while place <= last {
                let byte = text[place]
                guard byte == small || byte == large else {
                    place += 1
                    continue
                }
                var length = 1
                while length < count {
                    let byte = text[place + length]
                    guard
                        byte == bytes[length]
                            || ignoresCase && byte | 0x20 == bytes[length] && Self.isSmall(byte | 0x20)
                    else { break }
                    length += 1
                }
                if length == count { found(place..<place + count) }
                place += length == count ? count : 1
            }
        }
    }

    private func findScalars(in text: Substring, _ found: (Range<Int>) -> Void) {
        var all: [(scalar: Unicode.Scalar, start: Int)] = []
        var start = 0
        for scalar in text.unicodeScalars {
            all.append((Self.folded(scalar), start))
            start += UTF8.width(scalar)
        }
        var place = 0
        while place + scalars.count <= all.count {
            let isHere = scalars.indices.allSatisfy { all[place + $0].scalar == scalars[$0] }
            let end = place + scalars.count
            if isHere { found(all[place].start..<(end < all.count ? all[end].start : start)) }
            place += isHere ? scalars.count : 1
        }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first ?? scalar : scalar
    }
}
