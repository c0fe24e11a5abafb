import Provenance

/// Finds instructions that are hidden in what a model is given to read: characters that people do not see, and words that
/// speak to the model and not to the reader.
///
/// Linear in the text. Words count by what they are for, near each other; no sentence is known by heart.
package struct HiddenInstructions {
    /// Somebody says it to the model openly: then words are no finding, and characters are.
    private let isDirect: Bool

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
