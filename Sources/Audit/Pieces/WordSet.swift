/// A few words, looked up in a step or two without hashing them again.
struct WordSet: Sendable {
    private var slots: [UInt64]
    private let mask: Int

    init(_ words: some Sequence<Word>) {
        let words = Array(words)
        var size = 16
        while size < words.count * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
        for word in words {
            var slot = Int(truncatingIfNeeded: word.bits) & mask
            while slots[slot] != 0, slots[slot] != word.bits { slot = (slot + 1) & mask }
            slots[slot] = word.bits
        }
    }

    @inline(__always)
    func contains(_ word: Word) -> Bool {
        var slot = Int(truncatingIfNeeded: word.bits) & mask
        while slots[slot] != 0 {
            if slots[slot] == word.bits { return true }
            slot = (slot &+ 1) & mask
        }
        return false
    }
}
