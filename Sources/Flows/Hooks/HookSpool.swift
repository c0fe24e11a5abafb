import Foundation
import Ingest
package import Redaction
package import Store
import Text

/// What hooks told while the store was being written: lines beside it, without secrets, until the next process reads them.
package struct HookSpool {
    private let path: String

    package init(store: String) {
        path = store + "-spool"
    }

    private static let lineLimit = 64 << 20

    /// - Returns: whether the line is on the disk.
    func append(_ line: [UInt8]) -> Bool {
        for _ in 0..<8 {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            guard flock(descriptor, LOCK_EX) == 0 else { return false }
            // Whoever reads it has taken it away meanwhile: the next line belongs into a new one.
            guard Self.isSame(descriptor, path) else { continue }
            return line.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) } == line.count
        }
        return false
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (mine, there) = (stat(), stat())
        return fstat(descriptor, &mine) == 0 && stat(path, &there) == 0 && mine.st_ino == there.st_ino
    }

    /// Brings what lies there into the store; what a process that was killed has left comes with it.
    ///
    /// Records keep their names, so that lines that are read twice double nothing.
    package func take(into store: Store, redactor: Redactor = Redactor()) throws {
        if access(path, F_OK) == 0 { takeAway() }
        let parent = (path as NSString).deletingLastPathComponent
        let folder = parent.isEmpty ? "." : parent
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        let beginning = (path as NSString).lastPathComponent + "."
        for name in names.sorted() where name.hasPrefix(beginning) {
            let file = "\(folder)/\(name)"
            try read(file, into: store, redactor)
            unlink(file)
        }
    }

    private func takeAway() {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0, Self.isSame(descriptor, path) else { return }
        rename(path, "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
    }

    private func read(_ file: String, into store: Store, _ redactor: Redactor) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let lines = LineReader(descriptor: descriptor, limit: Self.lineLimit, direct: Self.lineLimit)
        let tape = JSONTape()
        while let line = try lines.next() {
            // A line that was cut while being written is none.
            guard !line.isTooLong, let value = try? tape.parse(line.bytes),
                let agent = value["agent"].string.flatMap(HookReading.Agent.init(rawValue:)),
                let at = value["at"].int,
                case .sightings(let sightings) = HookReading(agent, at: at).read(value["hook"])
            else { continue }
            try HookRecording.write(sightings, to: store, redactor)
        }
    }
}
