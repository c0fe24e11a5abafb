#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes looked at without copying, as long as whoever holds them keeps them; outside of them all bytes are 0.
struct ByteView {
    let start: UnsafePointer<UInt8>
    let count: Int

    private nonisolated(unsafe) static let nothing: UnsafePointer<UInt8> = {
        let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()

    static var empty: ByteView { ByteView(start: nothing, count: 0) }

    /// Of text in the program itself.
    init(_ text: StaticString) {
        self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    private init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    init(_ bytes: UnsafeRawBufferPointer) {
        if let base = bytes.baseAddress {
            self.init(start: base.assumingMemoryBound(to: UInt8.self), count: bytes.count)
        } else {
            self.init(start: Self.nothing, count: 0)
        }
    }

    var isEmpty: Bool { count == 0 }

    var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    @inline(__always)
    subscript(_ place: Int) -> UInt8 {
        UInt(bitPattern: place) < UInt(bitPattern: count) ? start[place] : 0
    }

    var first: UInt8 { self[0] }
    var last: UInt8 { self[count - 1] }

    // MARK: Parts

    @inline(__always)
    func from(_ place: Int) -> ByteView {
        let cut = min(max(place, 0), count)
        return ByteView(start: start + cut, count: count - cut)
    }

    @inline(__always)
    func upTo(_ place: Int) -> ByteView {
        ByteView(start: start, count: min(max(place, 0), count))
    }

    func slice(_ from: Int, _ to: Int) -> ByteView { upTo(to).from(from) }

    /// Blanks and tabs before the first other byte.
    @inline(__always)
    var indent: Int {
        var place = 0
        while place < count, start[place] == 0x20 || start[place] == 0x09 { place += 1 }
        return place
    }

    var trimmedStart: ByteView { from(indent) }

    var trimmedEnd: ByteView {
        var end = count
        while end > 0, start[end - 1] <= 0x20 { end -= 1 }
        return upTo(end)
    }

    var trimmed: ByteView { trimmedStart.trimmedEnd }

    /// The part between, less what begins and ends it; nil where it does not.
    func stripped(_ prefix: StaticString, _ suffix: StaticString = "") -> ByteView? {
        guard has(prefix), ends(suffix), prefix.utf8CodeUnitCount + suffix.utf8CodeUnitCount <= count else {
            return nil
        }
        return slice(prefix.utf8CodeUnitCount, count - suffix.utf8CodeUnitCount)
    }

    // MARK: Looking

    @inline(__always)
    func has(_ text: StaticString, at place: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        return place >= 0 && length <= count - place && memcmp(start + place, text.utf8Start, length) == 0
    }

    func ends(_ text: StaticString) -> Bool { has(text, at: count - text.utf8CodeUnitCount) }

    func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && has(text) }

    @inline(__always)
    func index(of byte: UInt8, from place: Int = 0) -> Int? {
        guard place >= 0, place < count, let found = memchr(start + place, Int32(byte), count - place) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    func lastIndex(of byte: UInt8, before end: Int? = nil) -> Int? {
        var place = min(end ?? count, count) - 1
        while place >= 0 {
            if start[place] == byte { return place }
            place -= 1
        }
        return nil
    }

    func index(of text: StaticString, from place: Int = 0) -> Int? {
        let head = text.utf8Start[0]
        var next = place
        while let found = index(of: head, from: next) {
            if has(text, at: found) { return found }
            next = found + 1
        }
        return nil
    }

    func lastIndex(of text: StaticString) -> Int? {
        var place = count - text.utf8CodeUnitCount
        let head = text.utf8Start[0]
        while place >= 0 {
            if start[place] == head, has(text, at: place) { return place }
            place -= 1
        }
        return nil
    }

    func contains(_ text: StaticString) -> Bool { index(of: text) != nil }

    /// The digits at `place` as a number of at most nine, and where they end.
    @inline(__always)
    func number(at place: Int) -> (value: Int, end: Int)? {
        var end = place
        var value = 0
        while end < place + 9, self[end] &- 0x30 < 10 {
            value = value * 10 + Int(self[end] &- 0x30)
            end += 1
        }
        return end == place || self[end] &- 0x30 < 10 ? nil : (value, end)
    }

    /// The whole as a number.
    var number: Int? {
        guard let number = number(at: 0), number.end == count else { return nil }
        return number.value
    }

    // MARK: Taking

    /// As text, cut at `limit` bytes; what is no UTF-8 becomes U+FFFD.
    func text(_ limit: Int = 1024) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: min(count, limit)), as: UTF8.self)
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isUpper: Bool { self &- 0x41 < 26 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Of names in most languages; bytes of other scripts are taken for letters.
    var isWord: Bool { isDigit || (self | 0x20) &- 0x61 < 26 || self == 0x5F || self >= 0x80 }
    var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
