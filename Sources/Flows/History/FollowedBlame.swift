import Git
import Provenance
import Store

/// Git's blame of a file, with the lines that a commit only formatted followed to the commit before it, and on from there.
///
/// What was found is remembered, also where the time was over: the next time goes on from there.
struct FollowedBlame {
    private let store: Store?
    private let checkout: Checkout
    private let git: GitCommand
    private let versions: FileVersions
    private let asksLinesAlone: Bool
    private let clock = ContinuousClock()
    private let deadline: ContinuousClock.Instant
    /// Lines that need not be followed further.
    private var closed: [BlameSpan] = []
    /// Lines of which it is not known yet whether their commit only formatted them.
    private var open: [Step: [OpenSpan]] = [:]
    private var commits: [String: BlamedCommit] = [:]
    /// The commits that lines were followed through.
    private var steps = 0
    /// Whether something of the file was remembered; `nil` before that was looked at.
    private var recalled: Bool?

    private struct OpenSpan {
        var span: BlameSpan
        /// Not followed through any commit yet: but for blanks the lines read as in the file that was asked about.
        var isUntouched: Bool
    }

    private struct Step: Hashable {
        /// The commit that brought the lines, and what it made its file from.
        var origin: FilePlace
        var previous: FilePlace
    }

    init(
        store: Store?, checkout: Checkout, git: GitCommand, versions: FileVersions, budgetMilliseconds: Int,
        asksLinesAlone: Bool
    ) {
        self.store = store
        self.checkout = checkout
        self.git = git
        self.versions = versions
        self.asksLinesAlone = asksLinesAlone
        deadline = clock.now.advanced(by: .milliseconds(budgetMilliseconds))
    }

    /// Lets git look for what some lines will be followed to first, as far as that is remembered.
    mutating func expect(_ place: FilePlace, lines: Range<Int>?) throws {
        try recall(place)
        guard let step = next(lines) else { return }
        try versions.expect(mayBeNew(lines, step) ? [step.previous] : [step.previous, step.origin])
    }

    private mutating func recall(_ place: FilePlace) throws {
        guard recalled == nil else { return }
        let kept = try store?.rememberedLines(of: place.path, at: place.commit)
        for span in kept?.spans ?? [] {
            add(BlameSpan(span), isOpen: span.isOpen, isUntouched: span.isUntouched)
        }
        for commit in kept?.commits ?? [] { commits[commit.hash] = BlamedCommit(commit) }
        recalled = kept != nil
    }

    /// - Parameter lines: these alone are followed, where the others are not asked for.
    mutating func blame(_ place: FilePlace, lines: Range<Int>?) throws -> FileBlame {
        try recall(place)
        let count = try versions.version(of: place)?.lineCount ?? 0
        let wanted = (lines ?? 1..<count + 1).clamped(to: 1..<count + 1)
        var ending = FileBlame.Ending.finished
        let gaps = gaps(in: wanted)
        if !gaps.isEmpty {
            let isFew = lines != nil && wanted.count <= Self.fewLines
            if recalled == false, !(isFew && asksLinesAlone) {
                // Where the file's history is long, a few lines must not wait for all of it.
                ending = try ask(place, [], budgetMilliseconds: isFew ? left / 2 : left)
                let rest = self.gaps(in: wanted)
                if ending == .outOfTime, isFew, !rest.isEmpty {
                    ending = try ask(place, rest, budgetMilliseconds: left)
                }
            } else {
                ending = try ask(place, gaps, budgetMilliseconds: left)
            }
        }
        try follow(lines, of: place)
        // One line is sooner followed again through one commit than written down, which waits for the disk.
        let isSlight = lines?.count == 1 && !asksLinesAlone
        let isNew = !gaps.isEmpty && !(closed.isEmpty && open.isEmpty) || steps > (isSlight ? 1 : 0)
        if isNew, ending != .brokenOff, !checkout.isShallow {
            // A shallow clone may become whole, and a store may be read-only.
            try? store?.remember(remembered, of: place.path, at: place.commit)
        }
        if gaps.count == GitCommand.mostRanges, ending == .finished { ending = .outOfTime }
        if ending == .finished, open.values.joined().contains(where: { lines?.overlaps($0.span.lines) ?? true }) {
            ending = .outOfTime
        }
        return FileBlame(spans: sorted.map(\.span), commits: commits, ending: ending)
    }

