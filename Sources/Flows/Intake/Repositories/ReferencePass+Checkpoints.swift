import Git
import Ingest
import Provenance
import Store
import Text

// Entire's checkpoints: conversations kept in the repository, and the commits that they belong to.
extension ReferencePass {
    /// - Parameters:
    ///   - branches: trees of many checkpoints, `<id[:2]>/<id[2:]>/…`.
    ///   - single: references of one checkpoint each, whose last part is its id.
    func readCheckpoints(branches: [GitReference], single: [GitReference], below folder: String) {
        for reference in branches {
            step("'\(reference.name)' of '\(reading.checkout.root)'") { () throws(GitError) in
                try readBranch(reference)
            }
        }
        guard !single.isEmpty else { return }
        step("'\(folder)' of '\(reading.checkout.root)'") { () throws(GitError) in
            count { $0.referencesSeen += 1 }
            let tip = single.map { "\($0.id) \($0.name.dropFirst(folder.count))" }.joined(separator: "\n")
            guard tips[folder] != tip else { return handOver() }
            let known = Set((tips[folder] ?? "").split(separator: "\n").map(String.init))
            for reference in single where isWanted {
                guard !known.contains("\(reference.id) \(reference.name.dropFirst(folder.count))") else { continue }
                let id = reference.name.split(separator: "/").last.map(String.init) ?? ""
                let tree = try CheckpointTree(of: reference.id, in: reading.checkout, by: git)
                try read(tree.sessions, of: reference.name, checkpoint: id)
            }
            finish(folder, format: "entire", tip: tip)
        }
    }

    private func readBranch(_ reference: GitReference) throws(GitError) {
        count { $0.referencesSeen += 1 }
        guard tips[reference.name] != reference.id else { return handOver() }
        let tree = try CheckpointTree(of: reference.id, in: reading.checkout, by: git)
        func isBranch(_ name: String) -> Bool { name.hasSuffix("/entire/checkpoints/v1") }
        let base = tips[reference.name] ?? tips.tip(besides: reference.name, where: isBranch)
        var sessions = tree.sessions
        if let base, try objects.open(base) != nil {
            var changed: Set<String> = []
            try git.changes(from: base, to: reference.id, in: reading.checkout) { entry in
                changed.insert(CheckpointTree.folder(of: entry.path))
                return true
            }
            sessions.removeAll { !changed.contains($0.folder) }
        }
        try read(sessions, of: reference.name, checkpoint: nil)
        finish(reference.name, format: "entire", tip: reference.id)
    }

    private func read(
        _ sessions: [CheckpointTree.Session], of reference: String, checkpoint: String?
    ) throws(GitError) {
        var bare: [(CheckpointTree.Session, CheckpointMetadata)] = []
        for session in sessions where isWanted {
            if let metadata = try read(session, of: reference, checkpoint: checkpoint ?? session.checkpoint) {
                bare.append((session, metadata))
            }
        }
        // What was asked, where no checkpoint of the session has a transcript that can be read.
        let told = Set(transcripts.values.joined())
        for (session, metadata) in bare where isWanted {
            guard let id = session.prompt, let uid = metadata.session(checkout: nil)?.uid, !told.contains(uid),
                !hasOwnTranscript(uid), let object = try objects.open(id), object.size < 4 << 20,
                let bytes = try objects.rest(limit: 4 << 20)
            else { continue }
            _ = take(
                metadata.prompts(in: String(decoding: bytes, as: UTF8.self), checkout: self.reading.checkout.root))
        }
    }

    /// - Returns: its metadata, where it has no transcript that can be read.
    private func read(
        _ kept: CheckpointTree.Session, of reference: String, checkpoint: String?
    ) throws(GitError) -> CheckpointMetadata? {
        let place = "\(reference):\(kept.folder)"
        var metadata = CheckpointMetadata()
        if let id = kept.metadata, let told = try document(id, of: place, CheckpointMetadata.init(_:)) {
            metadata = told
        }
        var found = kept.transcript.isEmpty ? nil : transcripts[kept.transcript.joined()]
        if found == nil, !kept.transcript.isEmpty {
            found = try transcript(kept.transcript, of: place, metadata)
            transcripts[kept.transcript.joined()] = found
        }
        guard isWanted else { return nil }
        _ = take(
            metadata.sightings(
                beside: found ?? [], checkpoint: checkpoint, checkout: reading.checkout.root))
        return found?.isEmpty ?? true ? metadata : nil
    }

    /// - Returns: the sessions in it; none where it is no history that is known.
    private func transcript(
        _ parts: [String], of place: String, _ metadata: CheckpointMetadata
    ) throws(GitError) -> [UID] {
        let kept = KeptObjects(parts, in: objects)
        let transcript = CheckpointTranscript(place: place, metadata: metadata, now: reading.now)
        let found = preparing { preparation in
            transcript.read(rewind: kept.rewind, kept.read(into:), over: &preparation, tape: tape, deliver: pass(_:))
        }
        if kept.isMissing { count { $0.missingObjects += 1 } }
        if let failure = kept.failure { throw failure }
        if found == nil, isWanted, !kept.isMissing {
            count { $0.strangers.append("'\(place)' holds no transcript that is known.") }
        }
        return found ?? []
    }

    /// Reads a JSON document of any size: long texts in it are cut.
    private func document<Value>(
        _ id: String, of place: String, _ read: (JSONValue) -> Value
    ) throws(GitError) -> Value? {
        guard try objects.open(id) != nil else {
            count { $0.missingObjects += 1 }
            return nil
        }
        let lines = LineReader(descriptor: -1, isWhole: true) { [objects] in (try? objects.read(into: $0)) ?? -1 }
        guard let line = try? lines.next(), !line.isTooLong, let value = try? tape.parse(line.bytes),
            value.kind == .object
        else {
            var reading = WholeReading()
            reading.skips = [.init(place: 1, reason: "its metadata cannot be read")]
            add(reading, of: place)
            return nil
        }
        return read(value)
    }

    // MARK: Commits

    /// "Trailer on the code commit: `Entire-Checkpoint: <12 hex or ULID>`".
    func readTrailers() throws(GitError) {
        let name = CheckpointMetadata.trailer
        let references = try git.references(["refs/heads/", "refs/remotes/", "refs/tags/"], in: reading.checkout)
        let tip = Set(references.map(\.id)).sorted().joined(separator: "\n")
        guard tips[name] != tip else { return }
        var known: [String] = []
        for id in (tips[name] ?? "").split(separator: "\n").map(String.init) {
            if try objects.open(id) != nil { known.append(id) }
        }
        try git.commits(saying: name, notBefore: known, in: reading.checkout) { commit, at, message in
            take(
                CheckpointMetadata.trailers(in: message).map { id in
                    .link(
                        RecordLink(
                            from: .init(kind: RecordLink.checkpoint, uid: id), relation: RecordLink.committed,
                            to: .init(kind: RecordLink.revision, uid: commit), at: at))
                })
        }
        finish(name, format: "entire-trailers", tip: tip, isReference: false)
    }
}
