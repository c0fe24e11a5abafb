import Flows
import Foundation
import Ingest
import Provenance
import Store
import TestSupport
import Testing

/// Repositories made with git in a temporary folder, and what agents told of working in them.
final class Workshop {
    let folder: TemporaryFolder
    let store: Store
    private var sessions = 0

    static let hasGit = (try? run(["--version"], in: "/")) != nil

    init(_ folder: TemporaryFolder? = nil, store: String? = nil) throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        self.store = try store.map { try Store.open(at: folder.path + "/" + $0) } ?? Store.inMemory()
    }

    var path: String { folder.path }

    // MARK: - Repositories

    /// A repository with one commit that no other repository has.
    @discardableResult
    func repository(_ name: String, remote: String? = nil) throws -> String {
        let root = path + "/" + name
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        try git(["init", "-q", "-b", "main", "."], in: root)
        if let remote { try git(["remote", "add", "origin", remote], in: root) }
        try commit(in: root, name)
        return root
    }

    func commit(in root: String, _ words: String) throws {
        try git(["commit", "-q", "--allow-empty", "-m", words], in: root)
    }

    func head(of root: String) throws -> String { try Self.run(["rev-parse", "HEAD"], in: root) }

    func git(_ arguments: [String], in folder: String) throws { try Self.run(arguments, in: folder) }

    func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: path + "/" + name, toPath: path + "/" + other)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        return path + "/" + name
    }

    @discardableResult
    private static func run(_ arguments: [String], in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"]
            + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nowhere", "LC_ALL": "C",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    // MARK: - Sessions

    /// A session of Claude Code, which states only its folder, as a history file.
    func claude(in directory: String, editing file: String? = nil) throws -> String {
        sessions += 1
        var history = ClaudeHistory(session: "5e551011-0000-4000-8000-\(String(format: "%012d", sessions))")
        history.directory = directory
        var lines = [history.user(sessions * 100, "ask \(sessions)")]
        if let file {
            let arguments = #"{"file_path":"\#(file)","content":"x"}"#
            lines.append(history.call(sessions * 100 + 1, "m\(sessions)", "t\(sessions)", "Write", arguments))
        } else {
            lines.append(
                history.answer(sessions * 100 + 1, "m\(sessions)", ClaudeHistory.text("Done \(sessions).")))
        }
        return try folder.write("h/\(sessions).jsonl", lines.asLines)
    }

    /// A session of Codex, which states what git says of it.
    func codex(in directory: String, remote: String? = nil, commit: String? = nil) throws -> String {
        sessions += 1
        var history = CodexHistory(session: "019b0000-0000-7000-8000-\(String(format: "%012d", sessions))")
        history.directory = directory
        let facts = [remote.map { #""repository_url":"\#($0)""# }, commit.map { #""commit_hash":"\#($0)""# }]
        let lines = [
            history.meta(sessions * 100, git: "{\(facts.compactMap { $0 }.joined(separator: ","))}"),
            history.context(sessions * 100 + 1), history.asked(sessions * 100 + 2, "ask \(sessions)"),
            history.said(sessions * 100 + 3, "assistant", "Done \(sessions)."),
        ]
        return try folder.write("h/\(sessions).jsonl", lines.asLines)
    }

    /// Reads histories in their order, as one run.
    func read(_ files: String...) throws {
        let histories = try files.map { try #require(HistoryFile(path: $0)) }
        _ = try Intake(store: store).run(histories)
    }

    /// The repository of each session, in the order in which they were asked.
    var identities: [String?] {
        get throws {
            try store.sessions(limit: 1000).sorted { ($0.startedAt ?? 0) < ($1.startedAt ?? 0) }.map(\.identity)
        }
    }
}
