import Git
import Ingest
import Provenance
import Store

// Notes of commits.
extension ReferencePass {
    /// A reference of `git notes`: a tree of blobs, each named by the commit that it is about.
    func readNotes(_ reference: GitReference, isH5i: Bool) throws(GitError) {
        count { $0.referencesSeen += 1 }
        if tips[reference.name] == reference.id {
            handOver()
            return
        }
        var failure: GitError?
        func isAlike(_ name: String) -> Bool { name.hasPrefix("refs/notes/") }
        let old = tips[reference.name]
        let base = old ?? (isH5i ? nil : tips.tip(besides: reference.name, where: isAlike))
        let isBaseHere = try base.map { base throws(GitError) in try objects.open(base) != nil } ?? false
        func take(_ entry: TreeEntry) -> Bool {
            do throws(GitError) {
                // Where the tip that was read last is gone, any note may be another than it was.
                try readNote(
                    entry, reference: reference.name, isH5i: isH5i,
                    isRetold: old != nil && (entry.change != .added || !isBaseHere))
            } catch { failure = error }
            return isWanted && failure == nil
        }
        if let base, isBaseHere {
            try git.changes(from: base, to: reference.id, in: reading.checkout, take: take)
        } else {
            try git.files(of: reference.id, in: reading.checkout, take: take)
        }
        if let failure { throw failure }
        finish(reference.name, format: isH5i ? "h5i" : "git-ai", tip: reference.id)
    }

    /// References that are one note each: `refs/ai/authorship/<commit>`.
    func readSingleNotes(_ references: [GitReference], below folder: String) throws(GitError) {
        count { $0.referencesSeen += 1 }
        let tip = references.map { "\($0.id) \($0.name.dropFirst(folder.count))" }.joined(separator: "\n")
        guard tips[folder] != tip else {
            handOver()
            return
        }
        let known = Set((tips[folder] ?? "").split(separator: "\n").map(String.init))
        let isNew = tips[folder] == nil
        for reference in references where isWanted {
            let name = String(reference.name.dropFirst(folder.count))
            guard !known.contains("\(reference.id) \(name)") else { continue }
            try readNote(
                TreeEntry(change: .added, path: name, id: reference.id), reference: folder, isH5i: false,
                isRetold: !isNew)
        }
        finish(folder, format: "git-ai", tip: tip)
    }

    private func readNote(
        _ entry: TreeEntry, reference: String, isH5i: Bool, isRetold: Bool
    ) throws(GitError) {
        // "fanned out or flat": the digits of the commit, with slashes between.
        let commit = String(entry.path.filter { $0 != "/" })
        guard GitReference.isObject(commit) else {
            count { $0.unknownLines += 1 }
            return
        }
        if isRetold, !isH5i { drop(Retelling(revision: commit, teller: GitAINames.teller)) }
        if entry.change == .removed {
            _ = take([])
            return
        }
        let name = "\(reference):\(commit)"
        let at = try objects.time(ofCommit: commit)
        guard let object = try objects.open(entry.id) else {
            count { $0.missingObjects += 1 }
            return
        }
        guard object.kind == "blob", let bytes = try objects.rest(limit: NoteFileReader.limit) else {
            var reading = WholeReading()
            reading.skips = [.init(place: 1, reason: "it is longer than \(NoteFileReader.limit >> 20) MB")]
            add(reading, of: name)
            return
        }
        count(bytes: object.size)
        let place = NotePlace(revision: commit, at: at, checkout: reading.checkout.root)
        if isH5i {
            add(H5iNoteReader(place: place).read(bytes, tape: tape, tell: take), of: name)
        } else {
            var reader = GitAINoteReader(place: place, tape: tape, hasOwnTranscript: hasOwnTranscript)
            add(reader.read(bytes, tell: take), of: name)
        }
    }
}
