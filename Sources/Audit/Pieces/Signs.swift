extension Word {
    /// A sign as its bytes, or the hash of a longer one.
    @inline(__always)
    static func sign(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Word {
        var bits: UInt64 = 0
        for place in 0..<min(count, 8) { bits = bits << 8 | UInt64(bytes[place]) }
        return Word(bits: bits)
    }

    static func sign(_ text: StaticString) -> Word { sign(text.utf8Start, text.utf8CodeUnitCount) }
}
