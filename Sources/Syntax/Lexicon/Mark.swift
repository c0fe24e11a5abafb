/// A delimiter or operator of one to four bytes, compared as one number.
struct Mark: Sendable, ExpressibleByStringLiteral {
    /// The first byte highest.
    let bytes: UInt32
    let count: Int

    init(stringLiteral text: StaticString) {
        var bytes: UInt32 = 0
        for place in 0..<text.utf8CodeUnitCount { bytes = bytes << 8 | UInt32(text.utf8Start[place]) }
        self.bytes = bytes
        count = text.utf8CodeUnitCount
    }

    init(_ text: Substring) {
        precondition((1...4).contains(text.utf8.count), "a mark has 1 to 4 bytes")
        bytes = text.utf8.reduce(0) { $0 << 8 | UInt32($1) }
        count = text.utf8.count
    }

    var first: UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt32(8 * max(count - 1, 0))) }
}
