package import Store

/// A finding on a line that a change adds, with the answer that wrote the line, where one is known.
package struct ChangeFinding: Sendable {
    /// In the file as it stands with the change.
    package var found: FileAuditing.Found
    /// Who wrote its line; `nil` for people, and where nobody is known.
    package var writer: EditOrigin?
    package var prompt: EditPrompt?
    /// What the store holds of the same defect.
    package var stored: AuditedFinding?

    package init(found: FileAuditing.Found) { self.found = found }

    /// Somebody lives with it, or says that it is none.
    package var isWaived: Bool { stored.map { ["accepted", "false"].contains($0.status) } ?? false }

    /// As others are told of it: places of the file, all else of the store.
    package var reported: ReportedFinding {
        var reported = found.reported
        reported.edit = writer?.uid
        reported.generation = writer?.generation
        if let prompt { reported.prompt = ReportedFinding.Prompt(uid: prompt.uid, text: prompt.words) }
        guard let stored else { return reported }
        reported.uid = stored.uid
        reported.fingerprint = stored.fingerprint
        if !stored.witnesses.isEmpty { reported.witnesses = stored.auditors }
        return reported
    }
}
