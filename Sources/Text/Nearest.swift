/// The word that somebody who mistyped one most likely meant.
package enum Nearest {
    /// `nil` where none is near: more than a third of the letters would have to change, or more than two.
    package static func word(to typed: String, among words: [String]) -> String? {
        let typed = Array(typed.lowercased().utf8.prefix(32))
        var best: (word: String, distance: Int)?
        for word in words {
            let letters = Array(word.utf8)
            let isLonger = letters.count >= 3 && typed.starts(with: letters)
            let isShorter = typed.count >= 2 && letters.starts(with: typed)
            let distance = isLonger || isShorter ? 1 : distance(typed, letters)
            let allowed = min(2, max(typed.count, letters.count) / 3)
            if isLonger || isShorter || distance <= allowed, distance < best?.distance ?? .max {
                best = (word, distance)
            }
        }
        return best?.word
    }

    /// Levenshtein's distance, with two neighbours swapped as one change.
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var last: [Int] = []
        var row = Array(0...other.count)
        for (i, a) in one.enumerated() {
            var next = [i + 1]
            for (j, b) in other.enumerated() {
                var cost = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a == other[j - 1], one[i - 1] == b { cost = min(cost, last[j - 1] + 1) }
                next.append(cost)
            }
            last = row
            row = next
        }
        return row[other.count]
    }
}
