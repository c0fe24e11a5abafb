package import Provenance
package import Redaction
package import Store
import Text

/// Puts an answer into the store as any other, without its secrets, and audits what it wrote.
package struct GenerationKeeping {
    private let store: Store
    private let redactor: Redactor

    package init(store: Store, redactor: Redactor = Redactor()) {
        self.store = store
        self.redactor = redactor
    }

    /// What became of it, for whoever asked.
    package struct Kept: Sendable {
        package var generation: String
        package var edit: String?
        /// Open findings in what was written.
        package var findings: [AuditedFinding]
        package var copiedTokens: Int?
    }

    package func keep(_ record: GenerationRecord) throws -> Kept {
        var preparation = Preparation(redactor: redactor, places: RepositoryPlaces(store: store))
        let batch = preparation.batch(of: record.sightings)
        let results = try store.record([Entry(sightings: batch.sightings, repositories: batch.repositories)])
        for result in results { _ = try result.get() }
        return try follow(record)
    }

    /// What follows from a record: index, audit, origin.
    private func follow(_ record: GenerationRecord) throws -> Kept {
        try Intake(store: store, redactor: redactor).settle()
        var kept = Kept(generation: record.uid.text, edit: nil, findings: [])
        _ = try ShingleIndexing.catchUp(store)
        _ = try OriginIndexing.catchUp(store)
        try StoreAuditing.catchUp(store, now: Timestamp.now.milliseconds)
        guard record.edit != nil else { return kept }
        kept.edit = record.editUID.text
        kept.findings = try store.findings(ofEdit: record.editUID)
        return kept
    }

    /// Notes what came of a command that was run on the code.
    package func keep(_ trial: Trial) throws {
        var trial = trial
        trial.command = redactor.redact(trial.command)?.text ?? trial.command
        trial.output = redactor.redact(trial.output)?.text ?? trial.output
        try store.record(trial)
    }
}
