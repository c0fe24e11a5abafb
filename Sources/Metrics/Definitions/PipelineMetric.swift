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
    case findings
    case blocked
    case answerTime = "answer-time"
    case tokenRate = "token-rate"
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
    }

    /// What shows the figure.
    package enum Unit: Sendable {
        case hours, minutes, seconds, tokensPerSecond, share
        case perWeek, perDay, perMonth, perThousandLines

        package var name: String {
            switch self {
            case .hours: "h"
            case .minutes: "min"
            case .seconds: "s"
            case .tokensPerSecond: "tokens/s"
            case .share: "%"
            case .perWeek: "a week"
            case .perDay: "a day"
            case .perMonth: "in 30 days"
            case .perThousandLines: "in 1,000 lines"
            }
        }
    }

    package var title: String { definition.title }
    package var unit: Unit { definition.unit }

    package var form: Form {
        switch self {
        case .mergeTime, .codingTime, .pickupTime, .reviewTime, .commitToMerge, .deployTime, .leadTime, .promptToMerge,
            .recoveryTime, .detectionTime, .runTime, .answerTime, .tokenRate, .alertToPrompt:
            .median
        case .failRate, .reworkRate, .failedReleases, .reverted, .lateRevisions, .fixes, .features, .conflicts,
            .failedRuns, .generatedChanges, .keptEdits, .blocked:
            .share
        case .changes, .commits, .deployments, .incidents, .generations, .findings: .rate
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
}
