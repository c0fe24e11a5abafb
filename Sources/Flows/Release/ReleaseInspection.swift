import Foundation
import Provenance
import Text

/// Looks into what is to be published, before it is: a folder, a tar or zip archive by whatever name, or a single file.
///
/// Nothing is unpacked to the disk and no link is followed; memory stays bounded whatever is inside.
package struct ReleaseInspection {
    package private(set) var leaks: [ReleaseLeak] = []
    package private(set) var files = 0
    /// What could not be looked into, a sentence each.
    package private(set) var unread: [String] = []

    private let search = LeakSearch()
    private var manifests: [ReleaseManifest] = []
    private var paths: [String] = []
    /// Bytes that are unpacked at most.
    private var room = 4 << 30
    private static let mostFiles = 500_000

    /// - Throws: where there is nothing at the path.
    package init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw SourceFile.Unreadable(
                description: "There is nothing at '\(Visible.text(path))': name what is to be published.")
        }
        if isFolder.boolValue { look(intoFolder: path) } else { look(intoFile: path) }
        for manifest in manifests {
            for path in paths where !manifest.lists(path) {
                leaks.append(
                    ReleaseLeak(
                        kind: .unlisted, severity: .medium, path: path,
                        message: "\(Visible.text(manifest.name)) does not name it."))
            }
        }
        let order = Severity.allCases
        leaks.sort { one, other in
            let (a, b) = (order.firstIndex(of: one.severity) ?? 9, order.firstIndex(of: other.severity) ?? 9)
            return (a, one.path, one.line ?? 0, one.message) < (b, other.path, other.line ?? 0, other.message)
        }
        if files == 0, unread.isEmpty { unread.append("There is no file in it.") }
    }

    // MARK: Where files come from

    private mutating func look(intoFolder folder: String) {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        guard let walk = FileManager.default.enumerator(atPath: folder) else {
            unread.append("The folder cannot be read.")
            return
        }
        while let name = walk.nextObject() as? String {
            guard files < Self.mostFiles else {
                unread.append("There are more files than are looked at: \(Self.mostFiles).")
                return
            }
            let whole = folder + "/" + name
            switch walk.fileAttributes?[.type] as? FileAttributeType {
            case .typeRegular?:
                let size = walk.fileAttributes?[.size] as? Int ?? 0
                guard let handle = FileHandle(forReadingAtPath: whole) else {
                    unread.append("\(Visible.text(name)) cannot be read.")
                    continue
                }
                let bytes = (try? handle.read(upToCount: ReleaseFile.longest)).flatMap { $0 }.map { Array($0) } ?? []
                try? handle.close()
                take(ReleaseFile(path: name, size: size, bytes: bytes))
            case .typeSymbolicLink?:
                let target = URL(fileURLWithPath: whole).resolvingSymlinksInPath().path
                guard target != root, !target.hasPrefix(root + "/") else { continue }
                leaks.append(
                    ReleaseLeak(
                        kind: .link, severity: .medium, path: name,
                        message: "The link leads out of what is published; it was not followed."))
            default: continue
            }
        }
    }

    private mutating func look(intoFile path: String) {
        // A named pipe in its place must not make us wait.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let handle = FileHandle(forReadingAtPath: path), let size = try? handle.seekToEnd()
        else {
            unread.append("The file cannot be read.")
            return
        }
        defer { try? handle.close() }
        try? handle.seek(toOffset: 0)
        let head = (try? handle.read(upToCount: 600)).flatMap { $0 }.map { Array($0) } ?? []
        try? handle.seek(toOffset: 0)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            var reader = ZipReader(handle, size: Int(size))
            var room = room
            let isRead = reader.run(room: &room) { take($0) }
            self.room = room
            if !isRead { unread.append("The list of the zip archive cannot be read.") }
            unread += reader.unread.map { "\(Visible.text($0.path)) was not looked into: \($0.reason)." }
        } else if head.starts(with: [0x1F, 0x8B]) {
            look(intoGzip: handle, head)
        } else if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
            var tar = TarReader()
            while let part = try? handle.read(upToCount: 1 << 16), !part.isEmpty {
                guard tar.push(Array(part)[...], take: { take($0) }) else { break }
            }
            finish(tar)
        } else {
            let bytes = (try? handle.read(upToCount: ReleaseFile.longest)).flatMap { $0 }.map { Array($0) } ?? []
            take(ReleaseFile(path: String(path.split(separator: "/").last ?? ""), size: Int(size), bytes: bytes))
        }
    }

    /// RFC 1952.
    private mutating func look(intoGzip handle: FileHandle, _ head: [UInt8]) {
        var start = 10
        if head.count > 12, head[3] & 4 != 0 { start += 2 + Int(head[10]) + Int(head[11]) << 8 }
        for bit in [UInt8(8), 16] where head.count > 3 && head[3] & bit != 0 {
            while start < head.count, head[start] != 0 { start += 1 }
            start += 1
        }
        if head.count > 3, head[3] & 2 != 0 { start += 2 }
        guard start < head.count, (try? handle.seek(toOffset: UInt64(start))) != nil else {
            unread.append("The archive cannot be read.")
            return
        }
        var inflater = Inflater { (try? handle.read(upToCount: 1 << 16)).flatMap { $0 }.map { Array($0) } ?? [] }
        var tar = TarReader()
        var single = ReleaseFile(path: "content", size: 0, bytes: [])
        var isTar: Bool?
        var room = room
        let isWhole = try? inflater.run { part in
            room -= part.count
            if isTar == nil { isTar = part.count > 262 && part.dropFirst(257).prefix(5).elementsEqual("ustar".utf8) }
            if isTar == true { return tar.push(part, take: { take($0) }) && room > 0 }
            single.size += part.count
            single.bytes.append(contentsOf: part.prefix(ReleaseFile.longest - single.bytes.count))
            return single.bytes.count < ReleaseFile.longest && room > 0
        }
        self.room = room
        if isTar == true { finish(tar) } else { take(single) }
        if isWhole == nil { unread.append("The archive is damaged, or cut short: the rest of it was not looked at.") }
    }

    private mutating func finish(_ tar: TarReader) {
        if tar.isBroken || !tar.isWhole {
            unread.append("The archive is damaged, or cut short: the rest of it was not looked at.")
        }
    }

    // MARK: What is in them

    private static let archives: [[UInt8]] = [
        [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B, 0x08], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58],
        [0x28, 0xB5, 0x2F, 0xFD],
        [0x37, 0x7A, 0xBC, 0xAF],
    ]

    private mutating func take(_ file: ReleaseFile) {
        guard files < Self.mostFiles else { return }
        files += 1
        paths.append(file.path)
        leaks += search.leaks(in: file)
        if let manifest = ReleaseManifest(file) { manifests.append(manifest) }
        if file.isCut {
            unread.append("\(Visible.text(file.path)) is larger than what is looked at: only its beginning was.")
        }
        if Self.archives.contains(where: { file.bytes.starts(with: $0) }) {
            unread.append("\(Visible.text(file.path)) is an archive within it, and was not looked into.")
        }
    }
}
