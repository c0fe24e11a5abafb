import ArgumentParser
import Audit
import Flows
import Foundation
import Provenance
import Text

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Checks code for what makes it unsafe: files, folders, or a snippet from standard input.",
        discussion: """
            Works on pieces of code that no compiler would take. The same input and rules give the same findings on any \
            machine. Exit code 1: something was found. What is in the store is not checked yet.
            """)

    @Argument(help: "Files and folders.")
    var paths: [String] = []

    @Flag(help: "Check what standard input holds, in the language of --language.")
    var stdin = false

    @Option(help: "The language of standard input: \(RuleLibrary.languages.joined(separator: ", ")).")
    var language: String?

    @Flag(help: "Show what is merely untidy as well.")
    var hygiene = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if stdin, language == nil { throw ValidationError("--stdin needs --language.") }
        if !stdin, paths.isEmpty { throw ValidationError("Name files or folders, or give a snippet with --stdin.") }
    }

    func run() throws {
        var auditing = try FileAuditing()
        var found: [FileAuditing.Found] = []
        if stdin, let language {
            let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            guard let findings = try auditing.audit(text, language: language) else {
                throw CommandError(
                    "There are no rules for '\(language)': name one of \(RuleLibrary.languages.joined(separator: ", "))."
                )
            }
            found = findings.map { FileAuditing.Found(path: "-", finding: $0) }
        }
        for path in paths { try auditing.audit(path) { found.append($0) } }
        if !hygiene { found.removeAll { $0.finding.kind == .hygiene } }
        guard stdin || auditing.summary.checked > 0 else {
            throw CommandError(
                "Nothing was checked: no file there is of a language with rules.\(left(auditing.summary))")
        }
        print(found)
        if output.format == .table {
            let count = IngestReport.count(found.count, "finding")
            Console.note(
                "\(count) in \(IngestReport.count(auditing.summary.checked, "file")).\(left(auditing.summary))")
        }
        if !found.isEmpty { throw ExitCode(1) }
    }

    private static let columns = [
        OutputColumn("severity", title: "sev", minimumWidth: 8), OutputColumn("rule", minimumWidth: 20),
        OutputColumn("path", minimumWidth: 12, isFlexible: true),
        OutputColumn("line", alignment: .trailing, minimumWidth: 4),
        OutputColumn("cwe", minimumWidth: 7, rank: 2), OutputColumn("owasp", minimumWidth: 8, rank: 3),
        OutputColumn("confidence", minimumWidth: 6, rank: 1),
        OutputColumn("message", minimumWidth: 30, isFlexible: true),
    ]

    private func print(_ found: [FileAuditing.Found]) {
        let width = Console.columns
        let places = output.format == .table ? width.map { Self.columns.fitting($0) } : nil
        var writer = output.format.writer(width: width)
        var bytes: [UInt8] = []
        writer.begin(places.map { $0.map { Self.columns[$0] } } ?? Self.columns, to: &bytes)
        for entry in found {
            let finding = entry.finding
            let values: [OutputValue] = [
                .text(finding.severity.rawValue), .text(finding.rule), .text(entry.path),
                .integer(Int64(finding.lines.lowerBound)), .text("CWE-\(finding.cwe)"),
                .text(finding.owasp.joined(separator: " ")), .text("\(finding.confidence)"), .text(finding.message),
            ]
            writer.row(places.map { $0.map { values[$0] } } ?? values, to: &bytes)
        }
        writer.end(to: &bytes)
        Console.write(bytes)
    }

    /// What was not analysed is said.
    private func left(_ summary: FileAuditing.Summary) -> String {
        var text = ""
        if summary.unread > 0 { text += " Not read: \(IngestReport.count(summary.unread, "file"))." }
        let others = summary.withoutRules.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        if !others.isEmpty {
            text += " Without rules: " + others.prefix(6).map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "."
        }
        return text
    }
}
