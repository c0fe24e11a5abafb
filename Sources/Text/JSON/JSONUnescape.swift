/// The inside of a JSON string that has escapes, as UTF-8, bytes that are no UTF-8 included.
///
/// Only for what `JSONParser` has accepted: each backslash is followed by a whole escape.
struct JSONUnescape {
    private let escaped: UnsafeRawBufferPointer

    init(_ escaped: UnsafeRawBufferPointer) {
        self.escaped = escaped
    }

    /// Writes the text; needs no more room than its escaped form has.
    func write(into target: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard let out = target.baseAddress else { return 0 }
        var written = 0
        forEachPiece { piece in
            guard let source = piece.baseAddress else { return true }
            UnsafeMutableRawPointer(out + written).copyMemory(from: source, byteCount: piece.count)
            written += piece.count
            return true
        }
        return written
    }

    func equals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        var isEqual = true
        forEachPiece { piece in
            isEqual =
                piece.count <= text.count - position
                && piece.elementsEqual(text[position..<position + piece.count])
            position += piece.count
            return isEqual
        }
        return isEqual && position == text.count
    }

    /// Hands over the text in pieces: the runs between escapes, and what each escape stands for, until `false`.
    @inline(__always)
    private func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Bool) {
        guard var p = escaped.baseAddress else { return }
        let end = p + escaped.count
        while p < end {
            // A quote cannot occur unescaped inside, so the next stop is a backslash.
            let stop = firstQuoteOrBackslash(from: p, to: end)
            if stop > p, !body(UnsafeRawBufferPointer(start: p, count: stop - p)) { return }
            guard end - stop >= 2 else { return }
            let scalar: UInt32
            (scalar, p) = Self.scalar(at: stop, end: end)
            var utf8 = Self.utf8(scalar)
            let goesOn = withUnsafeBytes(of: &utf8.bytes) { body(UnsafeRawBufferPointer(rebasing: $0[..<utf8.count])) }
            if !goesOn { return }
        }
    }

    /// The scalar of the escape at `p`, two surrogates joined, one alone replaced by U+FFFD; and where it ends.
    @inline(__always)
    private static func scalar(at p: UnsafeRawPointer, end: UnsafeRawPointer) -> (UInt32, UnsafeRawPointer) {
        let letter = p.load(fromByteOffset: 1, as: UInt8.self)
        switch letter {
        case UInt8(ascii: "n"): return (0x0A, p + 2)
        case UInt8(ascii: "t"): return (0x09, p + 2)
        case UInt8(ascii: "r"): return (0x0D, p + 2)
        case UInt8(ascii: "b"): return (0x08, p + 2)
        case UInt8(ascii: "f"): return (0x0C, p + 2)
        case UInt8(ascii: "u"):
            guard end - p >= 6, let unit = hexValue(p + 2) else { return (0xFFFD, end) }
            guard unit & 0xF800 == 0xD800 else { return (unit, p + 6) }
            guard unit < 0xDC00, end - p >= 12, p.load(fromByteOffset: 6, as: UInt8.self) == UInt8(ascii: "\\"),
                p.load(fromByteOffset: 7, as: UInt8.self) == UInt8(ascii: "u"), let second = hexValue(p + 8),
                second & 0xFC00 == 0xDC00
            else { return (0xFFFD, p + 6) }
            return (0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF, p + 12)
        default: return (UInt32(letter), p + 2)
        }
    }

    @inline(__always)
    private static func utf8(_ scalar: UInt32) -> (bytes: UInt32, count: Int) {
        let low = 0x80 | scalar & 0x3F
        switch scalar {
        case ..<0x80: return (scalar.littleEndian, 1)
        case ..<0x800: return ((0xC0 | scalar >> 6 | low << 8).littleEndian, 2)
        case ..<0x10000:
            return ((0xE0 | scalar >> 12 | (0x80 | scalar >> 6 & 0x3F) << 8 | low << 16).littleEndian, 3)
        default:
            let middle = (0x80 | scalar >> 12 & 0x3F) << 8 | (0x80 | scalar >> 6 & 0x3F) << 16
            return ((0xF0 | scalar >> 18 | middle | low << 24).littleEndian, 4)
        }
    }
}
