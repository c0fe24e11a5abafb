/// One segment of a map's `mappings`: a place in the bundle and where it comes from, all counted from 0.
struct SourceMapSegment {
    var line: Int32 = 0
    var column: Int32 = 0
    /// -1 where the segment comes from no source, or has no name.
    var source: Int32 = -1
    var sourceLine: Int32 = 0
    var sourceColumn: Int32 = 0
    var name: Int32 = -1

    /// `;` ends a line, `,` a segment; a segment has 1, 4 or 5 numbers in base 64, each relative to the one before it.
    ///
    /// - Parameter base: Where the section begins; its source and name are the first of it.
    /// - Returns: Nil where the text is not written so, or has more segments than `limit`.
    static func read(_ text: UnsafeBufferPointer<UInt8>, limit: Int, from base: SourceMapSegment) -> [SourceMapSegment]?
    {
        var segments: [SourceMapSegment] = []
        var at = base
        var (source, name) = (base.source, base.name)
        var place = 0
        while place < text.count {
            if text[place] == UInt8(ascii: ";") {
                at.line &+= 1
                at.column = 0
                place += 1
                continue
            }
            if text[place] == UInt8(ascii: ",") {
                place += 1
                continue
            }
            var fields: (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)
            var count = 0
            while place < text.count, text[place] != UInt8(ascii: ","), text[place] != UInt8(ascii: ";") {
                guard count < 5, let value = number(text, &place) else { return nil }
                switch count {
                case 0: fields.0 = value
                case 1: fields.1 = value
                case 2: fields.2 = value
                case 3: fields.3 = value
                default: fields.4 = value
                }
                count += 1
            }
            guard count == 1 || count >= 4, segments.count < limit else { return nil }
            at.column &+= fields.0
            var segment = at
            (segment.source, segment.name) = (-1, -1)
            if count >= 4 {
                source &+= fields.1
                at.sourceLine &+= fields.2
                at.sourceColumn &+= fields.3
                (segment.source, segment.sourceLine, segment.sourceColumn) = (source, at.sourceLine, at.sourceColumn)
            }
            if count == 5 {
                name &+= fields.4
                segment.name = name
            }
            segments.append(segment)
        }
        return segments
    }

    /// Five bits a digit, the lowest first, the sixth says that more follow; the lowest bit of all is the sign.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int32? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place < text.count, shift < 35 {
            guard let digit = digit(text[place]) else { return nil }
            place += 1
            value |= UInt64(digit & 31) << shift
            shift += 5
            if digit & 32 == 0 {
                let magnitude = Int64(value >> 1)
                return Int32(exactly: value & 1 == 1 ? -magnitude : magnitude)
            }
        }
        return nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
