import Ingest
import Provenance
import Store
import Text

/// A history that lies within another thing, as an object of git, read as it comes by whichever reader its lines name.
///
/// It is no file of its own: how far it is read is noted of what it lies in.
struct KeptHistory {
    /// As messages name it.
    let place: String
    /// What a reader is told that goes by the name of its file.
    let name: String
    /// The time of what tells none.
    let at: Int64?
    let now: Int64

    typealias Piece = HistoryReading.Piece

    /// - Parameters:
    ///   - source: gives its next bytes: 0 at the end, less where it fails.
    ///   - deliver: takes a piece; `false` stops the reading.
    /// - Returns: the sessions in it; `nil` where it is of no known kind.
    func read(
        _ source: @escaping (UnsafeMutableRawBufferPointer) -> Int, over preparation: inout Preparation, tape: JSONTape,
        deliver: (Piece) -> Bool
    ) -> [UID]? {
        let file = HistoryFile(named: name, size: 1, changedAt: at ?? 0)
        let reading = HistoryReading(file: file, earlier: nil, now: now)
        var isKnown = true
        var sessions: [UID] = []
        var pass = HistoryReading.Pass(reading: reading, descriptor: -1, earlier: nil, source: source)
        var first = Piece()
        pass.run(&preparation, tape: tape, piece: &first) { piece in
            if piece.summary.filesRead == 0, !piece.summary.strangers.isEmpty, piece.batch.sightings.isEmpty,
                piece.batch.progress == nil
            {
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
            return deliver(piece)
        }
        return isKnown ? sessions : nil
    }

    private func complete(_ piece: inout Piece) {
        piece.batch.progress = nil
        piece.summary.filesRead = 0
        for index in piece.summary.skips.indices { piece.summary.skips[index].file = place }
        for index in piece.summary.strangers.indices {
            piece.summary.strangers[index] = "'\(place)' could not be read to its end."
        }
        guard let at else { return }
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
