/// What a few words mean, looked up in a step or two without hashing them again.
struct WordTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value?]
    private let mask: Int

    init(_ pairs: [Word: Value]) {
        var size = 16
        while size < pairs.count * 4 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: nil, count: size)
        mask = size - 1
        for (word, value) in pairs {
            var slot = Int(truncatingIfNeeded: word.bits) & mask
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            (keys[slot], values[slot]) = (word.bits, value)
        }
    }

    @inline(__always)
    subscript(word: Word) -> Value? {
        var slot = Int(truncatingIfNeeded: word.bits) & mask
        while keys[slot] != 0 {
            if keys[slot] == word.bits { return values[slot] }
            slot = (slot &+ 1) & mask
        }
        return nil
    }
}
