import Ingest
import Provenance
import Store
import Text

extension HistoryReading {
    /// Reads a checkpoint of a session whole, when it has changed.
    func readCheckpoint(
        _ folder: CheckpointFolder, _ preparation: inout Preparation, tape: JSONTape, piece first: Piece,
        deliver: (Piece) -> Bool
    ) {
        var piece = first
        if earlier?.format == Self.checkpointFormat, earlier?.state == folder.stamp {
            _ = deliver(piece)
            return
        }
        piece.summary.filesRead = 1
        var isWanted = deliver(piece)
        guard isWanted else { return }
        let bytes = CheckpointFolder.Reading(folder)
        let transcript = CheckpointTranscript(place: folder.path, metadata: folder.metadata, now: now)
        let found = transcript.read(
            rewind: bytes.rewind, bytes.read(into:), over: &preparation, tape: tape
        ) { piece in
            isWanted = deliver(piece)
            return isWanted
        }
        guard isWanted else { return }
        piece = Piece()
        var told = folder.metadata.sightings(beside: found ?? [], checkpoint: nil, checkout: nil)
        if found == nil {
            piece.summary.strangers.append("'\(file.path)' is no transcript that is known.")
            told += folder.prompts.map { folder.metadata.prompts(in: $0, checkout: nil) } ?? []
        }
        piece.batch = preparation.batch(of: told)
        var progress = SourceProgress(location: file.path, format: Self.checkpointFormat, readAt: now)
        progress.size = file.size
        progress.position = file.size
        progress.state = folder.stamp
        piece.batch.progress = progress
        _ = deliver(piece)
    }

    private static let checkpointFormat = "entire"
}
