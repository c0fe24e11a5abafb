import Ingest
import Provenance
import Redaction
import Store
import Text

/// What happens to sightings between reading and writing: secrets out, digests in, paths made relative to the repository.
struct Preparation {
    let redactor: Redactor?
    var places: RepositoryPlaces
    /// The folders that a session's paths are relative to.
    private var roots: [UID: [String]] = [:]

    init(redactor: Redactor?, places: RepositoryPlaces) {
        self.redactor = redactor
        self.places = places
    }

    mutating func batch(of sightings: [Sighting]) -> Batch {
        var batch = Batch()
        batch.sightings.reserveCapacity(sightings.count)
        for sighting in sightings {
            switch sighting {
            case .session(var session):
                let place = places.place(of: session)
                roots[session.uid] = [place.directory, session.directory].compactMap { $0 }
                batch.repositories[session.uid] = place
                session.title = session.title.map { redactor?.redact($0)?.text ?? $0 }
                batch.sightings.append(.session(session))
            case .prompt(var prompt):
                prepare(&prompt.words)
                batch.sightings.append(.prompt(prompt))
            case .segment(var segment):
                segment.path = segment.path.map { relative($0, in: segment.session) }
                prepare(&segment.text, path: segment.path)
                batch.sightings.append(.segment(segment))
            case .generation(var generation):
                prepare(&generation.output)
                batch.sightings.append(.generation(generation))
            case .edit(var edit):
                edit.path = relative(edit.path, in: edit.session)
                edit.movedFrom = edit.movedFrom.map { relative($0, in: edit.session) }
                prepare(&edit.before, path: edit.path)
                prepare(&edit.after, path: edit.path)
                prepare(&edit.patch, path: edit.path)
                batch.sightings.append(.edit(edit))
            case .outcome(var outcome):
                prepare(&outcome.before, path: outcome.path)
                prepare(&outcome.after, path: outcome.path)
                prepare(&outcome.patch, path: outcome.path)
                batch.sightings.append(.outcome(outcome))
            case .change(var change):
                change.repository = change.repository.withoutNUL
                batch.sightings.append(.change(change))
            }
        }
        return batch
    }

    private func prepare(_ body: inout Body, path: String? = nil) {
        body = Self.clean(body, redactor: redactor, path: path)
    }

    private func prepare(_ body: inout Body?, path: String? = nil) {
        body = body.map { Self.clean($0, redactor: redactor, path: path) }
    }

    static func clean(_ body: Body, redactor: Redactor?, path: String?) -> Body {
        var clean = body
        clean.text = body.text.withoutNUL
        clean.redactions = 0
        if let redacted = redactor?.redact(clean.text, path: path) {
            clean.text = redacted.text
            clean.redactions = redacted.redactions.count
        }
        clean.digest = SHA256.hash(clean.text)
        return clean
    }

    private func relative(_ path: String, in session: UID) -> String {
        let path = path.withoutNUL
        for root in roots[session] ?? [] {
            if path.utf8.count > root.utf8.count + 1, path.hasPrefix(root), path.dropFirst(root.count).first == "/" {
                return String(path.dropFirst(root.count + 1))
            }
        }
        return path
    }
}
