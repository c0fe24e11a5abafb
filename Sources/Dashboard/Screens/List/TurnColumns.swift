import Store
import Terminal
import Text

/// The columns of the list of turns.
enum TurnColumns {
    /// What the columns need to know of all rows, so that they do not come, go and move while one scrolls.
    struct Widths: Equatable {
        /// What the longest time takes.
        var when = 5
        var agent = 5
        var model = 5
        /// Files and lines; less of them in a narrow pane.
        var wrote = 24
        /// Whether any row has one; a column of blanks says nothing.
        var hasRisk = false

        init() {}

        init(of rows: [ListRow]) {
            for row in rows {
                let (agent, model): (String, String?) =
                    switch row {
                    case .turn(let turn): (turn.agent, turn.model)
                    case .generation(let generation): (generation.agent, generation.model)
                    case .session(let session): (session.agent, nil)
                    case .finding(let finding): ("", finding.model)
                    case .alert: ("", nil)
                    }
                self.agent = max(self.agent, agent.utf8.count)
                self.model = max(self.model, TurnColumns.model(model).text.utf8.count)
                if row.risk != nil { hasRisk = true }
            }
            agent = min(agent, 12)
            model = min(model, 16)
        }
    }

    /// - Parameter when: how the time of a row is written.
    static func columns(_ widths: Widths, when: @escaping (Int64) -> String) -> [Column<TurnRow>] {
        var columns: [Column<TurnRow>] = [
            Column("when", .fixed(widths.when), by: .time, rank: 0) { row, _ in [Span(when(row.at), .muted)] },
            Column("agent", .fixed(widths.agent), by: .agent, rank: 5) { row, _ in
                [Span(Visible.text(row.agent), .muted)]
            },
            Column("model", .fixed(widths.model), by: .model, rank: 4) { row, _ in [model(row.model)] },
            Column("asked", .flexible(least: 24), by: .title, rank: 0) { row, width in asked(row, width) },
            Column("wrote", .fixed(widths.wrote), by: .file, rank: 1) { row, width in wrote(row, width) },
            Column("became", .fixed(13), by: .status, rank: 3) { row, width in became(row, width) },
        ]
        if widths.hasRisk {
            columns.append(Column("risk", .fixed(10), by: .risk, rank: 2) { row, _ in [risk(row.risk)] })
        }
        return columns
    }

    static func model(_ name: String?) -> Span {
        name.map { Span(Visible.text(short($0))) } ?? Span("not recorded", .muted)
    }

    /// `sonnet-4-5` of `claude-sonnet-4-5-20250929`: what tells models apart, as far as a column goes.
    static func short(_ model: String) -> String {
        var name = model.utf8[...]
        if name.starts(with: "claude-".utf8) { name = name.dropFirst(7) }
        let date = name.suffix(9)
        if date.first == UInt8(ascii: "-"), date.count == 9, date.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        {
            name = name.dropLast(9)
        }
        return name.isEmpty ? model : String(decoding: name, as: UTF8.self)
    }

    /// `yes, do it  ⟵ "Shall I split export.py?"`: a short prompt with what it answers, as far as that goes.
    static func asked(_ row: TurnRow, _ width: Int) -> [Span] {
        guard !row.title.isEmpty else { return [Span("no words", .muted)] }
        let title = Span(Visible.text(row.title))
        guard let reply = row.inReplyTo else { return [title] }
        let room = width - title.text.displayWidth - 6
        return room < 8 ? [title] : [title, Span("  ⟵ \"\(Visible.text(reply).truncated(to: room))\"", .muted)]
    }

    /// `refund.py +42 −3, +1 file`, or `, +1` alone; where that is too long, too, the name gives way and the numbers stay.
    static func wrote(_ row: TurnRow, _ width: Int) -> [Span] {
        guard row.edits > 0 else { return [Span("no code", .muted)] }
        // Little room: which file, and how many more.
        let isNarrow = width < 20
        var numbers = isNarrow ? [] : lines(row.added, row.removed)
        if isNarrow, row.files > 1 { numbers.append(Span(" +\(row.files - 1)", .muted)) }
        if !isNarrow, row.files > 1 { numbers.append(Span(", +\(row.files - 1)", .muted)) }
        let name = row.path.map { Visible.text(fileName($0)) } ?? "not recorded"
        let room = width - numbers.reduce(0) { $0 + $1.text.displayWidth }
        let unit = row.files == 2 ? " file" : " files"
        if row.files > 1, name.displayWidth + unit.utf8.count <= room { numbers.append(Span(unit, .muted)) }
        return [Span(name.truncated(to: max(room, 6)), row.path == nil ? .muted : .text)] + numbers
    }

    /// ` +42 −3`
    static func lines(_ added: Int?, _ removed: Int?) -> [Span] {
        var spans: [Span] = []
        if let added, added > 0 { spans.append(Span(" +\(added)", Style(.diffAdded))) }
        if let removed, removed > 0 { spans.append(Span(" −\(removed)", Style(.diffRemoved))) }
        return spans
    }

    /// `applied #412`: what came of the code, and the pull request of its session.
    static func became(_ row: TurnRow, _ width: Int) -> [Span] {
        let word = Span(Visible.text(row.status), status(row.status))
        guard row.edits > 0, let change = row.change, let number = change.utf8.split(separator: UInt8(ascii: "#")).last
        else { return [word] }
        let mark = " #" + Visible.text(String(decoding: number, as: UTF8.self))
        return word.text.displayWidth + mark.displayWidth <= width ? [word, Span(mark, Style(.link))] : [word]
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

    /// The same sign for a severity by its name.
    static func severity(_ severity: String) -> Span {
        let order = ["info", "low", "medium", "high", "critical"]
        return order.firstIndex(of: severity).map { risk($0) } ?? Span(Visible.text(severity))
    }
}
