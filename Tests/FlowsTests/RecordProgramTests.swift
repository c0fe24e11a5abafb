import Foundation
import GRDB
import Provenance
import TestSupport
import Testing
import Text

@testable import Flows
@testable import Store

@Suite struct `colophon record` {
    @Test func `It stores the good lines, names the bad ones and fails`() throws {
        let folder = try Folder()
        let input = """
            {"type":"generation","id":"g","agent":"a","prompt":"p","output":"hi","tokens":[{"text":"hi"}]}
            {"type":"finding","generation":"g","rule":"r","severity":"urgent","message":"m"}
            {"type":"finding","generation":"g","rule":"r","severity":"low","message":"m"}

            """
        let run = try folder.record(Data(input.utf8))
        #expect(
            run.output
                == "recorded 2 of 3 lines: new are 1 session, 1 turn, 1 generation, 1 token run, 1 finding; 1 bad line\n"
        )
        #expect(
            run.errors
                == "line 2: 'severity' is none of critical, high, medium, low or info; it says 'urgent'.\n")
        #expect(run.status == 1)
    }

    @Test func `It succeeds when every line is good, and says when nothing is new`() throws {
        let folder = try Folder()
        let line = Data(#"{"type":"alert","title":"t"}"#.utf8)
        let first = try folder.record(line)
        #expect(first.output == "recorded 1 of 1 line: new are 1 alert\n")
        #expect(first.status == 0)
        let second = try folder.record(line)
        #expect(second.output == "recorded 1 of 1 line: nothing new\n")
        #expect(second.status == 0)
    }

    @Test(arguments: Example.all) func `The programs of the README record what they say`(_ example: Example) throws {
        guard let compiler = example.compiler else {
            print("The README's \(example.language) program was not run: there is no \(example.tool) here.")
            return
        }
        let folder = try Folder()
        let run = try folder.record(example.run(with: compiler, in: folder.path))
        #expect(run.errors == "")
        #expect(
            run.output
                == "recorded 3 of 3 lines: new are 1 session, 1 turn, 1 generation, 1 token run, 1 edit, 1 finding, "
                + "1 decision\n")
        let store = try Store.open(at: folder.store, mode: .read)
        let turn = try #require(try store.turns(limit: 2).first)
        #expect(turn.title == "Write the area of a circle.")
        #expect(turn.at == 1_795_351_267_000)
        #expect(turn.risk == 3)
        #expect(turn.repository == "shapes")
        let detail = try #require(try store.turn(turn.id))
        let answer = try #require(detail.answers.first)
        #expect(answer.output == "Sure — here")
        #expect(answer.generation.uid == UID(of: .generation, makerID: "\(example.language)-1").text)
        #expect(answer.edits.first?.after == "def area(r):\n    return eval(r)\n")
        #expect(answer.edits.first?.edit.path == "area.py")
        #expect(detail.findings.map(\.message) == ["eval runs whatever it is given."])
        #expect(
            TokenRunText(run: try store.tokenRun(of: answer.generation.id))
                == "4:-0.125:#39814 4:-1.5:#2001 5:-0.25:#1618")
        let verdict = try store.read { try String.fetchOne($0, sql: "SELECT verdict || ' ' || reasons FROM decision") }
        #expect(verdict == "review one high finding")
    }

    @Test func `What was written is stored as soon as the writer pauses`() throws {
        let lines = try RecordedLines()
        let pipe = Pipe()
        let complained = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        let store = lines.store
        let reading = pipe.fileHandleForReading.fileDescriptor
        Thread.detachNewThread {
            var recording = Recording(store: store)
            _ = try? recording.run(reading) { _ in complained.signal() }
            ended.signal()
        }
        let input = #"{"type":"generation","id":"g","agent":"a","prompt":"Find the needle"}"# + "\nnonsense\n"
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        // Only a recording that holds its lines back until the end lets this run out.
        let isPrompt = complained.wait(timeout: .now() + 20) == .success
        #expect(isPrompt)
        if isPrompt { #expect(try lines.count("generation") == 1) }
        try pipe.fileHandleForWriting.close()
        ended.wait()
        #expect(try lines.rows("SELECT title FROM turn") == ["Find the needle"])
    }
}

/// A temporary folder with a store in it, and the built program to fill it.
private final class Folder {
    let path: String
    var store: String { path + "/store.sqlite" }

    init() throws {
        path = NSTemporaryDirectory() + "colophon-record-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func record(_ input: Data) throws -> (status: Int32, output: String, errors: String) {
        try Program.run(
            BuiltProgram.path("colophon"), ["record", "--store", store], input: input, in: path,
            environment: [
                "HOME": path, "CLAUDE_CONFIG_DIR": path + "/claude", "CODEX_HOME": path + "/codex",
                "XDG_DATA_HOME": path + "/data", "COLOPHON_STORE": path + "/other.sqlite",
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
            ])
    }
}

private enum Program {
    static func run(
        _ path: String, _ arguments: [String], input: Data = Data(), in folder: String,
        environment: [String: String]? = nil
    ) throws -> (status: Int32, output: String, errors: String) {
        let files = try ["in", "out", "errors"].map { name in
            let file = folder + "/" + name
            _ = FileManager.default.createFile(atPath: file, contents: name == "in" ? input : Data())
            return try #require(
                name == "in" ? FileHandle(forReadingAtPath: file) : FileHandle(forWritingAtPath: file))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        if let environment { process.environment = environment }
        process.standardInput = files[0]
        process.standardOutput = files[1]
        process.standardError = files[2]
        try process.run()
        process.waitUntilExit()
        let texts = try ["out", "errors"].map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        return (process.terminationStatus, texts[0], texts[1])
    }
}

/// A program in the README, and what runs or builds it.
struct Example: CustomTestStringConvertible {
    var language: String
    var tool: String
    var file: String
    /// What goes before the file's name.
    var arguments: [String]
    /// The file that the tool makes; `nil` where it runs the program itself.
    var product: String?

    var testDescription: String { language }

    static let all = [
        Example(language: "python", tool: "python3", file: "example.py", arguments: []),
        Example(language: "go", tool: "go", file: "example.go", arguments: ["run"]),
        Example(language: "rust", tool: "rustc", file: "example.rs", arguments: ["-o", "example"], product: "example"),
        Example(
            language: "swift", tool: "swiftc", file: "main.swift", arguments: ["-o", "example"], product: "example"),
    ]

    var compiler: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(tool)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What the program prints.
    func run(with compiler: String, in folder: String) throws -> Data {
        try source.write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
        let made = try Program.run(compiler, arguments + [file], in: folder)
        try #require(made.status == 0, "\(tool): \(made.errors)")
        guard let product else { return Data(made.output.utf8) }
        let run = try Program.run("\(folder)/\(product)", [], in: folder)
        try #require(run.status == 0, "\(language): \(run.errors)")
        return Data(run.output.utf8)
    }

    /// The one block of the language in the README beside the flow.
    private var source: String {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let readme = try String(
                contentsOf: root.appendingPathComponent("Sources/Flows/Record/README.md"), encoding: .utf8)
            let parts = readme.components(separatedBy: "```\(language)\n")
            try #require(parts.count == 2)
            return parts[1].components(separatedBy: "```")[0]
        }
    }
}
