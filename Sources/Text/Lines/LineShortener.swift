/// What is kept of a line too long to keep whole: all but the ends of its long strings.
///
/// It knows of JSON just what cutting needs: where strings begin and end, and what an escape is. A string is cut between
/// characters, never inside an escape, a pair of surrogate escapes or a UTF-8 sequence, so the result is JSON where the
/// line was. Lines arrive in pieces of any size, and one piece never needs the next.
struct LineShortener: ~Copyable {
    private(set) var shortened = 0
    private(set) var isTooLong = false

    private let limit: Int
    private let longString: Int
    private var kept: UnsafeMutableRawPointer
    private var capacity = 1 << 16
    private var count = 0

    private var isInString = false
    private var isCutting = false
    /// Where the text of the current string begins in what is kept.
    private var stringStart = 0
    /// The bytes of an escape seen so far, which may be spread over two pieces.
    private var escape: [UInt8] = []
    /// What is kept ends in this many bytes of an escaped high surrogate that waits for its other half.
    private var halfPair = 0

    init(limit: Int, longString: Int) {
        self.limit = limit
        self.longString = longString
        kept = .allocate(byteCount: capacity, alignment: 16)
        escape.reserveCapacity(6)
    }

    deinit { kept.deallocate() }

    /// What is kept; valid as long as this value.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: kept, count: isTooLong ? 0 : count)
    }

    mutating func push(_ piece: UnsafeRawBufferPointer) {
        guard var p = piece.baseAddress else { return }
        let end = p + piece.count
        while p < end, !isTooLong {
            if !escape.isEmpty {
                p = pushEscape(from: p, to: end)
                continue
            }
            let stop = firstQuoteOrBackslash(from: p, to: end)
            if isInString {
                keepText(p, stop - p)
            } else {
                keep(p, stop - p)
            }
            guard stop < end else { return }
            p = stop + 1
            if stop.load(as: UInt8.self) == UInt8(ascii: "\"") {
                keep(stop, 1)
                isInString.toggle()
                isCutting = false
                halfPair = 0
                stringStart = count
            } else if isCutting, p < end {
                // The rest of a longer escape is neither quote nor backslash, and is passed over as text.
                p += 1
            } else if isInString {
                escape.append(UInt8(ascii: "\\"))
            } else {
                keep(stop, 1)
            }
        }
    }

    /// The line is over: a carriage return before its newline belongs to the newline.
    mutating func finish(isTerminated: Bool) {
        guard isTerminated, !isCutting, count > 0 else { return }
        if kept.load(fromByteOffset: count - 1, as: UInt8.self) == UInt8(ascii: "\r") { count -= 1 }
    }

    /// Collects an escape until it is whole, `\n` or `\u00E9`, and keeps or cuts it as one.
    private mutating func pushEscape(from start: UnsafeRawPointer, to end: UnsafeRawPointer) -> UnsafeRawPointer {
        var p = start
        while p < end {
            let byte = p.load(as: UInt8.self)
            // A broken escape stays as it is, for the parser to object to; a quote still ends the string.
            if escape.count >= 2, !Self.isHex(byte) { break }
            escape.append(byte)
            p += 1
            if escape.count == (escape[1] == UInt8(ascii: "u") ? 6 : 2) { break }
            if p == end { return p }
        }
        keepEscape()
        escape.removeAll(keepingCapacity: true)
        return p
    }

    private mutating func keepEscape() {
        guard !isCutting else { return }
        guard count - stringStart + escape.count <= longString else { return cut() }
        let isHigh = escape.count == 6 && escape[2] | 0x20 == UInt8(ascii: "d") && "89abAB".utf8.contains(escape[3])
        halfPair = isHigh ? 6 : 0
        escape.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { keep(start, bytes.count) }
        }
    }

    private mutating func keepText(_ text: UnsafeRawPointer, _ length: Int) {
        guard !isCutting, length > 0 else { return }
        let room = longString - (count - stringStart)
        if length > room {
            if room > 0 {
                halfPair = 0
                keep(text, room)
            }
            return cut()
        }
        halfPair = 0
        keep(text, length)
    }

    /// Ends the current string here, less a character of which only the beginning is kept.
    private mutating func cut() {
        isCutting = true
        shortened += 1
        count -= halfPair
        halfPair = 0
        var back = 0
        while back < 3, count - back > stringStart {
            let byte = kept.load(fromByteOffset: count - 1 - back, as: UInt8.self)
            back += 1
            if byte < 0x80 { return }
            guard byte >= 0xC0 else { continue }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if back < length { count -= back }
            return
        }
    }

    private mutating func keep(_ start: UnsafeRawPointer, _ length: Int) {
        guard length > 0, !isTooLong else { return }
        guard length <= limit - count else {
            isTooLong = true
            return
        }
        if count + length > capacity {
            var wanted = capacity
            while wanted < count + length { wanted *= 2 }
            let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
            larger.copyMemory(from: kept, byteCount: count)
            kept.deallocate()
            kept = larger
            capacity = wanted
        }
        (kept + count).copyMemory(from: start, byteCount: length)
        count += length
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
