/// What the pipeline is measured by. The raw value is what commands and files call it.
package enum PipelineMetric: String, CaseIterable, Sendable {
    case mergeTime = "merge-time"
    case codingTime = "coding-time"
    case pickupTime = "pickup-time"
    case reviewTime = "review-time"
    case commitToMerge = "commit-to-merge"
    case deployTime = "deploy-time"
    case leadTime = "lead-time"
    case promptToMerge = "prompt-to-merge"
    case changes
    case commits
    case deployments
    case failRate = "change-fail-rate"
    case recoveryTime = "recovery-time"
    case reworkRate = "deployment-rework-rate"
    case failedReleases = "failed-releases"
    case incidents
    case detectionTime = "detection-time"
    case reverted
    case lateRevisions = "late-revisions"
    case fixes
    case features
    case conflicts
    case failedRuns = "failed-runs"
    case runTime = "run-time"
    case generatedChanges = "generated-changes"
    case generations
    case keptEdits = "kept-edits"
    case acceptedLines = "accepted-lines"
    case mergedLines = "merged-lines"
    case acceptance
    case acceptedEdits = "accepted-edits"
    case editToMerge = "edit-to-merge"
    case mergedEdits = "merged-edits"
    case survival14 = "survival-14"
    case survival30 = "survival-30"
    case survival90 = "survival-90"
    case rework14 = "rework-14"
    case rework30 = "rework-30"
    case crossEntropy = "cross-entropy"
    case drift
    case predictedConflicts = "predicted-conflicts"
    case findings
    case blocked
    case answerTime = "answer-time"
    case tokenRate = "token-rate"
    case firstToken = "first-token"
    case failedAnswers = "failed-answers"
    case alertToPrompt = "alert-to-prompt"
}

extension PipelineMetric {
    /// How its figure is made, which says how it is compared.
    package enum Form: Sendable {
        /// A median of times; what is not over counts up to its age.
        case median
        /// How many of how many.
        case share
        /// How often in a stretch of time.
        case rate
        /// What is left at an age.
        case left
    }

    /// What shows the figure.
    package enum Unit: Sendable {
        case hours, minutes, seconds, tokensPerSecond, share, bits
        case perWeek, perDay, perMonth, perThousandLines, linesPerDay, linesPerWeek

        package var name: String {
            switch self {
            case .hours: "h"
            case .minutes: "min"
            case .seconds: "s"
            case .tokensPerSecond: "tokens/s"
            case .share: "%"
            case .bits: "bits a token"
            case .perWeek: "a week"
            case .perDay: "a day"
            case .perMonth: "in 30 days"
            case .perThousandLines: "in 1,000 lines"
            case .linesPerDay: "lines a day"
            case .linesPerWeek: "lines a week"
            }
        }
    }

    package var title: String { definition.title }
    package var unit: Unit { definition.unit }

    package var form: Form {
        switch self {
        case .mergeTime, .codingTime, .pickupTime, .reviewTime, .commitToMerge, .deployTime, .leadTime, .promptToMerge,
            .recoveryTime, .detectionTime, .runTime, .answerTime, .tokenRate, .firstToken, .alertToPrompt, .acceptance,
            .editToMerge, .crossEntropy, .drift:
            .median
        case .failRate, .reworkRate, .failedReleases, .reverted, .lateRevisions, .fixes, .features, .conflicts,
            .failedRuns, .generatedChanges, .keptEdits, .blocked, .failedAnswers, .acceptedEdits, .mergedEdits,
            .rework14, .rework30,
            .predictedConflicts:
            .share
        case .changes, .commits, .deployments, .incidents, .generations, .findings, .acceptedLines, .mergedLines: .rate
        case .survival14, .survival30, .survival90: .left
        }
    }

    /// Whether it is about changes, so that those without generated code are its control.
    package var isOfChanges: Bool {
        switch self {
        case .mergeTime, .codingTime, .pickupTime, .reviewTime, .commitToMerge, .deployTime, .leadTime, .changes,
            .lateRevisions, .fixes, .features:
            true
        default: false
        }
    }

    /// Whether it is about code of the main line, so that what is not known to be generated is its control.
    package var isOfLines: Bool {
        switch self {
        case .survival14, .survival30, .survival90, .rework14, .rework30, .crossEntropy: true
        default: false
        }
    }

    /// Whether the figure itself is a share, told in percent.
    package var isShare: Bool { unit == .share }
}
