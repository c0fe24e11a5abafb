/// What may begin with a byte; each sends the lexer another way.
enum ByteRole: UInt8, Sendable {
    case blank
    case lineEnd
    case name
    case digit
    case open
    case close
    /// Comments or strings, else a sign.
    case starter
    /// Operators, separators and what else has no role of its own.
    case sign
    /// Beyond ASCII.
    case foreign

    static func ofASCII(_ byte: UInt8) -> ByteRole {
        switch byte {
        case _ where byte.isBlank: .blank
        case 0x0A, 0x0D: .lineEnd
        case _ where byte.isNameStart: .name
        case _ where byte.isDigit: .digit
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
        case 0x80...: .foreign
        default: .sign
        }
    }
}
