import ArgumentParser
import Engines
import Flows
import Foundation

/// Which engine a command asks.
struct EngineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The engine's address (default: $COLOPHON_ENGINE, the configuration, else what answers on this machine).",
            valueName: "url"))
    var engine: String?

    @Option(help: "The model, where the engine has several (default: $COLOPHON_MODEL, else the configuration).")
    var model: String?

    @Option(
        help: ArgumentHelp(
            "A file with the engine's key, which only you can read; else COLOPHON_ENGINE_KEY holds it.",
            valueName: "file"))
    var keyFile: String?

    @Option(
        help: ArgumentHelp(
            "How long the engine may take to the first byte of an answer (default: the configuration's "
                + "first_byte_timeout, else 600).",
            valueName: "seconds"))
    var firstByteTimeout: Double?

    @Flag(help: "Ask an engine whose address is a public one.")
    var allowPublic = false

    func choice(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> EngineChoice {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let settings = Configuration.ofUser().engine
        var choice = EngineChoice()
        choice.address = engine ?? value("COLOPHON_ENGINE") ?? settings.url
        choice.model = model ?? value("COLOPHON_MODEL") ?? settings.model
        choice.patience = settings.patience
        if let firstByteTimeout {
            guard let wait = HTTPPatience.milliseconds(of: firstByteTimeout) else {
                throw ValidationError("--first-byte-timeout is a number of seconds, as 30 or 0.5, a day at most.")
            }
            choice.patience.firstByte = wait
        }
        choice.allowsPublic = allowPublic
        choice.allowedHosts = settings.allowedHosts
        choice.ollamaHost = value("OLLAMA_HOST")
        if let file = keyFile ?? settings.keyFile {
            choice.key = try KeyFile.read(file)
        } else {
            choice.key = try value("COLOPHON_ENGINE_KEY").map { try KeyFile.key($0, of: "COLOPHON_ENGINE_KEY") }
        }
        choice.waits = { Console.note("waiting: \($0)") }
        return choice
    }
}
