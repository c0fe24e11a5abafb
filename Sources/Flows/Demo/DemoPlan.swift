/// All that a demo is made from: the same plan gives the same records on every machine.
package struct DemoPlan: Equatable, Sendable {
    package var generations: Int
    package var seed: UInt64
    /// The moment up to which things have happened, in Unix milliseconds: all times are counted back from it, so that a
    /// demo has a today and a yesterday.
    package var now: Int64

    package init(generations: Int = 2000, seed: UInt64 = 1, now: Int64) {
        self.generations = generations
        self.seed = seed
        self.now = now
    }
}
