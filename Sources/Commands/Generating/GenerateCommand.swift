import ArgumentParser
import Engines
import Flows
import Foundation
import Store
import Text

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Has an engine write code, and records prompt, tokens and what became of them.",
        discussion: """
              colophon generate "Implement CRUD for the User model" -o user.py --context models.py
              colophon generate "Handle an empty list" --edit stats.py:10-24

            The code goes to the file, without fences and the words about it; the whole answer is kept. A file that holds \
            what Colophon did not generate is left alone without --force, and so is every file where the answer is cut off. \
            ^C stops the engine and keeps what had come. Without -o the code goes to standard output.
            Exit code 1: no code, or none that is whole; 130: stopped.
            """)

    @Argument(help: "What is wanted, in words.")
    var prompt: String

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp("A file that goes to the model with the prompt, or lines of it.", valueName: "file[:a-b]"))
    var context: [String] = []

    @Option(help: ArgumentHelp("Write these lines of a file anew; the rest of it is context.", valueName: "file:a-b"))
    var edit: String?

    @Flag(help: "Write over what Colophon did not generate, and what is cut off.")
    var force = false

    @Flag(help: "Show the exact request, and send nothing.")
    var dryRun = false

    @OptionGroup var sampling: SamplingOptions
    @OptionGroup var engine: EngineOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if edit != nil, output != nil { throw ValidationError("--edit names the file itself: leave -o out.") }
        if prompt.allSatisfy(\.isWhitespace) { throw ValidationError("Say what is wanted.") }
    }

    func run() throws {
        let folder = FileManager.default.currentDirectoryPath
        let prompt = try wholePrompt(in: folder)
        let file = try (edit.map { ContextPiece.parted($0, in: folder).path } ?? output)
            .map { try OutputFile($0, in: folder) }
        let choice = try engine.choice()
        let (found, model) = try choice.one()
        var generation = CodeGeneration(
            prompt, question: sampling.question(for: found, model: model), client: choice.client(for: found.engine),
            model: model, folder: folder)
        generation.output = file
        generation.isForced = force
        if dryRun { return Console.write(RequestPage.text(of: generation)) }
        let store = try options.open(.create)
        Interruption.watch()
        let progress = GenerationProgress(found.engine, model: model)
        let report = try generation.run(in: store, progress.watch)
        progress.end(report)
        if file == nil { Console.write(report.code) }
        if report.outcome.answer.end == .cancelled { throw ExitCode(130) }
        if !report.isComplete || file != nil && !report.isWritten { throw ExitCode.failure }
    }

    private func wholePrompt(in folder: String) throws -> GenerationPrompt {
        var prompt = GenerationPrompt(self.prompt)
        prompt.context = try context.map { try ContextPiece($0, in: folder) }
        prompt.output = output
        guard let edit else { return prompt }
        let (path, lines) = ContextPiece.parted(edit, in: folder)
        guard let lines else { throw CommandError("--edit needs lines, as \(edit):10-24.") }
        // Looked at by its lines first, which must be there.
        _ = try ContextPiece(edit, in: folder)
        prompt.region = .init(file: try ContextPiece(path, in: folder), lines: lines)
        return prompt
    }
}
