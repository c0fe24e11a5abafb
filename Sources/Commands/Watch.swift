import Flows
import Foundation
import Store
import Text

/// Follows the histories until the program is stopped: reads when something was written, rests otherwise.
struct Watch {
    let intake: Intake
    let sources: IngestSources
    /// Made before the first reading, so that nothing written meanwhile is missed.
    private let watch: FolderWatch

    init(intake: Intake, sources: IngestSources) {
        self.intake = intake
        self.sources = sources
        watch = FolderWatch(folders: sources.folders)
    }

    func run(_ report: (IntakeSummary) -> Void) throws {
        while true {
            watch.wait()
            let started = ContinuousClock.now
            let summary = try intake.run(sources.files())
            if summary.added != .init() { report(summary) }
            try ShingleIndexing(store: intake.store).run()
            // What is wrong with rules was said when it began; it may be on the terminal of a dashboard.
            try OwnRules.use(
                { try StoreAuditing.follow(intake.store, own: $0, now: Timestamp.now.milliseconds) }, saying: { _ in })
            try OriginIndexing(store: intake.store).run()
            // Some histories are databases that change with every key typed in an editor: following them takes a tenth
            // of one core at most.
            let took = ContinuousClock.now - started
            Thread.sleep(forTimeInterval: min(Double(took / .milliseconds(1)) / 1000 * 9, 60))
        }
    }
}
