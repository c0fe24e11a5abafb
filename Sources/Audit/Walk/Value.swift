/// What is known of a value at one place of the text.
struct Value {
    struct Marks: OptionSet {
        let rawValue: UInt32

        /// No literal or constant alone.
        static let dynamic = Marks(rawValue: 1 << 0)
        /// Comes from outside of the program.
        static let outside = Marks(rawValue: 1 << 1)
        /// Comes from a parameter of the function.
        static let parameter = Marks(rawValue: 1 << 2)
        /// Has the text of a literal in it.
        static let text = Marks(rawValue: 1 << 3)
        /// Text put together from parts of which one is dynamic.
        static let built = Marks(rawValue: 1 << 4)
        /// A product or sum of which one side is dynamic.
        static let computed = Marks(rawValue: 1 << 5)
        /// Memory that was given back.
        static let freed = Marks(rawValue: 1 << 6)
        /// A pointer that nobody compared with null yet.
        static let unchecked = Marks(rawValue: 1 << 7)
        /// A function was called for it.
        static let called = Marks(rawValue: 1 << 8)
        /// What it is worth is not known at all: the name was not assigned in what was read.
        static let unbound = Marks(rawValue: 1 << 9)
        /// A list or mapping written out.
        static let collection = Marks(rawValue: 1 << 10)
        /// A name with `[…]` behind it.
        static let indexed = Marks(rawValue: 1 << 11)
        /// A lone name.
        static let name = Marks(rawValue: 1 << 12)
        /// `&name`
        static let reference = Marks(rawValue: 1 << 13)
        /// A product.
        static let product = Marks(rawValue: 1 << 14)
        /// A tainted part stands behind another: what a folder is, the caller may choose; what follows it leads out.
        static let appended = Marks(rawValue: 1 << 15)
        /// The host of an address, which `via` is, or was taken apart into.
        static let host = Marks(rawValue: 1 << 16)

        static let tainted: Marks = [.outside, .parameter]
    }

    var marks: Marks = []
    /// The kinds of sink that it is safe for, a bit each.
    var cleared: UInt32 = 0
    /// As `cleared`, of those parts alone that are tainted.
    var washed: UInt32 = 0
    /// The last station of its way here, in `Walk.trail`; -1 for none.
    var trail: Int32 = -1
    /// The piece of the first literal in it; -1 for none.
    var literal: Int32 = -1
    /// From where to where it was put together.
    var from: Int32 = -1
    var to: Int32 = -1
    /// What it was made by, such as `sqlite3.connect()`, in `Walk.origins`; -1 for nothing.
    var origin: Int32 = -1
    /// What `require` gives, likewise.
    var module: Int32 = -1
    /// The variable that it is or is a part of.
    var root = Word.none
    /// The variable that it was taken from before.
    var via = Word.none
    /// A bit for each of the parameters of the function that it comes from.
    var parameters: UInt32 = 0

    static let constant = Value()
    static let unknown = Value(marks: [.dynamic, .unbound])

    /// Makes it safe for these kinds of sink.
    @inline(__always)
    mutating func clear(_ kinds: UInt32) {
        cleared |= kinds
        washed |= kinds
    }

    /// Tainted, and not made safe for a kind of sink.
    func isTainted(for sink: UInt32) -> Bool { !marks.isDisjoint(with: .tainted) && washed & sink == 0 }

    var isDynamic: Bool { marks.contains(.dynamic) }

    /// Both, put together by a sign or a call.
    @inline(__always)
    mutating func join(_ other: Value) {
        let mine = isDynamic
        if other.isDynamic {
            cleared = mine ? cleared & other.cleared : other.cleared
            if !other.marks.isDisjoint(with: .tainted) {
                washed = marks.isDisjoint(with: .tainted) ? other.washed : washed & other.washed
            }
            let isWorse =
                other.marks.rawValue & Marks.tainted.rawValue != 0
                && (!marks.contains(.outside) && other.marks.contains(.outside)
                    || marks.isDisjoint(with: .tainted) || trail < 0)
            if isWorse || !mine { (trail, root) = (other.trail, other.root) }
        }
        marks.formUnion(other.marks)
        marks.remove([.name, .reference, .indexed, .host])
        if literal < 0 { literal = other.literal }
        parameters |= other.parameters
        if other.from >= 0, from < 0 || other.marks.contains(.built) && from == to {
            (from, to) = (other.from, other.to)
        }
        (origin, module) = (-1, -1)
    }
}
