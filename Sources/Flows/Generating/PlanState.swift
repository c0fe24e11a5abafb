import Foundation
import Provenance
import Text

/// What was generated from what when it last was: a file beside the plan, to be kept with it.
package struct PlanState: Equatable, Sendable {
    package enum Standing: Equatable, Sendable {
        case fresh
        /// Why it is to be generated, as a few words.
        case stale(String)
        /// Somebody wrote into it since.
        case changed
    }

    private struct Entry: Equatable {
        var inputs: String
        var output: String
    }

    private var entries: [String: Entry] = [:]
    private let path: String
    private let folder: String

    private static let limit = 4 << 20
    /// In the place of a hash.
    private static let failed = String(repeating: "0", count: 64)

    /// - Parameters:
    ///   - plan: `generations.toml` has its state in `generations.lock`.
    ///   - folder: of the plan.
    package init(of plan: String, in folder: String) throws {
        self.folder = folder
        path = ((plan as NSString).lastPathComponent as NSString).deletingPathExtension + ".lock"
        guard FileManager.default.fileExists(atPath: "\(folder)/\(path)") else { return }
        let text = try FileLines.read(path, in: folder, limit: Self.limit)
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 2)
            if parts.count == 3 {
                entries[String(parts[2])] = Entry(inputs: String(parts[0]), output: String(parts[1]))
            }
        }
    }

    package func knows(_ step: GenerationPlan.Step) -> Bool { entries[step.output] != nil }

    package func standing(of step: GenerationPlan.Step) throws -> Standing {
        guard let entry = entries[step.output] else { return .stale("it was never generated") }
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(step.output)") else {
            return .stale("it is not there")
        }
        if SHA256.hash(String(decoding: bytes, as: UTF8.self)).hex != entry.output { return .changed }
        if entry.inputs == Self.failed { return .stale("the command that was run on it failed") }
        return try inputs(of: step) == entry.inputs ? .fresh : .stale("what it is generated from has changed")
    }

    /// - Parameter isGood: `false` has it generated anew the next time, and known as generated all the same.
    package mutating func note(_ step: GenerationPlan.Step, isGood: Bool = true) throws {
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(step.output)") ?? Data()
        entries[step.output] = Entry(
            inputs: isGood ? try inputs(of: step) : Self.failed,
            output: SHA256.hash(String(decoding: bytes, as: UTF8.self)).hex)
        var text = "# Of 'colophon generate --from': what each file was generated from, and what was written.\n"
        for (output, entry) in entries.sorted(by: { $0.key < $1.key }) {
            text += "\(entry.inputs) \(entry.output) \(output)\n"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)"), options: .atomic)
    }

    /// Of the prompt, the model that is named, and every file as far as it goes with the prompt.
    private func inputs(of step: GenerationPlan.Step) throws -> String {
        var parts = [step.prompt, step.model ?? ""]
        for name in step.context {
            let piece = try ContextPiece(name, in: folder)
            parts += [name, piece.text]
        }
        return SHA256.hash(parts.map { "\($0.utf8.count):\($0)" }.joined()).hex
    }

    /// A rule for make and ninja: what each output depends on.
    ///
    /// - Parameter shown: the folder as whoever builds names it, which is where they stand where it is empty.
    package static func depfile(_ plan: GenerationPlan, in folder: String, as shown: String) -> String {
        func named(_ path: String) -> String {
            escaped(shown.isEmpty || path.hasPrefix("/") ? path : shown == "/" ? "/" + path : "\(shown)/\(path)")
        }
        return plan.steps.map { step in
            let inputs = [plan.path] + step.context.map { ContextPiece.parted($0, in: folder).path }
            return "\(named(step.output)): " + inputs.map(named).joined(separator: " ") + "\n"
        }.joined()
    }

    private static func escaped(_ path: String) -> String {
        path.replacing("\\", with: "\\\\").replacing(" ", with: "\\ ").replacing("#", with: "\\#")
            .replacing("$", with: "$$")
    }
}
