/// What words stand for, looked up in a step or two without hashing them again.
struct WordMap<Value> {
    private var keys: [UInt64] = []
    private var places: [Int32] = []
    private(set) var values: [Value] = []

    subscript(word: Word) -> Value? {
        place(of: word).map { values[$0] }
    }

    @inline(__always)
    func place(of word: Word) -> Int? {
        guard !keys.isEmpty else { return nil }
        var slot = Self.slot(word.bits, keys.count)
        while keys[slot] != 0 {
            if keys[slot] == word.bits { return Int(places[slot]) }
            slot = (slot &+ 1) & (keys.count - 1)
        }
        return nil
    }

    private static func slot(_ key: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & (count - 1)
    }

    mutating func set(_ word: Word, _ value: Value) {
        if let place = place(of: word) {
            values[place] = value
        } else {
            add(word, value)
        }
    }

    /// Changes what a word stands for, which is the standard before it stands for anything.
    mutating func change(_ word: Word, standard: Value, _ body: (inout Value) -> Void) {
        if let place = place(of: word) {
            body(&values[place])
        } else {
            var value = standard
            body(&value)
            add(word, value)
        }
    }

    private mutating func add(_ word: Word, _ value: Value) {
        guard word.bits != 0 else { return }
        if values.count * 2 >= keys.count { grow() }
        insert(word.bits, Int32(values.count))
        values.append(value)
    }

    private mutating func insert(_ key: UInt64, _ place: Int32) {
        var slot = Self.slot(key, keys.count)
        while keys[slot] != 0 { slot = (slot &+ 1) & (keys.count - 1) }
        (keys[slot], places[slot]) = (key, place)
    }

    private mutating func grow() {
        let (oldKeys, oldPlaces) = (keys, places)
        keys = Array(repeating: 0, count: max(16, oldKeys.count * 2))
        places = Array(repeating: 0, count: keys.count)
        for (key, place) in zip(oldKeys, oldPlaces) where key != 0 { insert(key, place) }
    }
}
