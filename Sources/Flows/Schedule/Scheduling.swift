import Foundation

/// Chooses who keeps the time on this machine, and carries a timer out.
package struct Scheduling: Sendable {
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    private let environment: [String: String]

    package init(environment: [String: String]) { self.environment = environment }

    /// The timer as it would be set: by launchd on macOS, by systemd where the user has one that runs, else by cron.
    package func timer(for job: IngestJob) throws -> IngestTimer {
        guard let home = environment["HOME"], !home.isEmpty else {
            throw Failure(description: "There is no HOME to put a timer in: set HOME and run the same command again.")
        }
        #if os(macOS)
            return .launchd(job, home: home, user: getuid())
        #else
            if run(["systemctl", "--user", "show-environment"])?.status == 0 {
                let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
                return .systemd(job, configuration: configured ?? home + "/.config")
            }
            if let table = run(["crontab", "-l"]) {
                // An exit of 1 says that there is no table yet.
                return .cron(job, table: table.status == 0 ? table.output : "")
            }
            throw Failure(
                description:
                    "Neither systemd nor cron keeps timers for you here: run 'colophon ingest' from whatever does.")
        #endif
    }

    package func start(_ timer: IngestTimer) throws {
        for file in timer.files {
            let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try file.text.write(toFile: file.path, atomically: true, encoding: .utf8)
            } catch {
                throw Failure(description: "'\(file.path)' cannot be written: check the folder and its permissions.")
            }
        }
        try timer.starting.forEach(carryOut)
    }

    /// Takes a timer out. One that was never set is no error.
    ///
    /// - Returns: whether there was one.
    package func end(_ timer: IngestTimer) throws -> Bool {
        let files = timer.files.filter { FileManager.default.fileExists(atPath: $0.path) }
        guard !timer.ending.isEmpty, timer.files.isEmpty || !files.isEmpty else { return false }
        try timer.ending.forEach(carryOut)
        for file in files { try? FileManager.default.removeItem(atPath: file.path) }
        if timer.keeper == .systemd { _ = run(["systemctl", "--user", "daemon-reload"]) }
        return true
    }

    private func carryOut(_ command: IngestTimer.Command) throws {
        let done = run(command.words, input: command.input)
        guard done?.status != 0, !command.mayFail else { return }
        let words = command.words.joined(separator: " ")
        let said = done.map { $0.errors.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
        throw Failure(
            description: "'\(words)' failed\(said.isEmpty ? "" : " (\(said))"): nothing is scheduled by it.")
    }

    private struct Done {
        var status: Int32
        var output: String
        var errors: String
    }

    /// `nil` where there is no such program.
    private func run(_ words: [String], input: String? = nil) -> Done? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.environment = environment
        let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
        process.standardInput = pipes.input
        process.standardOutput = pipes.output
        process.standardError = pipes.errors
        guard (try? process.run()) != nil else { return nil }
        pipes.input.fileHandleForWriting.write(Data((input ?? "").utf8))
        try? pipes.input.fileHandleForWriting.close()
        let output = pipes.output.fileHandleForReading.readDataToEndOfFile()
        let errors = pipes.errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // 127 is what env says of a program that is not there.
        guard process.terminationStatus != 127 else { return nil }
        return Done(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }
}
