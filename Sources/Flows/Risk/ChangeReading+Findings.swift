import Audit
import Provenance
import Store

extension ChangeReading {
    /// What the auditor finds on the lines that a change adds, those of people as well, file by file.
    ///
    /// - Parameter change: as `ChangeAuditing` takes it.
    package mutating func eachFinding(
        of change: String, take: (ChangeFinding) throws -> Void
    ) throws -> ChangeAuditing.Summary {
        let ends = try auditing.ends(of: change)
        _ = try prepare()
        // The auditing is a value of its own while it hands out files, for the rest changes meanwhile.
        var auditing = self.auditing
        try auditing.eachFile(of: change) { file in
            for finding in try findings(in: file, tip: ends.tip) { try take(finding) }
        }
        self.auditing = auditing
        return auditing.summary
    }

    private mutating func findings(in file: ChangedFile, tip: String?) throws -> [ChangeFinding] {
        let added = (file.findings ?? []).filter { file.isAdded($0.finding.lines) }
        guard let first = added.map(\.finding.lines.lowerBound).min(),
            let last = added.map(\.finding.lines.upperBound).max()
        else { return [] }
        let source = SourceFile(path: file.path, text: file.text, revision: tip, isDirty: tip == nil)
        let answer = try resolver.resolve(
            source, lines: first...last, budgetMilliseconds: Self.budget, needsHistory: false)
        var written = WrittenLines(file.text)
        for line in answer.lines where file.added.contains(line.number) && line.certainty >= .adapted {
            if let edit = line.content?.edit { written.add(line.number, by: edit, hasCode: line.tokens > 0) }
        }
        lazy var redacted = RedactedFile(file.text)
        return try added.map { found in
            var finding = ChangeFinding(found: found)
            guard let (_, edit) = written.first(in: found.finding.lines) else { return finding }
            finding.writer = edit
            finding.prompt = try store.prompt(ofEdit: edit.id)
            let code = WrittenLines.plain(WrittenLines.piece(of: file.text, found.finding.range))
            let before = try findings(in: edit)
            let known = before.same(as: found.finding, code: code, in: before.isRedacted ? redacted : nil)
            if let told = known.first(where: \.isWaived) ?? known.first {
                finding.stored = try store.auditedFinding(told.id)
            }
            return finding
        }
    }
}
