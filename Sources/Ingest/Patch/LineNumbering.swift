/// Equal lines of two texts get equal numbers, so that lines compare as fast as integers.
struct LineNumbering {
    private(set) var old: [Int32] = []
    private(set) var new: [Int32] = []

    /// Bytes, not characters, make lines equal: a composed `é` differs from a decomposed one.
    private struct Key: Hashable {
        let line: Substring

        static func == (left: Key, right: Key) -> Bool { left.line.utf8.elementsEqual(right.line.utf8) }

        func hash(into hasher: inout Hasher) {
            let isHashed: Void? = line.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: .init($0)) }
            if isHashed == nil { for byte in line.utf8 { hasher.combine(byte) } }
        }
    }

    init(_ old: [Substring], _ new: [Substring]) {
        var numbers: [Key: Int32] = [:]
        numbers.reserveCapacity(max(old.count, new.count))
        func number(_ line: Substring) -> Int32 {
            let key = Key(line: line)
            if let known = numbers[key] { return known }
            let next = Int32(truncatingIfNeeded: numbers.count)
            numbers[key] = next
            return next
        }
        self.old = old.map(number)
        self.new = new.map(number)
    }
}
