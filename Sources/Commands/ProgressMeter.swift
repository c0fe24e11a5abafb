import Flows
import Text

/// One line that is written over while long work goes on: what is done, share, rate, time left. Nothing in a pipe.
final class ProgressMeter {
    private let isShown: Bool
    private let started = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant
    private var hasShown = false

    init(isShown: Bool) {
        self.isShown = isShown
        shownAt = started
    }

    func show(_ progress: Intake.Progress) {
        show(done: progress.bytes, of: progress.totalBytes) { "\(Self.megabytes($0))" }
    }

    func show(generations: Int, of total: Int) {
        show(done: Int64(generations), of: Int64(total)) { "\($0.grouped) generations" }
    }

    func show(files: Int, of total: Int) {
        show(done: Int64(files), of: Int64(total)) { "\($0.grouped) files" }
    }

    /// Of a whole that nobody has counted.
    func show(rows: Int) {
        let now = ContinuousClock.now
        guard isShown, now - shownAt > .milliseconds(200) else { return }
        shownAt = now
        hasShown = true
        Console.write(Array("\r\u{1B}[K\(Int64(rows).grouped) rows".utf8), to: 2)
    }

    private func show(done: Int64, of total: Int64, _ text: (Int64) -> String) {
        let now = ContinuousClock.now
        guard isShown, now - shownAt > .milliseconds(200) else { return }
        shownAt = now
        hasShown = true
        let seconds = Double((now - started) / .milliseconds(1)) / 1000
        let rate = Double(done) / max(seconds, 0.001)
        let left = Double(max(0, total - done)) / max(rate, 1)
        let share = total > 0 ? 100 * done / total : 100
        Console.write(
            Array(
                ("\r\u{1B}[K\(text(done)) of \(text(total))  \(share) %  \(text(Int64(rate)))/s  "
                    + "\(Int(left.rounded(.up))) s left").utf8), to: 2)
    }

    func clear() {
        if hasShown { Console.write(Array("\r\u{1B}[K".utf8), to: 2) }
    }

    private static func megabytes(_ bytes: Int64) -> String {
        let tenths = bytes / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
