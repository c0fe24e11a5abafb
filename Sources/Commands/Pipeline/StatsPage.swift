import Foundation
import Metrics
import Store
import Text

/// The scoreboard, written.
struct StatsPage {
    let board: Scoreboard
    let zone: NamedZone
    /// Why these periods.
    let words: String
    let repository: String?
    /// What a person calls it.
    let name: String?

    private static let shown = [
        OutputColumn("metric", minimumWidth: 14, isFlexible: true),
        OutputColumn("before", alignment: .trailing, minimumWidth: 7, rank: 3),
        OutputColumn("after", alignment: .trailing, minimumWidth: 7),
        OutputColumn("change", alignment: .trailing, minimumWidth: 6),
        OutputColumn("interval", title: "95 %", alignment: .trailing, minimumWidth: 9, rank: 2),
        OutputColumn("n", alignment: .trailing, minimumWidth: 5, rank: 1), OutputColumn("verdict", minimumWidth: 9),
    ]

    private static let all =
        [
            "metric", "title", "unit", "control", "before", "before_low", "before_high", "before_n", "before_censored",
            "before_missing", "after", "after_low", "after_high", "after_n", "after_censored", "after_missing",
            "change",
            "change_low", "change_high", "scale", "chance", "delta", "smallest_effect", "verdict", "source", "from",
            "split",
            "to", "repository",
        ].map { OutputColumn($0) }

    func bytes(_ format: OutputFormat, width: Int?) -> [UInt8] {
        var bytes: [UInt8] = []
        switch format {
        case .csv, .json: rows(Self.all, board.rows.map(full), format, width, &bytes)
        case .markdown:
            bytes += Array((board.sentences.joined(separator: " ") + "\n\n\(span)\n\n").utf8)
            rows(Self.shown, board.rows.map(short), format, width, &bytes)
            bytes += Array(remarks.map { "\n\($0)\n" }.joined().utf8)
        case .table:
            bytes += Array((span + "\n\n").utf8)
            rows(Self.shown, board.rows.map(short), format, width, &bytes)
            bytes += Array(("\n" + remarks.joined(separator: "\n") + "\n").utf8)
        }
        return bytes
    }

    private func rows(
        _ columns: [OutputColumn], _ rows: [[OutputValue]], _ format: OutputFormat, _ width: Int?,
        _ bytes: inout [UInt8]
    ) {
        let places = format == .table ? width.map { columns.fitting($0) } : nil
        var writer = format.writer(width: width, clock: zone.clock)
        writer.begin(places.map { $0.map { columns[$0] } } ?? columns, to: &bytes)
        for row in rows { writer.row(places.map { $0.map { row[$0] } } ?? row, to: &bytes) }
        writer.end(to: &bytes)
    }

    private func short(_ row: ScoreRow) -> [OutputValue] {
        [
            .text(row.isControl ? "  without generated code" : row.title),
            .text(FigureWords.value(row.before?.value, row)),
            .text(FigureWords.value(row.after.value, row)), .text(FigureWords.change(row.comparison)),
            .text(FigureWords.interval(row.comparison)), .text(FigureWords.counts(row)),
            .text(FigureWords.verdict(row.verdict)),
        ]
    }

    private func full(_ row: ScoreRow) -> [OutputValue] {
        func number(_ value: Double?) -> OutputValue { value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null }
        func time(_ moment: Int64?) -> OutputValue { moment.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null }
        func side(_ figure: Figure?) -> [OutputValue] {
            guard let figure else { return [.null, .null, .null, .null, .null, .null] }
            return [
                number(figure.value), number(figure.interval?.lower), number(figure.interval?.upper),
                .integer(Int64(figure.count)), .integer(Int64(figure.censored)), .integer(Int64(figure.missing)),
            ]
        }
        let comparison = row.comparison
        return [.text(row.name), .text(row.title), .text(row.unit), .text(row.isControl ? "control" : "all")]
            + side(row.before) + side(row.after) + [
                number(comparison?.change), number(comparison?.interval?.lower), number(comparison?.interval?.upper),
                comparison.map { .text($0.scale == .ratio ? "ratio" : "difference") } ?? .null,
                number(comparison?.chance),
                number(comparison?.delta), number(comparison?.smallestEffect), .text(row.verdict.rawValue),
                PipelineMetric(rawValue: row.name.replacing("/control", with: "")).map { .text($0.definition.source) }
                    ?? .text("colophon metric add"),
                time(board.before?.from), time(board.after.from), time(board.after.to),
                (name ?? repository).map { .text($0) } ?? .null,
            ]
    }

    /// `acme/shop, 2026-06-09 … 2026-09-01 … 2026-11-26 (Europe/Berlin), split at 2026-09-01`
    var span: String {
        let days = [board.before?.from, board.after.from, board.after.to].compactMap { $0 }.map(zone.day)
        return Visible.text(
            "\(name ?? repository ?? "all repositories"), \(days.joined(separator: " … ")) (\(zone.name)), \(words)")
    }

    private var remarks: [String] {
        var lines: [String] = []
        for row in board.rows where !row.isControl {
            if let outlook = board.outlook(of: row, day: zone.day), lines.count < 6 {
                lines.append("\(row.title): \(outlook).")
            }
        }
        let open = board.rows.filter { $0.after.censored > 0 && !$0.isControl }.map {
            "\($0.title) \($0.after.censored) of \($0.after.count)"
        }
        if !open.isEmpty { lines.append("Not over yet, counted with their age: \(open.joined(separator: ", ")).") }
        let missing = board.rows.filter { $0.after.missing > 0 && !$0.isControl }.map {
            "\($0.title) \($0.after.missing) of \($0.after.missing + $0.after.count)"
        }
        if !missing.isEmpty { lines.append("Not known, left out: \(missing.joined(separator: ", ")).") }
        if board.rows.contains(where: { row in
            row.verdict == .notClear
                && row.comparison?.interval?.contains(row.comparison?.scale == .difference ? 0 : 1) == false
        }) {
            lines.append(
                "Among so many figures chance alone gives one such interval now and then: it is not told as a change (Holm)."
            )
        }
        return lines + board.notes
    }
}
