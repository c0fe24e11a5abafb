/// Which tokens of a text stood in the text before it, and where: what an edit kept, and so what it inserted.
///
/// Tokens that follow each other once in both texts are anchors; between them the longest common subsequence decides where
/// it is small enough. A stretch that cannot be told in linear time counts as inserted. Tokens that agree by chance amid
/// larger changes are taken as changed.
package struct TokenDifference: Sendable {
    /// For each token of the later text its place in the earlier, -1 where it was inserted.
    package private(set) var origins: [Int32]

    private var work: Int

    package init(from old: [UInt64], to new: [UInt64]) {
        self.init(from: old, to: new) { _ in false }
    }

    /// - Parameter isTelling: whether a stretch that was kept says something by itself, however much changed around it.
    private init(from old: [UInt64], to new: [UInt64], isTelling: (Range<Int>) -> Bool) {
        origins = Array(repeating: -1, count: new.count)
        work = 64 * (old.count + new.count) + 4096
        compare(old, new)
        dropChances(old.count, isTelling)
    }

    /// The same of two texts, whose lines tell where an insertion begins that could begin at several places.
    package init(from old: CodeStream, to new: CodeStream) {
        // A whole line that was kept between two that were changed is nobody's insertion.
        self.init(from: old.hashes, to: new.hashes) { kept in
            kept.count >= 2 && new.beginsLine(kept.lowerBound) && new.beginsLine(kept.upperBound)
        }
        InsertionSliding(new).slide(&origins)
    }

    /// How many tokens were inserted.
    package var insertions: Int { origins.count { $0 < 0 } }

    /// Tables of so many cells cost less than to look for anchors.
    private static let fewCells = 1024

    private struct Stretch {
        var old: Range<Int>
        var new: Range<Int>
    }

    private mutating func compare(_ old: [UInt64], _ new: [UInt64]) {
        var open = [Stretch(old: 0..<old.count, new: 0..<new.count)]
        while var stretch = open.popLast() {
            trim(&stretch, old, new)
            guard !stretch.old.isEmpty, !stretch.new.isEmpty else { continue }
            let cells = stretch.old.count * stretch.new.count
            guard cells > Self.fewCells else {
                CommonSubsequence.pairs(old[stretch.old], new[stretch.new]) { origins[$1] = Int32($0) }
                continue
            }
            work -= 4 * (stretch.old.count + stretch.new.count)
            guard work > 0 else { continue }
            let anchors = Anchors.find(in: old[stretch.old], new[stretch.new])
            guard !anchors.isEmpty else {
                if cells <= CommonSubsequence.mostCells {
                    CommonSubsequence.pairs(old[stretch.old], new[stretch.new]) { origins[$1] = Int32($0) }
                }
                continue
            }
            var (oldEnd, newEnd) = (stretch.old.lowerBound, stretch.new.lowerBound)
            for anchor in anchors {
                open.append(Stretch(old: oldEnd..<anchor.old, new: newEnd..<anchor.new))
                for step in 0..<anchor.count { origins[anchor.new + step] = Int32(anchor.old + step) }
                (oldEnd, newEnd) = (anchor.old + anchor.count, anchor.new + anchor.count)
            }
            open.append(Stretch(old: oldEnd..<stretch.old.upperBound, new: newEnd..<stretch.new.upperBound))
        }
    }

    private mutating func trim(_ stretch: inout Stretch, _ old: [UInt64], _ new: [UInt64]) {
        var (first, other) = (stretch.old.lowerBound, stretch.new.lowerBound)
        while first < stretch.old.upperBound, other < stretch.new.upperBound, old[first] == new[other] {
            origins[other] = Int32(first)
            first += 1
            other += 1
        }
        var (last, otherLast) = (stretch.old.upperBound, stretch.new.upperBound)
        while last > first, otherLast > other, old[last - 1] == new[otherLast - 1] {
            last -= 1
            otherLast -= 1
            origins[otherLast] = Int32(last)
        }
        stretch = Stretch(old: first..<last, new: other..<otherLast)
    }

    /// Tokens that were kept between two changes, each as large as they are, only look kept: `=` and `return` stand
    /// everywhere.
    private mutating func dropChances(_ oldCount: Int, _ isTelling: (Range<Int>) -> Bool) {
        var place = 0
        var oldEnd = 0
        var changeBefore = 0
        var island: Range<Int>?
        while place <= origins.count {
            let begin = place
            while place < origins.count, origins[place] < 0 { place += 1 }
            let nextOld = place < origins.count ? Int(origins[place]) : oldCount
            let change = max(place - begin, nextOld - oldEnd)
            if let kept = island, kept.count <= changeBefore, kept.count <= change, kept.count < 8,
                !isTelling(kept)
            {
                for token in kept { origins[token] = -1 }
                changeBefore += kept.count + change
            } else {
                changeBefore = change
            }
            guard place < origins.count else { break }
            let first = place
            var next = origins[place]
            while place < origins.count, origins[place] == next {
                place += 1
                next += 1
            }
            island = first..<place
            oldEnd = Int(next)
        }
    }
}
