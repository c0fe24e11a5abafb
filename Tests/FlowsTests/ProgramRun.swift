import Foundation
import TestSupport

/// A run of a program in an environment of its own, in which nothing of this machine's user is found.
struct ProgramRun {
    let output: String
    let complaint: String
    let status: Int32

    /// - Parameter directory: where it is started, if that matters.
    static func colophon(
        _ arguments: [String], in folder: TemporaryFolder, from directory: String? = nil
    ) throws -> ProgramRun {
        try ProgramRun(BuiltProgram.path("colophon"), arguments, in: folder, from: directory)
    }

    init(_ path: String, _ arguments: [String], in folder: TemporaryFolder, from directory: String? = nil) throws {
        let process = Self.process(path, arguments, in: folder)
        if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
        // Into files: two pipes that are read one after the other can stand still.
        let name = UUID().uuidString
        let out = try folder.write("\(name).out", "")
        let err = try folder.write("\(name).err", "")
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
        try process.run()
        process.waitUntilExit()
        output = String(decoding: FileManager.default.contents(atPath: out) ?? Data(), as: UTF8.self)
        complaint = String(decoding: FileManager.default.contents(atPath: err) ?? Data(), as: UTF8.self)
        status = process.terminationStatus
    }

    static func process(_ path: String, _ arguments: [String], in folder: TemporaryFolder) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
            "HOME": folder.path + "/home", "XDG_DATA_HOME": folder.path + "/data",
            "CLAUDE_CONFIG_DIR": folder.path + "/claude", "CODEX_HOME": folder.path + "/codex",
            "COLOPHON_STORE": folder.path + "/store.sqlite",
        ]
        process.standardInput = FileHandle.nullDevice
        return process
    }
}
