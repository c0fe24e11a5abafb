import Flows
import Store

/// Follows the histories until the program is stopped: reads when something was written, rests otherwise.
struct Watch {
    let intake: Intake
    let sources: IngestSources

    func run(_ report: (IntakeSummary) -> Void) throws {
        let watch = FolderWatch(folders: sources.folders)
        while true {
            watch.wait()
            let summary = try intake.run(sources.files())
            if summary.added != .init() { report(summary) }
        }
    }
}
