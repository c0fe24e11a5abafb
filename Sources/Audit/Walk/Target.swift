/// What is assigned to.
struct Target {
    var chain: Chain
    var raw: Chain
    var from: Int32
    var to: Int32
    /// `a[0] = …`, `*a = …`: what was in it stays.
    var isPart: Bool
    /// The variable that it is a part of.
    var root = Word.none
    /// One of several that are taken out of the value: `{ a, b } = …`.
    var isTaken = false
}
