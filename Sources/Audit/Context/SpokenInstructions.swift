import Provenance

/// Words that speak to a model: counted by what they are for, near each other.
///
/// A text is weighed in passages of one to three sentences. What signs each has, `PassageReader` says; what they weigh was learned.
/// Where they come to enough, the passage is a hit.
enum SpokenInstructions {
    static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [HiddenHit] {
        var hits: [HiddenHit] = []
        var words = WordReader(bytes)
        weigh(PassageReader(), { words.next() }) { hits.append($0) }
        if var foreign = ForeignWords(bytes) {
            weigh(PassageReader(isFree: true), { foreign.next() }) { hits.append($0) }
        }
        return hits + EncodedInstructions.hits(in: bytes)
    }

    /// Whether a text that nobody could read as it stood speaks to a model: then less is enough.
    static func areIn(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var words = WordReader(bytes)
            var isFound = false
            weigh(PassageReader(), enough: PassageWeights.enough / 2, { words.next() }) { _ in isFound = true }
            return isFound
        }
    }

    static func signs(in text: String) -> [[Int]] {
        var (text, signs) = (text, [[Int]]())
        text.withUTF8 { bytes in
            var words = WordReader(bytes)
            read(PassageReader(), keepsAll: true, { words.next() }) { signs.append($0.signs) }
            if var foreign = ForeignWords(bytes) {
                read(PassageReader(isFree: true), keepsAll: true, { foreign.next() }) { signs.append($0.signs) }
            }
        }
        return signs
    }

    private static func weigh(
        _ reader: PassageReader, enough: Int = PassageWeights.enough, _ next: () -> WordReader.Word?,
        _ take: (HiddenHit) -> Void
    ) {
        var count = 0
        read(reader, keepsAll: false, next) { passage in
            guard passage.most >= enough, count < 32 else { return }
            count += 1
            let place = passage.place
            take(
                HiddenHit(
                    rule: .hiddenInstructions, offset: place.offset, line: place.line,
                    message: "The text speaks to the model: \(PassageWeights.words(of: passage))."))
            passage.clear()
        }
    }

    /// - Parameter end: called at the end of each sentence.
    private static func read(
        _ reader: PassageReader, keepsAll: Bool, _ next: () -> WordReader.Word?, _ end: (inout Passage) -> Void
    ) {
        var reader = reader
        var passage = Passage(PassageWeights.all, keepsAll: keepsAll)
        var sentence = -1
        while let word = next() {
            if word.sentence != sentence {
                if sentence >= 0 { end(&passage) }
                sentence = word.sentence
                passage.begin(at: word)
            }
            reader.read(word) { passage.take($0) }
        }
        if sentence >= 0 { end(&passage) }
    }
}
