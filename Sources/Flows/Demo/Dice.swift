/// The same numbers at every run and on every machine: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014). Nothing here uses the system's randomness, nor functions that libraries round differently.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// Dice of its own for one part of a demo, so that each part can be made alone.
    init(seed: UInt64, part: Int, purpose: UInt64) {
        var mixer = Dice(seed: seed &+ 0x9E37_79B9_7F4A_7C15 &* purpose)
        state = mixer.next() ^ (UInt64(truncatingIfNeeded: part) &* 0xD134_2543_DE82_EF95)
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, but not, 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// From 0 up to, but not, `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
    }

    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// One of them; none may be empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// One of them, the first ones far more often, as words are used.
    mutating func favour<Element>(_ elements: [Element]) -> Element {
        let unit = unit()
        return elements[Int(unit * unit * Double(elements.count))]
    }
}
