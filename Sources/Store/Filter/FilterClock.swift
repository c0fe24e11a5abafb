#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What times in a filter are counted from, and in which zone.
struct FilterClock {
    /// Unix milliseconds, within the years 1 to 9999.
    let now: Int64
    private let offset: (Int64) -> Int64

    static let day: Int64 = 86_400_000

    init(now: Int64, offset: @escaping (Int64) -> Int64) {
        self.now = min(max(now, -62_135_596_800_000), 253_402_300_799_999)
        self.offset = offset
    }

    /// Milliseconds of a local clock at 1970-01-01 plus `local`, as Unix milliseconds.
    func instant(local: Int64) -> Int64 {
        // The offset holds at the instant that is looked for: take it twice, for days on which clocks change.
        let guess = local - milliseconds(at: local)
        return local - milliseconds(at: guess)
    }

    /// The local day that holds now, counted from 1970-01-01.
    var today: Int64 {
        let local = now + milliseconds(at: now)
        return local >= 0 ? local / Self.day : -((Self.day - 1 - local) / Self.day)
    }

    private func milliseconds(at instant: Int64) -> Int64 {
        min(max(offset(instant / 1000), -86_400), 86_400) * 1000
    }
}

extension Filter {
    /// Seconds east of UTC, as this machine is set, at a time in Unix seconds.
    package static func localOffset(at seconds: Int64) -> Int64 {
        var time = time_t(seconds)
        var parts = tm()
        return localtime_r(&time, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
    }
}
