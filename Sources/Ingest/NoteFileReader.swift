package import Provenance
import Text

/// A note that lies in a file of its own.
package struct NoteFileReader: WholeHistoryReader {
    private let file: HistoryFile

    /// The largest note that is read.
    package static let limit = 64 << 20

    package init(state: String, file: HistoryFile) {
        self.file = file
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        guard file.size <= Self.limit else {
            var reading = WholeReading()
            reading.skipped = 1
            reading.skips = [.init(place: 1, reason: "it is longer than \(Self.limit >> 20) MB")]
            return reading
        }
        guard let bytes = FileBytes.read(file.path, limit: Int(file.size)) else { throw ReadError(code: 5, offset: 0) }
        let place = NotePlace(revision: NotePlace.revision(inName: file.path))
        if Self.isH5i(bytes.prefix(256)) {
            return H5iNoteReader(place: place).read(bytes, tape: JSONTape(), tell: tell)
        }
        var reader = GitAINoteReader(place: place, tape: JSONTape())
        return reader.read(bytes, tell: tell)
    }

    /// Whether a file is one, by its name and first bytes.
    static func recognises(_ path: String) -> Bool {
        if path.hasSuffix(".note") { return true }
        guard path.hasSuffix(".json"), let head = FileBytes.read(path, limit: 4096) else { return false }
        if isH5i(head.prefix(256)) { return true }
        let text = String(decoding: head, as: UTF8.self)[...]
        return text.hasPrefix("{\"files\":{") && text.range(of: "\"authors\":") != nil
    }

    private static func isH5i(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: "{\"git_oid\":".utf8)
    }
}
