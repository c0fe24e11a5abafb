#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// "Retry-After: a date or a number of seconds" (RFC 9110, 10.2.3).
enum RetryAfter {
    static func milliseconds(_ value: String, now: Int = time(nil)) -> Int? {
        if let seconds = Double(value), seconds >= 0, seconds < 1e9 { return Int(seconds * 1000) }
        // Sun, 06 Nov 1994 08:49:37 GMT
        let parts = value.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT" else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int32($0) }
        guard let day = Int32(parts[1]), let year = Int32(parts[3]), 1970..<3000 ~= year, clock.count == 3,
            let month = months.firstIndex(where: { $0 == parts[2] })
        else { return nil }
        var date = tm()
        (date.tm_mday, date.tm_mon, date.tm_year) = (day, Int32(month), year - 1900)
        (date.tm_hour, date.tm_min, date.tm_sec) = (clock[0], clock[1], clock[2])
        return max(0, timegm(&date) - now) * 1000
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
