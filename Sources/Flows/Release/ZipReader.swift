import Foundation

/// Takes a zip archive apart by the list at its end (APPNOTE 6.3): stored and deflated files.
struct ZipReader {
    /// What could not be looked into, with the reason.
    private(set) var unread: [(path: String, reason: String)] = []
    private let handle: FileHandle
    private let size: Int

    private static let largestList = 64 << 20

    init(_ handle: FileHandle, size: Int) {
        self.handle = handle
        self.size = size
    }

    /// - Parameters:
    ///   - room: bytes that may still be unpacked, over all archives.
    ///   - take: each file.
    /// - Returns: `false` where it is no zip archive that can be read.
    mutating func run(room: inout Int, take: (ReleaseFile) -> Void) -> Bool {
        let tail = read(max(0, size - 66_000), 66_000)
        guard tail.count >= 22,
            let end = (0...tail.count - 22).last(where: { tail[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) })
        else { return false }
        let (count, length, start) = (word(tail, end + 10, 2), word(tail, end + 12, 4), word(tail, end + 16, 4))
        guard start != 0xFFFF_FFFF, count != 0xFFFF, length <= Self.largestList, start + length <= size else {
            return false
        }
        let list = read(start, length)
        var place = 0
        while place + 46 <= list.count, list[place...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
            let (nameLength, extra, comment) = (
                word(list, place + 28, 2), word(list, place + 30, 2), word(list, place + 32, 2)
            )
            guard place + 46 + nameLength <= list.count else { return false }
            let path = String(decoding: list[place + 46..<place + 46 + nameLength], as: UTF8.self)
            let packed = (
                at: word(list, place + 42, 4), length: word(list, place + 20, 4), size: word(list, place + 24, 4)
            )
            if !path.hasSuffix("/") {
                let isSealed = word(list, place + 8, 2) & 1 == 1
                file(path, packed, method: word(list, place + 10, 2), isSealed: isSealed, &room, take)
            }
            place += 46 + nameLength + extra + comment
        }
        return true
    }

    private mutating func file(
        _ path: String, _ packed: (at: Int, length: Int, size: Int), method: Int, isSealed: Bool, _ room: inout Int,
        _ take: (ReleaseFile) -> Void
    ) {
        let head = read(packed.at, 30)
        guard !isSealed else { return unread.append((path, "it is sealed by a password")) }
        guard head.count == 30, head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
            return unread.append((path, "the archive is damaged"))
        }
        let start = packed.at + 30 + word(head, 26, 2) + word(head, 28, 2)
        var file = ReleaseFile(path: path, size: packed.size, bytes: [])
        switch method {
        case 0:
            file.bytes = read(start, min(packed.length, ReleaseFile.longest))
            room -= file.bytes.count
        case 8:
            var (at, end) = (start, start + packed.length)
            end = min(end, size)
            let handle = handle
            var inflater = Inflater {
                let part = Self.read(handle, at, min(65536, max(0, end - at)))
                at += part.count
                return part
            }
            var left = room
            let isWhole = try? inflater.run { part in
                file.bytes.append(contentsOf: part.prefix(ReleaseFile.longest - file.bytes.count))
                left -= part.count
                return file.bytes.count < ReleaseFile.longest && left > 0
            }
            room = left
            if isWhole == nil { return unread.append((path, "the archive is damaged")) }
        default: return unread.append((path, "it is packed in a way that is not known here"))
        }
        take(file)
    }

    private func word(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        guard place + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    private func read(_ place: Int, _ count: Int) -> [UInt8] { Self.read(handle, place, count) }

    private static func read(_ handle: FileHandle, _ place: Int, _ count: Int) -> [UInt8] {
        guard count > 0, place >= 0, (try? handle.seek(toOffset: UInt64(place))) != nil else { return [] }
        return (try? handle.read(upToCount: count)).flatMap { $0 }.map { Array($0) } ?? []
    }
}
