/// When sessions end: on working days more than on others, within nine hours a day.
///
/// The working day is the one that ends now, wherever that is: so there is always something of today, and the same plan
/// gives the same times in every time zone.
struct Rhythm {
    /// Unix milliseconds, the newest first.
    let ends: [Int64]

    static let day: Int64 = 86_400_000
    private static let workingDay: Int64 = 9 * 3_600_000
    /// A single person's pace; where that would lead too far back, it is a team's.
    private static let sessionsPerDay = 5.0
    private static let longest = 400.0

    init(sessions: Int, plan: DemoPlan) {
        var dice = Dice(seed: plan.seed, part: 0, purpose: 1)
        let pace = max(Self.sessionsPerDay, Double(sessions) / Self.longest * 1.27)
        var ends: [Int64] = []
        ends.reserveCapacity(sessions)
        var close = plan.now
        while ends.count < sessions {
            let isWeekend = (close / Self.day + 4) % 7 % 6 == 0
            let wanted = pace * (isWeekend ? 0.25 : 1) * (0.5 + dice.unit())
            let count = min(Int(wanted) + (dice.chance(wanted - wanted.rounded(.down)) ? 1 : 0), sessions - ends.count)
            ends += (0..<count).map { _ in close - Int64(dice.unit() * Double(Self.workingDay)) }.sorted(by: >)
            close -= Self.day
        }
        self.ends = ends
    }
}
