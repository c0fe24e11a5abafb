/// Where hashes were seen in two sequences, as far as each was seen once.
///
/// An open table, for it is asked for every token of every edit that is compared. It looks at few places for a hash, so that
/// no text makes it slow: what finds no room counts as seen often.
struct UniqueSights {
    private struct Sight {
        var hash: UInt64 = 0
        /// -1 where nothing was seen.
        var old: Int32 = -1
        var new: Int32 = -1
        var isRepeated = false
    }

    private var table: [Sight]
    private let mask: Int

    private static let mostProbes = 64

    /// - Parameter count: of different hashes in the earlier sequence.
    init(atMost count: Int) {
        var room = 16
        while room < 2 * count { room *= 2 }
        table = Array(repeating: Sight(), count: room)
        mask = room - 1
    }

    mutating func note(_ hash: UInt64, inOld place: Int) {
        guard let slot = slot(of: hash) else { return }
        if table[slot].old >= 0 { table[slot].isRepeated = true }
        table[slot].hash = hash
        table[slot].old = Int32(place)
    }

    /// After all of the earlier sequence.
    mutating func note(_ hash: UInt64, inNew place: Int) {
        guard let slot = slot(of: hash), table[slot].old >= 0 else { return }
        if table[slot].new >= 0 { table[slot].isRepeated = true }
        table[slot].new = Int32(place)
    }

    /// Where the earlier sequence has what stands at a place of the later, once in each.
    func old(of hash: UInt64, inNew place: Int) -> Int? {
        guard let slot = slot(of: hash) else { return nil }
        let sight = table[slot]
        return sight.old >= 0 && !sight.isRepeated && sight.new == Int32(place) ? Int(sight.old) : nil
    }

    /// The hash's own place, or the one that it would have.
    private func slot(of hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<Self.mostProbes {
            if table[slot].old < 0 || table[slot].hash == hash { return slot }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
