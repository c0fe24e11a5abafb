import ArgumentParser
import Metrics

struct StatsExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "What a figure means, how it is counted, and what it must not be taken for.")

    @Argument(help: ArgumentHelp("A figure by its name (default: the list of all).", valueName: "metric"))
    var name: String?

    func validate() throws {
        if let name, PipelineMetric(named: name) == nil {
            throw ValidationError("There is no figure '\(name)': 'colophon stats explain' lists them.")
        }
    }

    func run() {
        guard let metric = name.flatMap(PipelineMetric.init(named:)) else {
            let width = PipelineMetric.allCases.map(\.rawValue.count).max() ?? 0
            for metric in PipelineMetric.allCases {
                let gap = String(repeating: " ", count: width - metric.rawValue.count + 2)
                Console.write("\(metric.rawValue)\(gap)\(metric.definition.meaning)\n")
            }
            return
        }
        Console.write(Self.page(metric))
    }

    /// The page of a figure.
    static func page(_ metric: PipelineMetric) -> String {
        let definition = metric.definition
        return """
            \(definition.title) (\(metric.rawValue)), \(definition.unit.name)

            \(definition.meaning)

            Counted   \(definition.counting)
            Source    \(definition.source)
            Caution   \(definition.caution)
            Interval  \(interval(metric.form))

            """
    }

    private static func interval(_ form: PipelineMetric.Form) -> String {
        switch form {
        case .median:
            "Medians with the interval of order statistics, where some are not over with Brookmeyer and Crowley's; their ratio by the exact bootstrap distribution of the median, which below 30 values a side is a little wide (it holds the truth in 96 to 97 of 100 cases)."
        case .share:
            "Wilson's score interval; differences by Newcombe's. Where it says so, widened by how groups differ."
        case .left:
            "The jackknife's over commits, on the scale of arcsin √S; differences by the ends of both, squared and added."
        case .rate:
            "Exact for counts (Garwood; ratios by Clopper and Pearson), widened by how unevenly they come from week to week."
        }
    }
}
