/// Reads what ``PageWriter`` packed. Of bytes that are damaged it says so once it is at their end: until then it gives
/// zeros.
struct PageReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    private(set) var isDamaged = false
    private(set) var words: [String] = []

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { isDamaged || place >= bytes.count }

    mutating func number() -> UInt64 {
        guard place < bytes.count else { return damaged() }
        let first = bytes[place]
        place += 1
        guard first > 127 else { return UInt64(first) }
        var number = UInt64(first & 127)
        var shift: UInt64 = 7
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 127) << shift
            if byte < 128 { return number }
            shift += 7
        }
        return damaged()
    }

    mutating func signed() -> Int64 {
        let number = number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    mutating func signed(since base: Int64) -> Int64 { base &+ signed() }

    mutating func double() -> Double {
        guard bytes.count - place >= 8 else { return Double(damaged()) }
        defer { place += 8 }
        return Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }

    /// Some bytes, as long as those stand that are read.
    mutating func some() -> UnsafeRawBufferPointer {
        let count = number()
        guard count <= UInt64(bytes.count - place) else {
            _ = damaged()
            return UnsafeRawBufferPointer(rebasing: bytes[..<0])
        }
        defer { place += Int(count) }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<place + Int(count)])
    }

    mutating func text() -> String { String(decoding: some(), as: UTF8.self) }

    /// The number of a word among ``words``.
    mutating func word() -> Int {
        let number = number()
        if number == UInt64(words.count), !isAtEnd { words.append(text()) }
        guard number < UInt64(words.count) else {
            if words.isEmpty { words.append("") }
            return Int(damaged())
        }
        return Int(number)
    }

    private mutating func damaged() -> UInt64 {
        isDamaged = true
        return 0
    }
}
