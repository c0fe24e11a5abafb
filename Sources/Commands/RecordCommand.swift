import ArgumentParser
import Flows
import Store

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Takes in what other programs record: JSON Lines from standard input.",
        discussion: """
            Each line is one object with a "type": generation, edit, finding, decision, rule, alert or link.

              {"type":"generation","id":"my-1","agent":"my-generator","model":"m","prompt":"Say hi","output":"hi"}
              {"type":"finding","generation":"my-1","rule":"r1","severity":"high","message":"Says too little."}

            A line that cannot be recorded is named on standard error, the others are stored, and the exit code is 1.
            Recording the same again doubles nothing. Secrets are taken out before anything is stored.
            """)

    @OptionGroup var options: StoreOptions

    func run() throws {
        var recording = Recording(store: try options.open(.create))
        let summary = try recording.run(STDIN_FILENO) { Console.note("line \($0.line): \($0.reason)") }
        Console.write(RecordReport(summary: summary).line + "\n")
        if summary.bad > 0 { throw ExitCode.failure }
    }
}
