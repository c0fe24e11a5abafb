import Store

extension PipelineFacts {
    /// The same period in equal parts, each with what belongs to it.
    package func slices(_ count: Int) -> [PipelineFacts] {
        let end = scope.to
        let length = max(1, (end - scope.from) / Int64(max(count, 1)))
        func place(_ moment: Int64?) -> Int? {
            guard let moment, moment >= scope.from, moment < end else { return nil }
            return min(Int((moment - scope.from) / length), count - 1)
        }
        var parts = (0..<count).map { index in
            let from = scope.from + Int64(index) * length
            var part = PipelineFacts(
                scope: PipelineScope(
                    repository: scope.repository, from: from, to: index == count - 1 ? end : from + length), now: now)
            part.deployments = deployments
            part.releases = releases
            part.reverted = reverted
            return part
        }
        for change in changes {
            let opened = place(change.createdAt)
            let merged = place(change.mergedAt)
            if let opened { parts[opened].changes.append(change) }
            if let merged, merged != opened { parts[merged].changes.append(change) }
        }
        for commit in commits { if let place = place(commit.landedAt) { parts[place].commits.append(commit) } }
        for incident in incidents {
            if let place = place(incident.startedAt) { parts[place].incidents.append(incident) }
        }
        for run in runs { if let place = place(run.createdAt) { parts[place].runs.append(run) } }
        for fact in lives { if let place = place(fact.landedAt) { parts[place].lives.append(fact) } }
        for fact in texts { if let place = place(fact.at) { parts[place].texts.append(fact) } }
        for fact in styles { if let place = place(fact.at) { parts[place].styles.append(fact) } }
        for fact in branches { if let place = place(fact.at) { parts[place].branches.append(fact) } }
        // Of a day only its number is known: it counts where it begins.
        for fact in usage {
            if let place = place(max(fact.day * 86_400_000, scope.from)) { parts[place].usage.append(fact) }
        }
        return parts
    }
}

extension PipelineMetric {
    /// Whether it can be told of short stretches by what happened in them alone.
    package var hasCourse: Bool {
        switch self {
        case .failRate, .failedReleases, .reworkRate, .recoveryTime, .detectionTime, .promptToMerge, .blocked,
            .answerTime, .tokenRate, .firstToken, .failedAnswers, .alertToPrompt, .mergedEdits:
            false
        default: true
        }
    }
}
