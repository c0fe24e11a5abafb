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
