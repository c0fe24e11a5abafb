import Engines
import Flows
import Text

/// What one sees while an engine writes: its text as it comes, then what was recorded of it.
struct GenerationProgress {
    private let isShown = Console.errorIsTerminal
    private let name: String

    init(_ engine: Engine, model: EngineModel?) {
        name = [model?.name, "\(engine.kind.rawValue) at \(engine.host)"].compactMap(\.self).joined(separator: ", ")
        if isShown { Console.note(Visible.text("asking \(name)")) }
    }

    var watch: EngineClient.Watch {
        var watch = EngineClient.Watch()
        watch.isCancelled = { Interruption.isWanted }
        watch.waits = { Console.note(Visible.text("waiting: \($0)")) }
        if isShown {
            watch.grew = { text, _ in
                guard !text.isEmpty else { return }
                Console.write(Array(Visible.text(String(text), keeping: [.newline, .tab]).utf8), to: 2)
            }
        }
        return watch
    }

    func end(_ report: CodeGeneration.Report) {
        if isShown, !report.outcome.answer.text.hasSuffix("\n") { Console.note("") }
        for line in GenerationPage.lines(of: report) { Console.note(Visible.text(line)) }
    }
}
