/// A few sentences of a text, weighed by the signs in them: each counts once.
struct Passage {
    private static let sentences = 3

    /// What the signs within the last sentences come to.
    private var weight = 0

    private struct Sentence {
        var offset = 0
        var line = 0
        var weight = 0
        var signs: [Int] = []
    }

    private let weights: [Int16]
    /// The sentence in which each sign was last met.
    private var met = [Int32](repeating: -100, count: PassageReader.Sign.count)
    private var recent: [Sentence] = []
    private var number: Int32 = 0

    /// Signs that weigh nothing are listed, too: of them weights are learned.
    private let keepsAll: Bool

    init(_ weights: [Int16], keepsAll: Bool = false) {
        self.weights = weights
        self.keepsAll = keepsAll
    }

    mutating func begin(at word: WordReader.Word) {
        number += 1
        var new = Sentence()
        if recent.count == Self.sentences {
            new = recent.removeFirst()
            for sign in new.signs where met[sign] == number - Int32(Self.sentences) { weight -= Int(weights[sign]) }
            new.signs.removeAll(keepingCapacity: true)
            new.weight = 0
        }
        (new.offset, new.line) = (word.offset, word.line)
        recent.append(new)
    }

    @inline(__always)
    mutating func take(_ sign: Int) {
        let last = met[sign]
        if last == number { return }
        met[sign] = number
        let own = Int(weights[sign])
        if own == 0 && !keepsAll { return }
        if last <= number - Int32(Self.sentences) { weight += own }
        recent[recent.count - 1].signs.append(sign)
        recent[recent.count - 1].weight += own
    }

    /// What the last sentence comes to, alone or with those before it, whichever is most: what stands in a document is said
    /// beside sentences that speak of other things.
    var most: Int {
        var (most, rest) = (weight, weight)
        for (place, sentence) in recent.dropLast().enumerated() {
            let its = number - Int32(recent.count - 1 - place)
            for sign in sentence.signs where met[sign] == its { rest -= Int(weights[sign]) }
            most = max(most, rest)
        }
        return most
    }

    /// Those within the last sentences.
    var signs: [Int] {
        var signs: [Int] = []
        for (place, sentence) in recent.enumerated() {
            let its = number - Int32(recent.count - 1 - place)
            for sign in sentence.signs where met[sign] == its { signs.append(sign) }
        }
        return signs
    }

    /// Where the sentence begins that says most of it.
    var place: (offset: Int, line: Int) {
        let most = recent.max { $0.weight < $1.weight } ?? Sentence()
        return (most.offset, most.line)
    }

    /// What was said is told; what comes is weighed for itself.
    mutating func clear() {
        recent.removeAll()
        weight = 0
        number += Int32(Self.sentences)
    }
}
