package import Provenance
package import Redaction
package import Store
import Text

/// Puts an answer into the store as any other, without its secrets, and audits what it wrote.
package struct GenerationKeeping {
    private let store: Store
    private let redactor: Redactor

    private let share: Duration

    /// - Parameter share: how long others' work that waits in the store is worked on before the person who asked goes on.
    package init(store: Store, redactor: Redactor = Redactor(), share: Duration = .milliseconds(500)) {
        self.store = store
        self.redactor = redactor
        self.share = share
    }

    /// What became of it, for whoever asked.
    package struct Kept: Sendable {
        package var generation: String
        package var edit: String?
        /// Open findings in what was written.
        package var findings: [AuditedFinding]
        package var copiedTokens: Int?
    }

    /// - Parameter isLast: nothing more will be told of it, so that what follows from it is done.
    package func keep(_ record: GenerationRecord, isLast: Bool = true) throws -> Kept {
        var preparation = Preparation(redactor: redactor, places: RepositoryPlaces(store: store))
        let batch = preparation.batch(of: record.sightings)
        let results = try store.record([Entry(sightings: batch.sightings, repositories: batch.repositories)])
        for result in results { _ = try result.get() }
        var kept = Kept(generation: record.uid.text, edit: nil, findings: [])
        guard isLast else { return kept }
        try follow(record)
        guard record.edit != nil else { return kept }
        kept.edit = record.editUID.text
        kept.findings = try store.findings(ofEdit: record.editUID)
        return kept
    }

    /// What follows from a record: search, index, origin, audit. Its own first, then a share of what waits.
    private func follow(_ record: GenerationRecord) throws {
        let intake = Intake(store: store, redactor: redactor)
        let now = Timestamp.now.milliseconds
        if case .one(_, let answer, _) = try store.find(.generation, record.uid.text) {
            if case .one(_, let edit, _) = try store.find(.edit, record.editUID.text) {
                try ShingleIndexing(store: store).run(for: [edit])
            }
            try OriginIndexing(store: store).run(for: answer)
            var auditing = try StoreAuditing(store: store, now: now)
            _ = try auditing.catchUp(answers: [answer])
            try intake.settle(answer: record.uid)
        }
        let end = ContinuousClock.now + share
        func left() -> Duration { max(.zero, end - ContinuousClock.now) }
        try intake.settle { left() == .zero }
        _ = try ShingleIndexing.catchUp(store, for: left())
        _ = try OriginIndexing.catchUp(store, for: left())
        try StoreAuditing.catchUp(store, now: now, for: left())
    }

    /// Notes what came of a command that was run on the code.
    package func keep(_ trial: Trial) throws {
        var trial = trial
        trial.command = redactor.redact(trial.command)?.text ?? trial.command
        trial.output = redactor.redact(trial.output)?.text ?? trial.output
        try store.record(trial)
    }
}
