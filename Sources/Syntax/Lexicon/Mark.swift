/// A delimiter or operator of one to eight bytes, compared as one number.
struct Mark: Sendable, ExpressibleByStringLiteral {
    /// The first byte highest, nothing behind the last.
    let bytes: UInt64
    let mask: UInt64
    let count: Int

    init(stringLiteral text: StaticString) {
        self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    init(_ text: Substring) { self.init(Array(text.utf8)) }

    private init(_ text: some Collection<UInt8>) {
        precondition((1...8).contains(text.count), "a mark has 1 to 8 bytes")
        count = text.count
        let unused = UInt64(64 - 8 * text.count)
        bytes = text.reduce(0) { $0 << 8 | UInt64($1) } << unused
        mask = ~0 << unused
    }

    var first: UInt8 { UInt8(truncatingIfNeeded: bytes >> 56) }
}
