/// The UTF-8 bytes of a text; reading outside of them gives 0, so that no rule can run over an edge.
struct Bytes {
    let base: UnsafePointer<UInt8>?
    let count: Int

    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        base = buffer.baseAddress
        count = base == nil ? 0 : buffer.count
    }

    @inline(__always)
    subscript(position: Int) -> UInt8 {
        guard let base, position >= 0, position < count else { return 0 }
        return base[position]
    }

    /// The eight bytes from there on, the first highest.
    @inline(__always)
    func word(at position: Int) -> UInt64 {
        if let base, position >= 0, position &+ 8 <= count {
            return UInt64(bigEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
        }
        var word: UInt64 = 0
        for place in 0..<8 { word = word << 8 | UInt64(self[position &+ place]) }
        return word
    }

    /// No mark holds a zero, so none reaches over the end.
    @inline(__always)
    func has(_ mark: Mark, at position: Int) -> Bool {
        self[position] == mark.first && word(at: position) & mark.mask == mark.bytes
    }

    @inline(__always)
    func isLineEnd(_ position: Int) -> Bool {
        position >= count || self[position] == 0x0A || self[position] == 0x0D
    }

    /// The first position from `start` on that holds neither blank nor tab.
    @inline(__always)
    func pastBlanks(from start: Int) -> Int {
        var position = start
        while self[position].isBlank { position &+= 1 }
        return position
    }

    /// Where the line that `start` lies in ends, before its line end.
    func lineEnd(from start: Int) -> Int {
        var position = start
        while !isLineEnd(position) { position &+= 1 }
        return position
    }

    /// The character at `position` and its length; nil where the bytes are no UTF-8.
    func scalar(at position: Int) -> (Unicode.Scalar, Int)? {
        let first = self[position]
        let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, position + length <= count else { return nil }
        var value = UInt32(first) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
        for place in 1..<max(length, 1) {
            let byte = self[position + place]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard length < 3 || value >= (length == 3 ? 0x800 : 0x10000) else { return nil }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
