import ArgumentParser
import Engines
import Flows
import Foundation
import Provenance
import Store
import Text

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Has an engine write code, and records prompt, tokens and what became of them.",
        discussion: """
              colophon generate "Implement CRUD for the User model" -o user.py --context models.py
              colophon generate "Handle an empty list" --edit stats.py:10-24
              colophon generate --tests stats.py --run "pytest -q"
              colophon generate --fix finding:4f2a91
              colophon generate --from generations.toml --check

            The code goes to the file, without fences and the words about it; the whole answer is kept. A file that holds \
            what Colophon did not generate is left alone without --force, and so is every file where the answer is cut off. \
            ^C stops the engine and keeps what had come. Without -o the code goes to standard output.
            Exit code 1: no code, none that is whole, or the command of --run failed; 130: stopped.
            """)

    @Argument(help: "What is wanted, in words.")
    var prompt: String?

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp("A file that goes to the model with the prompt, or lines of it.", valueName: "file[:a-b]"))
    var context: [String] = []

    @Option(help: ArgumentHelp("Write these lines of a file anew; the rest of it is context.", valueName: "file:a-b"))
    var edit: String?

    @Option(
        help: ArgumentHelp(
            "Write a test suite for a file, or for what is said in words, in its language's usual framework.",
            valueName: "file|words"))
    var tests: String?

    @Option(
        help: ArgumentHelp(
            "Propose a change for a finding: it is audited, shown as a diff, and written if you say so.",
            valueName: "finding:id"))
    var fix: String?

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp(
            "Run this command when the code is written, and record what comes of it.", valueName: "command"))
    var command: String?

    @Option(
        help: ArgumentHelp(
            "Generate what a file lists ([[generation]] with prompt, context, output) and is stale by its hash.",
            valueName: "file"))
    var from: String?

    @Flag(
        help: "With --from: say what is stale or changed by hand, and generate nothing; exit code 1 where anything is.")
    var check = false

    @Option(help: ArgumentHelp("With --from: write what depends on what, for make and ninja.", valueName: "file"))
    var depfile: String?

    @Flag(help: "Write over what Colophon did not generate, and what is cut off.")
    var force = false

    @Flag(help: "Show the exact request, and have nothing generated (a llama.cpp server is asked for its template).")
    var dryRun = false

    @OptionGroup var sampling: SamplingOptions
    @OptionGroup var engine: EngineOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if edit != nil || fix != nil, output != nil {
            throw ValidationError("--edit and --fix name the file: leave -o out.")
        }
        if [edit, tests, fix].compactMap(\.self).count > 1 {
            throw ValidationError("--edit, --tests and --fix stand alone.")
        }
        if fix != nil, prompt != nil || !context.isEmpty { throw ValidationError("--fix says itself what is wanted.") }
        if command != nil, [output, edit, tests, fix, from].allSatisfy({ $0 == nil }) {
            throw ValidationError("--run wants a file to be written first: name one with -o.")
        }
        if check || depfile != nil, from == nil { throw ValidationError("--check and --depfile are for --from.") }
        if from != nil {
            guard prompt == nil, output == nil, edit == nil, tests == nil, fix == nil, context.isEmpty else {
                throw ValidationError("--from says itself what is wanted.")
            }
            return
        }
        if fix == nil, tests == nil, prompt?.allSatisfy(\.isWhitespace) ?? true {
            throw ValidationError("Say what is wanted.")
        }
    }

    func run() throws {
        if let from { return try runPlan(from) }
        let folder = FileManager.default.currentDirectoryPath
        let store = try dryRun && fix == nil ? nil : options.open(.create)
        let fixing = try fix.map { try Self.fixing($0, in: store, folder: folder) }
        let prompt = try fixing?.prompt ?? wholePrompt(in: folder)
        let file = try fixing?.output ?? prompt.output.map { try OutputFile($0, in: folder) }
        let choice = try engine.choice()
        let (found, model) = try choice.one()
        var generation = CodeGeneration(
            prompt, question: sampling.question(for: found, model: model), client: choice.client(for: found.engine),
            model: model, folder: folder)
        generation.output = file
        generation.isForced = force
        if let fixing { generation.approve = { try FixPage.approve($0, fixing) } }
        guard let store, !dryRun else { return Console.write(RequestPage.text(of: generation)) }
        Interruption.watch()
        let report = try Self.ask(generation, in: store)
        if file == nil { Console.write(report.code) }
        if report.outcome.answer.end == .cancelled { throw ExitCode(130) }
        if !report.isComplete || file != nil && !report.isWritten && !report.isProposal { throw ExitCode.failure }
        if let command, report.isWritten, try !Self.trial(command, of: report, in: store, folder: folder) {
            throw ExitCode.failure
        }
    }

    private func runPlan(_ path: String) throws {
        var plan = try PlanRun(path)
        if let depfile { try plan.writeDepfile(depfile) }
        if check {
            guard try plan.check() else { throw ExitCode.failure }
            return
        }
        let folder = plan.folder
        if dryRun {
            for step in try plan.due(force: force) {
                Console.write(RequestPage.text(of: try generation(step, in: folder)) + "\n")
            }
            return
        }
        let store = try options.open(.create)
        Interruption.watch()
        let isWhole = try plan.run(force: force) { step, isOwn in
            if Interruption.isWanted { throw ExitCode(130) }
            var generation = try generation(step, in: folder)
            generation.isOwn = isOwn
            let report = try Self.ask(generation, in: store)
            if report.outcome.answer.end == .cancelled { throw ExitCode(130) }
            if !report.isWritten { throw CommandError(report.reason ?? "it was not written.") }
            return try command.map { try Self.trial($0, of: report, in: store, folder: folder) } ?? true
        }
        if !isWhole { throw ExitCode.failure }
    }

    private func generation(_ step: GenerationPlan.Step, in folder: String) throws -> CodeGeneration {
        var engine = engine
        engine.model = step.model ?? engine.model
        let choice = try engine.choice()
        let (found, model) = try choice.one()
        var prompt = GenerationPrompt(step.prompt)
        prompt.context = try step.context.map { try ContextPiece($0, in: folder) }
        prompt.output = step.output
        var generation = CodeGeneration(
            prompt, question: sampling.question(for: found, model: model), client: choice.client(for: found.engine),
            model: model, folder: folder)
        generation.output = try OutputFile(step.output, in: folder)
        generation.isForced = force
        return generation
    }

    /// Asks, with what one sees meanwhile. A stop before the first word is one, too.
    private static func ask(_ generation: CodeGeneration, in store: Store) throws -> CodeGeneration.Report {
        let progress = GenerationProgress(generation.client.engine, model: generation.model)
        do {
            let report = try generation.run(in: store, progress.watch)
            progress.end(report)
            return report
        } catch EngineFailure.cancelled {
            Console.note(EngineFailure.cancelled.description)
            throw ExitCode(130)
        }
    }

    private static func fixing(_ link: String, in store: Store?, folder: String) throws -> FindingFix {
        guard let store else { throw CommandError("There is no store.") }
        let (kind, id) = try Link(link).resolve(in: store)
        guard kind == .finding,
            let finding = try FindingDetail.read(id, from: store, now: Timestamp.now.milliseconds)?.finding
        else { throw CommandError("'\(link)' is no finding: 'colophon audit check' lists them.") }
        return try FindingFix(finding, in: folder)
    }

    /// - Returns: whether the command ended well.
    private static func trial(_ command: String, of report: CodeGeneration.Report, in store: Store, folder: String)
        throws -> Bool
    {
        let trial = try TrialRun.run(command, in: folder, of: report.uid) { Console.write($0, to: 2) }
        try GenerationKeeping(store: store).keep(trial)
        Console.note(GenerationPage.line(of: trial))
        return trial.exitCode == 0
    }

    private func wholePrompt(in folder: String) throws -> GenerationPrompt {
        if let tests { return try testPrompt(tests, in: folder) }
        var prompt = GenerationPrompt(self.prompt ?? "")
        prompt.context = try context.map { try ContextPiece($0, in: folder) }
        prompt.output = output
        guard let edit else { return prompt }
        let (path, lines) = ContextPiece.parted(edit, in: folder)
        guard let lines else { throw CommandError("--edit needs lines, as \(edit):10-24.") }
        // Looked at by its lines first, which must be there.
        _ = try ContextPiece(edit, in: folder)
        prompt.output = path
        prompt.region = .init(file: try ContextPiece(path, in: folder), lines: lines)
        return prompt
    }

    /// Of a file that is there, or of what is said in words.
    private func testPrompt(_ tests: String, in folder: String) throws -> GenerationPrompt {
        let isFile = FileManager.default.fileExists(atPath: tests.hasPrefix("/") ? tests : "\(folder)/\(tests)")
        guard isFile else {
            guard let output else { throw CommandError("'\(tests)' is no file, so say with -o where the tests go.") }
            var prompt = GenerationPrompt("\(tests)\n\nWrite a complete test suite for this.")
            prompt.context = try context.map { try ContextPiece($0, in: folder) }
            prompt.output = output
            prompt.isTests = true
            return prompt
        }
        guard var suite = TestSuite(of: tests, in: folder) else {
            throw CommandError("How '\(tests)' is tested is not known: say what is wanted in words, and where with -o.")
        }
        suite.path = output ?? suite.path
        var prompt = GenerationPrompt(self.prompt.map { "\($0)\n\n\(suite.words)" } ?? suite.words)
        prompt.context = [try ContextPiece(tests, in: folder)] + (try context.map { try ContextPiece($0, in: folder) })
        prompt.output = suite.path
        prompt.isTests = true
        return prompt
    }
}
