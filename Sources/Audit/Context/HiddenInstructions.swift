import Provenance

/// Finds instructions that are hidden in what a model is given to read: characters that people do not see, and words that
/// speak to the model and not to the reader.
///
/// Linear in the text. Words count by what they are for, near each other; no sentence is known by heart.
package struct HiddenInstructions {
    /// Somebody says it to the model openly: then words are no finding, and characters are.
    private let isDirect: Bool

    /// A number of the rules and words by which it is looked: others have another.
    package static let rules: Int64 = {
        // To be raised where texts are read in another way.
        var hash: UInt64 = 1
        func add(_ number: UInt64) { hash = (hash ^ number) &* 0x100_0000_01B3 }
        for weight in PassageWeights.all { add(UInt64(bitPattern: Int64(weight))) }
        add(UInt64(PassageWeights.enough))
        add(WordRoles.table.digest)
        add(ForeignWords.digest)
        return Int64(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF_FFFF) + 1
    }()

    package init(isDirect: Bool = false) { self.isDirect = isDirect }

    /// The signs of each passage of a text, by their numbers, for who learns their weights.
    package static func signs(in text: String) -> [[Int]] { SpokenInstructions.signs(in: text) }

    /// The roles that words count for: of N a sign of two has the number 2 × (first × N + second), one more where they stand
    /// farther apart, then come those of one role and those of one word, by the hashes of the words.
    package static let roles = WordRole.allCases.prefix(WordRole.counted).map { "\($0)" }

    /// In the order of the text.
    package func hits(in text: String) -> [HiddenHit] {
        var text = text
        return text.withUTF8 { bytes in
            var hits = UnseenCharacters.hits(in: bytes)
            if !isDirect { hits += SpokenInstructions.hits(in: bytes) }
            return hits.sorted { $0.offset < $1.offset }
        }
    }
}
