/// Which lines of two texts have no counterpart in the other one.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, in the variant that needs linear space: find
/// the middle of a shortest path, then do the same on both sides of it.
struct ChangeMarks {
    private let old: [Int32]
    private let new: [Int32]
    private(set) var removed: [Bool]
    private(set) var added: [Bool]
    /// Steps that may still be spent; a stretch for which none are left counts as changed whole.
    private var budget: Int
    private var forward: [Int] = []
    private var backward: [Int] = []

    /// The difference of one stretch is at most this large on each way, or the stretch counts as changed whole.
    private static let largestDistance = 2048

    init(old: [Int32], new: [Int32]) {
        self.old = old
        self.new = new
        removed = Array(repeating: false, count: old.count)
        added = Array(repeating: false, count: new.count)
        budget = 4_000_000 + 40 * (old.count + new.count)
    }

    mutating func compute() {
        // What both ends share is the most of a usual change, and need not be looked at again.
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        // A line that only one text has lies on no common path: without such lines a text rewritten from top to bottom
        // is as quick as a small change, and the longest common sequence stays the same.
        let inOld = Set(old[start..<oldEnd])
        let inNew = Set(new[start..<newEnd])
        var oldPlaces: [Int] = []
        var newPlaces: [Int] = []
        for place in start..<oldEnd {
            if inNew.contains(old[place]) { oldPlaces.append(place) } else { removed[place] = true }
        }
        for place in start..<newEnd {
            if inOld.contains(new[place]) { newPlaces.append(place) } else { added[place] = true }
        }
        let size = 2 * min(Self.largestDistance, oldPlaces.count + newPlaces.count) + 3
        forward = Array(repeating: 0, count: size)
        backward = Array(repeating: 0, count: size)
        compare(oldPlaces, newPlaces)
    }

    private struct Box {
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int
    }

    private mutating func compare(_ oldPlaces: [Int], _ newPlaces: [Int]) {
        let a = oldPlaces.map { old[$0] }
        let b = newPlaces.map { new[$0] }
        var open = [Box(left: 0, right: a.count, top: 0, bottom: b.count)]
        while var box = open.popLast() {
            while box.left < box.right, box.top < box.bottom, a[box.left] == b[box.top] {
                box.left += 1
                box.top += 1
            }
            while box.left < box.right, box.top < box.bottom, a[box.right - 1] == b[box.bottom - 1] {
                box.right -= 1
                box.bottom -= 1
            }
            if box.left < box.right, box.top < box.bottom, let middle = middle(of: box, a, b) {
                open.append(Box(left: box.left, right: middle.x, top: box.top, bottom: middle.y))
                open.append(Box(left: middle.x, right: box.right, top: middle.y, bottom: box.bottom))
            } else {
                for place in oldPlaces[box.left..<box.right] { removed[place] = true }
                for place in newPlaces[box.top..<box.bottom] { added[place] = true }
            }
        }
    }

    /// A point on a shortest path through the box that is none of its two corners; `nil` where the limits do not allow to
    /// find one.
    private mutating func middle(of box: Box, _ a: [Int32], _ b: [Int32]) -> (x: Int, y: Int)? {
        let width = box.right - box.left
        let height = box.bottom - box.top
        let delta = width - height
        let isOdd = delta & 1 != 0
        let limit = min((width + height + 1) / 2, Self.largestDistance, (forward.count - 3) / 2)
        // Diagonal k of a way is kept at [k + limit + 1]; x counts from the corner where the way begins.
        let zero = limit + 1
        for distance in 0...limit {
            budget -= 2 * distance + 2
            guard budget > 0 else { return nil }
            for k in stride(from: -distance, through: distance, by: 2) {
                let start = Self.furthest(forward, k, zero, distance, width, height)
                var x = start
                while x >= 0, x < width, x - k < height, a[box.left + x] == b[box.top + x - k] { x += 1 }
                budget -= x - start
                forward[zero + k] = x
                let other = delta - k
                if isOdd, x >= 0, abs(other) < distance, x + backward[zero + other] >= width {
                    return (box.left + x, box.top + x - k)
                }
            }
            for k in stride(from: -distance, through: distance, by: 2) {
                let start = Self.furthest(backward, k, zero, distance, width, height)
                var x = start
                while x >= 0, x < width, x - k < height, a[box.right - 1 - x] == b[box.bottom - 1 - x + k] { x += 1 }
                budget -= x - start
                backward[zero + k] = x
                let other = delta - k
                if !isOdd, x >= 0, abs(other) <= distance, x + forward[zero + other] >= width {
                    return (box.right - x, box.bottom - x + k)
                }
            }
        }
        return nil
    }

    /// Marks a diagonal that cannot be reached inside the box.
    private static let outside = Int.min / 2

    /// Where the way stands on diagonal `k` after one more step right or down.
    private static func furthest(
        _ way: [Int], _ k: Int, _ zero: Int, _ distance: Int, _ width: Int, _ height: Int
    ) -> Int {
        guard distance > 0 else { return 0 }
        var down = k < distance ? way[zero + k + 1] : outside
        var right = k > -distance ? way[zero + k - 1] + 1 : outside
        if down - k > height { down = outside }
        if right > width { right = outside }
        return max(down, right)
    }
}
