import ArgumentParser
import Audit
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks code for what makes it unsafe: what agents wrote, files, folders, or a snippet.",
        discussion: """
            Without a path it checks what waits in the store, then shows what stands in the files of today: open \
            findings, by path and line. A filter that names a status (status:accepted, status:gone) shows the others. \
            Works on pieces of code that no compiler would take. The same input and rules give the same findings on any \
            machine. Exit code 1: something was found; 2: nothing could be checked, or not all could be told.
            """)

    @Argument(
        help: "Files and folders, or a list of snippets as {\"code\": [\"…\"]}; none for what is in the store.")
    var paths: [String] = []

    @Flag(help: "Check what standard input holds, in the language of --language.")
    var stdin = false

    @Option(
        help: "The language of standard input or of snippets: \(RuleLibrary.languages.joined(separator: ", ")).")
    var language: String?

    @Flag(help: "Show what is merely untidy as well.")
    var hygiene = false

    @Option(help: ArgumentHelp("Of the store, only what matches.", valueName: "filter"))
    var filter = ""

    @Option(help: ArgumentHelp("Of the store, only code written since then, as 2026-03-14 or 7d.", valueName: "time"))
    var since: String?

    @Flag(help: "Check all of the store again; what other rules have checked is checked again by itself.")
    var again = false

    @Option(
        help: ArgumentHelp(
            """
            text, json, markdown (a comment on a pull request), sarif (code scanning, editors), github (annotations of a \
            workflow) or sonar (SonarQube's generic import).
            """, valueName: "format"))
    var format: AuditFormat = .text

    @Option(
        help: ArgumentHelp(
            "What a change adds, and nothing else: A..B, or what the work tree adds to a commit, as origin/main.",
            valueName: "rev"))
    var diff: String?

    @Option(
        help: ArgumentHelp(
            "Look into what is to be published, a file, folder or archive, for what should not leave the house.",
            valueName: "path"))
    var release: String?

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var options: StoreOptions

    private var isOfStore: Bool { !stdin && paths.isEmpty && diff == nil && release == nil }

    func validate() throws {
        if stdin, language == nil { throw ValidationError("--stdin needs --language.") }
        if diff != nil || release != nil {
            guard paths.isEmpty, !stdin, diff == nil || release == nil else {
                throw ValidationError("--diff and --release stand alone: leave the paths and --stdin out.")
            }
        }
        if !isOfStore, !filter.isEmpty || since != nil || again {
            throw ValidationError("--filter, --since and --again are for what is in the store: leave the paths out.")
        }
        if let since, Self.moment(since, now: 0) == nil {
            throw ValidationError("'\(since)' is no time: write it as 2026-03-14, 2026-03-14T09:00Z or 7d.")
        }
    }

    func run() throws { try Undecided.ifItFails { try check() } }

    private func check() throws {
        if isOfStore { return try runOnStore() }
        if let release { return try ReleasePage.run(release, format: format == .json ? .json : .table) }
        if let diff { return try run(onChange: diff) }
        var auditing = try FileAuditing(own: ruleOptions.files())
        var found: [FileAuditing.Found] = []
        if stdin, let language {
            let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            guard let findings = try auditing.audit(text, language: language, path: "-") else {
                throw CommandError(
                    "There are no rules for '\(language)': name one of \(RuleLibrary.languages.joined(separator: ", "))."
                )
            }
            guard !text.allSatisfy(\.isWhitespace) else {
                throw CommandError("Nothing was checked: standard input is empty.")
            }
            found = findings
        }
        for path in paths {
            let isSnippets =
                try path.hasSuffix(".json") && auditing.audit(snippetsOf: path, language: language) { found.append($0) }
            if !isSnippets { try auditing.audit(path) { found.append($0) } }
        }
        if !hygiene { found.removeAll { $0.finding.kind == .hygiene } }
        guard stdin || auditing.summary.checked > 0 else {
            Console.note("Nothing was checked: no file there is of a language with rules.\(left(auditing.summary))")
            throw ExitCode(2)
        }
        var writing = AuditFormat.Writing(format)
        for entry in found { writing.write(entry) }
        writing.end(notAnalysed: left(auditing.summary))
        if format == .text {
            let count = IngestReport.count(found.count, "finding")
            let files = IngestReport.count(auditing.summary.checked, "file")
            let place = stdin ? paths.isEmpty ? "the input" : "the input and \(files)" : files
            Console.note("\(count) in \(place).\(left(auditing.summary))")
        }
        if !found.isEmpty { throw ExitCode(1) }
    }

    // MARK: - A change

    /// What a change adds. No changed line of a language with rules: nothing to object to, which is said.
    private func run(onChange change: String) throws {
        let checkout = try RevisionOptions.checkout(at: nil)
        let own = try ruleOptions.files()
        var found: [ChangeFinding] = []
        let summary: ChangeAuditing.Summary
        if let store = storeThatIs() {
            var reading = try ChangeReading(
                store: store, checkout: checkout, rules: own, now: Timestamp.now.milliseconds)
            summary = try reading.eachFinding(of: change) { found.append($0) }
        } else {
            var auditing = try ChangeAuditing(own: own, in: checkout)
            try auditing.audit(change) { found.append(ChangeFinding(found: $0)) }
            summary = auditing.summary
        }
        if !hygiene { found.removeAll { $0.found.finding.kind == .hygiene } }
        let waived = found.count { $0.isWaived }
        found.removeAll { $0.isWaived }
        var writing = AuditFormat.Writing(format)
        for entry in found { writing.write(entry) }
        writing.end()
        var text =
            "\(IngestReport.count(found.count, "finding")) in \(IngestReport.count(summary.addedLines, "added line")) "
        text += "of \(IngestReport.count(summary.checked, "file"))."
        if summary.changed == 0 { text = "The change adds no line to a file of code." }
        if waived > 0 { text += " Accepted, or said to be none: \(waived)." }
        if summary.unread > 0 { text += " Not read: \(IngestReport.count(summary.unread, "file"))." }
        Console.note(text + Self.withoutRules(summary.withoutRules))
        if !found.isEmpty { throw ExitCode(1) }
        if summary.unread > 0 || summary.changed > 0 && summary.checked == 0 { throw ExitCode(2) }
    }

    /// Who wrote a line is told where there is a store; the code can be checked without.
    private func storeThatIs() -> Store? {
        do {
            guard FileManager.default.fileExists(atPath: try options.path()) else { return nil }
            return try options.openForReading()
        } catch {
            Console.note("Who wrote what is not told. \(error)")
            return nil
        }
    }

    // MARK: - The store

    private func runOnStore() throws {
        let filter = try FilterText.parse(filter)
        let now = Timestamp.now.milliseconds
        let store = try options.openForReading()
        let own = try ruleOptions.files()
        var auditing = try StoreAuditing(store: store, own: own, now: now)
        let work = try auditing.workOff(again ? .everything : .stale)
        if let refusal = work.refusal { Console.note(refusal.description) }
        let audited = try store.auditedEdits()
        guard audited[nil] ?? 0 > 0 else {
            throw CommandError("Nothing was checked: \(try emptiness(of: store, audited))")
        }
        let checkout = Checkout.discover(from: FileManager.default.currentDirectoryPath)
        let here = try checkout.flatMap { checkout in
            try RepositoryPlace.here(checkout, in: store).map { (identity: $0.identity, root: checkout.root) }
        }
        var findings = StoreFindings(store: store, now: now, here: here)
        var writing = AuditFormat.Writing(format, own: own)
        let summary = try findings.each(
            matching: filter, since: since.flatMap { Self.moment($0, now: now) }, hygiene: hygiene
        ) { writing.write($0) }
        writing.end(notAnalysed: try left(audited, in: store))
        try note(summary, audited, again: work.again, edition: auditing.edition, in: store)
        if summary.shown > 0 { throw ExitCode(1) }
    }

    private func emptiness(of store: Store, _ audited: [EditAudit.Skip?: Int]) throws -> String {
        if try store.editsWithoutAudit() > 0 {
            return "the store may not be written, and nothing in it has been checked before."
        }
        if audited.isEmpty { return "no edit in the store holds code. 'colophon ingest' reads what agents wrote." }
        return "no edit in the store is of a language with rules.\(try left(audited, in: store))"
    }

    /// What was looked at, and what was not.
    private func note(
        _ summary: StoreFindings.Summary, _ audited: [EditAudit.Skip?: Int], again: Int, edition: AuditEdition,
        in store: Store
    ) throws {
        var words =
            "\(IngestReport.count(summary.shown, "finding")) in \(IngestReport.count(audited[nil] ?? 0, "edit"))."
        if summary.gone > 0 { words += " No longer in their files: \(summary.gone)." }
        if summary.returned > 0 { words += " Back in their files: \(summary.returned)." }
        words += try left(audited, in: store)
        let waiting = try store.editsWithoutAudit()
        if waiting > 0 { words += " Still waiting: \(IngestReport.count(waiting, "edit"))." }
        let others = try store.editsAuditedOtherwise(than: edition)
        if others > 0 { words += " Checked by other rules than today's: \(IngestReport.count(others, "edit"))." }
        if again > 0, others == 0 { words += " Checked again, by today's rules: \(IngestReport.count(again, "edit"))." }
        if format == .text || waiting > 0 || others > 0 { Console.note(words) }
    }

    private func left(_ audited: [EditAudit.Skip?: Int], in store: Store) throws -> String {
        var words = ""
        if let size = audited[.size] { words += " Too large: \(IngestReport.count(size, "edit"))." }
        if let text = audited[.text] { words += " Text not recorded: \(IngestReport.count(text, "edit"))." }
        if audited[.language] != nil { words += Self.withoutRules(try store.languagesWithoutAudit()) }
        return words
    }

    /// A day, a moment, or so long ago.
    private static func moment(_ text: String, now: Int64) -> Int64? {
        if let age = Age(argument: text) { return now - age.milliseconds }
        return Timestamp(iso: text.contains("T") ? text : text + "T00:00Z")?.milliseconds
    }

    // MARK: - What was not analysed is said

    private func left(_ summary: FileAuditing.Summary) -> String {
        var text = ""
        if summary.unread > 0 { text += " Not read: \(IngestReport.count(summary.unread, "file"))." }
        if summary.withoutLanguage > 0 {
            text +=
                " Of unknown language: \(IngestReport.count(summary.withoutLanguage, "snippet")); --language names it."
        }
        if summary.isCut { text += " There are more files than are looked at in one go: name folders below." }
        let folders = summary.skippedFolders.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        if !folders.isEmpty {
            text += " Not gone into: " + folders.prefix(6).map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "."
        }
        return text + Self.withoutRules(summary.withoutRules)
    }

    private static func withoutRules(_ languages: [String: Int]) -> String {
        let others = languages.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard !others.isEmpty else { return "" }
        return " Without rules: " + others.prefix(6).map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "."
    }
}

