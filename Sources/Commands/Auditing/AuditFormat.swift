import ArgumentParser
import Flows
import Foundation
import Provenance
import Store
import Text

/// How findings come out of `audit`.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown, sarif, github, sonar

    /// `table` is what other commands call it.
    init?(argument: String) { self.init(rawValue: argument == "table" ? "text" : argument) }

    /// What is written as a whole, for other programs.
    var report: FindingReport.Format? { FindingReport.Format(rawValue: rawValue) }
}

extension AuditFormat {
    private static let shown = [
        OutputColumn("severity", title: "sev", minimumWidth: 8), OutputColumn("id", minimumWidth: 10, rank: 4),
        OutputColumn("rule", minimumWidth: 20),
        OutputColumn("path", minimumWidth: 12, isFlexible: true),
        OutputColumn("line", alignment: .trailing, minimumWidth: 4),
        OutputColumn("cwe", minimumWidth: 7, rank: 2), OutputColumn("confidence", minimumWidth: 6, rank: 1),
        OutputColumn("status", minimumWidth: 6, rank: 5), OutputColumn("model", minimumWidth: 10, rank: 6),
        OutputColumn("message", minimumWidth: 30, isFlexible: true),
    ]

    private static let all =
        [
            "id", "severity", "rule", "title", "class", "confidence", "cwe", "owasp", "path", "line", "end_line",
            "column",
            "end_column", "message", "remedy", "status", "reason", "who", "until", "gone_at", "fingerprint", "auditors",
            "tokens", "least_logprob", "mean_logprob", "repository", "edit", "generation", "turn", "session", "agent",
            "model", "prompt", "asked", "at", "changes",
        ].map { OutputColumn($0) }

    /// Writes findings as they come.
    struct Writing {
        private let format: AuditFormat
        private let places: [Int]?
        private var writer: any RowWriter
        private var bytes: [UInt8] = []
        /// What a report holds; findings without a line are in none.
        private var reported: [ReportedFinding] = []
        private var withoutLine = 0
        private var files: ReportedFiles
        private var paths = ReportPaths(from: FileManager.default.currentDirectoryPath)

        /// - Parameter own: the user's rules.
        init(_ format: AuditFormat, own: [RuleFolder.File] = []) {
            self.format = format
            files = ReportedFiles(from: FileManager.default.currentDirectoryPath, own: own)
            let width = Console.columns
            places = format == .text ? width.map { AuditFormat.shown.fitting($0) } : nil
            let columns = format == .text ? AuditFormat.shown : AuditFormat.all
            writer = (format == .text ? OutputFormat.table : .json).writer(width: width)
            if format.report == nil { writer.begin(places.map { $0.map { columns[$0] } } ?? columns, to: &bytes) }
        }

        /// A finding in a file.
        mutating func write(_ found: FileAuditing.Found) {
            guard format.report != nil else { return write(AuditedFinding(found)) }
            reported.append(format == .markdown ? found.reported : files.reported(found.reported))
        }

        /// A finding of a change; its path is from the top of the repository.
        mutating func write(_ finding: ChangeFinding) {
            guard format.report != nil else { return write(AuditedFinding(finding)) }
            reported.append(finding.reported)
        }

        mutating func write(_ finding: AuditedFinding) {
            guard format.report == nil else {
                guard let told = files.reported(finding) else { return withoutLine += 1 }
                return reported.append(told)
            }
            var finding = finding
            // Where it stands today is a line of the file as it is called today.
            if let today = finding.pathToday { finding.path = paths.path(of: today) }
            let values = format == .text ? finding.shownValues : finding.allValues
            writer.row(places.map { $0.map { values[$0] } } ?? values, to: &bytes)
            if bytes.count > 1 << 16 {
                Console.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }

        /// - Parameter notAnalysed: what was left out, as sentences; reports have a place for it.
        mutating func end(notAnalysed: String = "") {
            if let format = format.report {
                let said = notAnalysed.drop { $0 == " " }
                let report = FindingReport(reported, as: format, notAnalysed: said.isEmpty ? [] : [String(said)])
                Console.write(report.bytes)
                report.notes.forEach(Console.note)
                if withoutLine > 0 {
                    Console.note("Left out: \(IngestReport.count(withoutLine, "finding")) of which no line is known.")
                }
                return
            }
            writer.end(to: &bytes)
            Console.write(bytes)
            bytes.removeAll()
        }
    }
}

extension AuditedFinding {
    fileprivate var shownValues: [OutputValue] {
        [
            .text(severity.rawValue), .text(uid.short), .text(rule), .of(path), .of(line.map(Int64.init)), .of(cwe),
            .of(confidence), .text(status), .of(model), .text(message),
        ]
    }

    fileprivate var allValues: [OutputValue] {
        func time(_ moment: Int64?) -> OutputValue { moment.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null }
        let moved = (line ?? 0) - (firstLine ?? 0)
        return [
            uid.isEmpty ? .null : .text(uid), .text(severity.rawValue), .text(rule), .of(title), .of(kind),
            .of(confidence), .of(cwe), .text(owasp.joined(separator: " ")), .of(path), .of(line.map(Int64.init)),
            .of(lastLine.map { Int64($0 + moved) }), .of(firstColumn.map(Int64.init)), .of(lastColumn.map(Int64.init)),
            .text(message), .of(remedy), .text(status), .of(judgement?.reason), .of(judgement?.who),
            time(judgement?.until), time(goneAt), .of(fingerprint),
            .text(auditors.joined(separator: " ")), .of(tokens.map { Int64($0.count) }),
            tokens?.leastLogprob.map { .number($0) } ?? .null, tokens?.meanLogprob.map { .number($0) } ?? .null,
            .of(repository), .of(edit), .of(generation), .of(turn), .of(session), .of(agent), .of(model), .of(prompt),
            .of(words), at > 0 ? time(at) : .null, changes.isEmpty ? .null : .text(changes.joined(separator: " ")),
        ]
    }
}
