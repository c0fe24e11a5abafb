import Audit
import Store

/// What one answer has in a change, gathered file by file.
struct ChangedAnswer {
    /// Rows of its edits that wrote lines of the change, and the files these lines are in.
    var edits: Set<Int64> = []
    var paths: Set<String> = []
    /// Added lines of its own with code in them; and those that no rule looks at.
    var lines = 0
    var unchecked = 0
    var findings: [RiskFinding] = []

    mutating func add(_ other: Self) {
        edits.formUnion(other.edits)
        paths.formUnion(other.paths)
        lines += other.lines
        unchecked += other.unchecked
        findings += other.findings
    }

    /// How far its lines were looked at: by today's rules, as they stand in the change.
    var scan: RiskSubject.Scan {
        if unchecked == 0 { return .whole }
        let words =
            "\(StoryWords.count(unchecked, "line")) in a language without rules, or in a file too large to check"
        return unchecked >= lines ? .missing(words) : .partly(words)
    }
}
