package import Text

/// Turns moments into what a list says of them, in the time zone that it was given.
///
/// Any two are equal: a dashboard has one, and a state that differs by nothing else is the same state.
package struct WallClock: Equatable, Sendable {
    private let zone: TimeZoneClock

    package init(_ zone: TimeZoneClock) { self.zone = zone }

    package static func == (left: WallClock, right: WallClock) -> Bool { true }

    private func parts(_ moment: Int64) -> DateParts { zone.parts(of: Timestamp(milliseconds: moment)) }

    /// The same number for moments of one local day.
    func day(_ moment: Int64) -> Int64 {
        let parts = parts(moment)
        return (parts.year * 12 + parts.month) * 31 + parts.day
    }

    /// When a day begins that is written as `2026-11-22`; `nil` for what is no day.
    func midnight(_ day: String) -> Int64? {
        guard day.utf8.count == 10, let there = Timestamp(iso: day + "T00:00:00Z"), there.iso.hasPrefix(day) else {
            return nil
        }
        // By how much the clock is ahead on that day, looked at twice for where it changes.
        var moment = there.milliseconds
        for _ in 0..<2 {
            let shown = parts(moment)
            guard let here = Timestamp(iso: "\(shown.date)T\(shown.clock)Z") else { return nil }
            moment -= here.milliseconds - there.milliseconds
        }
        return moment
    }

    /// `12:41`
    func time(_ moment: Int64) -> String { parts(moment).time }

    /// `12:41:07`
    func clock(_ moment: Int64) -> String { parts(moment).clock }

    /// `2026-11-22`
    func fullDate(_ moment: Int64) -> String { parts(moment).date }

    /// `22 Nov` in this year, else `2025-11-22`.
    func date(_ moment: Int64, now: Int64) -> String {
        let then = parts(moment)
        guard then.year == parts(now).year, 1...12 ~= then.month else { return then.date }
        return "\(then.day) \(Self.months[Int(then.month) - 1])"
    }

    /// `12:41` today, `22 Nov` in this year, else `2025-11-22`.
    func short(_ moment: Int64, now: Int64) -> String {
        day(moment) == day(now) ? time(moment) : date(moment, now: now)
    }

    /// `today`, `yesterday`, `22 Nov`, `2025-11-22`.
    func dayName(_ moment: Int64, now: Int64) -> String {
        if day(moment) == day(now) { return "today" }
        // Noon, so that a day of 23 or 25 hours is still the day before.
        let parts = parts(now)
        let sinceNoon = (parts.hour - 12) * 3_600_000 + parts.minute * 60_000
        let (noon, overflows) = now.subtractingReportingOverflow(sinceNoon + 86_400_000)
        if !overflows, day(moment) == day(noon) { return "yesterday" }
        return date(moment, now: now)
    }

    /// `12:41` today, `yesterday 18:02`, `22 Nov 18:02`.
    func moment(_ moment: Int64, now: Int64) -> String {
        day(moment) == day(now) ? time(moment) : "\(dayName(moment, now: now)) \(time(moment))"
    }

    /// `8.2 s`, `3 min`, `2 h`; nothing for what took no time that was recorded.
    static func words(ofSpan milliseconds: Int64) -> String {
        switch milliseconds {
        case ..<1: ""
        case ..<60_000: "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
        case ..<3_600_000: "\(milliseconds / 60_000) min"
        default: "\(milliseconds / 3_600_000) h"
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
