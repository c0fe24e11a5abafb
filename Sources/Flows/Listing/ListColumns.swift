import Provenance
package import Store
package import Text

/// What each list says, in tables, exports and pipes alike: its columns, and a row's values in their order.
package enum ListColumns {
    package static let turns = [
        OutputColumn("at", title: "when", minimumWidth: 16), OutputColumn("id", minimumWidth: 10),
        OutputColumn("agent", minimumWidth: 11, rank: 6),
        OutputColumn("model", minimumWidth: 10, isFlexible: true, rank: 5),
        OutputColumn("repository", minimumWidth: 8, isFlexible: true, rank: 8),
        OutputColumn("asked", minimumWidth: 16, isFlexible: true),
        OutputColumn("path", title: "wrote", minimumWidth: 12, isFlexible: true, rank: 1),
        OutputColumn("files", alignment: .trailing, minimumWidth: 5, rank: 9),
        OutputColumn("added", title: "+", alignment: .trailing, rank: 3),
        OutputColumn("removed", title: "−", alignment: .trailing, rank: 4),
        OutputColumn("output_tokens", title: "tokens", alignment: .trailing, minimumWidth: 6, rank: 7),
        OutputColumn("risk", minimumWidth: 8, rank: 2), OutputColumn("status", title: "became", minimumWidth: 8),
        OutputColumn("in_reply_to", title: "in reply to", minimumWidth: 16, isFlexible: true, rank: 10),
    ]

    package static func values(of row: TurnRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.agent), .of(row.model),
            .of(row.repository), .text(row.title), .of(row.path), .integer(Int64(row.files)),
            .integer(Int64(row.added)), .integer(Int64(row.removed)), .of(row.outputTokens),
            .of(row.risk.map { Self.risks[min(max($0, 0), 4)] }), .text(row.status), .of(row.inReplyTo),
        ]
    }

    package static let risks = ["info", "low", "medium", "high", "critical"]

    package static let generations = [
        OutputColumn("at", title: "when", minimumWidth: 16), OutputColumn("id", minimumWidth: 10),
        OutputColumn("agent", minimumWidth: 11, rank: 6),
        OutputColumn("model", minimumWidth: 12, isFlexible: true),
        OutputColumn("asked", minimumWidth: 16, isFlexible: true),
        OutputColumn("edits", alignment: .trailing, minimumWidth: 5, rank: 3),
        OutputColumn("input_tokens", title: "in", alignment: .trailing, minimumWidth: 6, rank: 5),
        OutputColumn("cache_read_tokens", title: "cached", alignment: .trailing, minimumWidth: 7, rank: 7),
        OutputColumn("cache_write_tokens", title: "to cache", alignment: .trailing, minimumWidth: 8, rank: 8),
        OutputColumn("output_tokens", title: "out", alignment: .trailing, minimumWidth: 6, rank: 1),
        OutputColumn("stop_reason", title: "stop", minimumWidth: 8, rank: 9),
    ]

    package static func values(of row: GenerationRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.agent), .of(row.model),
            .of(row.title), .integer(Int64(row.edits)), .of(row.inputTokens), .of(row.cacheReadTokens),
            .of(row.cacheWriteTokens), .of(row.outputTokens), .of(row.stopReason),
        ]
    }

    package static let edits = [
        OutputColumn("at", title: "when", minimumWidth: 16), OutputColumn("id", minimumWidth: 10),
        OutputColumn("path", minimumWidth: 20, isFlexible: true), OutputColumn("kind", minimumWidth: 6, rank: 5),
        OutputColumn("means", title: "by", minimumWidth: 7, rank: 7),
        OutputColumn("added", title: "+", alignment: .trailing, rank: 2),
        OutputColumn("removed", title: "−", alignment: .trailing, rank: 3),
        OutputColumn("line", alignment: .trailing, minimumWidth: 5, rank: 6),
        OutputColumn("status", title: "became", minimumWidth: 8),
        OutputColumn("model", minimumWidth: 10, isFlexible: true, rank: 9),
        OutputColumn("asked", minimumWidth: 12, isFlexible: true, rank: 8),
    ]

    package static func values(of row: EditRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.path), .text(row.kind),
            .text(row.means), .of(row.added.map(Int64.init)), .of(row.removed.map(Int64.init)),
            .of(row.firstLine.map(Int64.init)), .text(row.status), .of(row.model), .of(row.title),
        ]
    }

    package static let sessions = [
        OutputColumn("at", title: "began", minimumWidth: 16), OutputColumn("ended", minimumWidth: 16, rank: 8),
        OutputColumn("id", minimumWidth: 10), OutputColumn("agent", minimumWidth: 11),
        OutputColumn("version", minimumWidth: 7, rank: 9),
        OutputColumn("repository", minimumWidth: 10, isFlexible: true),
        OutputColumn("branch", minimumWidth: 8, isFlexible: true, rank: 5),
        OutputColumn("turns", alignment: .trailing, minimumWidth: 5),
        OutputColumn("title", minimumWidth: 10, isFlexible: true, rank: 6),
    ]

    package static func values(of row: SessionRow) -> [OutputValue] {
        [
            row.startedAt.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null,
            row.endedAt.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null, .text(row.uid.short),
            .text(row.agent), .of(row.agentVersion), .of(row.repository), .of(row.branch),
            .integer(Int64(row.turns)), .of(row.title),
        ]
    }

    package static let findings = [
        OutputColumn("at", title: "when", minimumWidth: 16), OutputColumn("id", minimumWidth: 10),
        OutputColumn("severity", title: "sev", minimumWidth: 8),
        OutputColumn("rule", minimumWidth: 14, isFlexible: true),
        OutputColumn("path", title: "where", minimumWidth: 12, isFlexible: true, rank: 1),
        OutputColumn("line", alignment: .trailing, minimumWidth: 5, rank: 2),
        OutputColumn("cwe", minimumWidth: 7, rank: 4),
        OutputColumn("message", title: "what", minimumWidth: 16, isFlexible: true, rank: 5),
        OutputColumn("status", minimumWidth: 8, rank: 3), OutputColumn("auditor", minimumWidth: 8, rank: 8),
        OutputColumn("model", minimumWidth: 10, isFlexible: true, rank: 7),
        OutputColumn("confidence", minimumWidth: 6, rank: 9), OutputColumn("class", minimumWidth: 8, rank: 10),
        OutputColumn("tokens", alignment: .trailing, minimumWidth: 6, rank: 12),
        OutputColumn("least_logprob", title: "least", alignment: .trailing, minimumWidth: 6, rank: 11),
        OutputColumn("gone_at", title: "gone", minimumWidth: 16, rank: 13),
        OutputColumn("fingerprint", minimumWidth: 10, rank: 14),
    ]

    package static func values(of row: FindingRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.severity), .text(row.rule),
            .of(row.path), .of(row.firstLine.map(Int64.init)), .of(row.cwe), .text(row.message), .text(row.status),
            .of(row.auditor), .of(row.model), .of(row.confidence), .of(row.kind), .of(row.tokens.map(Int64.init)),
            row.leastLogprob.map { .number($0) } ?? .null,
            row.goneAt.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null, .of(row.fingerprint),
        ]
    }

    package static let alerts = [
        OutputColumn("at", title: "when", minimumWidth: 16), OutputColumn("id", minimumWidth: 10),
        OutputColumn("severity", title: "sev", minimumWidth: 8, rank: 2),
        OutputColumn("title", title: "alert", minimumWidth: 16, isFlexible: true),
        OutputColumn("service", minimumWidth: 8, rank: 1),
        OutputColumn("revision", title: "release", minimumWidth: 8, rank: 3),
    ]

    package static func values(of row: AlertRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .of(row.severity), .text(row.title),
            .of(row.service), .of(row.revision),
        ]
    }
}

