import Store
import Terminal
import Text

/// The columns of the list of turns.
enum TurnColumns {
    /// - Parameters:
    ///   - hasRisk: whether any row has one; a column of blanks says nothing.
    ///   - whenWidth: the columns that the longest time takes.
    ///   - when: how the time of a row is written.
    static func columns(
        hasRisk: Bool, whenWidth: Int, when: @escaping (Int64) -> String
    ) -> [Column<TurnRow>] {
        var columns: [Column<TurnRow>] = [
            Column("when", .fixed(whenWidth), rank: 0) { row, _ in [Span(when(row.at), .muted)] },
            Column("agent", .fixed(11), rank: 5) { row, _ in [Span(Visible.text(row.agent), .muted)] },
            Column("model", .fixed(16), rank: 4) { row, _ in [model(row.model)] },
            Column("asked", .flexible(least: 24), rank: 0) { row, _ in [asked(row)] },
            Column("wrote", .fixed(24), rank: 1) { row, width in wrote(row, width) },
            Column("status", .fixed(8), rank: 3) { row, _ in [Span(Visible.text(row.status), status(row.status))] },
        ]
        if hasRisk {
            columns.append(Column("risk", .fixed(10), rank: 2) { row, _ in [risk(row.risk)] })
        }
        return columns
    }

    static func model(_ name: String?) -> Span {
        name.map { Span(Visible.text($0)) } ?? Span("not recorded", .muted)
    }

    static func asked(_ row: TurnRow) -> Span {
        row.title.isEmpty ? Span("no words", .muted) : Span(Visible.text(row.title))
    }

    /// `refund.py +42 −3, +1 file`, or `, +1` alone; where that is too long, too, the name gives way and the numbers stay.
    static func wrote(_ row: TurnRow, _ width: Int) -> [Span] {
        guard row.edits > 0 else { return [Span("no code", .muted)] }
        var numbers: [Span] = []
        if row.added > 0 { numbers.append(Span(" +\(row.added)", Style(.diffAdded))) }
        if row.removed > 0 { numbers.append(Span(" −\(row.removed)", Style(.diffRemoved))) }
        if row.files > 1 { numbers.append(Span(", +\(row.files - 1)", .muted)) }
        let name = row.path.map { Visible.text(fileName($0)) } ?? "not recorded"
        let room = width - numbers.reduce(0) { $0 + $1.text.displayWidth }
        let unit = row.files == 2 ? " file" : " files"
        if row.files > 1, name.displayWidth + unit.utf8.count <= room { numbers.append(Span(unit, .muted)) }
        return [Span(name.truncated(to: max(room, 6)), row.path == nil ? .muted : .text)] + numbers
    }

    static func fileName(_ path: String) -> String {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last
        return name.map { String(decoding: $0, as: UTF8.self) } ?? path
    }

    static func status(_ status: String) -> Style {
        switch status {
        case "applied": Style(.statusAccepted)
        case "changed": Style(.statusChanged)
        case "failed", "rejected": Style(.statusRejected)
        default: Style(.statusUnknown)
        }
    }

    /// 0 info … 4 critical. A sign and a word carry what the colour does.
    static func risk(_ risk: Int?) -> Span {
        switch risk {
        case nil: Span("")
        case 4?: Span("▲ critical", Style(.severityCritical))
        case 3?: Span("▲ high", Style(.severityHigh))
        case 2?: Span("◆ med", Style(.severityMedium))
        case 1?: Span("· low", Style(.severityLow))
        default: Span("· info", .muted)
        }
    }
}
