import Foundation
import TestSupport

/// A user's home of our own: a history of Claude Code in it, a store, nothing else.
final class Workplace {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "colophon-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder + "/home/.claude/projects/-shop", withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var store: String { folder + "/store.sqlite" }
    var history: String { folder + "/home/.claude/projects/-shop/session.jsonl" }

    /// What programs see of the world.
    func environment(_ more: [String: String] = [:]) -> [String: String] {
        ["TERM": "xterm-256color", "HOME": folder + "/home", "COLOPHON_STORE": store, "PATH": "/usr/bin:/bin"]
            .merging(more) { $1 }
    }

    /// Appends a turn: what was asked, an answer, and a file that it wrote.
    func addTurn(_ number: Int, asked: String, path: String, code: String) throws {
        let lines = [
            line("user", number, 0, ["message": ["role": "user", "content": asked]]),
            line(
                "assistant", number, 1,
                [
                    "requestId": "req\(number)",
                    "message": [
                        "id": "msg\(number)", "model": "claude-opus-4-5", "role": "assistant",
                        "content": [
                            ["type": "text", "text": "I write it now."],
                            [
                                "type": "tool_use", "id": "toolu\(number)", "name": "Write",
                                "input": ["file_path": "/srv/shop/\(path)", "content": code],
                            ],
                        ], "usage": ["input_tokens": 12, "output_tokens": 34],
                    ],
                ]),
            line(
                "user", number, 2,
                [
                    "message": [
                        "role": "user",
                        "content": [["type": "tool_result", "tool_use_id": "toolu\(number)", "content": "written"]],
                    ],
                    "toolUseResult": [
                        "type": "create", "filePath": "/srv/shop/\(path)", "content": code, "structuredPatch": [],
                    ],
                ]),
        ]
        let file = FileManager.default.contents(atPath: history) ?? Data()
        var bytes = file
        for line in lines {
            bytes += try JSONSerialization.data(withJSONObject: line) + Data("\n".utf8)
        }
        // In place, as an agent appends: the file keeps its identity.
        if let handle = FileHandle(forWritingAtPath: history) {
            try handle.seekToEnd()
            try handle.write(contentsOf: bytes.dropFirst(file.count))
            try handle.close()
        } else {
            try bytes.write(to: URL(fileURLWithPath: history))
        }
    }

    private func line(_ type: String, _ turn: Int, _ part: Int, _ more: [String: Any]) -> [String: Any] {
        [
            "type": type, "uuid": "line-\(turn)-\(part)", "sessionId": "session-1", "cwd": "/srv/shop",
            "gitBranch": "main", "version": "2.1.0", "isSidechain": false,
            "timestamp": "2025-11-20T10:\(10 + turn):0\(part).000Z",
        ].merging(more) { $1 }
    }

    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs colophon to its end, without a terminal.
    func run(_ arguments: String..., input: String? = nil) throws -> Result {
        try run(arguments, input: input)
    }

    func run(
        _ arguments: [String], with more: [String: String] = [:], input: String? = nil, in directory: String? = nil
    ) throws -> Result {
        let process = Process()
        if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path("colophon"))
        process.arguments = arguments
        process.environment = environment().merging(more) { $1 }
        let files = ["in", "out", "err"].map { folder + "/" + $0 }
        _ = FileManager.default.createFile(atPath: files[0], contents: Data((input ?? "").utf8))
        for file in files.dropFirst() { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
        return Result(status: process.terminationStatus, output: texts[1], errors: texts[2])
    }
}
