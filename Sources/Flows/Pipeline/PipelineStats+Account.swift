package import Metrics
import Store
import Text

extension PipelineStats {
    /// The scoreboard of a window with the course of every figure and the funnel of its later half.
    package func account(_ window: PipelineWindow) throws -> PipelineAccount {
        let split = try window.length.map { now - $0 } ?? firstGenerated() ?? now - 90 * 86_400_000
        return try account(split: split, given: window == .split ? [.generatedChanges] : [])
    }

    /// The same of what came from a moment on, beside as long before.
    package func account(split: Int64, given: Set<PipelineMetric> = []) throws -> PipelineAccount {
        let length = max(now - split, 1)
        let earlier = split - length..<split
        let (before, after) = try sides(earlier, split..<max(now, split), for: Set(PipelineMetric.allCases))
        let board = Scoreboard(
            before: before, after: after, given: given)
        return try account(
            of: board, before ?? facts(from: earlier.lowerBound, to: earlier.upperBound), after)
    }

    /// The same of a scoreboard that is there already, with the periods that it was made from.
    package func account(
        of board: Scoreboard, _ before: PipelineFacts, _ after: PipelineFacts
    ) throws -> PipelineAccount {
        let (split, end) = (after.scope.from, after.scope.to)
        var account = PipelineAccount(from: before.scope.from, split: split, to: end)
        let slices = Shared.map(2) { ($0 == 0 ? before : after).slices(PipelineAccount.points / 2) }.flatMap(\.self)
        account.tiles = Shared.map(board.rows.count) { place in
            let row = board.rows[place]
            let metric = PipelineMetric(rawValue: row.name.split(separator: "/").first.map(String.init) ?? row.name)
            var tile = PipelineAccount.Tile(
                name: row.name, title: row.isControl ? "without generated code" : row.title, metric: metric,
                isControl: row.isControl, isShare: row.isShare, unit: row.unit,
                before: FigureWords.value(row.before?.value, row), after: FigureWords.value(row.after.value, row),
                change: FigureWords.change(row.comparison), interval: FigureWords.interval(row.comparison),
                counts: FigureWords.counts(row), verdict: row.verdict)
            tile.outlook = board.outlook(of: row) { PipelineDay.text($0, offset: self.offset) }
            (tile.censored, tile.missing, tile.count) = (row.after.censored, row.after.missing, row.after.count)
            if let metric, metric.hasCourse {
                tile.series = slices.map { point($0.figure(metric, of: row.isControl ? .control : .all)) }
            }
            return tile
        }
        account.stages = try stages(from: split, to: end, after)
        return account
    }

    private func point(_ figure: Figure) -> PipelineAccount.Point {
        let half = figure.middleHalf
        return .init(
            value: figure.value.flatMap { $0.isFinite ? $0 : nil }, low: half?.lower, high: half?.upper,
            count: figure.count)
    }

    private func stages(from: Int64, to: Int64, _ facts: PipelineFacts) throws -> [PipelineAccount.Stage] {
        let turns = try store.funnel(in: PipelineScope(repository: repository, from: from, to: to))
        guard !turns.isEmpty else { return [] }
        let releases = facts.live.map(\.at).sorted()
        func stage(_ name: String, _ moment: (FunnelFact) -> Int64?) -> PipelineAccount.Stage {
            let times = turns.compactMap { turn in moment(turn).map { Double(max(0, $0 - turn.at)) } }
            return .init(name: name, count: times.count, time: Sample(times).median)
        }
        return [
            .init(name: "asked", count: turns.count),
            stage("answered") { $0.generations > 0 ? $0.endedAt : nil },
            stage("wrote code") { $0.edits > 0 ? $0.endedAt : nil },
            stage("kept") { $0.isKept ? $0.endedAt : nil },
            stage("in a change") { $0.isKept ? $0.changeAt ?? $0.mergedAt : nil },
            stage("merged") { $0.isKept ? $0.mergedAt : nil },
            stage("released") { turn in
                guard turn.isKept, let merged = turn.mergedAt else { return nil }
                return releases.first { $0 >= merged }
            },
        ]
    }
}

/// A moment as the day on a clock that is ahead of UTC.
enum PipelineDay {
    static func text(_ moment: Int64, offset: Int64) -> String {
        String(Timestamp(milliseconds: moment + offset).iso.prefix(10))
    }
}
