import ArgumentParser
import Engines
import Flows
import Text

struct EnginesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engines",
        abstract: "Finds engines that generate code, lists their models, and says what of each can be recorded.",
        discussion: """
            Without --engine it looks at the usual ports of this machine: Ollama, the llama.cpp server, vLLM, LM Studio. \
            "exact ids": every token by its number in the vocabulary; "pieces": tokens as the engine sends them, with log \
            probabilities; "text only": no tokens. How an address is written where a server cannot be asked what it is: \
            plain+http://host/path, anthropic+https://host, openai+http://host.
            """)

    @Option(help: "table, json, csv or markdown.")
    var format: OutputFormat = .table

    @OptionGroup var engine: EngineOptions

    private static let columns = [
        OutputColumn("address", minimumWidth: 22),
        OutputColumn("engine", minimumWidth: 10),
        OutputColumn("model", minimumWidth: 16, isFlexible: true),
        OutputColumn("size", minimumWidth: 6, rank: 3),
        OutputColumn("weights", minimumWidth: 6, rank: 4),
        OutputColumn("context", alignment: .trailing, minimumWidth: 7, rank: 5),
        OutputColumn("digest", minimumWidth: 12, rank: 2),
        OutputColumn("tokens", minimumWidth: 9, rank: 1),
    ]

    func run() throws {
        let choice = try engine.choice()
        let all = try choice.all()
        guard !all.isEmpty else {
            let places = choice.usualAddresses.map { $0.dropFirst(7) }.joined(separator: ", ")
            throw CommandError("No engine answers on this machine (\(places)): start one, or name it with --engine.")
        }
        var writer = format.writer(width: Console.columns)
        var bytes: [UInt8] = []
        let columns = format == .table ? Console.columns.map { Self.columns.fitting($0) } : nil
        let places = columns ?? Array(Self.columns.indices)
        writer.begin(places.map { Self.columns[$0] }, to: &bytes)
        for found in all {
            for model in found.models.isEmpty ? [nil] : found.models.map(Optional.some) {
                let values = Self.values(found, model)
                writer.row(places.map { values[$0] }, to: &bytes)
            }
        }
        writer.end(to: &bytes)
        Console.write(bytes)
    }

    private static func values(_ found: EngineProbe.Found, _ model: EngineModel?) -> [OutputValue] {
        let version = found.version.map { " \(Visible.text($0))" } ?? ""
        let name = model.map { Visible.text($0.name) + ($0.isRemote ? " (served elsewhere)" : "") }
        return [
            .text(found.engine.address), .text(found.engine.kind.rawValue + version),
            .text(name ?? nameless(found)), .of(model?.size),
            .of(model?.quantization),
            .of(model?.context.map(Int64.init)), .of(model?.digest.map { String($0.prefix(12)) }),
            .text(words(found.engine.kind.fidelity)),
        ]
    }

    private static func nameless(_ found: EngineProbe.Found) -> String {
        found.isLoading ? "still loading" : found.engine.kind == .plain ? "not told" : "none"
    }

    private static func words(_ fidelity: Fidelity) -> String {
        switch fidelity {
        case .ids: "exact ids"
        case .pieces: "pieces"
        case .text: "text only"
        }
    }
}
