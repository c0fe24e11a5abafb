import Foundation
package import Ingest
import Text

/// The settings with which an agent runs our hook: put in beside what is there, and taken out again.
package struct AgentSettings: Equatable, Sendable {
    /// Why a file is left alone, as one sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package let agent: HookReading.Agent
    package let path: String
    /// As a shell runs it: `colophon`, or the whole path in quotes.
    package let program: String

    private static let limit = 4 << 20

    /// - Parameters:
    ///   - home: the user's own.
    ///   - project: the work tree whose settings are meant; the user's own for `nil`.
    package init(
        _ agent: HookReading.Agent, home: String, project: String?, environment: [String: String], program: String
    ) {
        self.agent = agent
        self.program = program
        func folder(_ variable: String, _ name: String) -> String {
            if let project { return "\(project)/\(name)" }
            return environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(name)"
        }
        path =
            switch agent {
            case .claudeCode: folder("CLAUDE_CONFIG_DIR", ".claude") + "/settings.json"
            case .codex: folder("CODEX_HOME", ".codex") + "/hooks.json"
            case .gemini: folder("GEMINI_CONFIG_DIR", ".gemini") + "/settings.json"
            }
    }

    package var command: String { "\(program) hook \(agent.rawValue)" }

    private var event: String { agent == .gemini ? "AfterTool" : "PostToolUse" }

    private var entry: SettingsTree {
        let matcher =
            switch agent {
            case .claudeCode: "Edit|Write|MultiEdit|NotebookEdit"
            case .codex: "apply_patch|Edit|Write"
            case .gemini: "write_file|replace"
            }
        // Seconds, but milliseconds for Gemini.
        let timeout = agent == .gemini ? "5000" : "10"
        return .object([
            .init(name: "matcher", value: .init(text: matcher)),
            .init(
                name: "hooks",
                value: .array([
                    .object([
                        .init(name: "type", value: .init(text: "command")),
                        .init(name: "command", value: .init(text: command)),
                        .init(name: "timeout", value: .scalar(timeout)),
                    ])
                ])),
        ])
    }

    /// What would be added, to be shown.
    package var shown: String {
        SettingsTree.object([
            .init(name: "hooks", value: .object([.init(name: event, value: .array([entry]))]))
        ]).pretty()
    }

    package enum Change: Equatable, Sendable {
        case none
        /// What is there is kept beside it.
        case add(String)
        case takeOut(String)
        /// What was kept comes back: nothing else has changed since.
        case restore
        /// Nothing is left that anybody else put there.
        case remove
    }

    /// The file's text with our hook in it.
    package func adding() throws -> Change {
        let text = try read(path)
        var tree = try text.map { try parse($0) } ?? .object([])
        if Self.holds(tree, agent) { return .none }
        var hooks = tree["hooks"] ?? .object([])
        guard case .object = hooks else { throw unfit("'hooks' is no object") }
        let known = hooks[event] ?? .array([])
        guard case .array(let entries) = known else { throw unfit("'hooks.\(event)' is no list") }
        hooks[event] = .array(entries + [entry])
        tree["hooks"] = hooks
        return .add(tree.pretty() + "\n")
    }

    /// The file's text without our hook.
    package func removing() throws -> Change {
        guard let text = try read(path) else { return .none }
        var tree = try parse(text)
        guard Self.holds(tree, agent), var hooks = tree["hooks"], case .object(let members) = hooks else {
            return .none
        }
        for member in members {
            let left = member.value.elements.compactMap { Self.without($0, agent) }
            hooks[member.name] = left.isEmpty && !member.value.elements.isEmpty ? nil : .array(left)
        }
        tree["hooks"] = hooks.isEmpty ? nil : hooks
        if let kept = try? read(backup).map({ try parse($0) }), kept == tree { return .restore }
        return tree.isEmpty ? .remove : .takeOut(tree.pretty() + "\n")
    }

    private static func holds(_ tree: SettingsTree, _ agent: HookReading.Agent) -> Bool {
        guard case .object(let members)? = tree["hooks"] else { return false }
        return members.contains { $0.value.elements.contains { without($0, agent) != $0 } }
    }

    /// An entry without our command; `nil` where nothing else was in it.
    private static func without(_ entry: SettingsTree, _ agent: HookReading.Agent) -> SettingsTree? {
        guard case .array(let commands)? = entry["hooks"] else { return entry }
        let left = commands.filter { !isOurs($0["command"]?.text ?? "", agent) }
        if left.count == commands.count { return entry }
        if left.isEmpty { return nil }
        var rest = entry
        rest["hooks"] = .array(left)
        return rest
    }

    private static func isOurs(_ command: String, _ agent: HookReading.Agent) -> Bool {
        command.contains("colophon") && command.hasSuffix(" hook \(agent.rawValue)")
    }

    private func unfit(_ reason: String) -> Failure {
        Failure(description: "'\(path)' is left alone, for \(reason): add this by hand:\n\(shown)")
    }

    private func parse(_ text: String) throws -> SettingsTree {
        var text = text
        let tape = JSONTape()
        let tree: SettingsTree? = text.withUTF8 { bytes in
            (try? tape.parse(UnsafeRawBufferPointer(bytes))).map { SettingsTree($0) }
        }
        guard let tree, case .object = tree else { throw unfit("it is no JSON object, or has comments") }
        return tree
    }

    private func read(_ path: String) throws -> String? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFLNK, status.st_size <= Self.limit,
            let bytes = FileManager.default.contents(atPath: path), bytes.count <= Self.limit,
            let text = String(validating: bytes, as: UTF8.self)
        else { throw unfit("it cannot be read as text") }
        return text.allSatisfy(\.isWhitespace) ? "{}" : text
    }

    /// The file itself, where a link leads to it.
    private var real: String { (path as NSString).resolvingSymlinksInPath }
    /// Where what was there is kept.
    private var backup: String { real + ".before-colophon" }

    /// - Returns: where what was there is kept, if it is.
    @discardableResult package func apply(_ change: Change) throws -> String? {
        let files = FileManager.default
        switch change {
        case .none: return nil
        case .remove:
            try files.removeItem(atPath: real)
            return nil
        case .restore:
            try write(Data(contentsOf: URL(fileURLWithPath: backup)))
            try files.removeItem(atPath: backup)
            return nil
        case .takeOut(let text):
            try write(Data(text.utf8))
            return nil
        case .add(let text):
            guard files.fileExists(atPath: real) else {
                let folder = (real as NSString).deletingLastPathComponent
                try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try write(Data(text.utf8))
                return nil
            }
            // One of before, which is not what was there last.
            if files.fileExists(atPath: backup) { try files.removeItem(atPath: backup) }
            try files.copyItem(atPath: real, toPath: backup)
            try write(Data(text.utf8))
            return backup
        }
    }

    /// The whole at once; who may read it stays as it was.
    private func write(_ bytes: Data) throws {
        let mode = (try? FileManager.default.attributesOfItem(atPath: real)[.posixPermissions]) as? Int
        try bytes.write(to: URL(fileURLWithPath: real), options: .atomic)
        if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: real) }
    }
}
