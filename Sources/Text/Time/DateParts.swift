/// A moment as calendars and clocks show it, in the Gregorian calendar carried back and forth without end.
package struct DateParts: Hashable, Sendable {
    package let year: Int64
    /// 1 to 12, and 1 to 31.
    package let month: Int64
    package let day: Int64
    package let hour: Int64
    package let minute: Int64
    package let second: Int64
    package let millisecond: Int64
    /// 0 for Monday to 6 for Sunday.
    package let weekday: Int64

    /// `2025-10-26`
    package var date: String {
        let digits = Self.padded(Int64(year.magnitude), 4)
        return (year < 0 ? "-" : year > 9999 ? "+" : "") + "\(digits)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// `10:38`
    package var time: String { "\(Self.padded(hour, 2)):\(Self.padded(minute, 2))" }

    /// `10:38:08`
    package var clock: String { "\(time):\(Self.padded(second, 2))" }

    static let dayLength: Int64 = 86_400_000

    /// - Parameter milliseconds: Since 1970 began on the clock that is to be shown.
    init(milliseconds: Int64, offset: Int64 = 0) {
        // Days and the rest of a day apart, so that an offset cannot overflow; the first day of all begins before Int64.
        var days = milliseconds.flooredQuotient(Self.dayLength)
        let time = (milliseconds &- days &* Self.dayLength) + offset
        days += time.flooredQuotient(Self.dayLength)
        let rest = time - time.flooredQuotient(Self.dayLength) * Self.dayLength
        (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
        (second, millisecond) = (rest / 1000 % 60, rest % 1000)
        weekday = days + 3 - (days + 3).flooredQuotient(7) * 7

        // Years begin in March, so that the leap day is the last of its year; 400 years are 146,097 days.
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * march + 2) / 5 + 1
        month = march < 10 ? march + 3 : march - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days from 1970-01-01 to a date of the years 0 to 9999.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int64, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(digits - text.utf8.count, 0)) + text
    }
}

extension Int64 {
    /// The quotient rounded down; the divisor is positive.
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self + 1) / divisor - 1
    }
}
