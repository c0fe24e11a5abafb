/// Makes text that is not trusted safe to print: what a terminal would obey, and what a reader would not see, is shown.
///
/// Controls become their pictures (`␛`, `␀`), the rest a number in angle brackets: C1 controls, bidirectional controls,
/// zero-width and tag characters, fillers, `<U+202E>`. The joiners U+200C and U+200D stay where they join: after a letter
/// or symbol of a script that has use for them, and not after ASCII or Latin.
package enum Visible {
    package struct Kept: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        package static let newline = Kept(rawValue: 1)
        package static let tab = Kept(rawValue: 2)
    }

    /// - Parameter keeping: Controls to leave as they are; by default the result is one line.
    package static func text(_ text: String, keeping kept: Kept = []) -> String {
        guard hasSuspects(text) else { return text }
        let scalars = text.unicodeScalars
        var shown = ""
        /// The end of what is in `shown`; what follows and is harmless is copied in one piece.
        var copied = scalars.startIndex
        var canJoin = false
        for place in scalars.indices {
            let scalar = scalars[place]
            switch scalar {
            case "\n" where kept.contains(.newline), "\t" where kept.contains(.tab), "\u{200C}" where canJoin,
                "\u{200D}" where canJoin:
                canJoin = false
            case _ where isControl(scalar) || isInvisible(scalar):
                shown += text[copied..<place]
                append(scalar, to: &shown)
                copied = scalars.index(after: place)
                canJoin = false
            default:
                canJoin = scalar.value >= 0x590
            }
        }
        return copied == scalars.startIndex ? text : shown + text[copied...]
    }

    /// Whether printing the text as it is would do or hide anything.
    package static func isNeeded(for text: String, keeping kept: Kept = []) -> Bool {
        hasSuspects(text) && !Visible.text(text, keeping: kept).utf8.elementsEqual(text.utf8)
    }

    /// C0, DEL and C1.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
    }

    /// Characters of no ink, or that turn the order of others around.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
        case 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default: false
        }
    }

    private static func hasSuspects(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.contains(where: isSuspect) }
            ?? text.utf8.contains(where: isSuspect)
    }

    /// Bytes of UTF-8 with which any of these characters begins; text without them needs no second look.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20...0x7E, 0x80...0xC1, 0xC3...0xCC, 0xCE...0xD7, 0xD9...0xE0, 0xE4...0xEE: false
        default: true
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to shown: inout String) {
        let picture = scalar.value < 0x20 ? 0x2400 + scalar.value : scalar.value == 0x7F ? 0x2421 : 0
        if picture != 0, let picture = Unicode.Scalar(picture) {
            shown.unicodeScalars.append(picture)
        } else {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            shown += "<U+\(String(repeating: "0", count: max(4 - digits.utf8.count, 0)))\(digits)>"
        }
    }
}
