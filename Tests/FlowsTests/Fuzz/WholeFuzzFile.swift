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
    /// Whether each record is a file of its own: a million of them would take the better part of an hour.
    var isManyFiles: Bool { name.hasPrefix("storage/") }

    /// `nil` where nobody knows how to make one: it belongs here.
    init?(_ format: WholeHistoryFormat) {
        switch format.name {
        case WholeHistoryFormat.aider.name: (name, isDatabase, fill) = (".aider.chat.history.md", false, Self.aider)
        case WholeHistoryFormat.openCode.name: (name, isDatabase, fill) = ("opencode.db", true, Self.openCode)
        case WholeHistoryFormat.cursorStore.name: (name, isDatabase, fill) = ("state.vscdb", true, Self.cursor)
        case WholeHistoryFormat.vscodeChatLog.name: (name, isDatabase, fill) = ("chat.jsonl", false, Self.chatLog)
        case WholeHistoryFormat.openCodeFiles.name:
            (name, isDatabase, fill) = ("storage/session/p/ses_1.json", false, Self.openCodeFiles)
        case WholeHistoryFormat.otlp.name: (name, isDatabase, fill) = ("telemetry.log", false, Self.outfile)
        case WholeHistoryFormat.notes.name: (name, isDatabase, fill) = ("a.note", false, Self.note)
        default: return nil
        }
    }

    /// - Returns: its path, in a folder of its own.
    func write(_ count: Int, seed: UInt64, in folder: TemporaryFolder) throws -> String {
        let path = URL(fileURLWithPath: "\(folder.path)/\(seed)/\(name)")
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try fill(path.path, count, seed)
        return path.path
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

    /// Every four hundred changes the chat begins anew, as it does in VS Code.
    private static func chatLog(_ path: String, _ count: Int, _ seed: UInt64) throws {
        let whole = (VSCodeHistory.log + VSCodeHistory.askedAnew).map { Array($0.utf8) }
        var mutations = LineMutations(whole, seed: seed)
        var bytes: [UInt8] = []
        var place = 0
        for number in 0..<count {
            place = mutations.roll(8) == 0 ? mutations.roll(whole.count) : (place + 1) % whole.count
            let line = whole[number % 400 == 0 ? 0 : place]
            bytes += number == 0 || mutations.roll(3) > 0 ? line : mutations.mutated(line)
            bytes.append(0x0A)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private static func outfile(_ path: String, _ count: Int, _ seed: UInt64) throws {
        var mutations = LineMutations(OutfileRows.objects, seed: seed)
        var bytes: [UInt8] = []
        for number in 0..<count {
            var object = number % 4 == 0 ? Array(OutfileRows.objects[number / 4 % 2].utf8) : mutations.next()
            // Where the first brace and the first name stand makes it an object that is spread over lines.
            if object.count > 2, mutations.roll(20) > 0 { object.replaceSubrange(0..<1, with: Array("{\n  ".utf8)) }
            if mutations.roll(20) > 0 { object.replaceSubrange((object.count - 1)..., with: Array("\n}".utf8)) }
            bytes += object + [0x0A]
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private static func note(_ path: String, _ count: Int, _ seed: UInt64) throws {
        var lines = LineMutations(NoteRows.lines, seed: seed)
        var rest = LineMutations([NoteRows.rest], seed: seed &+ 1)
        var bytes = Array("src/a.py\n".utf8)
        for number in 0..<count {
            bytes += number % 3 == 0 ? Array(NoteRows.lines[number / 3 % NoteRows.lines.count].utf8) : lines.next()
            bytes.append(0x0A)
        }
        bytes += Array("---\n".utf8) + (seed % 2 == 0 ? Array(NoteRows.rest.utf8) : rest.next())
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private static func openCodeFiles(_ path: String, _ count: Int, _ seed: UInt64) throws {
        let storage = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        var messages = LineMutations(OpenCodeRows.messages, seed: seed)
        var parts = LineMutations(OpenCodeRows.parts, seed: seed &+ 1)
        try Data(#"{"time":{"created":1}}"#.utf8).write(to: URL(fileURLWithPath: path))
        let manager = FileManager.default
        try manager.createDirectory(atPath: storage + "/message/ses_1", withIntermediateDirectories: true)
        for number in 0..<max(1, count / 10) {
            let bytes = number % 3 == 0 ? Array(OpenCodeRows.messages[number / 3 % 2].utf8) : messages.next()
            try Data(bytes).write(to: URL(fileURLWithPath: "\(storage)/message/ses_1/\(number).json"))
            let folder = "\(storage)/part/\(number)"
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for part in 0..<9 {
                try Data(parts.next()).write(to: URL(fileURLWithPath: "\(folder)/\(part).json"))
            }
        }
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
        var composers = LineMutations([CursorRows.composer, CursorRows.composer, CursorRows.whole], seed: seed)
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
