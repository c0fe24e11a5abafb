import Store

extension PipelineFacts {
    private func links(_ releases: [ReleaseFact]) -> FailureLinks { FailureLinks(releases, incidents, traced) }

    /// By how many incidents of the period each kind of link is made: named, by trace, by time.
    package var linkCounts: [(means: String, count: Int)] {
        let counts = links(live).counts
        return FailureLinks.Means.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
    }

    /// The places of releases with a commit in them that was taken back soon after.
    private func withdrawn(_ releases: [ReleaseFact]) -> Set<Int> {
        let commits = withdrawals.isEmpty ? commits : withdrawals
        let reverts = commits.filter { !$0.reverts.isEmpty }
        let named = Set(reverts.flatMap(\.reverts).map { $0.prefix(7) })
        var landed: [Substring: Int64] = [:]
        for commit in commits where !named.isEmpty && named.contains(commit.hash.prefix(7)) {
            let name = commit.hash.prefix(7)
            landed[name] = min(landed[name] ?? .max, commit.landedAt)
        }
        var places: Set<Int> = []
        for revert in reverts {
            for hash in revert.reverts {
                guard let moment = landed[hash.prefix(7)] else { continue }
                let place = releases.firstIndex { $0.at >= moment && ($0.landedAt ?? .max) >= moment }
                guard let place, revert.landedAt > releases[place].at else { continue }
                if revert.landedAt - releases[place].at <= Self.detection { places.insert(place) }
            }
        }
        return places
    }

    /// A flag for each release: failed or not; young ones that did not fail yet are missing.
    func failures(of releases: [ReleaseFact]) -> Figure {
        let links = links(releases)
        let failed = links.failed.union(withdrawn(links.releases))
        let inside = links.releases.indices.filter { isIn(links.releases[$0].at) }
        // Where neither incidents nor commits are known nothing can be seen to fail.
        guard !incidents.isEmpty || !commits.isEmpty || hasMainline else {
            return Figure(.share(.init(0, of: 0)), missing: inside.count)
        }
        return share(inside) { place in
            failed.contains(place) ? true : now - links.releases[place].at < Self.detection ? nil : false
        }
    }

    func rework() -> Figure {
        let links = links(live)
        let inside = links.releases.indices.filter { isIn(links.releases[$0].at) }
        guard !incidents.isEmpty || !commits.isEmpty || hasMainline else {
            return Figure(.share(.init(0, of: 0)), missing: inside.count)
        }
        let reverts = (withdrawals.isEmpty ? commits : withdrawals).filter { !$0.reverts.isEmpty }.map(\.landedAt)
        let failures = zip(links.incidents, links.links).compactMap { incident, link in
            link.release.map { (cause: $0, from: incident.startedAt, to: incident.resolvedAt ?? now) }
        }
        return share(inside) { place in
            let release = links.releases[place]
            let answers = failures.contains { $0.cause < place && $0.from <= release.at && release.at <= $0.to }
            let before = place > 0 ? links.releases[place - 1] : nil
            let from = before.map { $0.landedAt ?? $0.at } ?? .max
            return answers || reverts.contains { from < $0 && $0 <= release.landedAt ?? release.at }
        }
    }

    func recovery() -> Figure {
        let links = links(live)
        var (spans, missing) = ([Survival.Span](), 0)
        for (incident, link) in zip(links.incidents, links.links) where isIn(incident.startedAt) {
            let end = incident.resolvedAt ?? now
            guard link.release != nil, end >= incident.startedAt else {
                missing += 1
                continue
            }
            spans.append(.init(Double(end - incident.startedAt) / 3_600_000, isOver: incident.resolvedAt != nil))
        }
        return Figure(.times(Durations(spans)), missing: missing)
    }

    func detection() -> Figure {
        let named = incidents.filter { isIn($0.startedAt) }.map { ($0.startedAt, $0.causeLandedAt) }
        let found = traced.filter { isIn($0.at) }.map { ($0.at, $0.landedAt) }
        let all = named + found
        let times = all.compactMap { at, landed in landed.flatMap { at >= $0 ? Double(at - $0) : nil } }
        return self.times(times, scale: 3_600_000, missing: all.count - times.count)
    }

    /// The first seven letters of a name as a number: a hundred thousand of them are looked up.
    private static func short(_ hash: String) -> UInt64 { hash.utf8.prefix(7).reduce(0) { $0 << 8 | UInt64($1) } }

    func revertedShare() -> Figure {
        let short = Set(reverted.map(Self.short))
        let own = commits.lazy.filter { !$0.isMerge && !$0.isBot && isIn($0.landedAt) }
        // With a merge of the main line all go that it brought; one that lies within what another brought has no time of its own.
        let merges = Set(
            commits.lazy.filter { $0.isMerge && $0.isFirst && !short.isEmpty && short.contains(Self.short($0.hash)) }
                .map(\.landedAt))
        return share(own) { commit in
            if !commit.isFirst, merges.contains(commit.landedAt) { return true }
            if !short.isEmpty, short.contains(Self.short(commit.hash)) { return true }
            return now - commit.landedAt < Self.detection ? nil : false
        }
    }

    func conflictShare() -> Figure {
        let merges = commits.lazy.filter { $0.isMerge && isIn($0.landedAt) }
        let replayed = share(merges) { $0.conflicts.map { $0 > 0 } }
        if replayed.count > 0 { return replayed }
        return share(opened(.all)) { $0.hasConflicts }
    }
}
