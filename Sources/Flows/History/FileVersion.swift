/// A file's text at a commit, with a hash of each of its lines.
final class FileVersion {
    private let bytes: [UInt8]
    /// Where each line begins, and the end.
    private let starts: [Int]
    /// Blanks at both ends of a line are left out.
    let lineHashes: [UInt64]

    var lineCount: Int { lineHashes.count }
    var byteCount: Int { bytes.count }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var hashes: [UInt64] = []
        bytes.withUnsafeBufferPointer { buffer in
            var begin = 0
            while begin < buffer.count {
                let end = buffer[begin...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
                hashes.append(Self.hash(buffer, begin..<end))
                begin = min(end + 1, buffer.count)
                starts.append(begin)
            }
        }
        self.starts = starts
        lineHashes = hashes
    }

    /// - Parameter lines: from 0.
    func text(of lines: Range<Int>) -> String {
        String(decoding: bytes[starts[lines.lowerBound]..<starts[lines.upperBound]], as: UTF8.self)
    }

    /// The letters and digits of a line, from 1; what signs, quotes and blanks a formatter sets is left out.
    func words(ofLine line: Int) -> [UInt8] {
        guard lineHashes.indices.contains(line - 1) else { return [] }
        return bytes[starts[line - 1]..<starts[line]].filter(Self.isWord)
    }

    /// Whether they stand somewhere in this text, one after the other.
    func holds(_ words: [UInt8]) -> Bool {
        guard let first = words.first else { return true }
        return allWords.withUnsafeBufferPointer { all in
            (0..<max(0, all.count - words.count + 1)).contains { place in
                all[place] == first && all[place..<place + words.count].elementsEqual(words)
            }
        }
    }

    private lazy var allWords = bytes.filter(Self.isWord)

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> UInt64 {
        var (begin, end) = (line.lowerBound, line.upperBound)
        while begin < end, isBlank(bytes[begin]) { begin += 1 }
        while end > begin, isBlank(bytes[end - 1]) { end -= 1 }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in begin..<end { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
