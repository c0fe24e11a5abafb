/// The UTF-8 bytes of a text; reading outside of them gives 0, so that no rule can run over an edge.
struct Bytes {
    let base: UnsafePointer<UInt8>?
    let count: Int

    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        base = buffer.baseAddress
        count = base == nil ? 0 : buffer.count
    }

    subscript(position: Int) -> UInt8 {
        guard let base, position >= 0, position < count else { return 0 }
        return base[position]
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let range = range.clamped(to: 0..<count)
        guard let base else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: slice(range), as: UTF8.self)
    }

    func has(_ word: StaticString, at position: Int) -> Bool {
        guard let base, position >= 0, position <= count - word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount where base[position + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Whether `word`, written in lower case, stands at `position` in any case.
    func hasIgnoringCase(_ word: StaticString, at position: Int) -> Bool {
        guard let base, position >= 0, position <= count - word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where base[position + offset].lowercased != word.utf8Start[offset] { return false }
        return true
    }

    /// Whether `word`, written in lower case, stands anywhere in `range`, in any case.
    func containsIgnoringCase(_ word: StaticString, in range: Range<Int>) -> Bool {
        let last = min(range.upperBound, count) - word.utf8CodeUnitCount
        var position = max(range.lowerBound, 0)
        while position <= last {
            if hasIgnoringCase(word, at: position) { return true }
            position += 1
        }
        return false
    }

    func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
        let last = min(range.upperBound, count) - word.utf8CodeUnitCount
        var position = max(range.lowerBound, 0)
        while position <= last {
            if has(word, at: position) { return true }
            position += 1
        }
        return false
    }

    /// The first position from `start` on whose byte is not of `kinds`, at most `limit` bytes on.
    func end(of kinds: ByteKind, from start: Int, atMost limit: Int = 4096) -> Int {
        var position = start
        let stop = min(count, start + limit)
        while position < stop, self[position].isOne(of: kinds) { position += 1 }
        return position
    }

    /// The first position of the run of `kinds` that ends before `end`, at most `limit` bytes back.
    func start(of kinds: ByteKind, before end: Int, atMost limit: Int, notBefore floor: Int = 0) -> Int {
        var position = end
        let stop = max(floor, end - limit)
        while position > stop, self[position - 1].isOne(of: kinds) { position -= 1 }
        return position
    }

    /// Whether a token can begin at `position`: what stands before is no letter or digit, or is the end of an escape
    /// (`\n`, `%3D`, a terminal colour).
    func beginsToken(at position: Int) -> Bool {
        let before = self[position - 1]
        guard before.isOne(of: .alphanumeric) else { return true }
        if before == UInt8(ascii: "n") || before == UInt8(ascii: "t") || before == UInt8(ascii: "r") {
            return self[position - 2] == UInt8(ascii: "\\")
        }
        if before == UInt8(ascii: "m") {
            let digits = start(of: .digit, before: position - 1, atMost: 3)
            return self[digits - 1] == UInt8(ascii: "[") || self[digits - 1] == UInt8(ascii: ";")
        }
        return self[position - 3] == UInt8(ascii: "%") && before.isOne(of: .hex) && self[position - 2].isOne(of: .digit)
    }
}
