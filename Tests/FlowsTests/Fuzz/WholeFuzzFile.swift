import Foundation
import GRDB
import Ingest
import TestSupport

/// A file of damaged records, as a format that is read as a whole keeps them.
struct WholeFuzzFile {
    private let name: String
    private let fill: @Sendable (_ path: String, _ count: Int, _ seed: UInt64) throws -> Void
    /// Whether it is a database, whose pages can be damaged.
    let isDatabase: Bool

    /// `nil` where nobody knows how to make one: it belongs here.
    init?(_ format: WholeHistoryFormat) {
        switch format.name {
        case WholeHistoryFormat.aider.name: (name, isDatabase, fill) = (".aider.chat.history.md", false, Self.aider)
        case WholeHistoryFormat.openCode.name: (name, isDatabase, fill) = ("opencode.db", true, Self.openCode)
        case WholeHistoryFormat.cursorStore.name: (name, isDatabase, fill) = ("state.vscdb", true, Self.cursor)
        default: return nil
        }
    }

    /// - Returns: its path, in a folder of its own.
    func write(_ count: Int, seed: UInt64, in folder: TemporaryFolder) throws -> String {
        let place = "\(folder.path)/\(seed)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try fill("\(place)/\(name)", count, seed)
        return "\(place)/\(name)"
    }

    private static func aider(_ path: String, _ count: Int, _ seed: UInt64) throws {
        let whole = AiderHistory.chat.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        var mutations = LineMutations(whole.filter { !$0.isEmpty }, seed: seed)
        var bytes: [UInt8] = []
        var place = 0
        for _ in 0..<count {
            place = mutations.roll(6) == 0 ? mutations.roll(whole.count) : (place + 1) % whole.count
            let line = whole[place]
            bytes += line.isEmpty || mutations.roll(3) > 0 ? line : mutations.mutated(line)
            bytes.append(0x0A)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private static func openCode(_ path: String, _ count: Int, _ seed: UInt64) throws {
        let foreign = try ForeignHistory.openCode(path, journal: "OFF")
        var messages = LineMutations(OpenCodeRows.messages, seed: seed)
        var parts = LineMutations(OpenCodeRows.parts, seed: seed &+ 1)
        try foreign.queue.write { db in
            for number in 0..<max(1, count / 40) {
                try db.execute(
                    sql: "INSERT INTO session VALUES (?, ?, '/home/ada/shop', 'A faster parser', '1.0', 1000, 1000)",
                    arguments: ["s\(number)", number % 3 == 0 ? "s\(messages.roll(count / 40))" : nil])
            }
            let message = try db.makeStatement(sql: "INSERT OR IGNORE INTO message VALUES (?, ?, ?, ?, ?)")
            let part = try db.makeStatement(sql: "INSERT OR IGNORE INTO part VALUES (?, ?, ?, 1, ?, ?)")
            for number in 0..<count / 2 {
                let session = "s\(number / 20)"
                try message.execute(arguments: [
                    messages.odd("m\(number)"), messages.odd(session), messages.odd(number), messages.odd(number),
                    messages.cell(),
                ])
                try part.execute(arguments: [
                    parts.odd("p\(number)"), parts.odd("m\(number)"), parts.odd(session), parts.odd(number),
                    parts.cell(),
                ])
            }
        }
        try foreign.queue.close()
    }

    private static func cursor(_ path: String, _ count: Int, _ seed: UInt64) throws {
        let foreign = try ForeignHistory.cursor(path, journal: "OFF")
        var composers = LineMutations([CursorRows.composer], seed: seed)
        var bubbles = LineMutations(CursorRows.bubbles, seed: seed &+ 1)
        try foreign.queue.write { db in
            let row = try db.makeStatement(sql: "INSERT INTO cursorDiskKV VALUES (?, ?)")
            for number in 0..<count / 4 {
                try row.execute(arguments: ["composerData:\(number)", composers.cell()])
                for id in ["a", "b", "c"] {
                    try row.execute(arguments: [bubbles.odd("bubbleId:\(number):\(id)"), bubbles.cell()])
                }
            }
        }
        try foreign.queue.close()
    }
}

extension LineMutations {
    /// A damaged line, as a column holds it: mostly as text.
    fileprivate mutating func cell() -> DatabaseValue {
        let bytes = next()
        return roll(4) == 0 ? Data(bytes).databaseValue : odd(String(decoding: bytes, as: UTF8.self))
    }

    /// The value itself, or now and then one that no column of theirs should hold.
    fileprivate mutating func odd(_ value: some DatabaseValueConvertible) -> DatabaseValue {
        guard roll(200) == 0 else { return value.databaseValue }
        switch roll(8) {
        case 0: return .null
        case 1: return Int64.max.databaseValue
        case 2: return Int64.min.databaseValue
        case 3: return 1e300.databaseValue
        case 4: return Data([0, 0xFF]).databaseValue
        case 5: return "".databaseValue
        case 6: return "a\0b".databaseValue
        default: return "x".databaseValue
        }
    }
}
