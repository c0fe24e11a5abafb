/// Which shapes have these four bytes for their anchor; a table by hash, since `Buckets` let many windows through.
struct ShapeIndex: Sendable {
    private let shapes: [Shape]
    /// The shapes of hash h are those from `starts[h]` to `starts[h + 1]`.
    private let starts: [Int]
    private let shortCount: Int

    static let standard = ShapeIndex()

    private init() {
        let short = Shape.all.filter { $0.anchor < 0 }
        var slots = [[Shape]](repeating: [], count: 1024)
        for shape in Shape.all where shape.anchor >= 0 {
            let word = (0..<4).reduce(UInt32(0)) {
                $0 | UInt32(shape.prefix.utf8Start[shape.anchor + $1]) << UInt32(8 * $1)
            }
            slots[Self.slot(word)].append(shape)
        }
        shapes = short + slots.joined()
        starts = slots.reduce(into: [short.count]) { $0.append(($0.last ?? 0) + $1.count) }
        shortCount = short.count
    }

    func hasCandidates(at window: Int, in bytes: Bytes) -> Bool {
        let slot = Self.slot(at: window, in: bytes)
        return starts[slot] != starts[slot + 1]
    }

    /// The shapes to try at a window.
    func candidates(at window: Int, in bytes: Bytes) -> ArraySlice<Shape> {
        let slot = Self.slot(at: window, in: bytes)
        return shapes[starts[slot]..<starts[slot + 1]]
    }

    /// Those whose prefix is shorter than a window.
    var short: ArraySlice<Shape> { shapes[..<shortCount] }

    private static func slot(at window: Int, in bytes: Bytes) -> Int {
        slot(
            UInt32(bytes[window]) | UInt32(bytes[window + 1]) << 8 | UInt32(bytes[window + 2]) << 16
                | UInt32(bytes[window + 3]) << 24)
    }

    private static func slot(_ word: UInt32) -> Int {
        Int((word &* 0x9E37_79B1) >> 22)
    }
}
