/// How long a write transaction has held the lock.
///
/// None is to hold it over 10 ms: nothing more is begun after a third of that, what has been begun and the commit take
/// their share.
struct LockTime {
    static let share = Duration.milliseconds(3)

    private let started = ContinuousClock.now
    private let limit: Duration?

    /// - Parameter limit: `nil` where nobody else can wait for the lock.
    init(limit: Duration? = share) { self.limit = limit }

    var isUp: Bool { limit.map { ContinuousClock.now - started > $0 } ?? false }
}
