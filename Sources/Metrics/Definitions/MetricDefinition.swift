/// What a figure says, in words.
package struct MetricDefinition: Sendable {
    package var title: String
    package var unit: PipelineMetric.Unit
    /// One sentence.
    package var meaning: String
    /// How it is counted: what belongs to it, what is left out, what is not over yet.
    package var counting: String
    /// Where it comes from.
    package var source: String
    /// What it must not be taken for.
    package var caution: String
}

extension PipelineMetric {
    package var definition: MetricDefinition {
        switch self {
        case .mergeTime:
            .init(
                title: "merge time", unit: .hours,
                meaning: "How long a change waits from being ready for review until it is merged.",
                counting:
                    "merged at − (ready for review, else opened), of changes opened in the period. Open ones count with their age when last told of (Kaplan–Meier); those closed without a merge, and those of programs, are left out.",
                source: "imported changes",
                caution: "Without the open ones a slow week looks fast until its changes are merged.")
        case .codingTime:
            .init(
                title: "coding time", unit: .hours,
                meaning: "How long a change is worked on before it is opened.",
                counting:
                    "opened at − first commit authored, of changes opened in the period; changes whose commits were not exported are missing, and so are those opened before their first commit.",
                source: "imported changes with their commits, or git for those merged",
                caution: "Work before the first commit is not seen.")
        case .pickupTime:
            .init(
                title: "pickup time", unit: .hours,
                meaning: "How long a change waits for its first review.",
                counting:
                    "first review by somebody else − (ready for review, else opened). Changes that nobody reviewed are missing.",
                source: "imported changes with their reviews",
                caution: "Changes merged without a review are not in it.")
        case .reviewTime:
            .init(
                title: "review time", unit: .hours,
                meaning: "How long a change takes from its first review to the merge.",
                counting:
                    "merged at − first review by somebody else; reviewed changes that are open count with their age.",
                source: "imported changes with their reviews", caution: "It holds the author's time too.")
        case .commitToMerge:
            .init(
                title: "first commit to merge", unit: .hours,
                meaning: "How long a change takes from its first commit until it is on the main branch.",
                counting:
                    "merged at − first commit authored, of changes merged in the period. What was squashed has lost its first commit and is missing, unless its host told it.",
                source: "git: merges and what they bring; imported changes",
                caution: "Only merged changes: it says nothing of those that never were.")
        case .deployTime:
            .init(
                title: "merge to live", unit: .hours,
                meaning: "How long a merged change waits until it is live.",
                counting:
                    "the first deployment that holds it − merged at; where no deployments are known, releases stand for them. What is not live yet counts with its age.",
                source: "deployments (import, colophon deployment add), else releases and version tags",
                caution: "A deployment whose commit is not known here is taken to hold all that was merged before.")
        case .leadTime:
            .init(
                title: "change lead time", unit: .hours,
                meaning: "DORA: how long a change takes from its first commit to production.",
                counting:
                    "live at − first commit authored, of changes merged in the period; what is not live yet counts with its age.",
                source: "git or imported changes, and deployments, else releases",
                caution: "Never compare unlike services by it.")
        case .promptToMerge:
            .init(
                title: "first prompt to merge", unit: .hours,
                meaning:
                    "How long it takes from the first prompt of a session to the merge of the change it is part of.",
                counting:
                    "merged at − the session's first prompt, of changes merged in the period that a session of this store names.",
                source: "this store's sessions, with imported changes",
                caution: "Only changes whose agent noted them.")
        case .changes:
            .init(
                title: "changes merged", unit: .perWeek, meaning: "How many changes are merged.",
                counting:
                    "changes merged in the period, by its weeks; those of programs are left out. The interval is exact for counts (Poisson), widened by how unevenly they come from week to week.",
                source: "imported changes; git: merges and squashed subjects (#123)",
                caution: "Smaller changes make more of them.")
        case .commits:
            .init(
                title: "commits", unit: .perWeek, meaning: "How many commits come to the main branch.",
                counting:
                    "commits that landed in the period; merges and programs' commits are left out. Widened as for changes.",
                source: "git", caution: "A team that squashes has one a change.")
        case .deployments:
            .init(
                title: "deployment frequency", unit: .perWeek, meaning: "DORA: how often something goes live.",
                counting: "deployments to production, by the weeks of the period; where none are known, releases.",
                source: "deployments, else releases and version tags", caution: "Per service only.")
        case .failRate:
            .init(
                title: "change fail rate", unit: .share,
                meaning: "DORA: the share of deployments that needed immediate intervention.",
                counting:
                    "deployments with an incident that is linked to them, or a commit that was taken back within 7 days, of all; those younger than 7 days without one are pending and missing. Each deployment counts once, however many incidents it has.",
                source:
                    "deployments, incidents, reverts; links by cause named, by trace (alert → line → commit), else by time",
                caution: "A link by time alone is a guess: see how many there are.")
        case .recoveryTime:
            .init(
                title: "recovery time", unit: .hours,
                meaning: "DORA: how long it takes to recover from a deployment that failed.",
                counting: "resolved − started, of incidents linked to a deployment; open ones count with their age.",
                source: "imported incidents", caution: "Incidents without a link are not in it.")
        case .reworkRate:
            .init(
                title: "deployment rework rate", unit: .share,
                meaning: "DORA: the share of deployments that were not planned but answered an incident.",
                counting:
                    "deployments made while an incident linked to an earlier one was open, or that take back a commit, of all.",
                source: "deployments, incidents, reverts",
                caution: "A planned deployment during an incident counts too.")
        case .failedReleases:
            .init(
                title: "failed releases", unit: .share,
                meaning: "The share of releases with an incident, or a commit taken back within 7 days.",
                counting:
                    "as the change fail rate, of releases; those on trial are left out, those younger than 7 days pending.",
                source: "releases or version tags, incidents, reverts",
                caution: "A release that nobody uses does not fail.")
        case .incidents:
            .init(
                title: "incidents", unit: .perMonth, meaning: "How many incidents begin.",
                counting: "incidents that began in the period; the interval is exact (Poisson).",
                source: "imported incidents", caution: "Better alarms make more of them.")
        case .detectionTime:
            .init(
                title: "defect detection time", unit: .hours,
                meaning: "How long a defect is on the main branch before it is noticed.",
                counting:
                    "start of the incident or alert − landing of the commit that caused it, where that is named or traced.",
                source: "incidents with a named cause, traced alerts",
                caution: "Only what was traced; defects that nobody noticed are not in it.")
        case .reverted:
            .init(
                title: "reverted commits", unit: .share, meaning: "The share of commits that were taken back later.",
                counting:
                    "commits named by 'This reverts commit …' of any later commit, of all but merges, programs' and those younger than 7 days, which are missing.",
                source: "git", caution: "Taken back by hand leaves no such words.")
        case .lateRevisions:
            .init(
                title: "changes revised late", unit: .share,
                meaning: "The share of reviewed changes with commits after their first review.",
                counting:
                    "changes with at least one commit authored after the first review, of those whose commits and reviews were exported.",
                source: "imported changes with reviews and commits", caution: "Revising is what a review is for.")
        case .fixes:
            .init(
                title: "fixes among changes", unit: .share, meaning: "The share of merged changes that mend something.",
                counting:
                    "changes labelled bug, fix or the like, else titled 'fix: …', of those whose kind is known; the others are missing.",
                source: "labels and titles of changes", caution: "A matter of how titles are written.")
        case .features:
            .init(
                title: "features among changes", unit: .share,
                meaning: "The share of merged changes that bring something new.",
                counting:
                    "changes labelled feature or enhancement, else titled 'feat: …', of those whose kind is known.",
                source: "labels and titles of changes", caution: "A matter of how titles are written.")
        case .conflicts:
            .init(
                title: "merge conflicts", unit: .share, meaning: "The share of merges that had a conflict.",
                counting:
                    "merges of two parents that conflict when they are done again, of those done again; else changes whose host saw a conflict.",
                source: "git merge-tree; hosts' exports",
                caution: "Rebasing and squashing hide conflicts: not observable there.")
        case .failedRuns:
            .init(
                title: "failed runs", unit: .share, meaning: "The share of check runs that failed.",
                counting:
                    "runs that failed or ran out of time, of those that succeeded or failed; cancelled and skipped ones are missing.",
                source: "imported runs", caution: "Flaky tests fail too.")
        case .runTime:
            .init(
                title: "run time", unit: .minutes, meaning: "How long a check run takes.",
                counting: "ended − started, of runs that succeeded or failed.", source: "imported runs",
                caution: "'updatedAt' stands for the end where the host gives none.")
        case .generatedChanges:
            .init(
                title: "changes with generated code", unit: .share,
                meaning: "The share of merged changes of which something was generated.",
                counting:
                    "merged changes with lines of this store's edits, a session of it, a note of another program or an agent's trailer, of those where that was looked for.",
                source: "this store, notes, trailers of commits",
                caution: "At least so many: what left no trace is counted as not generated.")
        case .generations:
            .init(
                title: "generations", unit: .perDay, meaning: "How many answers models gave.",
                counting: "answers that began in the period, by its days; widened by how unevenly they come.",
                source: "this store", caution: "Agents differ in how many answers a task takes.")
        case .keptEdits:
            .init(
                title: "edits kept", unit: .share,
                meaning: "The share of edits that were applied, not rejected or failed.",
                counting:
                    "edits applied (also those changed by hand since), of those applied, rejected or failed; proposed ones are missing. Edits of one session are alike: the interval is too narrow for that.",
                source: "this store", caution: "What is applied may still be thrown away: see survival.")
        case .findings:
            .init(
                title: "findings", unit: .perThousandLines,
                meaning: "How many findings there are in 1,000 generated lines.",
                counting: "findings in edits of the period, those judged false left out, by the lines these edits add.",
                source: "this store's audit", caution: "Rules find what they know.")
        case .blocked:
            .init(
                title: "risk decisions: review or block", unit: .share,
                meaning: "The share of decisions on risk that did not simply allow.",
                counting: "decisions 'review' or 'block' of all in the period.", source: "this store's gate",
                caution: "A change of policy changes it.")
        case .answerTime:
            .init(
                title: "answer time", unit: .seconds, meaning: "How long a model takes for one answer.",
                counting: "ended − began, of the newest 20,000 answers of the period that recorded both.",
                source: "this store", caution: "It holds the time of the network.")
        case .tokenRate:
            .init(
                title: "tokens a second", unit: .tokensPerSecond, meaning: "How fast models answer.",
                counting:
                    "output tokens by the seconds of an answer, of the same answers; those without counts are missing.",
                source: "this store", caution: "Short answers are slow: most of their time is waiting.")
        case .alertToPrompt:
            .init(
                title: "alert to prompt", unit: .minutes,
                meaning: "How long it takes from an alert to the prompt that wrote its line.",
                counting: "traced at − alert at, of alerts whose frames were traced.", source: "this store's traces",
                caution: "An alert that is traced a week later for another reason counts so.")
        }
    }

    /// A metric by the name that a user types: its own, or its title.
    package init?(named text: String) {
        let text = text.lowercased()
        guard let found = Self.allCases.first(where: { $0.rawValue == text || $0.title == text }) else { return nil }
        self = found
    }
}
