import Ingest
import Provenance
import Store
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads one history from where it was left, into batches that each stand for themselves.
struct HistoryReading {
    let file: HistoryFile
    let earlier: SourceProgress?
    let now: Int64

    /// What one piece of reading brings to the writer.
    struct Piece: Sendable {
        var batch = Batch()
        var bytes: Int64 = 0
        var summary = IntakeSummary()
    }

    /// About how much one batch takes at most: nothing else is written before it is whole, so it must not hold the lock
    /// for long. Long lines have few records in them, short ones many.
    static let batchBytes = 512 << 10
    static let batchSightings = 100

    /// - Parameter deliver: takes a piece; `false` stops the reading.
    func run(_ preparation: inout Preparation, tape: JSONTape, deliver: (Piece) -> Bool) {
        var piece = Piece()
        piece.summary.filesSeen = 1
        if let folder = CheckpointFolder(transcript: file, tape: tape) {
            readCheckpoint(folder, &preparation, tape: tape, piece: piece, deliver: deliver)
            return
        }
        if let format = WholeHistoryFormat.recognised(file) {
            readWhole(format, &preparation, piece: piece, deliver: deliver)
            return
        }
        if let earlier, isUnchanged(since: earlier) {
            _ = deliver(piece)
            return
        }
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            piece.summary.strangers.append("'\(file.path)' cannot be read: \(String(cString: strerror(errno))).")
            _ = deliver(piece)
            return
        }
        defer { close(descriptor) }
        var pass = Pass(reading: self, descriptor: descriptor, earlier: earlier)
        pass.run(&preparation, tape: tape, piece: &piece, deliver: deliver)
    }

    private func isUnchanged(since earlier: SourceProgress) -> Bool {
        if file.isDocument, earlier.state != file.stamp { return false }
        return earlier.size == file.size
            && FileHead(of: file.path, length: FileHead.length(in: earlier.head))?.bytes
                == earlier.head
    }
}

/// The digest of a file's first bytes, with how many there were: tells an appended file from another of the same name.
struct FileHead {
    let bytes: [UInt8]

    static let maximum = 1024

    init?(of path: String, length: Int = maximum) {
        guard let head = FileBytes.read(path, limit: min(length, Self.maximum)) else { return nil }
        let count = head.count
        let digest = head.withUnsafeBytes { SHA256.hash($0).bytes }
        bytes = [UInt8(count >> 8), UInt8(count & 0xFF)] + digest
    }

    static func length(in head: [UInt8]) -> Int {
        head.count < 2 ? 0 : Int(head[0]) << 8 | Int(head[1])
    }
}
