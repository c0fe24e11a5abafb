/// Finds out who wrote the lines of a failure's frames: the files of many frames by two threads, each with a view of the
/// repository of its own.
struct FrameResolving {
    let repository: TracedRepository
    let commit: String
    /// How long git may look at history, for all of them.
    let budgetMilliseconds: Int

    private static let mostFrames = 200
    /// Of so many frames the author is told where no edit is known: git takes its time.
    private static let mostAuthors = 8
    /// Fewer cost less than a second git does.
    private static let fewFrames = 8

    func resolve(_ frames: inout [TracedFrame]) throws {
        let asked = frames.indices.prefix(Self.mostFrames).filter { frames[$0].path != nil }
        let deadline = ContinuousClock.now.advanced(by: .milliseconds(budgetMilliseconds))
        let authors = Set(asked.prefix(Self.mostAuthors))
        let shares = Self.shares(of: asked, frames).map { share in
            share.map { Asked(place: $0, frame: frames[$0], needsHistory: authors.contains($0)) }
        }
        let found: [Asked]
        if shares.count > 1 {
            // Each thread has a view of its own.
            nonisolated(unsafe) let shared = repository
            let (one, other) = try bothAtOnce {
                try Self.answers(shares[0], in: repository, at: commit, until: deadline)
            } _: { [commit] in
                try Self.answers(shares[1], in: shared.twin(), at: commit, until: deadline)
            }
            found = one + other
        } else {
            found = try Self.answers(shares[0], in: repository, at: commit, until: deadline)
        }
        for asked in found { frames[asked.place] = asked.frame }
    }

    /// A frame and its place among the frames.
    private struct Asked: Sendable {
        var place: Int
        var frame: TracedFrame
        var needsHistory: Bool
    }

    private static func answers(
        _ share: [Asked], in view: TracedRepository, at commit: String, until deadline: ContinuousClock.Instant
    ) throws -> [Asked] {
        try share.map {
            var asked = $0
            try view.locate(&asked.frame, at: commit)
            let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            try view.resolve(
                &asked.frame, at: commit, budgetMilliseconds: max(0, Int(left)), needsHistory: asked.needsHistory)
            return asked
        }
    }

    /// The places of the frames in one or two shares: all frames of a file in the same one, for it is read but once.
    private static func shares(of places: [Int], _ frames: [TracedFrame]) -> [[Int]] {
        guard places.count >= fewFrames else { return [places] }
        var shares: [[Int]] = [[], []]
        let files = Dictionary(grouping: places) { frames[$0].path ?? "" }.values
        for file in files.sorted(by: { ($1.count, $0[0]) < ($0.count, $1[0]) }) {
            shares[shares[0].count <= shares[1].count ? 0 : 1] += file
        }
        return shares.filter { !$0.isEmpty }
    }
}
