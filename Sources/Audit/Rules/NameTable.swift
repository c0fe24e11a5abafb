/// Finds what is said of a name in a few steps, however many patterns there are.
struct NameTable: Sendable {
    /// What a pattern leads to.
    struct Entry: Sendable {
        enum Role: UInt8, Sendable {
            case call, set, key, use
            case source, sourceUse
            case sanitizer, guarding, carrier, builder
            case container, writer, imported
        }

        var role: Role
        /// In the list that the role speaks of.
        var index: Int32
        /// Of a method, whatever it is called on.
        var isMethod = false
    }

    /// What is said of a name, one after the other; each leads to the next.
    private var entries: [(entry: Entry, next: Int32)] = []
    private var keys: [UInt64] = Array(repeating: 0, count: 64)
    private var heads: [(first: Int32, last: Int32)] = Array(repeating: (-1, -1), count: 64)
    private var used = 0
    private var bits: [UInt64] = Array(repeating: 0, count: 1024)

    fileprivate static func key(_ shape: NamePattern.Shape, _ word: Word) -> UInt64 {
        (word.bits ^ UInt64(shape.rawValue) &* 0xA24B_AED4_963E_E407) &* 0x9FB2_1C65_1E98_DF25
    }

    mutating func add(_ pattern: NamePattern, _ entry: Entry) {
        let key = Self.key(pattern.shape, pattern.key)
        bits[Int(key >> 48 & 0xFFFF) >> 6] |= 1 << (key >> 48 & 63)
        let place = Int32(entries.count)
        entries.append((entry, -1))
        let slot = slot(of: key)
        if keys[slot] == key {
            entries[Int(heads[slot].last)].next = place
            heads[slot].last = place
            return
        }
        (keys[slot], heads[slot]) = (key, (place, place))
        used += 1
        if used * 2 > keys.count { grow() }
    }

    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key >> 24) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldHeads) = (keys, heads)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        heads = Array(repeating: (-1, -1), count: keys.count)
        for (key, head) in zip(oldKeys, oldHeads) where key != 0 {
            let slot = slot(of: key)
            (keys[slot], heads[slot]) = (key, head)
        }
    }

    /// The same where no reference is counted at each look; good for as long as it is held.
    final class Index: @unchecked Sendable {
        let view: View

        init(_ table: NameTable) {
            func copy<Element>(_ array: [Element]) -> UnsafePointer<Element> {
                let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
                copy.initialize(from: array, count: array.count)
                return UnsafePointer(copy)
            }
            view = View(
                bits: copy(table.bits), keys: copy(table.keys), heads: copy(table.heads.map(\.first)),
                entries: copy(table.entries), mask: table.keys.count - 1)
        }

        deinit {
            view.bits.deallocate()
            view.keys.deallocate()
            view.heads.deallocate()
            view.entries.deallocate()
        }
    }

    struct View: @unchecked Sendable {
        fileprivate let bits: UnsafePointer<UInt64>
        fileprivate let keys: UnsafePointer<UInt64>
        fileprivate let heads: UnsafePointer<Int32>
        fileprivate let entries: UnsafePointer<(entry: Entry, next: Int32)>
        fileprivate let mask: Int
    }
}

extension NameTable.View {
    @inline(__always)
    private func mayHold(_ key: UInt64) -> Bool {
        bits[Int(key >> 48 & 0xFFFF) >> 6] >> (key >> 48 & 63) & 1 == 1
    }

    /// All that is said of a name, and of the name as it was written.
    @inline(__always)
    func forEach(_ chain: Chain, _ raw: Chain, _ body: (NameTable.Entry) -> Void) {
        forEach(chain, body)
        if chain.full != raw.full { forEach(raw, body) }
    }

    @inline(__always)
    func forEach(_ chain: Chain, _ body: (NameTable.Entry) -> Void) {
        for step in 0..<(chain.count > 1 ? 4 : 1) {
            let key =
                switch step {
                case 0: NameTable.key(.exact, chain.full)
                case 1: NameTable.key(.suffix, chain.last)
                case 2: NameTable.key(.suffixOfTwo, chain.lastTwo)
                default: NameTable.key(.prefix, chain.before)
                }
            guard mayHold(key) else { continue }
            var slot = Int(truncatingIfNeeded: key >> 24) & mask
            while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & mask }
            guard keys[slot] == key else { continue }
            var next = heads[slot]
            while next >= 0 {
                body(entries[Int(next)].entry)
                next = entries[Int(next)].next
            }
        }
    }
}