extension ListColumns {
    package static let attributions = [
        OutputColumn("revision", minimumWidth: 10), OutputColumn("path", minimumWidth: 20, isFlexible: true),
        OutputColumn("first_line", title: "from", alignment: .trailing, minimumWidth: 5),
        OutputColumn("last_line", title: "to", alignment: .trailing, minimumWidth: 5),
        OutputColumn("contributor", title: "by", minimumWidth: 7), OutputColumn("agent", minimumWidth: 11, rank: 2),
        OutputColumn("model", minimumWidth: 10, isFlexible: true, rank: 4),
        OutputColumn("author", minimumWidth: 10, isFlexible: true, rank: 5),
        OutputColumn("session", minimumWidth: 10, rank: 3), OutputColumn("session_hash", minimumWidth: 10, rank: 8),
        OutputColumn("repository", minimumWidth: 8, isFlexible: true, rank: 6),
        OutputColumn("teller", title: "says", minimumWidth: 6, rank: 7),
        OutputColumn("at", title: "when", minimumWidth: 16, rank: 1),
    ]

    package static func values(of row: AttributionRow) -> [OutputValue] {
        [
            .of(row.revision?.short), .text(row.path), .integer(row.firstLine), .integer(row.lastLine),
            .text(row.contributor), .of(row.agent), .of(row.model), .of(row.author), .of(row.session?.short),
            .of(row.sessionHash), .of(row.repository), .text(row.teller),
            row.at.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null,
        ]
    }
}

extension OutputValue {
    package static func of(_ text: String?) -> OutputValue { text.map { .text($0) } ?? .null }
    package static func of(_ number: Int64?) -> OutputValue { number.map { .integer($0) } ?? .null }
}

extension String {
    /// Enough of a uid to name it: links take its beginning.
    package var short: String { String(prefix(10)) }
}
