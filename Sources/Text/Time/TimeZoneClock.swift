#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a clock on the wall shows at a moment; tests bring their own.
package struct TimeZoneClock: Sendable {
    private let secondsEast: @Sendable (Timestamp) -> Int64

    /// - Parameter secondsEast: By how much the clock is ahead of UTC at that moment; held to a day either way.
    package init(secondsEast: @escaping @Sendable (Timestamp) -> Int64) {
        self.secondsEast = secondsEast
    }

    package static let utc = TimeZoneClock { _ in 0 }

    /// The zone of this machine, or of `TZ`, with its summer times.
    package static let local: TimeZoneClock = {
        tzset()
        return TimeZoneClock { moment in
            var seconds = time_t(truncatingIfNeeded: moment.milliseconds / 1000)
            var parts = tm()
            return localtime_r(&seconds, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
        }
    }()

    package func parts(of moment: Timestamp) -> DateParts {
        let offset = min(max(secondsEast(moment), -86_400), 86_400) * 1000
        return DateParts(milliseconds: moment.milliseconds, offset: offset)
    }
}
