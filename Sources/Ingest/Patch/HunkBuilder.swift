/// Groups marked lines into hunks.
struct HunkBuilder {
    let old: [Substring]
    let new: [Substring]
    let marks: ChangeMarks
    let context: Int

    private struct Run {
        var old: Range<Int>
        var new: Range<Int>
    }

    func hunks() -> [Hunk] {
        var hunks: [Hunk] = []
        var group: [Run] = []
        for run in runs() {
            if let last = group.last, run.old.lowerBound - last.old.upperBound > 2 * context {
                hunks.append(hunk(group))
                group = []
            }
            group.append(run)
        }
        if !group.isEmpty { hunks.append(hunk(group)) }
        return hunks
    }

    /// Neighbouring changed lines; between two runs lie only lines that both texts have.
    private func runs() -> [Run] {
        var runs: [Run] = []
        var (x, y) = (0, 0)
        while x < old.count || y < new.count {
            let (startX, startY) = (x, y)
            while x < old.count, marks.removed[x] { x += 1 }
            while y < new.count, marks.added[y] { y += 1 }
            if x > startX || y > startY { runs.append(Run(old: startX..<x, new: startY..<y)) }
            x += 1
            y += 1
        }
        return runs
    }

    private func hunk(_ group: [Run]) -> Hunk {
        guard let first = group.first, let last = group.last else { return Hunk() }
        var place = max(0, first.old.lowerBound - context)
        let newPlace = first.new.lowerBound - (first.old.lowerBound - place)
        let end = min(old.count, last.old.upperBound + context)
        let start = place
        var lines: [PatchLine] = []
        for run in group {
            lines += old[place..<run.old.lowerBound].map { PatchLine(.context, String($0)) }
            lines += old[run.old].map { PatchLine(.removed, String($0)) }
            lines += new[run.new].map { PatchLine(.added, String($0)) }
            place = run.old.upperBound
        }
        lines += old[place..<end].map { PatchLine(.context, String($0)) }
        let hasOld = lines.contains { $0.kind != .added }
        let hasNew = lines.contains { $0.kind != .removed }
        // An empty side is numbered by the line before it, as in every unified diff.
        return Hunk(
            oldStart: hasOld ? start + 1 : start, newStart: hasNew ? newPlace + 1 : newPlace, lines: lines,
            isEndOfFile: end == old.count)
    }
}
