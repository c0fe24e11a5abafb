import Ingest
import Store

/// The lines that one edit put into its file: those alone that its own difference inserts.
struct OwnedLines {
    let origin: EditOrigin
    /// Lines that follow each other in the file.
    let runs: [[CodeLine]]

    /// A patch has whole lines; a replaced text may begin and end within one. Where neither says what stood before, only a
    /// new file is all its own.
    init(_ edit: EditSource) {
        origin = edit.origin
        if let patch = edit.patch, !patch.isEmpty {
            runs = Self.runs(ofPatch: patch)
        } else if let before = edit.before, let after = edit.after {
            runs = LineDiff.hunks(before: before, after: after, context: 0)
                .map { $0.lines.filter { $0.kind == .added }.map { CodeLine($0.text) } }.filter { !$0.isEmpty }
        } else if edit.isCreation, let after = edit.after {
            let lines = after.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .map { CodeLine(Substring($0)) }
            runs = lines.isEmpty ? [] : [lines]
        } else {
            runs = []
        }
    }

    private static func runs(ofPatch patch: String) -> [[CodeLine]] {
        var runs: [[CodeLine]] = []
        var run: [CodeLine] = []
        for line in patch.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            switch line.first {
            case UInt8(ascii: "+"): run.append(CodeLine(Substring(line.dropFirst())))
            // What is taken away stands nowhere in the file.
            case UInt8(ascii: "-"), UInt8(ascii: "\\"): break
            default:
                if !run.isEmpty { runs.append(run) }
                run = []
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    var count: Int { runs.reduce(0) { $0 + $1.count } }
}
