package import Foundation

/// A temporary folder in which the built program runs with a home of its own; gone with the value.
package final class ProgramFolder: Sendable {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.path + "/colophon-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/home", withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// A program that was started, with its output in files.
    package struct Run: @unchecked Sendable {
        package let process: Process
        private let output: String

        fileprivate init(process: Process, output: String) {
            self.process = process
            self.output = output
        }

        package var out: String { text(".out") }
        package var err: String { text(".err") }
        /// The exit code; the signal's number, negative, where one ended it.
        package var status: Int32 {
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        }

        private func text(_ suffix: String) -> String {
            String(decoding: FileManager.default.contents(atPath: output + suffix) ?? Data(), as: UTF8.self)
        }
    }

    /// Starts a program: one of the package's by its name, another by its path.
    package func start(_ program: String, _ arguments: [String]) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: program.hasPrefix("/") ? program : BuiltProgram.path(program))
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: path)
        process.environment = [
            "HOME": file("home"), "XDG_DATA_HOME": file("home/data"), "XDG_CONFIG_HOME": file("home/config"),
            "CLAUDE_CONFIG_DIR": file("home/claude"), "CODEX_HOME": file("home/codex"), "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
        let output = file("run-\(UUID().uuidString)")
        for suffix in [".out", ".err"] { try Data().write(to: URL(filePath: output + suffix)) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output + ".out"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: output + ".err"))
        try process.run()
        return Run(process: process, output: output)
    }

    /// Runs a program to its end.
    package func run(_ program: String, _ arguments: [String]) throws -> Run {
        let run = try start(program, arguments)
        run.process.waitUntilExit()
        return run
    }
}
