/// One secret that was taken out of a text.
package struct Redaction: Sendable, Equatable {
    package let kind: SecretKind
    /// UTF-8 bytes of the secret in the original text.
    package let range: Range<Int>
    /// UTF-8 bytes of the marker in the new text.
    package let markerRange: Range<Int>

    package init(kind: SecretKind, range: Range<Int>, markerRange: Range<Int>) {
        self.kind = kind
        self.range = range
        self.markerRange = markerRange
    }

    /// What stands in a text where a secret was: `⟦redacted:github-token⟧`.
    package static func marker(_ kind: SecretKind) -> String {
        "\(Marker.opening)\(kind.rawValue)\(Marker.closing)"
    }

    /// Finds the markers of an earlier redaction again, in order.
    ///
    /// Brackets around a word that is no kind of ours are somebody's text and are passed over.
    package static func markers(in text: String) -> [Marker] {
        var text = text
        return text.withUTF8 { utf8 in
            let bytes = Bytes(utf8)
            var found: [Marker] = []
            var position = 0
            while position < bytes.count {
                guard bytes[position] == 0xE2, bytes.has(Marker.opening, at: position) else {
                    position += 1
                    continue
                }
                let word = position + Marker.opening.utf8CodeUnitCount
                let end = bytes.end(of: .name, from: word, atMost: 40)
                position = word
                guard bytes.has(Marker.closing, at: end), let kind = SecretKind(rawValue: bytes.text(word..<end)) else {
                    continue
                }
                position = end + Marker.closing.utf8CodeUnitCount
                found.append(Marker(kind: kind, range: word - Marker.opening.utf8CodeUnitCount..<position))
            }
            return found
        }
    }

    /// A marker found in a text.
    package struct Marker: Sendable, Equatable {
        package let kind: SecretKind
        /// UTF-8 bytes, brackets included.
        package let range: Range<Int>

        static let opening: StaticString = "⟦redacted:"
        static let closing: StaticString = "⟧"
    }
}
