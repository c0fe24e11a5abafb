#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lets the store be asked at once after a change, and during a flood of changes ten times a second.
struct Throttle {
    static let interval: Int64 = 100
    private var lastAsked: Int64?
    private var due: Int64?

    mutating func changed(at now: Int64) {
        guard due == nil else { return }
        due = lastAsked.map { max($0 + Self.interval, now) } ?? now
    }

    /// Whether to ask now; true once.
    mutating func isDue(at now: Int64) -> Bool {
        guard let due, due <= now else { return false }
        lastAsked = now
        self.due = nil
        return true
    }

    /// How long to sleep at most; `nil` for ever.
    func wait(at now: Int64) -> Int? { due.map { Int(max($0 - now, 0)) } }
}

/// Of a clock that nobody sets.
func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}
