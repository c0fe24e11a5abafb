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
        abstract: "Takes in what other programs record: JSON Lines from standard input, or what passes to an engine.",
        discussion: """
            Each line is one object with a "type": generation, edit, finding, decision, rule, alert or link.

              {"type":"generation","id":"my-1","agent":"my-generator","model":"m","prompt":"Say hi","output":"hi"}
              {"type":"finding","generation":"my-1","rule":"r1","severity":"high","message":"Says too little."}

            A line that cannot be recorded is named on standard error, the others are stored, and the exit code is 1.
            Recording the same again doubles nothing. Secrets are taken out before anything is stored.

            With --proxy it passes any client's requests through to an engine, byte for byte, and records each answer \
            with its tokens; a call of a tool that writes a file is an edit, proposed until somebody tells what became of it:

              colophon record --proxy --listen 127.0.0.1:11435 --upstream http://127.0.0.1:11434

            To an engine behind TLS, which must show who it is, requests name its own host; nothing else of them changes.
            """)

    @Flag(help: "Pass requests through to an engine, and record what it answers.")
    var proxy = false

    @Option(help: ArgumentHelp("Where clients ask, an address of this machine alone.", valueName: "host:port"))
    var listen = "127.0.0.1:11435"

    @Option(help: ArgumentHelp("The engine that answers.", valueName: "url"))
    var upstream: String?

    @Flag(help: "Pass on to an engine whose address is a public one.")
    var allowPublic = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if proxy != (upstream != nil) { throw ValidationError("--proxy and --upstream go together.") }
        if allowPublic, !proxy { throw ValidationError("--allow-public is for --proxy.") }
    }

    func run() throws {
        if let upstream {
            let store = try options.open(.create)
            return try ProxyRun.run(listen: listen, upstream: upstream, allowsPublic: allowPublic, store: store)
        }
        var recording = Recording(store: try options.open(.create))
        let summary = try recording.run(STDIN_FILENO) { Console.note("line \($0.line): \($0.reason)") }
        Console.write(RecordReport(summary: summary).line + "\n")
        if summary.bad > 0 { throw ExitCode.failure }
    }
}
