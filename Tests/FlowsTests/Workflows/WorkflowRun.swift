import Foundation
import TestSupport
import Testing

/// Runs the shell steps of a job one after the other, as GitHub's runner does, with files in the place of its own.
final class WorkflowRun {
    struct Step {
        var name: String
        /// `nil` where it was left out.
        var status: Int32?
        var words: String
    }

    let folder: TemporaryFolder
    /// Of the runner, emptied before each job.
    let temp: String
    /// Where the job works.
    let workspace: String
    /// What expressions are, without their braces.
    var known: [String: String] = [:]
    /// What else the shell finds.
    var environment: [String: String] = [:]
    private(set) var outputs: [String: [String: String]] = [:]

    /// - Parameter number: of the run, so that several have folders of their own.
    init(in folder: TemporaryFolder, _ number: Int, _ job: String) throws {
        self.folder = folder
        temp = "\(folder.path)/run\(number)/\(job)/temp"
        workspace = "\(folder.path)/run\(number)/\(job)/work"
        try FileManager.default.createDirectory(atPath: temp, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(temp)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    /// - Parameter holds: whether the condition of a step does, where that is none of the runner's own words.
    func run(_ job: WorkflowText, holds: (String) -> Bool = { _ in false }) throws -> [Step] {
        var steps: [Step] = []
        var hasFailed = false
        let whole = try values(of: job["env"])
        for step in job["steps"]?.elements ?? [] {
            let name = step["name"]?.text ?? ""
            let condition = step["if"]?.text
            let runs = condition == "${{ !cancelled() }}" || !hasFailed && condition.map(holds) ?? true
            guard runs, let script = step["run"]?.text else {
                steps.append(Step(name: name, status: nil, words: ""))
                continue
            }
            let done = try shell(script, name, whole.merging(try values(of: step["env"])) { $1 })
            if done.status != 0 { hasFailed = true }
            steps.append(done)
            if let id = step["id"]?.text { outputs[id] = try settings("output") }
        }
        return steps
    }

    private func values(of env: WorkflowText?) throws -> [String: String] {
        var values: [String: String] = [:]
        for key in env?.keys ?? [] { values[key] = try filled(env?[key]?.text ?? "") }
        return values
    }

    private func filled(_ text: String) throws -> String {
        var filled = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${{ "), let end = rest[start.upperBound...].firstRange(of: " }}") {
            let expression = String(rest[start.upperBound..<end.lowerBound])
            let parts = expression.split(separator: ".")
            let output = parts.count == 4 && parts[0] == "steps" ? outputs[String(parts[1])]?[String(parts[3])] : nil
            filled += rest[..<start.lowerBound]
            filled += try #require(known[expression] ?? output, "\(expression) is not known")
            rest = rest[end.upperBound...]
        }
        return filled + rest
    }

    /// `KEY=value` lines that steps have written so far.
    private func settings(_ file: String) throws -> [String: String] {
        var settings: [String: String] = [:]
        for line in (self.file(file) ?? "").split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            settings[String(parts[0])] = try String(#require(parts.last))
        }
        return settings
    }

    private func shell(_ script: String, _ name: String, _ env: [String: String]) throws -> Step {
        let path = "\(temp)/script.sh"
        try Data(script.utf8).write(to: URL(fileURLWithPath: path))
        let process = ProgramRun.process(
            "/usr/bin/env", ["bash", "--noprofile", "--norc", "-eo", "pipefail", path], in: folder)
        process.currentDirectoryURL = URL(fileURLWithPath: workspace)
        let program = (BuiltProgram.path("colophon") as NSString).deletingLastPathComponent
        var all = process.environment ?? [:]
        all["COLOPHON_STORE"] = nil
        all["PATH"] = ([program] + (file("path") ?? "").split(separator: "\n").map(String.init) + [all["PATH"] ?? ""])
            .joined(separator: ":")
        all.merge([
            "RUNNER_TEMP": temp, "GITHUB_ENV": "\(temp)/env", "GITHUB_OUTPUT": "\(temp)/output",
            "GITHUB_PATH": "\(temp)/path", "GITHUB_STEP_SUMMARY": "\(temp)/summary.md",
            "GITHUB_REPOSITORY": "acme/shop", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        ]) { $1 }
        for values in [environment, try settings("env"), env] { all.merge(values) { $1 } }
        process.environment = all
        let log = try folder.write("step-\(UUID().uuidString)", "")
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        return Step(
            name: name, status: process.terminationStatus, words: try String(contentsOfFile: log, encoding: .utf8))
    }
}

extension [WorkflowRun.Step] {
    subscript(name: String) -> WorkflowRun.Step? { first { $0.name == name } }

    /// What went wrong, for messages of tests.
    var words: String {
        map { "\($0.name): \($0.status.map(String.init) ?? "left out")\n\($0.words)" }.joined(separator: "\n")
    }
}
