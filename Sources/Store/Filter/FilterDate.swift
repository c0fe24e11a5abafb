/// A date as ISO 8601 writes it, as exact as it was written: `2026`, `2026-11`, `2026-11-03`,
/// `2026-11-03T14:30:05.250+01:00`.
struct FilterDate: Equatable {
    private let first: Int64
    private let end: Int64
    /// Milliseconds east of UTC; `nil` is local time.
    private let zone: Int64?

    init?(_ text: String) {
        var digits = FilterDigits(text)
        guard let year = digits.number(4), year > 0 else { return nil }
        var zone: Int64?
        if digits.isAtEnd {
            first = Self.days(year, 1, 1) * FilterClock.day
            end = Self.days(year + 1, 1, 1) * FilterClock.day
        } else {
            guard digits.take("-"), let month = digits.number(2), 1...12 ~= month else { return nil }
            let following = month == 12 ? Self.days(year + 1, 1, 1) : Self.days(year, month + 1, 1)
            if digits.isAtEnd {
                first = Self.days(year, month, 1) * FilterClock.day
                end = following * FilterClock.day
            } else {
                guard digits.take("-"), let day = digits.number(2), day > 0 else { return nil }
                let date = Self.days(year, month, day)
                guard date < following else { return nil }
                guard let (start, length) = Self.time(&digits) else { return nil }
                first = date * FilterClock.day + start
                end = first + length
                zone = Self.zone(&digits)
                guard digits.isAtEnd else { return nil }
            }
        }
        self.zone = zone
    }

    /// Its first and last millisecond.
    func moment(by clock: FilterClock) -> ClosedRange<Int64> {
        if let zone { return first - zone...end - zone - 1 }
        let start = clock.instant(local: first)
        return start...max(start, clock.instant(local: end) - 1)
    }

    /// Milliseconds since midnight, and how long what was written lasts.
    private static func time(_ digits: inout FilterDigits) -> (start: Int64, length: Int64)? {
        guard digits.take("T") || digits.take("t") || digits.take(" ") else { return (0, FilterClock.day) }
        guard let hour = digits.number(2), hour < 24 else { return nil }
        guard digits.take(":") else { return (hour * 3_600_000, 3_600_000) }
        guard let minute = digits.number(2), minute < 60 else { return nil }
        let start = hour * 3_600_000 + minute * 60_000
        guard digits.take(":") else { return (start, 60_000) }
        guard let second = digits.number(2), second < 60 else { return nil }
        guard digits.take(".") else { return (start + second * 1000, 1000) }
        guard let fraction = digits.number(3) else { return nil }
        digits.skipDigits()
        return (start + second * 1000 + fraction, 1)
    }

    private static func zone(_ digits: inout FilterDigits) -> Int64? {
        if digits.take("Z") || digits.take("z") { return 0 }
        let sign: Int64 = digits.take("-") ? -1 : 1
        guard sign < 0 || digits.take("+"), let hours = digits.number(2), hours <= 18 else { return nil }
        _ = digits.take(":")
        let minutes = digits.isAtEnd ? 0 : digits.number(2) ?? 60
        return minutes < 60 ? sign * (hours * 3_600_000 + minutes * 60_000) : nil
    }

    /// Days from 1970-01-01 in the Gregorian calendar; March counts as the first month, so that leap days come last.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}

/// Fixed numbers of digits and signs, read one after the other.
private struct FilterDigits {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ count: Int) -> Int64? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    mutating func skipDigits() {
        while let byte = rest.first, byte >= 0x30, byte <= 0x39 { rest.removeFirst() }
    }
}
