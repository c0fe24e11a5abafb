import Ingest
import Provenance
import Store
import Text

extension HistoryReading {
    /// One way through the file, from the mark to its end.
    struct Pass {
        private let reading: HistoryReading
        private let lines: LineReader
        private var progress: SourceProgress
        private var reader: (any HistoryReader)?
        private var sightings: [Sighting] = []
        /// Where lines were skipped or unknown in this pass: what lies before the mark is counted for good.
        private var skipped: [Int64] = []
        private var unknown: [Int64] = []
        private let skippedBefore: Int
        private let unknownBefore: Int
        /// The mark before a last line without its newline: it is read again once it has one.
        private var lastMark: ReadMark?
        private var bytesInBatch = 0
        private var unrecognised = 0

        /// Lines that may go by before a file is given up as no history of ours.
        private static let patience = 50

        init(
            reading: HistoryReading, descriptor: Int32, earlier: SourceProgress?,
            source: ((UnsafeMutableRawBufferPointer) -> Int)? = nil
        ) {
            self.reading = reading
            var start = SourceProgress(location: reading.file.path, format: "", readAt: reading.now)
            if let earlier, !reading.file.isDocument, earlier.position <= reading.file.size,
                FileHead(of: reading.file.path, length: FileHead.length(in: earlier.head))?.bytes == earlier.head
            {
                start = earlier
            }
            progress = start
            skippedBefore = start.skipped
            unknownBefore = start.unknown
            lines = LineReader(
                descriptor: descriptor, offset: start.position, line: start.line, isWhole: reading.file.isDocument,
                source: source)
            reader = HistoryFormat.named(start.format)?.makeReader(start.state, reading.file.path)
        }

        mutating func run(
            _ preparation: inout Preparation, tape: JSONTape, piece: inout Piece, deliver: (Piece) -> Bool
        ) {
            piece.summary.filesRead = 1
            reader?.resume(into: &sightings)
            do throws(ReadError) {
                while let line = try lines.next() {
                    piece.bytes += line.end - line.start
                    bytesInBatch += Int(line.end - line.start)
                    take(line, tape: tape, summary: &piece.summary)
                    if reader == nil, unrecognised >= Self.patience { break }
                    if isBatchFull {
                        guard hand(&piece, over: &preparation, deliver: deliver) else { return }
                    }
                }
            } catch {
                piece.summary.strangers.append("'\(reading.file.path)' could not be read to its end: \(error).")
            }
            if reader == nil {
                piece.summary.filesRead = 0
                if piece.summary.strangers.isEmpty, reading.file.size > 0 {
                    let broken = reading.file.isDocument ? piece.summary.skips.first?.reason : nil
                    piece.summary.strangers.append(
                        "'\(reading.file.path)' "
                            + (broken.map { "cannot be read: \($0)." }
                                ?? "is no history that is known: see 'colophon ingest --formats'."))
                }
                piece.summary.skippedLines = 0
                piece.summary.skips = []
                _ = deliver(piece)
                return
            }
            reader?.end(into: &sightings)
            progress.size = reading.file.size
            _ = hand(&piece, over: &preparation, deliver: deliver)
        }

        private var isBatchFull: Bool {
            bytesInBatch >= HistoryReading.batchBytes && !sightings.isEmpty
                || sightings.count >= HistoryReading.batchSightings
        }

        private mutating func take(_ line: Line, tape: JSONTape, summary: inout IntakeSummary) {
            if line.isTooLong {
                skip(line, "it is longer than \(LineReader.limit >> 20) MB, even with its long texts cut", &summary)
                return
            }
            if line.shortened > 0 { summary.shortenedTexts += line.shortened }
            if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
            let value: JSONValue
            do {
                value = try tape.parse(line.bytes)
            } catch {
                skip(line, line.isTerminated ? "\(error)" : "it is cut off", &summary)
                return
            }
            guard value.kind == .object || value.kind == .array && reading.file.isDocument else {
                skip(line, "it is no JSON object", &summary)
                return
            }
            if reader == nil {
                guard let format = HistoryFormat.recognised(by: value) else {
                    unrecognised += 1
                    return
                }
                progress.format = format.name
                progress.head = FileHead(of: reading.file.path)?.bytes ?? []
                reader = format.makeReader("", reading.file.path)
            }
            if !line.isTerminated { lastMark = reader?.mark }
            let place = LinePlace(number: line.number, start: line.start, end: line.end)
            switch reader?.read(value, at: place, into: &sightings) {
            case .broken(let reason): skip(line, reason, &summary)
            case .unknown:
                unknown.append(line.start)
                summary.unknownLines += 1
            case .read, nil: break
            }
        }

        private mutating func skip(_ line: Line, _ reason: String, _ summary: inout IntakeSummary) {
            skipped.append(line.start)
            summary.skippedLines += 1
            if summary.skips.count < IntakeSummary.listed {
                summary.skips.append(.init(file: reading.file.path, line: line.number, reason: reason))
            }
        }

        /// Makes a batch of what has been read and how far that is.
        private mutating func hand(
            _ piece: inout Piece, over preparation: inout Preparation, deliver: (Piece) -> Bool
        ) -> Bool {
            // A reader that was handed no line yet, for lack of a whole one, does not know where it began.
            if let mark = lastMark ?? reader?.mark, mark.position >= progress.position {
                progress.position = mark.position
                progress.line = mark.line
                progress.state = mark.state
                progress.skipped = skippedBefore + skipped.count { $0 < mark.position }
                progress.unknown = unknownBefore + unknown.count { $0 < mark.position }
                progress.readAt = reading.now
            }
            // A document is read anew when it changes: there is no place in it to go on from.
            if reading.file.isDocument { progress.state = reading.file.stamp }
            defer {
                sightings.removeAll(keepingCapacity: true)
                bytesInBatch = 0
            }
            let slices = sightings.slices(of: HistoryReading.batchBytes)
            for (index, slice) in slices.enumerated() {
                piece.batch = preparation.batch(of: slice)
                if index == slices.count - 1 { piece.batch.progress = progress }
                defer { piece = Piece() }
                guard deliver(piece) else { return false }
            }
            return true
        }
    }
}
