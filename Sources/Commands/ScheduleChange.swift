import Flows
import Foundation
import Text

/// Sets the timer that reads the histories every hour, or takes it out.
struct ScheduleChange {
    /// As `--store` names it.
    let store: String?
    /// The user said yes beforehand.
    let isAgreed: Bool

    func run(ending: Bool) throws {
        let environment = ProcessInfo.processInfo.environment
        let scheduling = Scheduling(environment: environment)
        let job = IngestJob(
            program: Bundle.main.executablePath ?? CommandLine.arguments[0],
            store: store.map { URL(fileURLWithPath: $0).path }, environment: environment)
        let timer = try scheduling.timer(for: job)
        if ending {
            let wasSet = try scheduling.end(timer)
            return Console.write(wasSet ? "The timer is taken out.\n" : "There was no timer.\n")
        }
        Console.write(visible(timer.description) + "\n")
        if !isAgreed {
            guard Console.canAsk else {
                throw CommandError("There is no terminal to ask on: add --yes if that is meant.")
            }
            guard Console.ask("Set it?") else { throw CommandError("Nothing was changed.") }
        }
        try scheduling.start(timer)
        Console.write("It is set; 'colophon ingest --unschedule' takes it out.\n")
    }

    private func visible(_ text: String) -> String { Console.isTerminal ? Visible.text(text, keeping: .newline) : text }
}
