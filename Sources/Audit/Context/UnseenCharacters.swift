import Provenance

/// Runs of characters that have no ink, by which a text is smuggled past a reader.
enum UnseenCharacters {
    /// So many zero-width characters in a row say something; one or two are what a word processor leaves behind.
    private static let mostZeroWidths = 6

    static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [HiddenHit] {
        var hits: [HiddenHit] = []
        var line = 1
        var place = 0
        var run = Run()
        /// The character before the run: tags belong to a flag, selectors to their sign.
        var before: UInt32 = 0
        func end() {
            if let message = run.message(after: before), hits.count < 32 {
                hits.append(
                    HiddenHit(rule: .hiddenCharacters, offset: run.offset, line: run.line, message: message))
            }
            run = Run()
        }
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                if run.count > 0 { end() }
                before = UInt32(byte)
                if byte == 0x0A { line += 1 }
                place += 1
                continue
            }
            let (scalar, length) = decoded(bytes, at: place)
            if let kind = Kind(scalar) {
                if run.count == 0 { (run.offset, run.line) = (place, line) }
                run.add(scalar, kind)
            } else {
                if run.count > 0 { end() }
                before = scalar
            }
            place += length
        }
        end()
        return hits
    }

    private enum Kind {
        case tag, selector, zeroWidth, override

        init?(_ scalar: UInt32) {
            switch scalar {
            case 0xE0000...0xE007F: self = .tag
            case 0xE0100...0xE01EF, 0xFE00...0xFE0F: self = .selector
            case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF, 0x180E, 0x3164, 0xFFA0, 0x115F, 0x1160: self = .zeroWidth
            case 0x202D, 0x202E: self = .override
            default: return nil
            }
        }
    }

    private struct Run {
        var offset = 0
        var line = 1
        var count = 0
        var tags: [UInt8] = []
        var selectors = 0
        var zeroWidths = 0
        var overrides = 0

        mutating func add(_ scalar: UInt32, _ kind: Kind) {
            count += 1
            switch kind {
            case .tag: if tags.count < 400 { tags.append(UInt8(truncatingIfNeeded: scalar & 0x7F)) }
            case .selector: selectors += 1
            case .zeroWidth: zeroWidths += 1
            case .override: overrides += 1
            }
        }

        func message(after before: UInt32) -> String? {
            // "a sequence of tag characters … following U+1F3F4" is the flag of a region (UTS 51), six letters at most.
            if tags.count > (before == 0x1F3F4 ? 8 : 1) {
                let words = String(decoding: tags.filter { 0x20..<0x7F ~= $0 }.prefix(60), as: UTF8.self)
                return "Tag characters, which nobody sees, spell \"\(words)\"."
            }
            if selectors >= 4 { return "\(selectors) variation selectors in a row hold bytes that nobody sees." }
            if zeroWidths >= mostZeroWidths { return "\(zeroWidths) characters of no width stand in a row." }
            if overrides > 0 {
                return "A control turns the order of the text around: it reads otherwise than it looks."
            }
            return nil
        }
    }

    /// The character at a place of what is UTF-8, as Swift's strings are.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[place]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, place + length <= bytes.count else { return (0xFFFD, 1) }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for step in 1..<length { scalar = scalar << 6 | UInt32(bytes[place + step] & 0x3F) }
        return (scalar, length)
    }
}