    /// Asks for some lines, or for all; what came until the time was over is taken.
    private mutating func ask(
        _ place: FilePlace, _ lines: [ClosedRange<Int>], budgetMilliseconds: Int
    ) throws -> FileBlame.Ending {
        let blame = try git.blame(
            place.path, at: place.commit, in: checkout, lines: lines, budgetMilliseconds: budgetMilliseconds)
        for span in blame.spans { add(span, isOpen: true, isUntouched: true) }
        commits.merge(blame.commits) { one, _ in one }
        return blame.ending
    }

    /// More lines than these are not sooner found alone than with the whole file.
    private static let fewLines = 40

    /// The lines of which nothing is known yet, as many of them as git can be asked for.
    private func gaps(in wanted: Range<Int>) -> [ClosedRange<Int>] {
        var gaps: [ClosedRange<Int>] = []
        var next = wanted.lowerBound
        for span in sorted.map(\.span) where span.lines.upperBound > next {
            guard span.lines.lowerBound < wanted.upperBound else { break }
            if span.lines.lowerBound > next { gaps.append(next...span.lines.lowerBound - 1) }
            next = span.lines.upperBound
        }
        if next < wanted.upperBound { gaps.append(next...wanted.upperBound - 1) }
        return Array(gaps.prefix(GitCommand.mostRanges))
    }

