import Foundation
import Text

/// What is to be generated from what, as a file of a project says it.
///
///     [[generation]]
///     prompt = "Implement CRUD for the User model"
///     context = ["models.py:1-40"]
///     output = "user.py"
///     model = "qwen-coder"            # may be left out
package struct GenerationPlan: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        package var prompt: String
        package var context: [String]
        package var output: String
        package var model: String?
        package var line: Int
    }

    /// What is wrong with the file, as one sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package var path: String
    package var steps: [Step] = []

    private static let limit = 4 << 20

    /// - Parameter folder: what the path, and all paths in the file, are relative to: its own.
    package init(_ path: String, in folder: String) throws {
        self.path = path
        let text = try FileLines.read(path, in: folder, limit: Self.limit)
        do {
            for entry in try TOMLTable(parsing: Array(text.utf8)).entries { try take(entry) }
        } catch let error as TOMLError {
            throw Failure(description: "\(path), \(error).")
        }
        let project = ProjectFolder(of: folder)
        for step in steps {
            let inputs = step.context.map { ContextPiece.parted($0, in: folder).path }
            for name in inputs + [step.output] where !project.holds(FileLines.full(name, in: folder)) {
                throw fault(step.line, "'\(name)' leads out of the project")
            }
        }
        var seen: Set<String> = []
        for step in steps where !seen.insert(step.output).inserted {
            throw fault(step.line, "'\(step.output)' is written by another generation already")
        }
    }

    private func fault(_ line: Int, _ words: String) -> Failure {
        Failure(description: "\(path), line \(line): \(words).")
    }

    private mutating func take(_ entry: TOMLTable.Entry) throws {
        guard entry.key == "generation", case .array(let list) = entry.value else {
            throw fault(entry.line, "there is no '\(entry.key)'; write [[generation]]")
        }
        for case .table(let table) in list { steps.append(try step(table, at: entry.line)) }
    }

    private func step(_ table: TOMLTable, at line: Int) throws -> Step {
        var step = Step(prompt: "", context: [], output: "", line: table.entries.first?.line ?? line)
        for entry in table.entries {
            switch (entry.key, entry.value) {
            case ("prompt", .string(let text)): step.prompt = text
            case ("output", .string(let text)): step.output = text
            case ("model", .string(let text)): step.model = text
            case ("context", .array(let list)):
                step.context = list.compactMap { if case .string(let text) = $0 { text } else { nil } }
                guard step.context.count == list.count else { throw fault(entry.line, "'context' is a list of texts") }
            case ("prompt", _), ("output", _), ("model", _):
                throw fault(entry.line, "'\(entry.key)' is a text in quotes")
            case ("context", _): throw fault(entry.line, "'context' is a list of texts")
            default: throw fault(entry.line, "there is no '\(entry.key)'; there are prompt, context, output, model")
            }
        }
        if step.prompt.isEmpty { throw fault(step.line, "'prompt' is missing") }
        if step.output.isEmpty { throw fault(step.line, "'output' is missing") }
        // A plan comes with a project: it writes there and nowhere else.
        let parts = step.output.split(separator: "/", omittingEmptySubsequences: false)
        if step.output.hasPrefix("/") || parts.contains("..") {
            throw fault(step.line, "'\(step.output)' leads out of the folder of this file")
        }
        return step
    }
}
