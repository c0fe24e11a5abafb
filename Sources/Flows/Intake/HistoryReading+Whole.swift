import Ingest
import Provenance
import Store

extension HistoryReading {
    /// Reads a file that has no place to go on from: all of it, when it has changed.
    func readWhole(
        _ format: WholeHistoryFormat, _ preparation: inout Preparation, piece first: Piece, deliver: (Piece) -> Bool
    ) {
        var piece = first
        let stamp = format.stamp(file)
        // The first line says how the file looked, what follows is the reader's own.
        let known = earlier?.format == format.name ? earlier?.state ?? "" : ""
        let lines = known.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        if lines.first.map(String.init) == stamp {
            _ = deliver(piece)
            return
        }
        piece.summary.filesRead = 1
        piece.bytes = file.size
        var reader = format.makeReader(lines.count > 1 ? String(lines[1]) : "", file)
        var isWanted = true
        do {
            let reading = try reader.read { sightings in
                for slice in sightings.slices(of: Self.batchBytes) where isWanted {
                    piece.batch = preparation.batch(of: slice)
                    isWanted = deliver(piece)
                    piece = Piece()
                }
                return isWanted
            }
            guard isWanted else { return }
            var progress = SourceProgress(location: file.path, format: format.name, readAt: now)
            progress.size = file.size
            progress.position = file.size
            progress.state = stamp + "\n" + reading.state
            progress.skipped = max(reading.skipped, reading.skips.count)
            progress.unknown = reading.unknown
            piece.batch.progress = progress
            piece.summary.skippedLines = progress.skipped
            piece.summary.unknownLines = reading.unknown
            piece.summary.skips = reading.skips.prefix(IntakeSummary.listed).map {
                .init(file: file.path, line: $0.place, reason: $0.reason)
            }
        } catch {
            piece.summary.filesRead = 0
            piece.summary.strangers.append("'\(file.path)' cannot be read: \(error).")
        }
        _ = deliver(piece)
    }
}
