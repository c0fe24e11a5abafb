/// Entries in order as bytes: the least edit's id, then for each entry the distance from the shingle before it and that of
/// its edit from the least, all as numbers of seven bits a byte, the lowest first.
enum ShingleBlock {
    /// Blocks end after so many entries, but never within one shingle.
    static let size = 512

    static func encoded(_ entries: ArraySlice<ShingleEntry>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * 5 + 8)
        let base = entries.map(\.edit).min() ?? 0
        append(UInt64(bitPattern: base), to: &bytes)
        var last: UInt32 = entries.first?.shingle ?? 0
        for entry in entries {
            append(UInt64(entry.shingle - last), to: &bytes)
            append(UInt64(entry.edit - base), to: &bytes)
            last = entry.shingle
        }
        return bytes
    }

    /// - Parameter first: the least shingle, which stands beside the bytes.
    /// - Returns: what can be read; bytes that are no block give nothing.
    static func entries(of bytes: UnsafeRawBufferPointer, first: UInt32, _ take: (ShingleEntry) -> Void) {
        var place = 0
        guard let base = number(in: bytes, at: &place).map(Int64.init(bitPattern:)) else { return }
        var shingle = UInt64(first)
        while let step = number(in: bytes, at: &place), let distance = number(in: bytes, at: &place) {
            shingle &+= step
            let edit = base.addingReportingOverflow(Int64(truncatingIfNeeded: distance))
            guard shingle <= UInt64(UInt32.max), !edit.overflow else { return }
            take(ShingleEntry(shingle: UInt32(shingle), edit: edit.partialValue))
        }
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var number = number
        while number >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
            number >>= 7
        }
        bytes.append(UInt8(number))
    }

    private static func number(in bytes: UnsafeRawBufferPointer, at place: inout Int) -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }
}
