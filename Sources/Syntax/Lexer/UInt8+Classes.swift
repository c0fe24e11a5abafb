extension UInt8 {
    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    @inline(__always)
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

    /// A letter, digit or underscore of ASCII.
    @inline(__always)
    var isName: Bool { isLetter || isDigit || self == 0x5F }

    @inline(__always)
    var isNameStart: Bool { isLetter || self == 0x5F }

    @inline(__always)
    var isCapital: Bool { self &- 0x41 < 26 }

    /// The white space inside of lines: blank, tab, vertical tab, form feed.
    @inline(__always)
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
}
