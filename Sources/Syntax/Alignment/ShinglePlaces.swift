/// Where each shingle of a text stands: a table with open addressing, made once.
struct ShinglePlaces: Sendable {
    private let shingles: [UInt32]
    /// The first place of what is in each slot, -1 where it is empty.
    private var slots: [Int32]
    /// The next place of the same shingle.
    private var next: [Int32]
    private let mask: Int

    /// What stands at more places says nothing about any of them, and is not given.
    static let mostPlaces = 24

    init(_ shingles: [UInt32]) {
        self.shingles = shingles
        var size = 16
        while size < shingles.count * 2 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        next = Array(repeating: -1, count: shingles.count)
        for place in shingles.indices.reversed() {
            let slot = slot(of: shingles[place])
            next[place] = slots[slot]
            slots[slot] = Int32(place)
        }
    }

    private func slot(of shingle: UInt32) -> Int {
        var slot = Int(shingle) & mask
        while slots[slot] >= 0, shingles[Int(slots[slot])] != shingle { slot = (slot + 1) & mask }
        return slot
    }

    func each(of shingle: UInt32, _ take: (Int) -> Void) {
        let first = slots[slot(of: shingle)]
        guard first >= 0, isTelling(first) else { return }
        var place = first
        while place >= 0 {
            take(Int(place))
            place = next[Int(place)]
        }
    }

    private func isTelling(_ first: Int32) -> Bool {
        var place = first
        for _ in 0..<Self.mostPlaces {
            place = next[Int(place)]
            if place < 0 { return true }
        }
        return false
    }
}
