/// What stands once in both of two sequences, in the same order: patience diff's anchors, of a few tokens in a row first.
enum Anchors {
    struct Anchor {
        var old: Int
        var new: Int
        var count: Int
    }

    /// In order, none over another.
    static func find(in old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>) -> [Anchor] {
        for length in [4, 1] where old.count >= length && new.count >= length {
            let pairs = unique(old, new, length)
            if !pairs.isEmpty { return widened(rising(pairs), old, new) }
        }
        return []
    }

    /// Those that stand once in both, by their place in the later.
    private static func unique(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>, _ length: Int) -> [(Int, Int)] {
        let (olds, news) = (hashes(old, length), hashes(new, length))
        var sights = UniqueSights(atMost: olds.count)
        for (place, hash) in olds.enumerated() { sights.note(hash, inOld: place) }
        for (place, hash) in news.enumerated() { sights.note(hash, inNew: place) }
        return news.enumerated().compactMap { place, hash in
            sights.old(of: hash, inNew: place).map { (old.startIndex + $0, new.startIndex + place) }
        }
    }

    /// Of so many tokens in a row from each place on.
    private static func hashes(_ tokens: ArraySlice<UInt64>, _ length: Int) -> [UInt64] {
        (tokens.startIndex...(tokens.endIndex - length)).map { place in
            var hash: UInt64 = 0
            for step in 0..<length { hash = (hash ^ tokens[place + step]) &* 0x9E37_79B9_7F4A_7C15 }
            return hash ^ hash >> 31
        }
    }

    /// The longest subsequence whose places in the earlier rise, too.
    private static func rising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var tails: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tails[middle]].old < pair.old { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var chosen: [(old: Int, new: Int)] = []
        var next = tails.last ?? -1
        while next >= 0 {
            chosen.append(pairs[next])
            next = before[next]
        }
        return chosen.reversed()
    }

    /// Grown in both directions as far as the tokens agree.
    private static func widened(
        _ pairs: [(old: Int, new: Int)], _ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>
    ) -> [Anchor] {
        var anchors: [Anchor] = []
        var (oldEnd, newEnd) = (old.startIndex, new.startIndex)
        for pair in pairs where pair.old >= oldEnd && pair.new >= newEnd {
            var anchor = Anchor(old: pair.old, new: pair.new, count: 0)
            while anchor.old > oldEnd, anchor.new > newEnd, old[anchor.old - 1] == new[anchor.new - 1] {
                anchor.old -= 1
                anchor.new -= 1
                anchor.count += 1
            }
            while anchor.old + anchor.count < old.endIndex, anchor.new + anchor.count < new.endIndex,
                old[anchor.old + anchor.count] == new[anchor.new + anchor.count]
            { anchor.count += 1 }
            guard anchor.count > 0 else { continue }
            anchors.append(anchor)
            (oldEnd, newEnd) = (anchor.old + anchor.count, anchor.new + anchor.count)
        }
        return anchors
    }
}
