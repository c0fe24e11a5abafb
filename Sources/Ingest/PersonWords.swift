/// Parts a person's own words from what agents wrap around them: reminders, command output, caveats, summaries.
package struct PersonWords: Equatable, Sendable {
    package struct Piece: Equatable, Sendable {
        package var isPerson: Bool
        package var text: String
    }

    /// In the order they stood; pieces of white space alone are left out.
    package var pieces: [Piece]
    /// A slash command's name and arguments, where the text is one.
    package var command: String?

    /// What the person asked: their pieces, joined; empty where nothing is their own.
    package var words: String {
        if let command { return command }
        return pieces.filter(\.isPerson).map(\.text).joined(separator: "\n")
    }

    /// - Parameter wrappers: names of the tags whose content is not the person's.
    package init(_ text: String, wrappers: Set<String>, prefixes: [String]) {
        pieces = []
        if prefixes.contains(where: text.trimmed.hasPrefix) {
            pieces = [Piece(isPerson: false, text: text)]
            return
        }
        var rest = text[...]
        var own = ""
        while let open = rest.firstIndex(of: "<") {
            own += rest[..<open]
            rest = rest[open...]
            guard let tag = Self.tag(opening: rest), wrappers.contains(tag), Self.endsInNewLine(own) else {
                own += "<"
                rest = rest.dropFirst()
                continue
            }
            let end = rest.range(of: "</\(tag)>")?.upperBound ?? rest.endIndex
            add(own, isPerson: true)
            own = ""
            add(String(rest[..<end]), isPerson: false)
            rest = rest[end...]
        }
        add(own + rest, isPerson: true)
    }

    /// Of a person alone.
    package init(whole text: String) {
        pieces = [Piece(isPerson: true, text: text)]
    }

    /// The text between an opening and a closing tag, anywhere in `text`.
    package static func content(of tag: String, in text: String) -> String? {
        guard let open = text[...].range(of: "<\(tag)>") else { return nil }
        let rest = text[open.upperBound...]
        let end = rest.range(of: "</\(tag)>")?.lowerBound ?? rest.endIndex
        return String(rest[..<end])
    }

    private mutating func add(_ text: String, isPerson: Bool) {
        let trimmed = text.trimmed
        if !trimmed.isEmpty { pieces.append(Piece(isPerson: isPerson, text: String(trimmed))) }
    }

    /// Wrappers stand at the beginning of a line, or straight after another one; a tag amid words is what they speak of.
    private static func endsInNewLine(_ text: String) -> Bool {
        for byte in text.utf8.reversed() {
            switch byte {
            case UInt8(ascii: "\n"): return true
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            default: return false
            }
        }
        return true
    }

    /// The name in `<name>` or `<name attribute…>` at the start of the text, at most 40 letters long.
    private static func tag(opening text: Substring) -> String? {
        var name = ""
        for character in text.utf8.dropFirst().prefix(41) {
            switch character {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
                UInt8(ascii: "_"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                name.unicodeScalars.append(Unicode.Scalar(character))
            case UInt8(ascii: ">"), UInt8(ascii: " "): return name.isEmpty ? nil : name
            default: return nil
            }
        }
        return nil
    }
}

extension StringProtocol {
    /// Without white space at either end.
    package var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}

extension Substring {
    /// Finds a short ASCII text by its bytes.
    package func range(of needle: String) -> Range<Index>? {
        let bytes = Array(needle.utf8)
        guard let first = bytes.first else { return nil }
        var start = utf8.startIndex
        while let candidate = utf8[start...].firstIndex(of: first) {
            let rest = utf8[candidate...]
            if rest.starts(with: bytes) {
                return candidate..<rest.index(candidate, offsetBy: bytes.count)
            }
            start = rest.index(after: candidate)
        }
        return nil
    }
}
