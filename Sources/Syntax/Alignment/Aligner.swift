/// Finds the pieces of one text in many others: made once for the text that is asked about.
///
/// Runs grow from shingles that both texts have; runs in the same order near each other become a chain, the longest first.
/// Between and around the runs of a chain single tokens are aligned, so that a changed name does not lose its line.
///
///     let aligner = Aligner(file.hashes)
///     for chain in aligner.chains(with: edit.hashes) { … }
package struct Aligner: Sendable {
    private let query: [UInt64]
    private let places: ShinglePlaces

    /// Runs of one chain are no farther from each other, in tokens.
    private static let widestGap = 300
    private static let mostRuns = 20_000

    package init(_ query: [UInt64]) {
        self.query = query
        places = ShinglePlaces(Shingles.all(query))
    }

    /// - Parameter text: the tokens to look for.
    /// - Returns: the best first; no token of the query is in two of them.
    package func chains(with text: [UInt64]) -> [AlignedChain] {
        let runs = self.runs(with: text)
        guard !runs.isEmpty else { return [] }
        let byPlace = runs.indices.sorted { runs[$0].query < runs[$1].query }
        let order = Order(places: byPlace.map { runs[$0].query }, runs: byPlace)
        var taken = [Bool](repeating: false, count: query.count)
        /// The length of the longest run that has each token: what is long elsewhere is no part of a chain in passing.
        var longest = [Int32](repeating: 0, count: query.count)
        for run in runs.sorted(by: { $0.count > $1.count }) {
            for place in run.queryRange where longest[place] == 0 { longest[place] = Int32(run.count) }
        }
        var chains: [AlignedChain] = []
        for index in runs.indices.sorted(by: { (runs[$0].count, -runs[$0].query) > (runs[$1].count, -runs[$1].query) })
        {
            guard let first = free(runs[index], taken), first.count >= min(Shingles.k, runs[index].count) else {
                continue
            }
            var chain = AlignedChain(runs: [first])
            while let next = follower(of: chain.runs[chain.runs.count - 1], in: runs, order, taken, longest) {
                chain.runs.append(next)
            }
            while let before = leader(of: chain.runs[0], in: runs, order, taken, longest) {
                chain.runs.insert(before, at: 0)
            }
            fill(&chain, text, taken, longest)
            for run in chain.runs { for place in run.queryRange { taken[place] = true } }
            chains.append(chain)
        }
        return chains
    }

    /// The places at which all of a text of fewer tokens than a shingle has stand in the query.
    package func places(ofShort text: [UInt64]) -> [Int] {
        guard !text.isEmpty, text.count <= query.count else { return [] }
        return (0...(query.count - text.count)).filter { place in
            text.indices.allSatisfy { query[place + $0] == text[$0] }
        }
    }

    // MARK: - Runs

    private func runs(with text: [UInt64]) -> [AlignedRun] {
        var runs: [AlignedRun] = []
        /// How far each distance between the two texts has been followed, as a place in the text.
        var followed = [Int32](repeating: 0, count: query.count + text.count + 1)
        var work = ShinglePlaces.mostPlaces * (query.count + text.count)
        for (place, shingle) in Shingles.all(text).enumerated() {
            places.each(of: shingle) { start in
                let distance = start - place + text.count
                let before = Int(followed[distance])
                guard before <= place, runs.count < Self.mostRuns, work > 0 else { return }
                var run = AlignedRun(query: start, text: place, count: 0)
                // Shingles that stand everywhere begin no run, but belong to one that a rarer one begins.
                while run.query > 0, run.text > before, query[run.query - 1] == text[run.text - 1] {
                    run.query -= 1
                    run.text -= 1
                }
                while run.query + run.count < query.count, run.text + run.count < text.count,
                    query[run.query + run.count] == text[run.text + run.count]
                { run.count += 1 }
                followed[distance] = Int32(run.text + max(run.count, place - run.text + 1))
                work -= run.count + 1
                if run.count >= Shingles.k { runs.append(run) }
            }
        }
        return runs
    }

    /// The longest stretch of a run that no chain has yet.
    private func free(_ run: AlignedRun, _ taken: [Bool]) -> AlignedRun? {
        var best: Range<Int>?
        var start = run.query
        for place in run.query...(run.query + run.count) {
            guard place == run.query + run.count || taken[place] else { continue }
            if place - start > best?.count ?? 0 { best = start..<place }
            start = place + 1
        }
        return best.map {
            AlignedRun(query: $0.lowerBound, text: run.text + $0.lowerBound - run.query, count: $0.count)
        }
    }

    // MARK: - Chains

    /// The runs by their place in the query.
    private struct Order {
        var places: [Int]
        var runs: [Int]

        func first(from place: Int) -> Int {
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// How far a run may begin before the end of the one it follows: both grew over a token that they share.
    private static let overlap = 16
    private static let mostLooked = 256

    private func follower(
        of run: AlignedRun, in runs: [AlignedRun], _ order: Order, _ taken: [Bool], _ longest: [Int32]
    ) -> AlignedRun? {
        let (queryEnd, textEnd) = (run.query + run.count, run.text + run.count)
        var best: (run: AlignedRun, worth: Int)?
        var looked = 0
        var place = order.first(from: queryEnd - Self.overlap)
        while place < order.runs.count, looked < Self.mostLooked, order.places[place] <= queryEnd + Self.widestGap {
            var next = runs[order.runs[place]]
            place += 1
            looked += 1
            let cut = max(0, queryEnd - next.query, textEnd - next.text)
            guard cut < next.count, next.text <= textEnd + Self.widestGap else { continue }
            next = AlignedRun(query: next.query + cut, text: next.text + cut, count: next.count - cut)
            guard let free = free(next, taken), free.count == next.count, isOwn(next, longest) else { continue }
            let (wide, high) = (next.query - queryEnd, next.text - textEnd)
            let worth = next.count * 8 - abs(wide - high) - max(wide, high) / 4
            if worth > best?.worth ?? 0 { best = (next, worth) }
        }
        return best?.run
    }

    private func leader(
        of run: AlignedRun, in runs: [AlignedRun], _ order: Order, _ taken: [Bool], _ longest: [Int32]
    ) -> AlignedRun? {
        var best: (run: AlignedRun, worth: Int)?
        var looked = 0
        var place = order.first(from: run.query) - 1
        while place >= 0, looked < Self.mostLooked {
            var before = runs[order.runs[place]]
            place -= 1
            looked += 1
            let cut = max(0, before.query + before.count - run.query, before.text + before.count - run.text)
            guard cut < before.count else { continue }
            before.count -= cut
            let (wide, high) = (run.query - before.query - before.count, run.text - before.text - before.count)
            guard wide <= Self.widestGap, high <= Self.widestGap else { continue }
            guard let free = free(before, taken), free.count == before.count, isOwn(before, longest) else { continue }
            let worth = before.count * 8 - abs(wide - high) - max(wide, high) / 4
            if worth > best?.worth ?? 0 { best = (before, worth) }
        }
        return best?.run
    }

    /// Runs of so many tokens are hardly chance.
    private static let long = 12

    /// No much longer run has its tokens.
    private func isOwn(_ run: AlignedRun, _ longest: [Int32]) -> Bool {
        run.count >= Self.long || run.queryRange.allSatisfy { Int(longest[$0]) < max(2 * run.count, Self.long) }
    }

    // MARK: - Between the runs

    /// Aligns what is left between two runs, and what a chain's ends may have lost to a changed token.
    private func fill(
        _ chain: inout AlignedChain, _ text: [UInt64], _ taken: [Bool], _ longest: [Int32]
    ) {
        var pairs: [(Int, Int)] = []
        for (run, next) in zip(chain.runs, chain.runs.dropFirst()) {
            let between = run.query + run.count..<next.query
            // What a better chain has is not to be had.
            guard !between.contains(where: { taken[$0] }) else { continue }
            CommonSubsequence.pairs(query[between], text[run.text + run.count..<next.text]) { pairs.append(($0, $1)) }
        }
        if let first = chain.runs.first { pairs += ahead(of: first, text, taken) }
        if let last = chain.runs.last { pairs += behind(last, text, taken) }
        pairs.removeAll { Int(longest[$0.0]) >= Self.long }
        guard !pairs.isEmpty else { return }
        pairs += chain.runs.flatMap { run in (0..<run.count).map { (run.query + $0, run.text + $0) } }
        chain.runs = Self.joined(pairs)
    }

    /// So many tokens are looked at beyond the ends.
    private static let reach = 24

    private func ahead(of run: AlignedRun, _ text: [UInt64], _ taken: [Bool]) -> [(Int, Int)] {
        var start = run.query
        while start > 0, run.query - start < Self.reach, !taken[start - 1] { start -= 1 }
        let other = max(0, run.text - (run.query - start) - 4)
        var found: [(Int, Int)] = []
        CommonSubsequence.pairs(query[start..<run.query], text[other..<run.text]) { found.append(($0, $1)) }
        return Self.dense(found.map { (run.query - $0.0, $0) })
    }

    private func behind(_ run: AlignedRun, _ text: [UInt64], _ taken: [Bool]) -> [(Int, Int)] {
        let (begin, other) = (run.query + run.count, run.text + run.count)
        var end = begin
        while end < query.count, end - begin < Self.reach, !taken[end] { end += 1 }
        let otherEnd = min(text.count, other + (end - begin) + 4)
        var found: [(Int, Int)] = []
        CommonSubsequence.pairs(query[begin..<end], text[other..<otherEnd]) { found.append(($0, $1)) }
        return Self.dense(found.reversed().map { ($0.0 - begin + 1, $0) })
    }

    /// Going outward, as long as at least three of five tokens are aligned.
    private static func dense(_ pairs: [(distance: Int, pair: (Int, Int))]) -> [(Int, Int)] {
        var kept = 0
        for (index, entry) in pairs.enumerated() where (index + 1) * 5 >= entry.distance * 3 { kept = index + 1 }
        return pairs.prefix(kept).map(\.pair)
    }

    private static func joined(_ pairs: [(Int, Int)]) -> [AlignedRun] {
        var runs: [AlignedRun] = []
        for (query, text) in pairs.sorted(by: { $0.0 < $1.0 }) {
            if let last = runs.last, last.query + last.count == query, last.text + last.count == text {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(AlignedRun(query: query, text: text, count: 1))
            }
        }
        return runs
    }
}
