/// Keeps the chance of even one false "change" among several comparisons at what it is for one (Holm 1979).
package enum Holm {
    /// The chances of "no change" as they stand when all are looked at together: the k-th smallest of m times m − k + 1,
    /// never below one before it, at most 1. Order is kept; a `nil` was not compared.
    package static func adjusted(_ chances: [Double?]) -> [Double?] {
        let order = chances.indices.filter { chances[$0] != nil }.sorted { (chances[$0] ?? 1) < (chances[$1] ?? 1) }
        var result = chances
        var highest = 0.0
        for (place, index) in order.enumerated() {
            highest = min(1, max(highest, (chances[index] ?? 1) * Double(order.count - place)))
            result[index] = highest
        }
        return result
    }
}
