import Store
import Text

/// What each list shows: its columns, and a row's values in their order.
enum Columns {
    static let turns = [
        OutputColumn("at", title: "when"), OutputColumn("id", minimumWidth: 8), OutputColumn("agent"),
        OutputColumn("model", minimumWidth: 8, isFlexible: true),
        OutputColumn("repository", minimumWidth: 6, isFlexible: true),
        OutputColumn("asked", minimumWidth: 16, isFlexible: true),
        OutputColumn("path", title: "wrote", minimumWidth: 12, isFlexible: true),
        OutputColumn("files", alignment: .trailing), OutputColumn("added", title: "+", alignment: .trailing),
        OutputColumn("removed", title: "−", alignment: .trailing),
        OutputColumn("output_tokens", title: "tokens", alignment: .trailing),
        OutputColumn("risk"), OutputColumn("status", title: "became"),
    ]

    static func values(of row: TurnRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.agent), .of(row.model),
            .of(row.repository), .text(row.title), .of(row.path), .integer(Int64(row.files)),
            .integer(Int64(row.added)), .integer(Int64(row.removed)), .of(row.outputTokens),
            .of(row.risk.map { Self.risks[min(max($0, 0), 4)] }), .text(row.status),
        ]
    }

    static let risks = ["info", "low", "medium", "high", "critical"]

    static let generations = [
        OutputColumn("at", title: "when"), OutputColumn("id", minimumWidth: 8), OutputColumn("agent"),
        OutputColumn("model", minimumWidth: 8, isFlexible: true),
        OutputColumn("asked", minimumWidth: 16, isFlexible: true), OutputColumn("edits", alignment: .trailing),
        OutputColumn("input_tokens", title: "in", alignment: .trailing),
        OutputColumn("cache_read_tokens", title: "cached", alignment: .trailing),
        OutputColumn("cache_write_tokens", title: "to cache", alignment: .trailing),
        OutputColumn("output_tokens", title: "out", alignment: .trailing), OutputColumn("stop_reason", title: "stop"),
    ]

    static func values(of row: GenerationRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.agent), .of(row.model),
            .of(row.title), .integer(Int64(row.edits)), .of(row.inputTokens), .of(row.cacheReadTokens),
            .of(row.cacheWriteTokens), .of(row.outputTokens), .of(row.stopReason),
        ]
    }

    static let edits = [
        OutputColumn("at", title: "when"), OutputColumn("id", minimumWidth: 8),
        OutputColumn("path", minimumWidth: 16, isFlexible: true), OutputColumn("kind"),
        OutputColumn("means", title: "by"),
        OutputColumn("added", title: "+", alignment: .trailing),
        OutputColumn("removed", title: "−", alignment: .trailing),
        OutputColumn("line", alignment: .trailing), OutputColumn("status", title: "became"),
        OutputColumn("model", minimumWidth: 8, isFlexible: true),
        OutputColumn("asked", minimumWidth: 12, isFlexible: true),
    ]

    static func values(of row: EditRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.at)), .text(row.uid.short), .text(row.path), .text(row.kind),
            .text(row.means), .of(row.added.map(Int64.init)), .of(row.removed.map(Int64.init)),
            .of(row.firstLine.map(Int64.init)), .text(row.status), .of(row.model), .of(row.title),
        ]
    }

    static let sessions = [
        OutputColumn("at", title: "began"), OutputColumn("ended"), OutputColumn("id", minimumWidth: 8),
        OutputColumn("agent"), OutputColumn("version"), OutputColumn("repository", minimumWidth: 8, isFlexible: true),
        OutputColumn("branch", minimumWidth: 6, isFlexible: true), OutputColumn("turns", alignment: .trailing),
        OutputColumn("title", minimumWidth: 10, isFlexible: true),
    ]

    static func values(of row: SessionRow) -> [OutputValue] {
        [
            .timestamp(Timestamp(milliseconds: row.startedAt)),
            row.endedAt.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null, .text(row.uid.short),
            .text(row.agent), .of(row.agentVersion), .of(row.repository), .of(row.branch),
            .integer(Int64(row.turns)), .of(row.title),
        ]
    }
}

extension OutputValue {
    static func of(_ text: String?) -> OutputValue { text.map { .text($0) } ?? .null }
    static func of(_ number: Int64?) -> OutputValue { number.map { .integer($0) } ?? .null }
}

extension String {
    /// Enough of a uid to name it: links take its beginning.
    var short: String { String(prefix(10)) }
}
