import Foundation
package import Provenance
import Text

/// Runs a command that the user gave on what was generated.
package enum TrialRun {
    /// Of what it says, the end is kept.
    private static let kept = 64 << 10

    /// - Parameter heard: what it says, as it says it.
    package static func run(
        _ command: String, in folder: String, of generation: UID, heard: ([UInt8]) -> Void
    ) throws -> Trial {
        let startedAt = Timestamp.now.milliseconds
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        // It has no use for the engine's key.
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "COLOPHON_ENGINE_KEY" }
        try process.run()
        var output: [UInt8] = []
        while let data = try pipe.fileHandleForReading.read(upToCount: 64 << 10), !data.isEmpty {
            heard(Array(data))
            output += data
            if output.count > 2 * kept { output.removeFirst(output.count - kept) }
        }
        process.waitUntilExit()
        let status = process.terminationStatus
        var trial = Trial(
            generation: generation, command: command,
            exitCode: Int(process.terminationReason == .exit ? status : 128 + status),
            output: String(decoding: output.suffix(kept), as: UTF8.self), at: startedAt,
            endedAt: Timestamp.now.milliseconds)
        let counts = TestCounts(trial.output)
        (trial.passed, trial.failed, trial.skipped) = (counts.passed, counts.failed, counts.skipped)
        return trial
    }
}
