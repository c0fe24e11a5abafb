/// What would go, said before anything goes.
package struct ForgetPlan: Equatable, Sendable {
    /// A kind of record and how many of it.
    package struct Count: Equatable, Sendable {
        package var kind: String
        package var number: Int

        package init(kind: String, number: Int) {
            self.kind = kind
            self.number = number
        }
    }

    package var counts: [Count] = []
    /// Records that hold a text of what goes, so that the text would stay: links, at most `named`; none where all that is
    /// old goes.
    package var holders: [String] = []
    /// How many of these there are.
    package var holderCount = 0
    /// Turns that are old enough to go, but that a link holds.
    package var linkedTurns = 0

    package static let named = 8

    package init() {}

    package var isEmpty: Bool { counts.isEmpty }

    package func number(of kind: String) -> Int { counts.first { $0.kind == kind }?.number ?? 0 }
}
