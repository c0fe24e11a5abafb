/// The line differences between two whole texts.
package enum LineDiff {
    /// The hunks that lead from one text to the other, with line numbers, as in a unified diff.
    ///
    /// Lines are compared by their bytes, without the newline: whether the last line has one makes no difference, a
    /// carriage return does. Time and memory grow linearly: where the texts differ too much for the smallest difference
    /// to be found in that time, a stretch is given as removed and added whole.
    ///
    /// - Parameter context: How many unchanged lines stand around each change; changes closer than twice that share a
    ///   hunk.
    package static func hunks(before: String, after: String, context: Int = 3) -> [Hunk] {
        let old = PatchText.lines(of: before)
        let new = PatchText.lines(of: after)
        let ids = LineNumbering(old, new)
        var marks = ChangeMarks(old: ids.old, new: ids.new)
        marks.compute()
        return HunkBuilder(old: old, new: new, marks: marks, context: max(0, min(context, 1 << 20))).hunks()
    }
}
