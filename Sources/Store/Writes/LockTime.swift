/// How long a write transaction has held the lock.
///
/// None holds it over 10 ms: nothing more is begun after half of that, what has been begun and the commit take their
/// share.
struct LockTime {
    private let started = ContinuousClock.now

    var isUp: Bool { ContinuousClock.now - started > .milliseconds(5) }
}
