/// Finds what of a text was copied from sources that were added before: for every token the longest match of at least
/// twelve code tokens that covers it; of equally long ones that in the latest source.
///
/// Of the sources every fourth window of nine tokens is kept by its hash, of the text all are asked for: of twelve tokens in
/// a row one window is among those kept. A window that is found is extended both ways. Time grows linearly with the text:
/// a match is followed once, and of a window that stands in many places the latest eight count.
///
///     var search = CopySearch()
///     search.add(file)
///     let copies = search.copies(in: WordStream(answer))
package struct CopySearch {
    package static let least = 12
    private static let window = 9
    private static let step = 4
    private static let mostPlaces = 8
    /// So many entries of one bucket are looked at, whatever they are.
    private static let mostEntries = 24
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The tokens of all sources, one after the other, a 0 before each.
    private var tokens: [UInt32] = []
    /// The first token of each source.
    private var starts: [Int] = []
    /// For each bucket the latest kept window, by its number; -1 for none.
    private var heads: [Int32] = []
    /// For each kept window the one before it in its bucket.
    private var previous: [Int32] = []
    private var mask = 0

    package init() {}

    package var sourceCount: Int { starts.count }
    package var tokenCount: Int { tokens.count }

    package mutating func add(_ text: String) {
        tokens.append(0)
        while tokens.count % Self.step != 0 { tokens.append(0) }
        starts.append(tokens.count)
        WordStream.append(text, to: &tokens)
        indexNew(from: starts[starts.count - 1], to: tokens.count)
    }

    /// Whole windows that begin at a multiple of the step, from a place on.
    private mutating func indexNew(from start: Int, to end: Int) {
        let windows = tokens.count / Self.step + 1
        if windows * 2 > heads.count {
            var size = max(1024, heads.count)
            while size < windows * 4 { size *= 2 }
            heads = Array(repeating: -1, count: size)
            mask = size - 1
            let known = previous.count
            previous.removeAll(keepingCapacity: true)
            tokens.withUnsafeBufferPointer { tokens in
                for number in 0..<known { Self.keep(number, tokens, mask, &heads, &previous) }
            }
        }
        guard end - start >= 0 else { return }
        tokens.withUnsafeBufferPointer { tokens in
            while previous.count * Self.step + Self.window <= end {
                Self.keep(previous.count, tokens, mask, &heads, &previous)
            }
            // What is left of a source is shorter than a window.
            while previous.count * Self.step < end { previous.append(-1) }
        }
    }

    @inline(__always)
    private static func keep(
        _ number: Int, _ tokens: UnsafeBufferPointer<UInt32>, _ mask: Int, _ heads: inout [Int32],
        _ previous: inout [Int32]
    ) {
        let place = number * step
        var hash: UInt64 = 0
        var isWhole = place + window <= tokens.count
        if isWhole {
            for offset in 0..<window {
                if tokens[place + offset] == 0 { isWhole = false }
                hash = hash &* base &+ UInt64(tokens[place + offset])
            }
        }
        guard isWhole else { return previous.append(-1) }
        let bucket = bucket(hash, mask)
        previous.append(heads[bucket])
        heads[bucket] = Int32(truncatingIfNeeded: number)
    }

    @inline(__always)
    private static func bucket(_ hash: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 24) & mask
    }

    // MARK: - Searching

    private struct Match {
        var start: Int
        var count: Int
        var place: Int
    }

    /// - Parameter first: sources before this one are not looked at.
    package func copies(in text: WordStream, from first: Int = 0) -> [Copy] {
        guard text.count >= Self.least, first < starts.count, !heads.isEmpty else { return [] }
        let matches = matches(in: text, above: starts[first])
        return matches.isEmpty ? [] : painted(matches, count: text.count)
    }

    private func matches(in text: WordStream, above floor: Int) -> [Match] {
        var found: [Match] = []
        var live: [(diagonal: Int, end: Int)] = []
        let (window, step) = (Self.window, Self.step)
        var leaving: UInt64 = 1
        for _ in 1..<window { leaving = leaving &* Self.base }
        let mask = mask
        text.hashes.withUnsafeBufferPointer { text in
            tokens.withUnsafeBufferPointer { tokens in
                heads.withUnsafeBufferPointer { heads in
                    previous.withUnsafeBufferPointer { previous in
                        var hash: UInt64 = 0
                        for place in 0..<window { hash = hash &* Self.base &+ UInt64(text[place]) }
                        var place = 0
                        while true {
                            var entry = Int(heads[Self.bucket(hash, mask)])
                            var (seen, entries) = (0, 0)
                            while entry >= 0, seen < Self.mostPlaces, entries < Self.mostEntries {
                                let from = entry &* step
                                if from < floor { break }
                                entries &+= 1
                                entry = Int(previous[entry])
                                guard tokens[from] == text[place] else { continue }
                                let diagonal = from &- place
                                if live.contains(where: { $0.diagonal == diagonal && $0.end > place }) {
                                    seen &+= 1
                                    continue
                                }
                                var end = place
                                // A source ends with a 0, which no text has.
                                let last = min(text.count, tokens.count &- diagonal)
                                while end < last, tokens[diagonal &+ end] == text[end] { end &+= 1 }
                                guard end &- place >= window else { continue }
                                seen &+= 1
                                var start = place
                                while start > 0, diagonal &+ start > floor,
                                    tokens[diagonal &+ start &- 1] == text[start &- 1]
                                {
                                    start &-= 1
                                }
                                live.removeAll { $0.end <= place }
                                live.append((diagonal, end))
                                found.append(Match(start: start, count: end - start, place: diagonal + start))
                            }
                            guard place &+ window < text.count else { break }
                            hash =
                                (hash &- UInt64(text[place]) &* leaving) &* Self.base &+ UInt64(text[place &+ window])
                            place &+= 1
                        }
                    }
                }
            }
        }
        return found.filter { text.weight(of: $0.start..<$0.start + $0.count) >= Self.least && isTelling($0, text) }
    }

    /// Rulers, rows of numbers and the like repeat themselves without anybody copying.
    private func isTelling(_ match: Match, _ text: WordStream) -> Bool {
        var different: Set<UInt32> = []
        for place in match.start..<match.start + match.count {
            different.insert(text.hashes[place])
            if different.count >= 6 { return true }
        }
        return false
    }

    /// Each token goes to the longest match over it.
    private func painted(_ matches: [Match], count: Int) -> [Copy] {
        let sorted = matches.sorted { ($0.count, $0.place) > ($1.count, $1.place) }
        var owner = [Int32](repeating: -1, count: count)
        /// From a token to the next one that may be free.
        var next = Array(0...count)
        func free(_ place: Int) -> Int {
            var place = place
            while next[place] != place {
                next[place] = next[next[place]]
                place = next[place]
            }
            return place
        }
        for (number, match) in sorted.enumerated() {
            var place = free(match.start)
            while place < match.start + match.count {
                owner[place] = Int32(truncatingIfNeeded: number)
                next[place] = place + 1
                place = free(place + 1)
            }
        }
        var copies: [Copy] = []
        var place = 0
        while place < count {
            let number = owner[place]
            let start = place
            while place < count, owner[place] == number { place += 1 }
            guard number >= 0 else { continue }
            let match = sorted[Int(number)]
            let from = match.place + start - match.start
            let source = self.source(at: from)
            copies.append(Copy(tokens: start..<place, source: source, start: from - starts[source]))
        }
        return copies
    }

    private func source(at place: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
