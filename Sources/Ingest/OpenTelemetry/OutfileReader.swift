package import Provenance
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads Gemini CLI's `outfile`: an SDK's objects one after another, each spread over lines.
package struct OutfileReader: WholeHistoryReader {
    private let file: HistoryFile

    package init(state: String, file: HistoryFile) {
        self.file = file
    }

    /// The file begins as one of these: an object over several lines, with members that only an SDK's objects have.
    static func isOutfile(_ path: String, beginning start: [UInt8]) -> Bool {
        guard start.starts(with: "{\n  \"".utf8) || start.starts(with: "{\r\n  \"".utf8),
            let head = FileBytes.read(path, limit: 64 << 10)
        else { return false }
        let text = String(decoding: head, as: UTF8.self)[...]
        return ["\"hrTime\"", "\"_spanContext\"", "\"instrumentationScope\"", "\"_rawAttributes\"", "\"scopeMetrics\""]
            .contains { text.range(of: $0) != nil } && text.range(of: "\"resourceMetrics\"") == nil
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(code: errno, offset: 0) }
        defer { close(descriptor) }
        var reading = WholeReading()
        var reader = OTLPReader(state: "", file: file.path)
        let tape = JSONTape()
        let lines = LineReader(descriptor: descriptor)
        var object: [UInt8] = []
        var first = LinePlace(number: 1, start: 0, end: 0)
        func skip(_ reason: String) { reading.skips.append(.init(place: first.number, reason: reason)) }
        while let line = try lines.next() {
            // Two spaces stand before whatever is inside, and newlines in texts are escaped: a bare brace begins or ends.
            let begins = line.bytes.first == UInt8(ascii: "{")
            if begins {
                if !object.isEmpty { skip("it is cut off") }
                object = []
                first = LinePlace(number: line.number, start: line.start, end: line.end)
            } else if object.isEmpty {
                continue
            }
            guard !line.isTooLong, object.count + line.bytes.count <= LineReader.limit else {
                skip("it is longer than \(LineReader.limit >> 20) MB")
                object = []
                continue
            }
            object += line.bytes
            object.append(0x0A)
            let ends = line.bytes.first == UInt8(ascii: "}") || begins && line.bytes.last == UInt8(ascii: "}")
            guard ends else { continue }
            first.end = line.end
            var sightings: [Sighting] = []
            let place = first
            do {
                try object.withUnsafeBytes { bytes in
                    if case .unknown = reader.read(try tape.parse(bytes), at: place, into: &sightings) {
                        reading.unknown += 1
                    }
                }
            } catch {
                skip("\(error)")
            }
            object = []
            guard sightings.isEmpty || tell(sightings) else { return reading }
        }
        // What is still being written is read the next time.
        return reading
    }
}
