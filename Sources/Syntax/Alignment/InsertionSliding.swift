/// Moves insertions to where a person would say that they begin.
///
/// Where what was inserted ends like what stands before it, a difference may call either inserted: of `}` and a new function
/// with its own `}` after it the last one is the function's. Of the places that come to the same text that is taken which
/// begins and ends with lines, after a blank line, least indented, and latest.
struct InsertionSliding {
    private let code: CodeStream

    init(_ code: CodeStream) { self.code = code }

    func slide(_ origins: inout [Int32]) {
        var place = 0
        while place < origins.count {
            guard origins[place] < 0 else {
                place += 1
                continue
            }
            var end = place
            while end < origins.count, origins[end] < 0 { end += 1 }
            place = slide(place..<end, &origins)
        }
    }

    /// No insertion is moved farther, in tokens.
    private static let farthest = 400

    /// - Returns: the place behind it.
    private func slide(_ run: Range<Int>, _ origins: inout [Int32]) -> Int {
        let hashes = code.hashes
        var back = 0
        while back < Self.farthest, run.lowerBound - back > 0, origins[run.lowerBound - back - 1] >= 0,
            hashes[run.lowerBound - back - 1] == hashes[run.upperBound - back - 1]
        { back += 1 }
        var ahead = 0
        while ahead < Self.farthest, run.upperBound + ahead < hashes.count, origins[run.upperBound + ahead] >= 0,
            hashes[run.lowerBound + ahead] == hashes[run.upperBound + ahead]
        { ahead += 1 }
        guard back + ahead > 0 else { return run.upperBound }
        var best = (shift: 0, worth: worth(run))
        for shift in -back...ahead where shift != 0 {
            let worth = worth(run.lowerBound + shift..<run.upperBound + shift)
            if worth > best.worth || worth == best.worth && shift > best.shift { best = (shift, worth) }
        }
        if best.shift < 0 {
            for step in 1...(-best.shift) {
                origins[run.upperBound - step] = origins[run.lowerBound - step]
                origins[run.lowerBound - step] = -1
            }
        } else if best.shift > 0 {
            for step in 0..<best.shift {
                origins[run.lowerBound + step] = origins[run.upperBound + step]
                origins[run.upperBound + step] = -1
            }
        }
        return run.upperBound + max(best.shift, 0)
    }

    private func worth(_ run: Range<Int>) -> Int {
        let first = run.lowerBound
        var worth = 0
        if code.beginsLine(first) {
            worth += 4000
            if first == 0 || code.lines[first] > code.lines[first - 1] + 1 { worth += 1000 }
            worth -= min(code.column(of: first), 900)
        }
        if code.beginsLine(run.upperBound) { worth += 4000 }
        return worth
    }
}
