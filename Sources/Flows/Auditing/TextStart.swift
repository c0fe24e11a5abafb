import Ingest
import Store

/// The line of a file in which the text of an edit begins.
enum TextStart {
    /// What hunks tell is the first line that changed; an edit's text may begin with lines that it leaves as they are.
    ///
    /// - Parameter recorded: the edit's first line, from 1.
    static func line(recorded: Int?, before: String?, after: String?, patch: String?) -> Int? {
        guard let recorded, let before, let after, let patch, Hunk.unified(patch).first?.newStart != nil else {
            return recorded
        }
        let kept = zip(
            before.utf8.split(separator: 0x0A, omittingEmptySubsequences: false),
            after.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        ).prefix { $0.elementsEqual($1) }.count
        return max(1, recorded - kept)
    }
}

extension EditSource {
    /// The line of the file in which `after` begins, from 1, where it is known.
    var startOfText: Int? {
        isCreation ? 1 : TextStart.line(recorded: firstLine, before: before, after: after, patch: patch)
    }
}

extension EditDetail {
    /// The line of the file in which `after` begins, from 1, where it is known.
    var startOfText: Int? {
        edit.kind == "create"
            ? 1 : TextStart.line(recorded: edit.firstLine, before: before, after: after, patch: patch)
    }
}
