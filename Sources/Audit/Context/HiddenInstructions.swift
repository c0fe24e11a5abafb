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
