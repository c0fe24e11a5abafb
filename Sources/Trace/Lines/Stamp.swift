/// Where a time ends that a line begins with.
enum Stamp {
    /// The length of a date and time, or of a time alone: `2026-01-01T10:00:00.123Z`, `2026-01-01 10:00:00,123 +0200`,
    /// `2009/01/23 01:23:23.123456`, `10:00:00.123`. Nil where there is none.
    @inline(__always)
    static func length(_ text: ByteView) -> Int? {
        guard text.first.isDigit else { return nil }
        if text[4] == UInt8(ascii: "-") || text[4] == UInt8(ascii: "/") {
            guard text[1].isDigit, text[2].isDigit, text[3].isDigit, text[5].isDigit, text[6].isDigit,
                text[7] == text[4], text[8].isDigit, text[9].isDigit
            else { return nil }
            guard text[10] == UInt8(ascii: "T") || text[10] == 0x20, let clock = clock(text.from(11)) else {
                return nil
            }
            return 11 + clock + zone(text.from(11 + clock))
        }
        guard text[2] == UInt8(ascii: ":"), let clock = clock(text) else { return nil }
        return clock
    }

    /// `10:00:00`, with a fraction.
    static func clock(_ text: ByteView) -> Int? {
        guard text[0].isDigit, text[1].isDigit, text[2] == UInt8(ascii: ":"), text[3].isDigit, text[4].isDigit,
            text[5] == UInt8(ascii: ":"), text[6].isDigit, text[7].isDigit
        else { return nil }
        guard text[8] == UInt8(ascii: ".") || text[8] == UInt8(ascii: ","), text[9].isDigit else {
            return text[8].isDigit || text[8] == UInt8(ascii: ":") ? nil : 8
        }
        var end = 9
        while end < 24, text[end].isDigit { end += 1 }
        return end
    }

    private static func zone(_ text: ByteView) -> Int {
        let blank = text.first == 0x20 ? 1 : 0
        if text[blank] == UInt8(ascii: "Z"), blank == 0 { return 1 }
        if text.has("UTC", at: blank), !text[blank + 3].isWord { return 0 }
        guard text[blank] == UInt8(ascii: "+") || text[blank] == UInt8(ascii: "-"), text[blank + 1].isDigit,
            text[blank + 2].isDigit
        else { return 0 }
        if text[blank + 3] == UInt8(ascii: ":"), text[blank + 4].isDigit, text[blank + 5].isDigit { return blank + 6 }
        if text[blank + 3].isDigit, text[blank + 4].isDigit { return text[blank + 5].isDigit ? 0 : blank + 5 }
        return 0
    }
}
