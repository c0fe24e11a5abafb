/// What each name is worth at this point, with a journal to go back by when a block or function ends.
struct Bindings {
    private var keys: [UInt64]
    private var places: [Int32]
    private(set) var values: [Value?] = []
    private var mask: Int
    private var used = 0
    private(set) var journal: [(place: Int32, before: Value?)] = []

    init() {
        keys = Array(repeating: 0, count: 64)
        places = Array(repeating: 0, count: 64)
        mask = 63
    }

    subscript(word: Word) -> Value? {
        guard let place = place(of: word) else { return nil }
        return values[place]
    }

    private func place(of word: Word) -> Int? {
        var slot = Int(truncatingIfNeeded: word.bits &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == word.bits { return Int(places[slot]) }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    private mutating func makePlace(_ word: Word) -> Int {
        if let place = place(of: word) { return place }
        if used * 2 >= keys.count { grow() }
        insert(word.bits, Int32(values.count))
        used += 1
        values.append(nil)
        return values.count - 1
    }

    private mutating func insert(_ key: UInt64, _ place: Int32) {
        var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while keys[slot] != 0 { slot = (slot &+ 1) & mask }
        (keys[slot], places[slot]) = (key, place)
    }

    private mutating func grow() {
        let (oldKeys, oldPlaces) = (keys, places)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        places = Array(repeating: 0, count: oldKeys.count * 2)
        mask = keys.count - 1
        for (key, place) in zip(oldKeys, oldPlaces) where key != 0 { insert(key, place) }
    }

    mutating func set(_ word: Word, _ value: Value?) {
        guard word.bits != 0 else { return }
        let place = makePlace(word)
        journal.append((Int32(place), values[place]))
        values[place] = value
    }

    /// Changes what a name is worth, if it is worth something.
    mutating func change(_ word: Word, _ body: (inout Value) -> Void) {
        guard let place = place(of: word), var value = values[place] else { return }
        journal.append((Int32(place), value))
        body(&value)
        values[place] = value
    }

    var mark: Int { journal.count }

    /// Whether what was assigned to a name since then took the place of something tainted.
    func wasTainted(_ word: Word, at mark: Int) -> Bool {
        guard journal.count > mark, let place = place(of: word) else { return false }
        let first = journal[mark...].first { $0.place == Int32(place) }
        return first?.before.map { !$0.marks.isDisjoint(with: .tainted) } ?? false
    }

    /// The end of a block that may not have been gone through: a name is worth what it was before, or what it is now.
    mutating func leaveBlock(_ mark: Int, wasLeft: Bool) {
        guard journal.count > mark else { return }
        for entry in journal[mark...].reversed() {
            let place = Int(entry.place)
            guard let before = entry.before else { continue }
            guard let now = values[place], !wasLeft else {
                values[place] = before
                continue
            }
            var both = now
            both.join(before)
            both.marks.subtract(.unbound)
            if now.marks.contains(.name) { both.marks.insert(.name) }
            values[place] = both
        }
    }

    /// What changed since then of names that were known before; nothing where it is very much.
    func changes(since mark: Int) -> [(place: Int32, before: Value, after: Value)] {
        guard journal.count > mark, journal.count - mark < 256 else { return [] }
        var seen: Set<Int32> = []
        return journal[mark...].compactMap { entry in
            guard let before = entry.before, let after = values[Int(entry.place)], seen.insert(entry.place).inserted
            else { return nil }
            return (entry.place, before, after)
        }
    }

    /// A name is worth this from now on.
    mutating func put(_ value: Value, at place: Int32) {
        journal.append((place, values[Int(place)]))
        values[Int(place)] = value
    }

    /// The end of a function: all as it was.
    mutating func leaveFunction(_ mark: Int) {
        guard journal.count > mark else { return }
        for entry in journal[mark...].reversed() { values[Int(entry.place)] = entry.before }
        journal.removeSubrange(mark...)
    }
}
