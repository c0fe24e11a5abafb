import ArgumentParser
import Flows
import Foundation
import Git
import Scanners
import Store
import Text

struct AuditImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads what other scanners found, and binds it to the generations whose lines it hits.",
        discussion: """
            Takes SARIF 2.1.0 (CodeQL, Semgrep, gosec, Gitleaks and most others), the JSON of Semgrep and Bandit, and \
            what SonarQube answers to /api/issues/search. The same defect from two tools is one finding with two \
            witnesses. Lines are those of the commit that the report names, else those of today. What stands on lines \
            that no known generation wrote is counted and kept out. What the same tool told of before, in a file that the \
            report covers and by a rule that was at work, and does not tell of any more, is closed as gone; at work were the \
            rules that the report names, and with --all-rules every one.
            """)

    @Argument(help: ArgumentHelp("Reports; - for standard input.", valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "A SonarQube to ask as well; its token comes from COLOPHON_SONAR_TOKEN or SONAR_TOKEN.", valueName: "url"))
    var sonar: String?

    @Option(help: ArgumentHelp("The project's key there.", valueName: "key"))
    var project: String?

    @Flag(help: "The reports are of all rules that these tools ever told of: none was left out this time.")
    var allRules = false

    @Flag(help: "Ask a server whose address is a public one.")
    var allowPublic = false

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
    var repo: String?

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if files.isEmpty, sonar == nil {
            throw ValidationError("Name the reports that scanners wrote, or a server with --sonar.")
        }
        if (sonar == nil) != (project == nil) { throw ValidationError("--sonar and --project go together.") }
        if allowPublic, sonar == nil { throw ValidationError("--allow-public is for --sonar.") }
    }

    /// All of it, before anything is written.
    private func reports() throws -> [(name: String, reports: [ScannerReport])] {
        var all = try files.map { (name: $0, reports: try ReportFile.read($0)) }
        if let sonar, let project {
            let environment = ProcessInfo.processInfo.environment
            let server = try SonarServer(
                at: sonar, project: project, token: environment["COLOPHON_SONAR_TOKEN"] ?? environment["SONAR_TOKEN"],
                allowsPublic: allowPublic)
            all.append((name: "\(sonar) \(project)", reports: [try server.report()]))
        }
        return all
    }

    func run() throws {
        let folder = repo ?? FileManager.default.currentDirectoryPath
        let checkout = try repo.map { try RevisionOptions.checkout(at: $0) } ?? Checkout.discover(from: folder)
        let reports = try reports()
        for (name, reports) in reports {
            for report in reports {
                if let nothing = ReportPage(report, name: name).nothing { throw CommandError(nothing) }
            }
        }
        let store = try options.open(.write)
        let now = Timestamp.now.milliseconds
        if try store.hasPending() { try Intake(store: store).settle() }
        try ShingleIndexing.catchUp(store)
        // What our own rules say comes first: then another's word joins it.
        try OwnRules.use { try StoreAuditing.catchUp(store, own: $0, now: now) }
        var importing = ReportImport(store: store, folder: folder, checkout: checkout, now: now)
        for (name, reports) in reports {
            for report in reports {
                for note in report.notes { Console.note(Visible.text("\(name): \(note)")) }
                let page = ReportPage(report, name: name)
                let summary = try importing.take(report, source: name, isOfAllRules: allRules)
                Console.write(page.sentence(summary) + "\n")
                for line in page.unread { Console.note(line) }
            }
        }
        for doubt in importing.doubts { Console.note(Visible.text(doubt)) }
    }
}