extension AuditedFinding {
    /// A finding in a file, of which the store knows nothing.
    init(_ found: FileAuditing.Found) {
        let finding = found.finding
        self.init(
            id: 0, uid: "", at: 0, rule: finding.rule, severity: finding.severity, message: finding.message)
        kind = finding.kind.name
        confidence = finding.confidence.name
        cwe = "CWE-\(finding.cwe)"
        owasp = finding.owasp
        path = found.path
        firstLine = finding.lines.lowerBound
        lastLine = finding.lines.upperBound
        firstColumn = found.reported.place.start.column
        lastColumn = found.reported.place.end.column
        title = found.reported.rule.title
        remedy = found.reported.rule.remedy
        range = finding.range
        auditor = Finding.ownAuditor
    }
}

extension AuditedFinding {
    /// A finding of a change: places of the file as it stands with the change, all else of the store.
    init(_ finding: ChangeFinding) {
        self.init(finding.found)
        guard let writer = finding.writer else { return }
        if let stored = finding.stored {
            let inFile = self
            self = stored
            (lineToday, pathToday) = (nil, nil)
            path = inFile.path
            (firstLine, lastLine) = (inFile.firstLine, inFile.lastLine)
            (firstColumn, lastColumn) = (inFile.firstColumn, inFile.lastColumn)
            (message, severity, confidence) = (inFile.message, inFile.severity, inFile.confidence)
            // What is in the file is there, whatever was said before.
            status = "open"
        }
        edit = writer.uid
        generation = writer.generation
        agent = writer.agent
        model = writer.model
        session = writer.session
        prompt = finding.prompt?.uid
        words = finding.prompt?.words
        turn = finding.prompt?.turn
    }
}
