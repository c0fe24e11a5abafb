import Store

/// The part of a conversation that is in memory: turns that follow each other without a gap, the first first.
///
/// It grows at both ends by pages and forgets at the other end, so that it never holds more than `capacity`.
struct ConversationWindow: Equatable {
    static let capacity = 800

    private(set) var turns: [TurnRow] = []
    /// How many turns of the session come before these.
    private(set) var before = 0
    private(set) var reachesFirst = false
    private(set) var reachesLast = false

    mutating func replace(_ turns: [TurnRow], before: Int, reachesLast: Bool) {
        self.turns = turns
        self.before = before
        reachesFirst = before == 0
        self.reachesLast = reachesLast
    }

    /// - Returns: by how much the indexes of the turns that stay have grown.
    mutating func append(_ later: [TurnRow], reachesLast: Bool) -> Int {
        turns += later
        self.reachesLast = reachesLast
        let surplus = max(turns.count - Self.capacity, 0)
        if surplus > 0 {
            turns.removeFirst(surplus)
            before += surplus
            reachesFirst = false
        }
        return -surplus
    }

    /// - Returns: by how much the indexes of the turns that stay have grown.
    mutating func prepend(_ earlier: [TurnRow], before: Int) -> Int {
        turns = earlier + turns
        self.before = earlier.isEmpty ? 0 : before
        reachesFirst = earlier.isEmpty || before == 0
        if turns.count > Self.capacity {
            turns.removeLast(turns.count - Self.capacity)
            reachesLast = false
        }
        return earlier.count
    }

    /// Where a turn stands, or if it is gone the one that took its place.
    func index(of key: PageKey) -> Int {
        let index = turns.firstIndex { ($0.at, $0.id) >= (key.at, key.id) } ?? turns.count - 1
        return max(index, 0)
    }
}
