import Ingest
import Provenance
import Store
import Text

/// The transcript in a checkpoint, wherever that lies.
struct CheckpointTranscript {
    let place: String
    let metadata: CheckpointMetadata
    let now: Int64

    /// - Parameters:
    ///   - rewind: goes to its beginning; `false` where it is not there.
    ///   - source: gives its next bytes: 0 at the end, less where it fails.
    ///   - deliver: takes a piece; `false` stops the reading.
    /// - Returns: the sessions in it; `nil` where it is not there, or no history that is known.
    func read(
        rewind: () -> Bool, _ source: @escaping (UnsafeMutableRawBufferPointer) -> Int,
        over preparation: inout Preparation, tape: JSONTape, deliver: (HistoryReading.Piece) -> Bool
    ) -> [UID]? {
        let name = metadata.conversation?.filter { $0 != "/" } ?? "full"
        var isWanted = true
        // Some agents keep one object in all, whatever the file is called.
        for ending in ["jsonl", "json"] {
            guard rewind() else { return nil }
            let kept = KeptHistory(place: place, name: "\(place)/\(name).\(ending)", at: metadata.at, now: now)
            let found = kept.read(source, over: &preparation, tape: tape) { piece in
                isWanted = deliver(piece)
                return isWanted
            }
            if found != nil || !isWanted { return found }
        }
        return nil
    }
}
