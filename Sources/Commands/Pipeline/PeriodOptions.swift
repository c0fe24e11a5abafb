import ArgumentParser
import Flows
import Foundation
import Text

/// Which stretches of time are compared, and whose days are meant.
struct PeriodOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Compares what came from then on with as long before (default: the first generated commit).",
            valueName: "date"))
    var split: String?

    @Option(help: ArgumentHelp("Compares a month with the one before: 2026-10.", valueName: "month"))
    var month: String?

    @Option(help: ArgumentHelp("Compares from then on with as long before.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Until then, the day itself left out (default: now).", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("Whose days are meant: local, UTC, +02:00, Europe/Berlin.", valueName: "zone"))
    var tz = "local"

    struct Periods {
        var before: Range<Int64>?
        var after: Range<Int64>
        /// Why these.
        var words: String
    }

    func validate() throws {
        if [split, month, from].compactMap({ $0 }).count > 1 {
            throw ValidationError("Name one of --split, --month and --from: each says what is compared with what.")
        }
        if to != nil, from == nil { throw ValidationError("--to ends what --from begins: name both.") }
        let zone = try zone()
        for text in [split, from, to].compactMap({ $0 }) { _ = try zone.moment(of: text) }
        if let month { _ = try zone.month(month) }
        if let from, let to, try zone.moment(of: from) >= zone.moment(of: to) {
            throw ValidationError("--from \(from) is not before --to \(to).")
        }
    }

    /// The first generated commit itself splits time.
    var isByGeneration: Bool { split == nil && month == nil && from == nil }

    func zone() throws -> NamedZone { try NamedZone(tz) }

    /// - Parameter stats: is asked for the moment that splits time where the user named none.
    func periods(_ stats: PipelineStats) throws -> Periods {
        let zone = try zone()
        if let month {
            let (before, after) = try zone.month(month)
            return Periods(before: before, after: after, words: "\(month) beside the month before")
        }
        if let from {
            let start = try zone.moment(of: from)
            let end = try to.map { try zone.moment(of: $0) } ?? stats.now
            guard start < end else { throw CommandError("--from \(from) is still to come: name a day that has been.") }
            return Periods(before: start - (end - start)..<start, after: start..<end, words: "beside as long before")
        }
        guard let moment = try split.map({ try zone.moment(of: $0) }) ?? stats.firstGenerated() else {
            let length: Int64 = 90 * 86_400_000
            let end = try stats.end()
            return Periods(
                before: end - 2 * length..<end - length, after: end - length..<end,
                words: "90 days beside the 90 before, for no commit here is known to be generated (--split 2026-09-01)")
        }
        guard moment < stats.now else { throw CommandError("The split lies ahead: name a day that has been.") }
        let (before, after) = try stats.periods(split: moment)
        let words = split == nil ? "split at the first generated commit" : "split at \(zone.day(moment))"
        return Periods(before: before.isEmpty ? nil : before, after: after, words: words)
    }
}
