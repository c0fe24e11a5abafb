package import Provenance

extension Edit {
    /// Lines added and removed, from the texts alone.
    package mutating func countLines() {
        let hunks = LineDiff.hunks(before: before?.text ?? "", after: after?.text ?? "", context: 0)
        added = hunks.reduce(0) { $0 + $1.addedLines }
        removed = hunks.reduce(0) { $0 + $1.removedLines }
    }

    /// One file of an `apply_patch` call.
    mutating func take(_ file: FileChange, in directory: String?) {
        if file.movedTo != nil {
            movedFrom = CommandEdits.join(directory, file.path)
            if file.hunks.isEmpty { kind = .move }
        }
        before = file.before.map(Body.init(_:))
        after = file.after.map(Body.init(_:))
        if file.kind == .update { patch = Body(file.patchText) }
        added = file.addedLines
        removed = file.removedLines
    }
}

extension EditOutcome {
    mutating func take(_ hunks: [Hunk]) {
        patch = Body(hunks.map(\.text).joined(separator: "\n"))
        added = hunks.reduce(0) { $0 + $1.addedLines }
        removed = hunks.reduce(0) { $0 + $1.removedLines }
        if let hunk = hunks.first, let start = hunk.newStart {
            let leading = hunk.lines.prefix { $0.kind == .context }.count
            let line = start.addingReportingOverflow(leading)
            if !line.overflow { firstLine = max(1, line.partialValue) }
        }
    }
}
