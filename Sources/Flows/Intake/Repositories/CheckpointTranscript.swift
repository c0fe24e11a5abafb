import Git
import Ingest
import Provenance
import Store
import Text

/// The transcript in a checkpoint, read as it streams out of git by whichever reader its lines name.
struct CheckpointTranscript {
    let parts: [String]
    let place: String
    let metadata: CheckpointMetadata

    /// - Returns: the sessions in it; none where it is no history that is known.
    func read(by pass: ReferencePass) throws(GitError) -> [UID] {
        // Some agents keep one object in all, whatever the file is called.
        for ending in ["jsonl", "json"] {
            let found = try read(endingWith: ending, by: pass)
            if let found { return found }
            if !pass.isWanted { return [] }
        }
        pass.count { $0.strangers.append("'\(place)' holds no transcript that is known.") }
        return []
    }

    private func read(endingWith ending: String, by pass: ReferencePass) throws(GitError) -> [UID]? {
        var left = parts[...]
        var failure: GitError?
        var isMissing = false
        /// - Returns: whether another part is open.
        func open() -> Bool {
            guard let id = left.popFirst() else { return false }
            do throws(GitError) {
                if try pass.objects.open(id) != nil { return true }
                isMissing = true
            } catch { failure = error }
            return false
        }
        guard open() else {
            pass.count { $0.missingObjects += 1 }
            if let failure { throw failure }
            return []
        }
        let name = metadata.conversation?.filter { $0 != "/" } ?? "full"
        let file = HistoryFile(named: "\(place)/\(name).\(ending)", size: 1, changedAt: metadata.at ?? 0)
        let reading = HistoryReading(file: file, earlier: nil, now: pass.reading.now)
        var isKnown = true
        var sessions: [UID] = []
        var preparation = pass.preparation
        withoutActuallyEscaping(open) { open in
            var line = HistoryReading.Pass(reading: reading, descriptor: -1, earlier: nil) { buffer in
                do throws(GitError) {
                    let count = try pass.objects.read(into: buffer)
                    if count > 0 { return count }
                    guard open() else { return 0 }
                    // A part ends with its last line, if without its newline.
                    buffer[0] = UInt8(ascii: "\n")
                    return 1
                } catch {
                    failure = error
                    return -1
                }
            }
            var first = RepositoryReading.Piece()
            line.run(&preparation, tape: pass.tape, piece: &first) { piece in
                if piece.summary.filesRead == 0, !piece.summary.strangers.isEmpty {
                    isKnown = false
                    return true
                }
                var piece = piece
                for sighting in piece.batch.sightings {
                    if case .session(let session) = sighting, !sessions.contains(session.uid) {
                        sessions.append(session.uid)
                    }
                }
                complete(&piece)
                return pass.pass(piece)
            }
        }
        pass.preparation = preparation
        if isMissing { pass.count { $0.missingObjects += 1 } }
        if let failure { throw failure }
        return isKnown ? sessions : nil
    }

    /// A transcript in git is no file of its own: it is read with its checkpoint, and has the time of that where it tells
    /// none.
    private func complete(_ piece: inout RepositoryReading.Piece) {
        piece.batch.progress = nil
        piece.summary.filesRead = 0
        for index in piece.summary.skips.indices { piece.summary.skips[index].file = place }
        for index in piece.summary.strangers.indices {
            piece.summary.strangers[index] = "'\(place)' could not be read to its end."
        }
        guard let at = metadata.at else { return }
        for index in piece.batch.sightings.indices { piece.batch.sightings[index].date(at) }
    }
}

extension Sighting {
    /// Gives a time to what has none.
    fileprivate mutating func date(_ at: Int64) {
        switch self {
        case .session(var session) where session.startedAt == 0:
            session.startedAt = at
            self = .session(session)
        case .prompt(var prompt) where prompt.at == 0:
            prompt.at = at
            self = .prompt(prompt)
        case .segment(var segment) where segment.at == 0:
            segment.at = at
            self = .segment(segment)
        case .generation(var generation) where generation.startedAt == 0:
            generation.startedAt = at
            generation.endedAt = at
            self = .generation(generation)
        case .edit(var edit) where edit.at == 0:
            edit.at = at
            self = .edit(edit)
        default: break
        }
    }
}
