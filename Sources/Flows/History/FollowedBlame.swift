import Git
import Store
import Syntax

/// Git's blame of a file, with the lines that a commit only formatted followed to the commit before it.
struct FollowedBlame {
    private let store: Store?
    private let checkout: Checkout
    private let git: GitCommand
    private let versions: FileVersions
    private let clock = ContinuousClock()
    private let deadline: ContinuousClock.Instant
    private var blames = 0
    private var known: [FilePlace: FileBlame] = [:]

    /// Each time that lines were formatted git is asked again, from the commit before.
    private static let mostBlames = 12
    /// So many commits of a file are looked at, those first that wrote most of its lines.
    private static let mostCommits = 400

    init(store: Store?, checkout: Checkout, git: GitCommand, versions: FileVersions, budget: Int) {
        self.store = store
        self.checkout = checkout
        self.git = git
        self.versions = versions
        deadline = clock.now.advanced(by: .milliseconds(budget))
    }

    mutating func blame(_ place: FilePlace) throws -> FileBlame {
        if let blame = known[place] { return blame }
        if let kept = try store?.rememberedLines(of: place.path, at: place.commit) { return FileBlame(kept) }
        guard blames < Self.mostBlames else { return FileBlame(ending: .outOfTime) }
        blames += 1
        var blame = try git.blame(place.path, at: place.commit, in: checkout, budgetMilliseconds: left)
        // What is asked for again on the way back is answered with what is known so far.
        known[place] = blame
        try follow(&blame)
        known[place] = blame
        // A shallow clone may become whole, and its answers others.
        if blame.ending == .finished, !checkout.isShallow {
            try? store?.remember(RememberedLines(blame), of: place.path, at: place.commit)
        }
        return blame
    }

    private var left: Int {
        let left = clock.now.duration(to: deadline).components
        return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000))
    }

    private struct Step: Hashable {
        var origin: FilePlace
        var previous: FilePlace
    }

    private mutating func follow(_ blame: inout FileBlame) throws {
        var spans: [Step: [BlameSpan]] = [:]
        var others: [BlameSpan] = []
        for span in blame.spans {
            if let previous = span.previous {
                spans[Step(origin: span.origin, previous: previous), default: []].append(span)
            } else {
                others.append(span)
            }
        }
        let steps = spans.map { (step: $0.key, lines: $0.value.reduce(0) { $0 + $1.lines.count }) }.sorted {
            one, other in
            one.lines != other.lines
                ? one.lines > other.lines : one.step.origin.commit < other.step.origin.commit
        }
        var followed: [BlameSpan] = []
        for (number, (step, _)) in steps.enumerated() {
            let own = spans[step] ?? []
            guard number < Self.mostCommits, left > 0 else {
                followed += own
                if left <= 0, blame.ending == .finished { blame.ending = .outOfTime }
                continue
            }
            guard let before = try versions.stream(of: step.previous), let after = try versions.stream(of: step.origin),
                case let carried = LineCarrying.byTokens(from: before, to: after),
                own.contains(where: { $0.origins.contains { carried.line($0) != nil } })
            else {
                followed += own
                continue
            }
            let earlier = try self.blame(step.previous)
            if earlier.ending != .finished, blame.ending == .finished { blame.ending = earlier.ending }
            for span in own { followed += span.carried(by: carried, to: earlier) }
            blame.commits.merge(earlier.commits) { one, _ in one }
        }
        blame.spans = Self.joined((others + followed).sorted { $0.lines.lowerBound < $1.lines.lowerBound })
        let named = Set(blame.spans.map(\.origin.commit))
        blame.commits = blame.commits.filter { named.contains($0.key) }
    }

    private static func joined(_ spans: [BlameSpan]) -> [BlameSpan] {
        var joined: [BlameSpan] = []
        for span in spans {
            if let last = joined.last, last.lines.upperBound == span.lines.lowerBound, last.origin == span.origin,
                last.previous == span.previous, last.firstLine + last.lines.count == span.firstLine
            {
                joined[joined.count - 1].lines = last.lines.lowerBound..<span.lines.upperBound
            } else {
                joined.append(span)
            }
        }
        return joined
    }
}

extension [Int?] {
    /// - Parameter line: from 1, as what is given back.
    fileprivate func line(_ line: Int) -> Int? {
        indices.contains(line - 1) ? self[line - 1].map { $0 + 1 } : nil
    }
}

extension BlameSpan {
    /// Their numbers in the commit's file.
    fileprivate var origins: Range<Int> { firstLine..<(firstLine + lines.count) }

    /// Line by line: where it came from before it was formatted, else itself.
    fileprivate func carried(by carried: [Int?], to earlier: FileBlame) -> [BlameSpan] {
        zip(lines, origins).map { line, own in
            guard let before = carried.line(own), let found = earlier.origin(of: before) else {
                return BlameSpan(lines: line..<(line + 1), origin: origin, firstLine: own, previous: previous)
            }
            return BlameSpan(
                lines: line..<(line + 1), origin: found.place, firstLine: found.line, previous: found.previous)
        }
    }
}
