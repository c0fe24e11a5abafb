import ArgumentParser
import Flows
import Foundation
import Git
import Ingest
import Text

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Has agents tell of their edits at once: shows the settings it would add, asks, and writes them.",
        discussion: """
            Without --agent it looks for Claude Code, Codex and Gemini CLI in your home. What was in a file is kept beside \
            it as NAME.before-colophon. --undo takes the settings out again and leaves everything else. Histories are read \
            with or without this; with it, edits are there before the agent's turn is over.
            With --ci github it is the workflow that generates, audits and gates on pull requests, in the repository you \
            stand in: it says itself what it does and which variables it reads.
            """)

    enum Host: String, CaseIterable, ExpressibleByArgument {
        case github
    }

    @Option(help: ArgumentHelp("claude-code, codex or gemini; more than once for several.", valueName: "name"))
    var agent: [HookReading.Agent] = []

    @Flag(help: "The settings of this repository, which others share, not your own.")
    var project = false

    @Option(help: ArgumentHelp("github: a workflow for pull requests of this repository.", valueName: "host"))
    var ci: Host?

    @Flag(help: "Take the settings out.")
    var undo = false

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
        if ci != nil {
            let isDone = try WorkflowChange(undo: undo, yes: yes).run()
            guard isDone else { throw ExitCode.failure }
            if agent.isEmpty { return }
        }
        let environment = ProcessInfo.processInfo.environment
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw CommandError("There is no home folder: set HOME.")
        }
        let here = FileManager.default.currentDirectoryPath
        let root = project ? Checkout.discover(from: here)?.root ?? here : nil
        let all = (agent.isEmpty ? HookReading.Agent.allCases : agent).map {
            AgentSettings($0, home: home, project: root, environment: environment, program: Self.program(environment))
        }
        let meant = all.filter { !agent.isEmpty || Self.isThere($0) }
        guard !meant.isEmpty else {
            throw CommandError("No agent with hooks is found in your home: name one with --agent.")
        }
        var isMissing = false
        for settings in meant { isMissing = try !change(settings) || isMissing }
        if isMissing { throw ExitCode.failure }
    }

    /// - Returns: whether the settings are as was wished.
    private func change(_ settings: AgentSettings) throws -> Bool {
        let name = Visible.text(settings.path)
        let change: AgentSettings.Change
        do {
            change = try undo ? settings.removing() : settings.adding()
        } catch let failure as AgentSettings.Failure {
            Console.note(Visible.text(failure.description, keeping: [.newline]))
            return false
        }
        if change == .none {
            Console.write(undo ? "\(name) holds nothing of Colophon.\n" : "\(name) is in order.\n")
            return true
        }
        Console.write(undo ? "From \(name) this goes:\n\n" : "To \(name) this is added:\n\n")
        Console.write(Visible.text(settings.shown, keeping: [.newline]) + "\n\n")
        if settings.agent == .codex, !undo {
            Console.write("Codex runs hooks where config.toml has, below [features], codex_hooks = true.\n")
        }
        guard yes || Console.canAsk && Console.ask(undo ? "Take it out?" : "Write it?") else {
            if !yes, !Console.canAsk { Console.note("Nothing is written: say --yes where nobody can be asked.") }
            return false
        }
        let backup = try settings.apply(change)
        if undo {
            Console.write("Taken out.\n")
            return true
        }
        Console.write("Written" + (backup.map { "; what was there is in \(Visible.text($0))" } ?? "") + ".\n")
        return true
    }

    private static func isThere(_ settings: AgentSettings) -> Bool {
        FileManager.default.fileExists(atPath: (settings.path as NSString).deletingLastPathComponent)
    }

    /// By its name where a shell finds this very program by it.
    private static func program(_ environment: [String: String]) -> String {
        let own = (Bundle.main.executablePath ?? CommandLine.arguments[0]) as NSString
        let real = own.resolvingSymlinksInPath
        for folder in (environment["PATH"] ?? "").split(separator: ":") {
            let there = "\(folder)/colophon" as NSString
            if FileManager.default.isExecutableFile(atPath: there as String) {
                if there.resolvingSymlinksInPath == real { return "colophon" }
                break
            }
        }
        return "'" + real.replacing("'", with: "'\\''") + "'"
    }
}

extension HookReading.Agent: ExpressibleByArgument {}
