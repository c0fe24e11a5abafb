/// What a comparison comes to, in words.
package enum Verdict: String, Equatable, Sendable {
    case more
    case less
    /// There is enough, and it does not tell.
    case notClear = "not clear"
    case tooFew = "too few to tell"
    case noneBefore = "no record before"
    case none = "not recorded"
    /// The choice of the periods itself decides it.
    case given = "by the split"
}

extension [Comparison] {
    /// Says of each what changed, with Holm over all of them: a change needs a chance of at most 5 %.
    package mutating func judge() {
        let chances = Holm.adjusted(map { $0.verdict == .notClear ? $0.chance : nil })
        for (place, chance) in chances.enumerated() where self[place].verdict == .notClear {
            guard let chance, let change = self[place].change else { continue }
            self[place].chance = chance
            let none: Double = self[place].scale == .ratio ? 1 : 0
            // A change that is told must also be seen in its own interval.
            guard chance <= 1 - Comparison.level, self[place].interval?.contains(none) == false else { continue }
            self[place].verdict = change > none ? .more : .less
        }
    }
}
