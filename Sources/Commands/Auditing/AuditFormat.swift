import ArgumentParser
import Flows
import Provenance
import Store
import Text

/// How findings come out of `audit`.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
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
            "model", "prompt", "asked", "at",
        ].map { OutputColumn($0) }

    /// Writes findings as they come.
    struct Writing {
        private let format: AuditFormat
        private let places: [Int]?
        private var writer: any RowWriter
        private var bytes: [UInt8] = []

        init(_ format: AuditFormat) {
            self.format = format
            let width = Console.columns
            places = format == .text ? width.map { AuditFormat.shown.fitting($0) } : nil
            let columns = format == .text ? AuditFormat.shown : AuditFormat.all
            writer = (format == .text ? OutputFormat.table : .json).writer(width: width)
            writer.begin(places.map { $0.map { columns[$0] } } ?? columns, to: &bytes)
        }

        mutating func write(_ finding: AuditedFinding) {
            let values = format == .text ? finding.shownValues : finding.allValues
            writer.row(places.map { $0.map { values[$0] } } ?? values, to: &bytes)
            if bytes.count > 1 << 16 {
                Console.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }

        mutating func end() {
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
            .text(witnesses.map(\.auditor).joined(separator: " ")), .of(tokens.map { Int64($0.count) }),
            tokens?.leastLogprob.map { .number($0) } ?? .null, tokens?.meanLogprob.map { .number($0) } ?? .null,
            .of(repository), .of(edit), .of(generation), .of(turn), .of(session), .of(agent), .of(model), .of(prompt),
            .of(words), at > 0 ? time(at) : .null,
        ]
    }
}
