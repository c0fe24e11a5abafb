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
                    "commits named by 'This reverts commit …' of any later commit, those that a reverted merge brought, and those of a request that a host's revert names, of all but merges, programs' and those younger than 7 days, which are missing.",
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
        case .acceptedLines:
            .init(
                title: "accepted code", unit: .linesPerDay, meaning: "How many generated lines went into files.",
                counting:
                    "lines added by edits of answers that began in the period, those rejected or failed left out, by its days; widened by how many come at once, and how unevenly.",
                source: "this store", caution: "Lines written again count again; see merged code.")
        case .mergedLines:
            .init(
                title: "merged code", unit: .linesPerWeek, meaning: "How many generated lines came to the main line.",
                counting:
                    "lines of code files that commits of the main line add against their first parent, in the period: those that equal lines of this store's edits, and those of commits that say so (trailers, notes); widened by how many a commit brings at once, and how unevenly they come. Lines of merges of which only some commits say so are missing.",
                source: "git and this store's edits, equal line by line",
                caution: "What was changed by hand before the merge is not among them.")
        case .acceptance:
            .init(
                title: "acceptance", unit: .share,
                meaning: "How much of the text that was generated stands in what was merged.",
                counting:
                    "LCS(T(G), T(M)) / T(G), T the code tokens (no white space, commas, semicolons or parentheses), G what an edit itself inserted, M what stands in its place on the main line when it came there; rejected and failed edits have 0. Median over sessions, each with the sums of its edits: edits of one are alike. Edits of which it is not known what stood before are left out.",
                source: "git and this store's edits",
                caution: "Edits that a later edit wrote over before the merge count against it.")
        case .acceptedEdits:
            .init(
                title: "edits accepted", unit: .share,
                meaning: "The share of edits of which at least four fifths stand in what was merged.",
                counting:
                    "edits with an acceptance of at least .8, of those that came to the main line in the period or were refused in it; widened by how sessions differ.",
                source: "git and this store's edits",
                caution: "Edits that never came to the main line are in 'edits merged'."
            )
        case .editToMerge:
            .init(
                title: "edit to merge", unit: .share,
                meaning: "How much of what was generated had to be changed before it was merged.",
                counting:
                    "Levenshtein(T(G), T(M)) / max(|T(G)|, |T(M)|), of the same edits and tokens as acceptance; median over sessions.",
                source: "git and this store's edits", caution: "Whoever changed it: a person, or the next answer.")
        case .mergedEdits:
            .init(
                title: "edits merged", unit: .share,
                meaning: "The share of applied edits that come to the main line within 30 days.",
                counting:
                    "edits of which a line or half of the tokens come to the main line within 30 days, of those applied in the period; younger ones are pending and missing, whether they came or not. Widened by how sessions differ.",
                source: "git and this store's edits",
                caution: "What was thrown away, and what waits in a branch, look alike.")
        case .survival14, .survival30, .survival90:
            .init(
                title: self == .survival14
                    ? "survival at 14 days" : self == .survival30 ? "survival at 30 days" : "survival at 90 days",
                unit: .share, meaning: "The share of merged generated lines that still stand so long after the merge.",
                counting:
                    "Kaplan and Meier over lines of code files from the day they came to the main line, in whole days; a line that a later commit takes out or changes has ended, younger ones are censored, not survivors. n are lines; the interval is the jackknife's over the commits that brought them, for lines of one commit go together. Lines of merges of which only some commits say they were generated are missing.",
                source:
                    "git: what each commit of the main line adds and takes out; this store's edits, trailers, notes",
                caution:
                    "A line that was only moved or formatted has ended and begun; beside it stands code that is not known to be generated."
            )
        case .rework14, .rework30:
            .init(
                title: self == .rework14 ? "rework in 14 days" : "rework in 30 days", unit: .share,
                meaning: "The share of merged generated lines that a later commit takes out or changes so soon.",
                counting:
                    "lines taken out within so many days of the merge, of those merged in the period that many days ago or longer; younger ones are missing. Widened by how commits differ.",
                source:
                    "git: what each commit of the main line adds and takes out; this store's edits, trailers, notes",
                caution: "Some rework was planned. What repaired it is told under the table.")
        case .crossEntropy:
            .init(
                title: "cross-entropy", unit: .bits,
                meaning:
                    "How unexpected generated code is to one who knows the repository; less is nearer to the house.",
                counting:
                    "bits a token of what edits themselves insert, by a model of three tokens with a memory, trained on the main line strictly before; one value a session, the median of them. Beside it the commits that are not known to be generated, by the same model. Texts of fewer than 10 tokens are left out.",
                source: "git and this store's edits",
                caution:
                    "A model's weights do not change by it: what adapts is context, instructions and people. See 'colophon stats adaptation'."
            )
        case .drift:
            .init(
                title: "drift of branches", unit: .share,
                meaning: "How far the code of open branches has gone from the main line's.",
                counting:
                    "Jensen and Shannon's divergence, base 2, of rows of three tokens in the files that either side changed since they parted; the median over branches of the last 90 days that are not merged, as last looked at in the period. Branches without changed code are missing.",
                source: "git",
                caution:
                    "Chance alone makes some of it: 'colophon stats branches' has the noise of each, and the shingles they share."
            )
        case .predictedConflicts:
            .init(
                title: "conflicts ahead", unit: .share,
                meaning: "The share of open branches that would conflict with the main line today.",
                counting:
                    "branches of the last 90 days that are not merged, with files in conflict when they are merged in a place of their own, of those where git has an answer.",
                source: "git merge-tree", caution: "Branches that nobody means to merge count too.")
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
        case .firstToken:
            .init(
                title: "first token", unit: .seconds, meaning: "How long an engine takes until its first word.",
                counting:
                    "from the request to the first text or token as seen from outside, of answers that an engine was asked for by colophon or through its proxy; those without one are missing.",
                source: "this store's engine runs",
                caution: "It holds the time of the network, and of a model being loaded.")
        case .failedAnswers:
            .init(
                title: "failed answers", unit: .share, meaning: "The share of calls of an engine that failed.",
                counting:
                    "calls that failed or whose stream broke off, of those that ended by themselves; cancelled ones are missing. 'stats --by branch' has them by branch.",
                source: "this store's engine runs",
                caution: "Agents that ask by themselves do not note their errors here.")
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
