/// A station of a value on its way: where it came from, and the names it went through.
struct Trail {
    enum Kind: UInt8 { case outside, parameter, name, call }

    var kind: Kind
    var before: Int32
    /// Pieces, the last one included.
    var from: Int32
    var to: Int32
    /// In `RuleSet.sources`.
    var source: Int32 = -1
}
