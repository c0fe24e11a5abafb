#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A moment: Unix milliseconds, UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// `2025-10-26T10:38:08.753Z`: always UTC, always milliseconds. Years beyond four digits have a sign.
    package var iso: String {
        let time = DateParts(milliseconds: milliseconds)
        return "\(time.date)T\(time.clock).\(DateParts.padded(time.millisecond, 3))Z"
    }

    /// How long ago this was in one unit, the largest that fits: `42s`, `3m`, `2h`, `5d`, `9w`, `2y`; `in 3m` ahead.
    package func age(at now: Timestamp = .now) -> String {
        let (difference, overflows) = now.milliseconds.subtractingReportingOverflow(milliseconds)
        let gap = overflows ? UInt64.max : difference.magnitude
        let text = Self.span(seconds: gap / 1000)
        return now < self && gap >= 1000 ? "in \(text)" : text
    }

    private static func span(seconds: UInt64) -> String {
        let (minute, hour, day): (UInt64, UInt64, UInt64) = (60, 3_600, 86_400)
        return switch seconds {
        case ..<minute: "\(seconds)s"
        case ..<hour: "\(seconds / minute)m"
        case ..<day: "\(seconds / hour)h"
        case ..<(day * 14): "\(seconds / day)d"
        case ..<(day * 365): "\(seconds / (day * 7))w"
        default: "\(seconds / (day * 365))y"
        }
    }
}

extension Timestamp: CustomStringConvertible {
    package var description: String { iso }
}
