import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// ^C as a wish to stop: what is under way is brought to an end, and what has come is kept.
enum Interruption {
    private static let count = Atomic<Int>(0)

    static var isWanted: Bool { count.load(ordering: .relaxed) > 0 }

    /// From here on ^C is noted; a second one ends the program at once.
    static func watch() {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                if Interruption.count.add(1, ordering: .relaxed).newValue > 1 {
                    signal(number, SIG_DFL)
                    raise(number)
                }
            }
        }
    }
}
