import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Text

struct MetricCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metric", abstract: "Keeps other numbers over time, to compare them before and after.",
        subcommands: [Add.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes a number.",
            discussion: """
                  colophon metric add "chat threads" 34 --at 2026-11-02

                The same name at the same moment is the same number: it is written over.
                """)

        @Argument(help: "What is counted.")
        var name: String

        @Argument(help: "The number.", transform: Self.number)
        var value: Double

        @Option(
            help: ArgumentHelp("When it held, as 2026-11-02 or 2026-11-02T09:00Z (default: now).", valueName: "time"))
        var at: String?

        @Option(help: "Its unit: hours, threads.")
        var unit: String?

        @Option(help: ArgumentHelp("Of which repository it is (default: of all).", valueName: "owner/name"))
        var repository: String?

        @OptionGroup var options: StoreOptions

        static func number(_ text: String) throws -> Double {
            guard let value = Double(text), value.isFinite else {
                throw ValidationError("'\(text)' is no number: write it as 34 or 2.5.")
            }
            return value
        }

        func validate() throws {
            if name.isEmpty || name.utf8.count > 200 {
                throw ValidationError("A number needs a name of 1 to 200 bytes.")
            }
            if let at, Timestamp(iso: at) == nil {
                throw ValidationError("'\(at)' is no moment: write it as 2026-11-02 or 2026-11-02T09:00Z.")
            }
        }

        func run() throws {
            let now = Timestamp.now
            let moment = at.flatMap { Timestamp(iso: $0) } ?? now
            let record = MetricRecord(
                name: name, value: value, unit: unit.flatMap { $0.isEmpty ? nil : $0 }, repository: repository ?? "",
                at: moment.milliseconds)
            let isNew = try options.open(.create).take([.metric(record)], now: now.milliseconds).first ?? false
            let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
            Console.write(
                Visible.text("\(isNew ? "Noted" : "Written over"): \(name) \(number) at \(moment.iso)") + "\n")
        }
    }
}
