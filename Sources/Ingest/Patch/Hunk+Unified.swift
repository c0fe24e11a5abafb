extension Hunk {
    /// The hunks of a unified diff of one file; its `---` and `+++` lines and all else around the hunks are left out.
    package static func unified(_ diff: String) -> [Hunk] {
        var hunks: [Hunk] = []
        var old = 0
        var new = 0
        for line in PatchText.lines(of: diff) {
            // The counts say where a hunk ends: "--- x" inside of one is the removed line "-- x".
            if old > 0 || new > 0 {
                guard let patchLine = PatchLine(signed: String(line)) else { continue }
                if patchLine.kind != .added { old -= 1 }
                if patchLine.kind != .removed { new -= 1 }
                hunks[hunks.count - 1].lines.append(patchLine)
            } else if let header = HunkHeader(line) {
                (old, new) = (header.oldCount, header.newCount)
                hunks.append(
                    Hunk(
                        anchors: header.heading.isEmpty ? [] : [header.heading], oldStart: header.oldStart,
                        newStart: header.newStart))
            }
        }
        return hunks
    }
}