    private var left: Int {
        let left = clock.now.duration(to: deadline).components
        return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000))
    }

    private mutating func add(_ span: BlameSpan, isOpen: Bool, isUntouched: Bool = false) {
        guard isOpen, let previous = span.previous else { return closed.append(span) }
        open[Step(origin: span.origin, previous: previous), default: []].append(
            OpenSpan(span: span, isUntouched: isUntouched))
    }

    // MARK: - One commit after the other

    /// Those first that brought most of the lines: formatters touch many.
    private mutating func follow(_ lines: Range<Int>?, of place: FilePlace) throws {
        while left > 0 {
            guard let step = next(lines) else { return }
            if try !closeNew(lines, step, of: place) {
                guard let spans = open.removeValue(forKey: step) else { return }
                guard try follow(step, spans.map(\.span)) else {
                    open[step] = spans
                    return
                }
            }
            steps += 1
        }
    }

    /// Whether it may be seen by what a commit made its file from alone that some lines are new in it: for each version of a
    /// large file git takes milliseconds.
    private func mayBeNew(_ lines: Range<Int>?, _ step: Step) -> Bool {
        guard let lines, lines.count <= Self.fewLines else { return false }
        return open[step]?.allSatisfy { !lines.overlaps($0.span.lines) || $0.isUntouched } ?? false
    }

    /// Closes the lines that are asked for where not one of them stood in the version before, whatever its formatting.
    private mutating func closeNew(_ lines: Range<Int>?, _ step: Step, of place: FilePlace) throws -> Bool {
        guard let lines, mayBeNew(lines, step), let spans = open[step], let file = try versions.version(of: place)
        else { return false }
        try versions.expect([step.previous])
        guard let before = try versions.version(of: step.previous) else { return false }
        let asked = spans.flatMap { $0.span.lines.clamped(to: lines) }
        guard asked.allSatisfy({ !before.holds(file.words(ofLine: $0)) }) else { return false }
        open[step] = nil
        for open in spans {
            if let new = open.span.part(lines) { closed.append(new) }
            for rest in [Int.min..<lines.lowerBound, lines.upperBound..<Int.max].compactMap(open.span.part) {
                add(rest, isOpen: true, isUntouched: open.isUntouched)
            }
        }
        return true
    }

    private func next(_ lines: Range<Int>?) -> Step? {
        open.filter { _, spans in lines.map { lines in spans.contains { lines.overlaps($0.span.lines) } } ?? true }
            .max { one, other in
                let counts = [one, other].map { $0.value.reduce(0) { $0 + $1.span.lines.count } }
                return counts[0] != counts[1]
                    ? counts[0] < counts[1] : one.key.origin.commit < other.key.origin.commit
            }?.key
    }

    /// - Returns: `false` where there was no time for it.
    private mutating func follow(_ step: Step, _ spans: [BlameSpan]) throws -> Bool {
        try versions.expect([step.previous, step.origin])
        guard let before = try versions.version(of: step.previous), let after = try versions.version(of: step.origin)
        else {
            closed += spans
            return true
        }
        let carried = LineCarrying.formatted(
            spans.map(\.origins), from: before, to: after, language: Language.named(by: step.origin.path))
        guard !carried.isEmpty else {
            closed += spans
            return true
        }
        let blame = try git.blame(
            step.previous.path, at: step.previous.commit, in: checkout, lines: Self.ranges(carried.values),
            budgetMilliseconds: left)
        if blame.ending == .outOfTime { return false }
        commits.merge(blame.commits) { one, _ in one }
        for span in spans {
            for (line, own) in zip(span.lines, span.origins) {
                if let found = carried[own].flatMap({ blame.origin(of: $0) }) {
                    add(
                        BlameSpan(
                            lines: line..<(line + 1), origin: found.place, firstLine: found.line,
                            previous: found.previous), isOpen: true)
                } else {
                    closed.append(
                        BlameSpan(
                            lines: line..<(line + 1), origin: span.origin, firstLine: own, previous: span.previous))
                }
            }
        }
        return true
    }

    /// Few, with what lies between near ones.
    private static func ranges(_ lines: some Sequence<Int>) -> [ClosedRange<Int>] {
        let lines = Set(lines).sorted()
        var gap = 8
        while true {
            var ranges: [ClosedRange<Int>] = []
            for line in lines {
                if let last = ranges.last, line - last.upperBound <= gap {
                    ranges[ranges.count - 1] = last.lowerBound...line
                } else {
                    ranges.append(line...line)
                }
            }
            if ranges.count <= 200 { return ranges }
            gap *= 4
        }
    }

    // MARK: - What came of it

    /// By line, those that belong together in one.
    private var sorted: [(span: BlameSpan, isOpen: Bool, isUntouched: Bool)] {
        let all = closed.map { ($0, false, false) } + open.values.joined().map { ($0.span, true, $0.isUntouched) }
        var joined: [(span: BlameSpan, isOpen: Bool, isUntouched: Bool)] = []
        for (span, isOpen, isUntouched) in all.sorted(by: { $0.0.lines.lowerBound < $1.0.lines.lowerBound }) {
            if let before = joined.last, before.isOpen == isOpen, before.isUntouched == isUntouched,
                case let last = before.span, last.lines.upperBound == span.lines.lowerBound,
                last.origin == span.origin, last.previous == span.previous,
                last.firstLine + last.lines.count == span.firstLine
            {
                joined[joined.count - 1].span.lines = last.lines.lowerBound..<span.lines.upperBound
            } else {
                joined.append((span, isOpen, isUntouched))
            }
        }
        return joined
    }

    private var remembered: RememberedLines {
        let spans = sorted
        let named = Set(spans.map(\.span.origin.commit))
        return RememberedLines(
            commits: commits.values.filter { named.contains($0.hash) }.sorted { $0.hash < $1.hash }
                .map(RememberedLines.Commit.init(_:)),
            spans: spans.map { RememberedLines.Span($0.span, isOpen: $0.isOpen, isUntouched: $0.isUntouched) })
    }
}

extension BlameSpan {
    /// Their numbers in the commit's file.
    fileprivate var origins: Range<Int> { firstLine..<(firstLine + lines.count) }

    /// Those of them that are among some lines; `nil` for none.
    fileprivate func part(_ lines: Range<Int>) -> BlameSpan? {
        let part = self.lines.clamped(to: lines)
        guard !part.isEmpty else { return nil }
        return BlameSpan(
            lines: part, origin: origin, firstLine: firstLine + part.lowerBound - self.lines.lowerBound,
            previous: previous)
    }
}
