import Ingest
import Provenance
import Redaction
import Store
import Text

/// What happens to sightings between reading and writing: secrets out, digests in, paths made relative to the repository.
struct Preparation {
    let redactor: Redactor?
    var places: RepositoryPlaces
    /// The work tree whose repository is being read: what is kept in it was made in it, on whatever machine.
    var checkout: String?
    /// The folders that a session's paths are relative to.
    private var roots: [UID: [String]] = [:]

    init(redactor: Redactor?, places: RepositoryPlaces) {
        self.redactor = redactor
        self.places = places
    }

    mutating func batch(of sightings: some Collection<Sighting>) -> Batch {
        var batch = Batch()
        batch.sightings.reserveCapacity(sightings.count)
        for sighting in sightings {
            switch sighting {
            case .session(var session):
                let place = place(of: session)
                roots[session.uid] = (place?.roots ?? []) + [session.directory].compactMap { $0 }
                batch.repositories[session.uid] = place
                session.title = session.title.map { clean($0) }
                batch.sightings.append(.session(session))
            case .prompt(var prompt):
                prepare(&prompt.words)
                batch.sightings.append(.prompt(prompt))
            case .segment(var segment):
                segment.path = segment.path.map { relative($0, in: segment.session) }
                prepare(&segment.text, path: segment.path)
                batch.sightings.append(.segment(segment))
            case .generation(var generation):
                prepare(&generation)
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
            case .finding(var finding):
                finding.path = finding.path.map { path in finding.session.map { relative(path, in: $0) } ?? path }
                finding.message = clean(finding.message)
                batch.sightings.append(.finding(finding))
            case .decision(var decision):
                decision.reasons = decision.reasons.map { clean($0) }
                batch.sightings.append(.decision(decision))
            case .alert(var alert):
                alert.title = clean(alert.title)
                prepare(&alert.text)
                batch.sightings.append(.alert(alert))
            case .change(var change):
                change.repository = change.repository.withoutNUL
                batch.sightings.append(.change(change))
            case .attribution(var attribution):
                if let place = attribution.directory.flatMap({ places.place(ofWorkTree: $0) }) {
                    batch.checkouts[attribution.directory ?? ""] = place
                    attribution.path = relative(attribution.path, to: place.roots)
                } else if let session = attribution.session {
                    attribution.path = relative(attribution.path, in: session)
                } else {
                    attribution.path = attribution.path.withoutNUL
                }
                attribution.author = attribution.author.map { clean($0) }
                batch.sightings.append(.attribution(attribution))
            case .rule, .link:
                batch.sightings.append(sighting)
            }
        }
        return batch
    }

    private mutating func place(of session: Session) -> RepositoryPlace? {
        let place = places.place(of: session)
        guard let checkout, place?.identity.hasPrefix("path:") ?? true else { return place }
        guard var kept = places.place(ofWorkTree: checkout) else { return place }
        kept.roots += place?.roots ?? []
        return kept
    }

    /// Tells the folders of a session that no batch has named.
    mutating func know(_ session: UID, folders: [String]) {
        if roots[session] == nil { roots[session] = folders }
    }

    /// The output, and its tokens cut where secrets were, so that nothing leaks beside a marker.
    private func prepare(_ generation: inout Generation) {
        if var run = generation.engineRun {
            run.parameters = clean(run.parameters)
            run.shortfall = run.shortfall.map { clean($0) }
            generation.engineRun = run
        }
        let text = generation.output.text.withoutNUL
        if text.utf8.count != generation.output.text.utf8.count { generation.tokenRun = nil }
        generation.output.text = text
        let redacted = redactor?.redact(text)
        generation.output = Self.body(generation.output, as: redacted)
        guard let redacted else { return }
        generation.tokenRun = generation.tokenRun?.replacing(
            redacted.redactions.map { .init(range: $0.range, length: $0.markerRange.count) })
    }

    private func clean(_ text: String) -> String {
        let text = text.withoutNUL
        return redactor?.redact(text)?.text ?? text
    }

    private func prepare(_ body: inout Body, path: String? = nil) {
        body = Self.clean(body, redactor: redactor, path: path)
    }

    private func prepare(_ body: inout Body?, path: String? = nil) {
        body = body.map { Self.clean($0, redactor: redactor, path: path) }
    }

    static func clean(_ body: Body, redactor: Redactor?, path: String?) -> Body {
        var plain = body
        plain.text = body.text.withoutNUL
        return Self.body(plain, as: redactor?.redact(plain.text, path: path))
    }

    private static func body(_ body: Body, as redacted: Redacted?) -> Body {
        var clean = body
        clean.text = redacted?.text ?? body.text
        clean.redactions = redacted?.redactions.count ?? 0
        clean.digest = SHA256.hash(clean.text)
        return clean
    }

    private func relative(_ path: String, in session: UID) -> String {
        relative(path, to: roots[session] ?? [])
    }

    private func relative(_ path: String, to roots: [String]) -> String {
        let path = path.withoutNUL
        for root in roots {
            if path.utf8.count > root.utf8.count + 1, path.hasPrefix(root), path.dropFirst(root.count).first == "/" {
                return String(path.dropFirst(root.count + 1))
            }
        }
        return path
    }
}
