/// What a byte can be part of; one table look-up tells all of it.
struct ByteKind: OptionSet {
    let rawValue: UInt16

    static let lower = ByteKind(rawValue: 1 << 0)
    static let upper = ByteKind(rawValue: 1 << 1)
    static let digit = ByteKind(rawValue: 1 << 2)
    static let hexLower = ByteKind(rawValue: 1 << 3)  // a-f
    static let hexUpper = ByteKind(rawValue: 1 << 4)  // A-F
    static let dash = ByteKind(rawValue: 1 << 5)  // - and _
    static let dot = ByteKind(rawValue: 1 << 6)
    static let base64 = ByteKind(rawValue: 1 << 7)  // + / =, beside letters and digits
    static let blank = ByteKind(rawValue: 1 << 8)  // space and tab
    static let newline = ByteKind(rawValue: 1 << 9)
    static let quote = ByteKind(rawValue: 1 << 10)  // " ' `
    static let strong = ByteKind(rawValue: 1 << 11)  // punctuation of passwords, seldom of code and words
    static let delimiter = ByteKind(rawValue: 1 << 12)  // ends an unquoted value
    static let percent = ByteKind(rawValue: 1 << 13)
    static let foreign = ByteKind(rawValue: 1 << 14)  // control bytes and all beyond ASCII

    static let letter: ByteKind = [.lower, .upper]
    static let alphanumeric: ByteKind = [.lower, .upper, .digit]
    static let name: ByteKind = [.lower, .upper, .digit, .dash]
    static let dotted: ByteKind = [.lower, .upper, .digit, .dash, .dot]
    static let hex: ByteKind = [.digit, .hexLower, .hexUpper]
    static let hexSmall: ByteKind = [.digit, .hexLower]
    static let capitals: ByteKind = [.upper, .digit]
    static let base64Text: ByteKind = [.lower, .upper, .digit, .base64]
    static let anyToken: ByteKind = [.lower, .upper, .digit, .dash, .dot, .base64, .percent]

    static let table: [ByteKind] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "f"): [.lower, .hexLower]
        case UInt8(ascii: "g")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "F"): [.upper, .hexUpper]
        case UInt8(ascii: "G")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "-"), UInt8(ascii: "_"): .dash
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "="), UInt8(ascii: "+"): [.base64, .strong]
        case UInt8(ascii: "/"): .base64
        case UInt8(ascii: " "), UInt8(ascii: "\t"): .blank
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): .newline
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): [.quote, .delimiter]
        case UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "^"),
            UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "~"):
            .strong
        case UInt8(ascii: "&"): [.strong, .delimiter]
        case UInt8(ascii: "%"): [.strong, .percent]
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
            .delimiter
        case 0..<0x20, 0x7F...0xFF: .foreign
        default: []
        }
    }
}

extension UInt8 {
    func isOne(of kinds: ByteKind) -> Bool {
        !kinds.isDisjoint(with: ByteKind.table[Int(self)])
    }

    /// ASCII letters in lower case, all else as it is.
    var lowercased: UInt8 {
        self >= 0x41 && self <= 0x5A ? self | 0x20 : self
    }
}
